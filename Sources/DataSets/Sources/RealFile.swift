#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of a real data set, read whole and compared with the edition that the lessons were written with.
enum RealFile {
    /// The bytes of a set's file, and its path; throws `DataSetError`. Another edition is a warning, not an error.
    static func read(_ set: DataSetName, _ name: String) throws -> (bytes: [UInt8], path: String) {
        guard let location = DataSets.location, let file = set.files.first(where: { $0.path.hasSuffix(name) }) else {
            throw DataSetError.incomplete(set: set.rawValue, file: name)
        }
        let path = "\(location)/\(file.path)"
        guard let bytes = try content(of: path) else { throw DataSetError.incomplete(set: set.rawValue, file: path) }
        if let detail = difference(file, bytes) { DataSets.settings.tell(.otherEdition(file: path, detail: detail)) }
        return (bytes, path)
    }

    /// What tells the bytes from those of the known edition; nil where nothing does.
    package static func difference(_ file: DataSetName.File, _ bytes: [UInt8]) -> String? {
        if let size = file.size, size != bytes.count { return "\(bytes.count) bytes instead of \(size)" }
        if let expected = file.sha256, SHA256.hexadecimal(of: bytes) != expected { return "its SHA-256 differs" }
        return nil
    }

    /// The bytes of a file, or nil where there is none; throws `DataSetError.badFile`.
    package static func content(of path: String) throws -> [UInt8]? {
        guard let file = fopen(path, "rb") else {
            if errno == ENOENT { return nil }
            throw DataSetError.badFile(file: path, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        let chunk = 1 << 20
        while true {
            let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                count = buffer.baseAddress.map { fread($0, 1, chunk, file) } ?? 0
            }
            bytes += part
            if part.count < chunk { break }
        }
        if ferror(file) != 0 { throw DataSetError.badFile(file: path, reason: "it cannot be read: \(String(cString: strerror(errno)))") }
        return bytes
    }
}
