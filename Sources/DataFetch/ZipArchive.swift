import CZlib

/// Reads a zip archive in memory (PKWARE's application note, without encryption, parts or the 64-bit extension).
struct ZipArchive {
    /// One file in the archive.
    struct Member {
        let name: String
        let method: Int
        let checksum: UInt32
        let packedSize: Int
        let size: Int
        let offset: Int
    }

    /// Why an archive cannot be read.
    struct Failure: Error {
        let reason: String
    }

    let members: [Member]
    private let bytes: [UInt8]
    /// No data set unpacks to more.
    private static let largest = 1 << 30

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        // The directory's end is the last thing in the file, before a comment of at most 65,535 bytes.
        var end = bytes.count - 22
        let lowest = max(0, end - 65_535)
        while end >= lowest, Self.number(bytes, end, 4) != 0x0605_4B50 { end -= 1 }
        guard end >= lowest, let count = Self.number(bytes, end + 10, 2), var place = Self.number(bytes, end + 16, 4) else {
            throw Failure(reason: "this is not a zip archive, or not all of it")
        }
        var members: [Member] = []
        for _ in 0..<count {
            guard Self.number(bytes, place, 4) == 0x0201_4B50, let method = Self.number(bytes, place + 10, 2),
                let checksum = Self.number(bytes, place + 16, 4), let packed = Self.number(bytes, place + 20, 4),
                let size = Self.number(bytes, place + 24, 4), let nameLength = Self.number(bytes, place + 28, 2),
                let extraLength = Self.number(bytes, place + 30, 2), let commentLength = Self.number(bytes, place + 32, 2),
                let offset = Self.number(bytes, place + 42, 4), place + 46 + nameLength <= bytes.count
            else { throw Failure(reason: "the archive's directory is damaged") }
            let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
            members.append(
                Member(
                    name: name, method: method, checksum: UInt32(truncatingIfNeeded: checksum), packedSize: packed, size: size,
                    offset: offset))
            place += 46 + nameLength + extraLength + commentLength
        }
        self.members = members
        guard members.reduce(0, { $0 + $1.size }) <= Self.largest else { throw Failure(reason: "the archive unpacks to more than a gigabyte") }
    }

    /// A member's content, checked.
    func content(of member: Member) throws -> [UInt8] {
        guard Self.number(bytes, member.offset, 4) == 0x0403_4B50, let nameLength = Self.number(bytes, member.offset + 26, 2),
            let extraLength = Self.number(bytes, member.offset + 28, 2)
        else { throw Failure(reason: "\(member.name) is damaged in the archive") }
        let start = member.offset + 30 + nameLength + extraLength
        guard start + member.packedSize <= bytes.count else { throw Failure(reason: "\(member.name) is cut short in the archive") }
        let packed = Array(bytes[start..<start + member.packedSize])
        let content: [UInt8]
        switch member.method {
        case 0: content = packed
        case 8: content = try Self.inflated(packed, size: member.size, name: member.name)
        default: throw Failure(reason: "\(member.name) is packed by a method that is not known here (\(member.method))")
        }
        let checksum = content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        guard content.count == member.size, UInt32(truncatingIfNeeded: checksum) == member.checksum else {
            throw Failure(reason: "\(member.name) is damaged in the archive")
        }
        return content
    }

    private static func inflated(_ packed: [UInt8], size: Int, name: String) throws -> [UInt8] {
        var stream = z_stream()
        // Negative: no wrapper around the compressed data.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Failure(reason: "zlib cannot be started")
        }
        defer { inflateEnd(&stream) }
        var input = packed
        var status = Z_OK
        let content = input.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: max(size, 1)) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(clamping: input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: size)
                status = inflate(&stream, Z_FINISH)
                count = size - Int(stream.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw Failure(reason: "\(name) is damaged in the archive") }
        return content
    }

    /// A number of some bytes, the lowest first; nil beyond the end.
    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }
}
