import CZlib
import Foundation

/// A PNG file taken apart and written anew, as a picture optimiser would: the same pixels in other bytes.
///
/// Reads what the program writes: one picture through a palette, not interlaced. Format: the PNG specification (W3C, 2025).
struct RecodedPNG {
    struct Unreadable: Error {}
    typealias Chunk = (type: String, data: [UInt8])

    let width: Int
    let height: Int
    private var chunks: [Chunk]
    /// Red, green and blue of each pixel, row by row.
    private var parts: [UInt8] = []

    init(_ data: Data) throws {
        chunks = try Self.chunks(data)
        guard let header = chunks.first?.data, header.count == 13, header[9] == 3, header[12] == 0,
            let palette = chunks.first(where: { $0.type == "PLTE" })?.data
        else { throw Unreadable() }
        width = Self.number(header[0..<4])
        height = Self.number(header[4..<8])
        let depth = Int(header[8])
        let rowSize = (width * depth + 7) / 8
        let rows = try Self.inflated(chunks.filter { $0.type == "IDAT" }.flatMap(\.data), atMost: (rowSize + 1) * height)
        guard rows.count == (rowSize + 1) * height else { throw Unreadable() }
        var above = [UInt8](repeating: 0, count: rowSize)
        for y in 0..<height {
            let start = y * (rowSize + 1)
            above = Self.unfiltered(Array(rows[(start + 1)..<(start + 1 + rowSize)]), by: rows[start], above: above)
            for x in 0..<width {
                let bit = x * depth
                let color = 3 * (Int(above[bit / 8]) >> (8 - depth - bit % 8) & (1 << depth - 1))
                guard color + 2 < palette.count else { throw Unreadable() }
                parts += palette[color..<(color + 3)]
            }
        }
    }

    mutating func paint(x columns: Range<Int>, y rows: Range<Int>, red: UInt8, green: UInt8, blue: UInt8) {
        for y in rows {
            for x in columns { parts.replaceSubrange((3 * (y * width + x))..<(3 * (y * width + x) + 3), with: [red, green, blue]) }
        }
    }

    /// The picture without a palette, its rows filtered by their left neighbours, compressed for speed, in several pieces.
    func data() throws -> Data {
        var header = chunks[0].data
        (header[8], header[9]) = (8, 2)
        var rows: [UInt8] = []
        for y in 0..<height {
            let row = Array(parts[(3 * y * width)..<(3 * (y + 1) * width)])
            rows.append(1)
            rows += row.indices.map { $0 < 3 ? row[$0] : row[$0] &- row[$0 - 3] }
        }
        let stream = try Self.deflated(rows)
        var result: [Chunk] = [("IHDR", header)]
        result += chunks.dropFirst().filter { !["PLTE", "IDAT", "IEND"].contains($0.type) }
        result += stride(from: 0, to: stream.count, by: 5000).map { ("IDAT", Array(stream[$0..<min($0 + 5000, stream.count)])) }
        return Self.file(result + [("IEND", [])])
    }

    /// An animated PNG with each frame compressed anew.
    static func recompressedAnimation(_ data: Data) throws -> Data {
        let chunks = try chunks(data)
        guard let header = chunks.first?.data, header.count == 13 else { throw Unreadable() }
        let size = (4 * number(header[0..<4]) + 1) * number(header[4..<8])
        // The still picture may be in several pieces, a frame is in one.
        let still = chunks.filter { $0.type == "IDAT" }.flatMap(\.data)
        var whole = chunks.filter { $0.type != "IDAT" }
        whole.insert(("IDAT", still), at: chunks.firstIndex { $0.type == "IDAT" } ?? whole.count)
        return file(
            try whole.map { chunk in
                switch chunk.type {
                case "IDAT": (chunk.type, try deflated(inflated(chunk.data, atMost: size)))
                case "fdAT":
                    // A frame's number stands before its pixels.
                    (chunk.type, try chunk.data.prefix(4) + deflated(inflated(Array(chunk.data.dropFirst(4)), atMost: size)))
                default: chunk
                }
            })
    }

    // MARK: The container

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func bytes(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }

    private static func chunks(_ data: Data) throws -> [Chunk] {
        let all = [UInt8](data)
        var result: [Chunk] = []
        var place = 8
        while place + 12 <= all.count {
            let count = number(all[place..<(place + 4)])
            guard place + 12 + count <= all.count else { throw Unreadable() }
            let type = String(decoding: all[(place + 4)..<(place + 8)], as: UTF8.self)
            result.append((type, Array(all[(place + 8)..<(place + 8 + count)])))
            place += 12 + count
        }
        return result
    }

    private static func file(_ chunks: [Chunk]) -> Data {
        var result: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        for chunk in chunks {
            let body = Array(chunk.type.utf8) + chunk.data
            result += bytes(chunk.data.count) + body + bytes(Int(crc32(0, body, UInt32(body.count))))
        }
        return Data(result)
    }

    // MARK: Rows

    private static func inflated(_ stream: [UInt8], atMost size: Int) throws -> [UInt8] {
        var result = [UInt8](repeating: 0, count: size)
        var count = UInt(size)
        guard uncompress(&result, &count, stream, UInt(stream.count)) == Z_OK else { throw Unreadable() }
        return Array(result.prefix(Int(count)))
    }

    private static func deflated(_ rows: [UInt8]) throws -> [UInt8] {
        var count = compressBound(UInt(rows.count))
        var result = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&result, &count, rows, UInt(rows.count), Z_BEST_SPEED) == Z_OK else { throw Unreadable() }
        return Array(result.prefix(Int(count)))
    }

    /// Undoes a row's filter; palette indices are a byte or less, so that the left neighbour is the byte before.
    private static func unfiltered(_ row: [UInt8], by filter: UInt8, above: [UInt8]) -> [UInt8] {
        var result = row
        for x in result.indices {
            let (a, b, c) = (x > 0 ? Int(result[x - 1]) : 0, Int(above[x]), x > 0 ? Int(above[x - 1]) : 0)
            let guess: Int
            switch filter {
            case 1: guess = a
            case 2: guess = b
            case 3: guess = (a + b) / 2
            case 4:
                let (toA, toB, toC) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
                guess = toA <= toB && toA <= toC ? a : toB <= toC ? b : c
            default: guess = 0
            }
            result[x] = result[x] &+ UInt8(guess)
        }
        return result
    }
}
