import DataSets
import Foundation

/// Brings real data sets from their publishers into a data folder.
public enum DataFetch {
    /// What the caller is told while a set is fetched.
    public enum Progress: Equatable, Sendable {
        /// A download is begun, or continued after some bytes.
        case started(address: String, resumedAt: Int)
        /// Bytes that have arrived, and how many there are if the server says so.
        case received(address: String, bytes: Int, of: Int?)
        /// A file of the data folder is written.
        case wrote(path: String)
        /// A file is another edition than the one that the lessons were written with.
        case otherEdition(path: String, detail: String)
    }

    /// Fetches a set into a folder. What is written is written whole: beside its place, then renamed.
    ///
    /// - Parameters:
    ///   - name: the set, as a lesson's front matter names it.
    ///   - folder: the data folder, which is made if it is not there.
    ///   - sources: the downloads, by default the publisher's.
    /// - Throws: `DataSetError.unknownSet`, or `DataFetchError`.
    public static func fetch(
        _ name: String, into folder: String, sources: [DataSource]? = nil, progress: @escaping (Progress) -> Void = { _ in }
    ) throws {
        try DataSets.validate(name)
        guard let sources = sources ?? DataSource.table[name], !sources.isEmpty else { throw DataFetchError.nothingToFetch(name: name) }
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        try writing(folder) { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }
        for source in sources { try fetch(source, into: root, progress) }
        for difference in try DataSets.verify(name, in: folder) {
            progress(.otherEdition(path: difference.path, detail: difference.detail))
        }
    }

    private static func fetch(_ source: DataSource, into root: URL, _ progress: @escaping (Progress) -> Void) throws {
        let part = root.appendingPathComponent(".\(fileName(source)).part")
        // A server that ends a connection early is asked for the rest, as long as something arrives.
        var held = -1
        while true {
            let before = size(part)
            progress(.started(address: source.address, resumedAt: before))
            do {
                try Download(address: source.address, file: part) {
                    progress(.received(address: source.address, bytes: $0, of: $1))
                }.run()
                break
            } catch let error as DataFetchError {
                guard case .cutShort = error, size(part) > max(before, held) else { throw error }
                held = size(part)
            }
        }

        let content = try writing(part.path) { [UInt8](try Data(contentsOf: part)) }
        func refuse(_ error: DataFetchError) -> DataFetchError {
            try? FileManager.default.removeItem(at: part)
            return error
        }
        if let size = source.size, size != content.count {
            throw refuse(.wrongSize(address: source.address, expected: size, found: content.count))
        }
        if let expected = source.sha256 {
            let found = SHA256.hexadecimal(of: content)
            if found != expected { throw refuse(.wrongHash(address: source.address, expected: expected, found: found)) }
        }

        switch source.packing {
        case .file(let path): try write(content, to: root.appendingPathComponent(path), progress)
        case .zip:
            do {
                let archive = try ZipArchive(content)
                for member in archive.members where !member.name.hasSuffix("/") {
                    guard isSafe(member.name) else { throw ZipArchive.Failure(reason: "the archive wants to write to \(member.name)") }
                    try write(try archive.content(of: member), to: root.appendingPathComponent(member.name), progress)
                }
            } catch let failure as ZipArchive.Failure {
                throw refuse(.badArchive(address: source.address, reason: failure.reason))
            }
        }
        try? FileManager.default.removeItem(at: part)
    }

    private static func write(_ content: [UInt8], to url: URL, _ progress: (Progress) -> Void) throws {
        try writing(url.path) {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content).write(to: url, options: .atomic)
        }
        progress(.wrote(path: url.path))
    }

    private static func writing<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch { throw DataFetchError.cannotWrite(path: path, reason: Download.words(error)) }
    }

    private static func size(_ file: URL) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    }

    private static func fileName(_ source: DataSource) -> String {
        source.address.split(separator: "/").last.map(String.init) ?? "download"
    }

    /// A relative path that does not climb out of its folder.
    private static func isSafe(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.contains("\\") && !path.split(separator: "/").contains("..") && !path.isEmpty
    }
}
