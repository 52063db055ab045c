#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Bytes of a text file, on their way to being fields.
enum CSVText {
    /// The content of a file; throws `CSVError` with the system's reason.
    static func content(of path: String) throws -> [UInt8] {
        func failure(_ reason: String? = nil) -> CSVError {
            CSVError(file: path, problem: .unreadable(reason: reason ?? reasonOfLastError()))
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw failure() }
        guard information.st_mode & S_IFMT != S_IFDIR else { throw failure("this is a directory, not a file") }

        var content: [UInt8] = []
        // One byte more than the file has, to meet its end without another turn.
        var room = Swift.max(Int(information.st_size) + 1, 4096)
        while true {
            guard content.count + room < Int(CSVFields.quotedMark) + 4096 else { throw CSVError(file: path, problem: .tooLarge) }
            var problem: CSVError?
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                while count < buffer.count {
                    let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { problem = failure() }
                    if got <= 0 { break }
                    count += got
                }
            }
            if let problem { throw problem }
            let ended = part.count < room
            if content.isEmpty { content = part } else { content += part }
            if ended { return content }
            room = Swift.max(content.count, 1 << 16)
        }
    }

    private static func reasonOfLastError() -> String {
        switch errno {
        case ENOENT: "there is no such file"
        case EACCES: "it cannot be opened: permission denied"
        default: "it cannot be read: \(String(cString: strerror(errno)))"
        }
    }

    /// Latin-1 as UTF-8.
    static func fromLatin1(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.append(0xC0 | byte >> 6)
                result.append(0x80 | byte & 0x3F)
            }
        }
        return result
    }

    /// Where the bytes stop being UTF-8, or nil.
    static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = bytes.count
        var position = 0
        while position < count {
            if bytes[position] < 0x80 {
                position += 1
                // Eight ASCII characters at a time.
                while position + 8 <= count, raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                    position += 8
                }
                continue
            }
            // Table 3-7 of the Unicode standard: how a sequence begins limits its second byte.
            let length: Int
            let second: ClosedRange<UInt8>
            switch bytes[position] {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return position
            }
            guard position + length <= count, second.contains(bytes[position + 1]),
                bytes[position..<position + length].dropFirst(2).allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return position }
            position += length
        }
        return nil
    }

    /// Line and column in characters, both from 1, of a place in the bytes.
    static func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        var line = 1
        var start = 0
        var index = 0
        while index < Swift.min(offset, bytes.count) {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !(index < bytes.count && bytes[index] == UInt8(ascii: "\n"))) {
                line += 1
                start = index
            }
        }
        return (line, String(decoding: bytes[start..<Swift.max(start, Swift.min(offset, bytes.count))], as: UTF8.self).count + 1)
    }
}
