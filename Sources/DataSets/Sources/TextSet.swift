/// A long text for the character models: Nietzsche in English where the data folder has `nietzsche.txt`.
public struct TextSet: Sendable {
    /// The whole text; throws `DataSetError`, also where the file is not UTF-8.
    public func content() throws -> String {
        switch try DataSetName.nietzsche.use() {
        case .sample: return TextSample.shared.text
        case .real(let set):
            let (bytes, path) = try RealFile.read(set, "nietzsche.txt")
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw DataSetError.badFile(file: path, reason: "this is not UTF-8")
            }
            guard !text.isEmpty else { throw DataSetError.badFile(file: path, reason: "the file is empty") }
            return text
        }
    }
}
