import Foundation
import StepLanguage

/// What earlier runs of a project's lessons left for later ones: a folder of files named by what they were made from.
///
/// A file is written beside and renamed, so that it is whole or not there; it carries a digest of its contents, and one
/// that is damaged counts as missing. Several processes may use a store at once. `docs/formats.md` describes the files.
public final class LessonStore {
    /// What a file holds; a part of its name.
    public enum Kind: String, CaseIterable {
        /// What a step gave and changed.
        case step
        /// What a piece of a step changed in the program's state.
        case piece
        /// How far a training had come after an epoch.
        case checkpoint
        /// The steps of a whole lesson.
        case lesson
        /// What a step was last made from, for explaining.
        case trace
        /// The digest of a file outside of the store.
        case file
    }

    /// The version of the files that this program writes and reads.
    public static let format = 1
    private static let magic = Array("lessons store \(format)\n".utf8)

    /// `.lessons/` of the project.
    public let folder: String
    private let files: String
    /// How many bytes the store may hold; beyond, what was not used for longest goes.
    private let limit: Int
    /// Why something could not be kept, after the first failure.
    public private(set) var problem: String?
    private var written = 0

    /// - Parameters:
    ///   - project: the project's root; the store is its folder `.lessons`.
    ///   - limit: how many bytes it may hold.
    public init(project: String, limit: Int = 2 << 30) {
        folder = project + "/.lessons"
        files = folder + "/store-\(Self.format)"
        self.limit = limit
    }

    // MARK: Reading

    private func path(_ kind: Kind, _ key: Digest) -> String {
        let name = key.text
        return "\(files)/\(name.prefix(2))/\(name).\(kind.rawValue)"
    }

    /// The contents kept under a key; nil where there are none, or damaged ones.
    func read(_ kind: Kind, _ key: Digest) -> ArraySlice<UInt8>? {
        let path = path(kind, key)
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        let start = Self.magic.count + 16
        guard bytes.count >= start, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { return nil }
        let contents = bytes[start...]
        guard Self.check(contents).elementsEqual(bytes[Self.magic.count..<start]) else {
            unlink(path)
            return nil
        }
        // Its time says when it was used last; where it cannot be set, the file is only older than it might be.
        utimes(path, nil)
        return contents
    }

    private static func check(_ contents: ArraySlice<UInt8>) -> [UInt8] {
        var hasher = DigestHasher()
        contents.withUnsafeBytes { hasher.add($0) }
        let digest = hasher.digest
        return withUnsafeBytes(of: (digest.high.littleEndian, digest.low.littleEndian)) { Array($0) }
    }

    // MARK: Writing

    /// Keeps contents under a key. Where that cannot be done, `problem` says why, and nothing else happens.
    func write(_ kind: Kind, _ key: Digest, _ contents: [UInt8]) {
        guard problem == nil else { return }
        let path = path(kind, key)
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let beside = "\(parent)/.\(key.text).\(ProcessInfo.processInfo.processIdentifier).new"
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        } catch {
            problem = "cannot write \(parent): \(OutputFolder.reason(error))"
            return
        }
        guard Self.save(Self.magic + Self.check(contents[...]) + contents, to: beside), rename(beside, path) == 0 else {
            problem = "cannot write \(path): \(String(cString: strerror(errno)))"
            unlink(beside)
            return
        }
        written += contents.count
    }

    /// Writes a file; false, with `errno` set, where not all of it could be written.
    private static func save(_ bytes: [UInt8], to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0 else { return false }
        var done = 0
        let isWhole = bytes.withUnsafeBytes { source in
            while done < source.count {
                let count = Foundation.write(file, source.baseAddress.map { $0 + done }, source.count - done)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
        let reason = errno
        let isClosed = close(file) == 0
        if !isWhole { errno = reason }
        return isWhole && isClosed
    }

    /// Removes what is kept under a key.
    func remove(_ kind: Kind, _ key: Digest) { unlink(path(kind, key)) }

    // MARK: Size

    /// Removes what was not used for longest until the store is within its limit, and what writers that are gone left.
    public func trim() {
        guard written > 0, let walk = FileManager.default.enumerator(atPath: files) else { return }
        written = 0
        var found: [(path: String, size: Int, used: Double)] = []
        var total = 0
        for case let name as String in walk {
            // Foundation's attributes of a file read who owns it, from files of the system's, each time anew.
            var status = stat()
            guard lstat("\(files)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            #if canImport(Darwin)
            let time = status.st_mtimespec
            #else
            let time = status.st_mtim
            #endif
            let used = Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
            if name.hasSuffix(".new") {
                if Date().timeIntervalSince1970 - used > 3600 { unlink("\(files)/\(name)") }
                continue
            }
            let size = Int(status.st_size)
            found.append(("\(files)/\(name)", size, used))
            total += size
        }
        guard total > limit else { return }
        for file in found.sorted(by: { $0.used < $1.used }) where total > limit * 9 / 10 {
            unlink(file.path)
            total -= file.size
        }
    }

    /// Removes everything that is kept; gives how many bytes it were.
    /// - Throws: `OutputError` where a file cannot be removed.
    public func clear() throws -> Int {
        var total = 0
        if let walk = FileManager.default.enumerator(atPath: folder) {
            while walk.nextObject() != nil { total += (walk.fileAttributes?[.size] as? NSNumber)?.intValue ?? 0 }
        }
        guard FileManager.default.fileExists(atPath: folder) else { return 0 }
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            throw OutputError(path: folder, reason: OutputFolder.reason(error))
        }
        return total
    }

    // MARK: Files outside

    /// The digest of a file's contents, read anew only where its size or times changed; nil where it cannot be read.
    public func digest(ofFile path: String) -> Digest? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
        let times = (status.st_mtimespec, status.st_ctimespec)
        #else
        let times = (status.st_mtim, status.st_ctim)
        #endif
        let key = Digest(
            "file", URL(fileURLWithPath: path).standardizedFileURL.path,
            "\(status.st_size) \(status.st_ino) \(times.0.tv_sec).\(times.0.tv_nsec) \(times.1.tv_sec).\(times.1.tv_nsec)")
        if let kept = mark(key) { return kept }
        guard let digest = Self.contents(ofFile: path) else { return nil }
        mark(key, digest)
        return digest
    }

    /// The digest of what a file holds, read a piece at a time: the program itself is large.
    private static func contents(ofFile path: String) -> Digest? {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var hasher = DigestHasher()
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        var filled = 0
        while true {
            let count = piece.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            filled += count
            // Pieces of one size: how much a read gives must not show in the digest.
            guard count == 0 || filled == piece.count else { continue }
            piece[..<filled].withUnsafeBytes { hasher.add($0) }
            if count == 0 { return hasher.digest }
            filled = 0
        }
    }

    /// The digest that was kept under a key.
    public func mark(_ key: Digest) -> Digest? {
        read(.file, key).flatMap { Digest(text: String(decoding: $0, as: UTF8.self)) }
    }

    /// Keeps a digest under a key.
    public func mark(_ key: Digest, _ digest: Digest) { write(.file, key, Array(digest.text.utf8)) }
}
