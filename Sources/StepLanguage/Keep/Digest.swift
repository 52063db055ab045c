/// A 128-bit hash of bytes: equal contents have equal digests on every machine, and different ones differ for all
/// practical purposes. Not for use against someone who looks for collisions.
public struct Digest: Hashable, Sendable, Comparable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The digest of some texts, each counted with its length.
    public init(_ texts: String...) {
        var hasher = DigestHasher()
        for text in texts { hasher.add(text) }
        self = hasher.digest
    }

    public static func < (a: Digest, b: Digest) -> Bool { (a.high, a.low) < (b.high, b.low) }

    /// Thirty-two hexadecimal digits.
    public var text: String { Self.digits(high) + Self.digits(low) }

    /// A digest from its thirty-two digits.
    public init?(text: some StringProtocol) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    private static func digits(_ value: UInt64) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}

/// Makes a ``Digest`` of what it is given piece by piece.
///
/// Two lanes of 64-bit products folded onto themselves, as in wyhash (Wang Yi); each lane takes every word. Long runs of
/// bytes go through four such pairs in turn.
public struct DigestHasher {
    private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private var length: UInt64 = 0

    public init() {}

    @inline(__always)
    private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    @inline(__always)
    private mutating func mix(_ a: UInt64, _ b: UInt64) {
        let rotated = (first << 29 | first >> 35, second << 31 | second >> 33)
        first = Self.fold(first ^ a, b ^ 0xA076_1D64_78BD_642F) &+ rotated.0
        second = Self.fold(second ^ b, a ^ 0xE703_7ED1_A0B4_28DB) &+ rotated.1
    }

    public mutating func add(_ word: UInt64) {
        length &+= 8
        mix(word, length)
    }

    public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    public mutating func add(_ digest: Digest) {
        length &+= 16
        mix(digest.high, digest.low)
    }

    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// Adds the number of bytes and the bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var offset = 0
        if bytes.count >= 1024 { offset = addBlocks(bytes) }
        while offset + 16 <= bytes.count {
            mix(
                bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            offset += 16
        }
        guard offset < bytes.count else { return }
        var tail: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &tail) { target in
            for index in offset..<bytes.count { target[index - offset] = bytes[index] }
        }
        mix(tail.0, tail.1)
    }

    /// Adds as many whole blocks of 64 bytes as there are, in four chains that do not wait for one another; gives the
    /// number of bytes.
    private mutating func addBlocks(_ bytes: UnsafeRawBufferPointer) -> Int {
        var (a, b, c, d) = (DigestHasher(), DigestHasher(), DigestHasher(), DigestHasher())
        var offset = 0
        while offset + 64 <= bytes.count {
            @inline(__always) func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset + 8 * index, as: UInt64.self) }
            a.mix(word(0), word(1))
            b.mix(word(2), word(3))
            c.mix(word(4), word(5))
            d.mix(word(6), word(7))
            offset += 64
        }
        for chain in [a, b, c, d] { mix(chain.first, chain.second) }
        return offset
    }

    /// The digest of what was added so far.
    public var digest: Digest {
        var end = self
        end.mix(length, 0x8EBC_6AF0_9C88_C6E3)
        end.mix(0x5895_62E2_65C2_1E3F, length)
        return Digest(high: end.first, low: end.second)
    }
}
