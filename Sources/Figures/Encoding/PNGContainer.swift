/// A PNG file as its chunks: reading and writing the container, not the pixels.
struct PNGContainer {
    struct Chunk {
        var type: String
        var data: [UInt8]
    }

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    var chunks: [Chunk]

    init(chunks: [Chunk]) {
        self.chunks = chunks
    }

    /// - Throws: `PNGError` where the bytes are no PNG, or a chunk is cut short or damaged.
    init(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: PNGContainer.signature) else { throw PNGError.notPNG }
        chunks = []
        var position = 8
        while position < bytes.count {
            guard position + 12 <= bytes.count else { throw PNGError.truncated }
            let length = Int(bytes.bigEndian32(at: position))
            guard length <= bytes.count - position - 12 else { throw PNGError.truncated }
            let body = bytes[(position + 4)..<(position + 8 + length)]
            let type = String(decoding: body.prefix(4), as: UTF8.self)
            guard CRC32.of(body) == bytes.bigEndian32(at: position + 8 + length) else { throw PNGError.damaged(chunk: type) }
            chunks.append(Chunk(type: type, data: Array(body.dropFirst(4))))
            position += 12 + length
            if type == "IEND" { break }
        }
        guard chunks.first?.type == "IHDR", chunks.last?.type == "IEND" else { throw PNGError.truncated }
    }

    var bytes: [UInt8] {
        var result = PNGContainer.signature
        for chunk in chunks {
            result.appendBigEndian(UInt32(chunk.data.count))
            let body = Array(chunk.type.utf8) + chunk.data
            result += body
            result.appendBigEndian(CRC32.of(body[...]))
        }
        return result
    }

    func data(of type: String) -> [UInt8]? {
        chunks.first { $0.type == type }?.data
    }

    // MARK: Text

    /// The text of the first uncompressed iTXt chunk with this keyword.
    func text(keyword: String) -> String? {
        let prefix = Array(keyword.utf8) + [0]
        for chunk in chunks where chunk.type == "iTXt" && chunk.data.starts(with: prefix) {
            let rest = chunk.data.dropFirst(prefix.count)
            guard rest.first == 0 else { continue }
            // Compression flag and method, then language tag and translated keyword, each ended by a zero.
            let parts = rest.dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 3 { return String(decoding: parts[2], as: UTF8.self) }
        }
        return nil
    }

    /// Puts a text before the pixels, in UTF-8 and uncompressed.
    mutating func setText(keyword: String, _ text: String) {
        let data = Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8)
        let place = chunks.firstIndex { $0.type == "IDAT" || $0.type == "acTL" } ?? chunks.count
        chunks.insert(Chunk(type: "iTXt", data: data), at: place)
    }
}

/// Why bytes are not a picture.
public enum PNGError: Error, Equatable, Sendable, CustomStringConvertible {
    case notPNG
    case truncated
    case damaged(chunk: String)
    /// The picture library refused the pixels, in its own words.
    case refused(String)
    /// The file has no description of a figure.
    case noDescription
    /// The description was written by a later version.
    case unknownVersion(Int)
    case malformedDescription(String)

    public var description: String {
        switch self {
        case .notPNG: return "not a PNG file"
        case .truncated: return "the PNG file is cut short"
        case .damaged(let chunk): return "the PNG file is damaged: the checksum of its \(chunk) chunk does not fit"
        case .refused(let reason): return "the PNG file could not be read: \(reason)"
        case .noDescription: return "the PNG file carries no description of a figure"
        case .unknownVersion(let version):
            return "the figure's description has version \(version); this program knows up to \(FigureDescription.currentVersion)"
        case .malformedDescription(let reason): return "the figure's description in the PNG file cannot be read: \(reason)"
        }
    }
}

/// The checksum of PNG chunks (ISO 3309).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        table.withUnsafeBufferPointer { table in
            for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
        }
        return crc ^ 0xFFFF_FFFF
    }
}

extension Array where Element == UInt8 {
    func bigEndian32(at position: Int) -> UInt32 {
        guard position + 4 <= count else { return 0 }
        return self[position..<(position + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    func bigEndian16(at position: Int) -> Int {
        guard position + 2 <= count else { return 0 }
        return Int(self[position]) << 8 | Int(self[position + 1])
    }

    mutating func appendBigEndian(_ value: UInt32) {
        append(contentsOf: [UInt8(truncatingIfNeeded: value >> 24), UInt8(truncatingIfNeeded: value >> 16),
            UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)])
    }

    mutating func appendBigEndian16(_ value: Int) {
        append(contentsOf: [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)])
    }
}
