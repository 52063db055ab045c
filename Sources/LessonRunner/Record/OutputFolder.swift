import Foundation

/// Why results could not be written.
public struct OutputError: Error, CustomStringConvertible {
    public let path: String
    public let reason: String

    public var description: String { "cannot write \(path): \(reason)" }
}

/// A folder of results that appears whole or not at all.
///
/// Files are written into a folder beside the final one; `commit()` renames it into place. Until then,
/// what stood there before stays.
public final class OutputFolder {
    /// Where the results will stand.
    public let path: String
    /// A folder beside the final one, and in it the folder of the new results under its final name.
    public let stagingParent: String
    private let staging: String
    private var isOpen = true

    /// Opens a staging folder beside `path`.
    /// - Throws: `OutputError` where the folder above cannot be written to.
    public init(path: String) throws {
        self.path = path
        let url = URL(fileURLWithPath: path)
        let parent = url.deletingLastPathComponent().path
        stagingParent = parent + "/." + url.lastPathComponent + ".\(ProcessInfo.processInfo.processIdentifier).new"
        staging = stagingParent + "/" + url.lastPathComponent
        Self.removeLeftovers(of: url.lastPathComponent, in: parent)
        do {
            try? FileManager.default.removeItem(atPath: stagingParent)
            try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
        } catch {
            throw OutputError(path: parent, reason: Self.reason(error))
        }
    }

    deinit {
        discard()
    }

    /// Removes the folders of runs that were killed; results that one of them had just moved aside come back.
    private static func removeLeftovers(of name: String, in parent: String) {
        let manager = FileManager.default
        for item in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] {
            guard item.hasPrefix(".\(name)."), item.hasSuffix(".new"), let process = pid_t(item.dropFirst(name.count + 2).dropLast(4)),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            let old = "\(parent)/\(item)/\(name).old"
            if !manager.fileExists(atPath: "\(parent)/\(name)") { try? manager.moveItem(atPath: old, toPath: "\(parent)/\(name)") }
            try? manager.removeItem(atPath: "\(parent)/\(item)")
        }
    }

    /// Writes one file of the results.
    /// - Throws: `OutputError`, as on a full disk.
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: staging + "/" + name))
        } catch {
            throw OutputError(path: path + "/" + name, reason: Self.reason(error))
        }
    }

    /// Writes one file of text.
    /// - Throws: `OutputError`, as on a full disk.
    public func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Where a file of the results is now.
    public func file(_ name: String) -> String { (isOpen ? staging : path) + "/" + name }

    /// A file written so far; nil where there is none of the name.
    public func read(_ name: String) -> Data? {
        try? Data(contentsOf: URL(fileURLWithPath: file(name)))
    }

    /// Puts the results in place of what stood there before.
    /// - Throws: `OutputError`; what was there before is then still there.
    public func commit() throws {
        let old = staging + ".old"
        let manager = FileManager.default
        do {
            try? manager.removeItem(atPath: old)
            let replaces = manager.fileExists(atPath: path)
            if replaces { try manager.moveItem(atPath: path, toPath: old) }
            do {
                try manager.moveItem(atPath: staging, toPath: path)
            } catch {
                if replaces { try? manager.moveItem(atPath: old, toPath: path) }
                throw error
            }
            try? manager.removeItem(atPath: stagingParent)
            isOpen = false
        } catch {
            throw OutputError(path: path, reason: Self.reason(error))
        }
    }

    /// Whether every file written so far already stands in its place, byte by byte.
    public var isInPlace: Bool {
        guard isOpen, let names = try? FileManager.default.contentsOfDirectory(atPath: staging) else { return false }
        return names.allSatisfy { FileManager.default.contentsEqual(atPath: "\(staging)/\($0)", andPath: "\(path)/\($0)") }
    }

    /// Throws the new results away.
    public func discard() {
        guard isOpen else { return }
        isOpen = false
        try? FileManager.default.removeItem(atPath: stagingParent)
    }

    /// Writes one file beside and renames it into place.
    /// - Throws: `OutputError`; what was there before is then still there.
    public static func replace(_ path: String, with bytes: some Sequence<UInt8>) throws {
        let url = URL(fileURLWithPath: path)
        let parent = url.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw OutputError(path: path, reason: reason(error))
        }
    }

    static func reason(_ error: Error) -> String {
        let error = error as NSError
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        switch error.code {
        case NSFileWriteOutOfSpaceError: return "no space left on the disk"
        case NSFileWriteNoPermissionError: return "no permission; name another folder or change its permissions"
        case NSFileWriteVolumeReadOnlyError: return "the file system is read-only"
        default: return error.localizedDescription
        }
    }
}
