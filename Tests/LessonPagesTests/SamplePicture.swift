import Foundation

/// A small picture for the tests: a curve on a ground, as an uncompressed PNG.
struct SamplePicture: Hashable {
    var width = 320
    var height = 200
    var isDark = false
    /// Where the curve's marker stands, 0…1; the frames of an animation differ in it.
    var position = 1.0

    var png: [UInt8] {
        let ground: [UInt8] = isDark ? [0x15, 0x18, 0x1C] : [0xFD, 0xFC, 0xFA]
        let axis: [UInt8] = isDark ? [0x6A, 0x74, 0x80] : [0xB0, 0xB0, 0xAA]
        let curve: [UInt8] = isDark ? [0x82, 0xBD, 0xF0] : [0x1C, 0x5D, 0x8F]
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let t = Double(x - 20) / Double(width - 30)
                let curveY = Double(height - 20) - Double(height - 40) * (0.1 + 0.85 * exp(-4 * t))
                let isCurve = t >= 0 && t <= position && abs(Double(y) - curveY) < 1.4
                let isAxis = (x == 20 && y > 10 && y < height - 19) || (y == height - 20 && x > 19 && x < width - 10)
                rows += isCurve ? curve : isAxis ? axis : ground
            }
        }
        let header = big(UInt32(width)) + big(UInt32(height)) + [8, 2, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    private func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) } }

    private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        var crc: UInt32 = .max
        for byte in body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return big(UInt32(data.count)) + body + big(~crc)
    }

    /// A zlib stream of stored blocks.
    private func stored(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in data {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        var index = 0
        while index < data.count {
            let count = min(65535, data.count - index)
            result.append(index + count == data.count ? 1 : 0)
            result += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8((~count >> 8) & 255)]
            result += data[index..<(index + count)]
            index += count
        }
        return result + big(b << 16 | a)
    }
}
