// Bit sets, Gray codes, popcounts, packing, parity.
func bits(_ n: Int, _ w: Int = 8) -> String { (0..<w).reversed().map { n >> $0 & 1 == 1 ? "1" : "0" }.joined() }
print(bits(37), bits(0b1011 & 0b0110), bits(~5 & 0xFF), (0..<8).map { bits($0 ^ ($0 >> 1), 3) })
struct Flags: Equatable { var raw: UInt8 = 0
    static let a = Flags(raw: 1), b = Flags(raw: 2), c = Flags(raw: 4)
    static func | (x: Flags, y: Flags) -> Flags { Flags(raw: x.raw | y.raw) }
    func has(_ f: Flags) -> Bool { raw & f.raw == f.raw }
    mutating func toggle(_ f: Flags) { raw ^= f.raw }
}
var f = Flags.a | .c
print(f.has(.a), f.has(.b), f.raw)
f.toggle(.a); f.toggle(.b)
print(f.raw, f == .b | .c)
let rgb = 0xFF8040
let (r, g, b) = (rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)
print(r, g, b, String(r << 16 | g << 8 | b, radix: 16), UInt8(truncatingIfNeeded: rgb))
print((0..<16).map { $0.nonzeroBitCount }.reduce(0, +), 40.trailingZeroBitCount, (1 << 20).leadingZeroBitCount, 12 & -12)
func isPower(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }
print((0...20).filter(isPower), [1, 2, 3, 2, 1].reduce(0, ^))
var x = 5, y = 9
x ^= y; y ^= x; x ^= y
print(x, y, (UInt16(0xABCD) >> 4) & 0xFF, Int8(bitPattern: 0xF0), UInt32(bitPattern: -1))
func subsets(_ n: Int) -> [[Int]] { (0..<(1 << n)).map { mask in (0..<n).filter { mask & (1 << $0) != 0 } } }
print(subsets(3))
