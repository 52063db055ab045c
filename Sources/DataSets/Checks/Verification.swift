/// A file of a real data set that is not the one that the lessons were written with.
public struct FileDifference: Equatable, Sendable {
    /// The file's path.
    public let path: String
    /// What is different, in a few words.
    public let detail: String
}

extension DataSets {
    /// The files of a set in a data folder that are missing, or another edition than the one that the lessons were written with.
    ///
    /// Throws `DataSetError.unknownSet`, or `badFile` where a file cannot be read.
    public static func verify(_ name: String, in folder: String) throws -> [FileDifference] {
        guard let set = DataSetName(rawValue: name) else { throw DataSetError.unknownSet(name: name, known: names) }
        return try set.files.compactMap { file in
            let path = "\(folder)/\(file.path)"
            guard let bytes = try RealFile.content(of: path) else { return FileDifference(path: path, detail: "it is missing") }
            return RealFile.difference(file, bytes).map { FileDifference(path: path, detail: $0) }
        }
    }
}
