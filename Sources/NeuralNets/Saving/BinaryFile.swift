#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file opened for reading, whose size is known before anything is allocated for its contents.
final class BinaryFile {
    let path: String
    /// The file's size in bytes.
    let size: Int
    private let descriptor: Int32

    /// Opens a regular file; throws `SavingError.system` where that fails.
    init(reading path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BinaryFile.systemError(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            defer { close(descriptor) }
            throw BinaryFile.systemError(path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw SavingError(path: path, reason: .system("not a regular file"))
        }
        self.path = path
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Reads exactly `count` bytes at `offset`; what is beyond the file's end throws before anything is allocated.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        let (end, overflow) = offset.addingReportingOverflow(count)
        guard count >= 0, offset >= 0, !overflow, end <= size else {
            throw SavingError(path: path, reason: .truncated(needed: overflow ? .max : end, present: size))
        }
        guard count > 0 else { return [] }
        return try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
            initialized = count
        }
    }

    /// Fills `buffer` from `offset` on.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        var done = 0
        while done < buffer.count, let base = buffer.baseAddress {
            let count = pread(descriptor, base + done, buffer.count - done, off_t(offset + done))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw BinaryFile.systemError(path) }
            guard count > 0 else {
                throw SavingError(path: path, reason: .truncated(needed: offset + buffer.count, present: offset + done))
            }
            done += count
        }
    }

    static func systemError(_ path: String) -> SavingError {
        SavingError(path: path, reason: .system(String(cString: strerror(errno))))
    }

    /// Writes a file beside `path` and renames it into place, so that no reader ever sees half of it.
    static func write(_ path: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws {
        var template = Array((path + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw systemError(path) }
        var isOpen = true
        do {
            try body { bytes in
                var done = 0
                while done < bytes.count, let base = bytes.baseAddress {
                    let count = Glibc.write(descriptor, base + done, bytes.count - done)
                    if count < 0 && errno == EINTR { continue }
                    guard count > 0 else { throw systemError(path) }
                    done += count
                }
            }
            guard fchmod(descriptor, 0o644) == 0 else { throw systemError(path) }
            isOpen = false
            guard close(descriptor) == 0 else { throw systemError(path) }
            guard rename(template, path) == 0 else { throw systemError(path) }
        } catch {
            if isOpen { close(descriptor) }
            unlink(template)
            throw error
        }
    }
}
