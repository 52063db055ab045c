import CKernels

/// Random numbers from a counter (Philox 4×32-10): the n-th number depends on the key and n alone, never on which
/// thread asked first.
public final class RandomStream: RandomNumberGenerator {
    package let key: UInt64
    /// The next unused block of four 32-bit numbers.
    package private(set) var counter: UInt64 = 0
    private var spare: UInt64?

    public init(seed: Int) {
        key = RandomStream.mix(UInt64(bitPattern: Int64(seed)) &+ 0x9E37_79B9_7F4A_7C15)
    }

    /// The stream of one step of a lesson.
    public init(seed: Int, step: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in step.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        key = RandomStream.mix(RandomStream.mix(UInt64(bitPattern: Int64(seed)) &+ 0x9E37_79B9_7F4A_7C15) ^ hash)
    }

    /// SplitMix64's finaliser (Steele, Lea and Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// The stream that this thread draws from.
    public static var current: RandomStream {
        get {
            if let raw = ck_context().pointee.stream {
                return Unmanaged<RandomStream>.fromOpaque(raw).takeUnretainedValue()
            }
            let fresh = RandomStream(seed: 0)
            ck_context().pointee.stream = Unmanaged.passRetained(fresh).toOpaque()
            return fresh
        }
        set {
            let old = ck_context().pointee.stream
            ck_context().pointee.stream = Unmanaged.passRetained(newValue).toOpaque()
            if let old { Unmanaged<RandomStream>.fromOpaque(old).release() }
        }
    }

    /// Starts this thread's stream for one step of a lesson.
    public static func begin(seed: Int, step: String) { current = RandomStream(seed: seed, step: step) }

    /// Starts this thread's stream anew.
    public static func begin(seed: Int) { current = RandomStream(seed: seed) }

    /// How far the stream has come, for going on from there.
    package struct Position: Equatable, Sendable {
        package let counter: UInt64
        package let spare: UInt64?

        package init(counter: UInt64, spare: UInt64?) {
            self.counter = counter
            self.spare = spare
        }
    }

    package var position: Position {
        get { Position(counter: counter, spare: spare) }
        set { (counter, spare) = (newValue.counter, newValue.spare) }
    }

    /// Takes `count` blocks for a kernel that fills a buffer; gives the first.
    package func reserve(blocks count: Int) -> UInt64 {
        spare = nil
        let first = counter
        counter &+= UInt64(count)
        return first
    }

    public func next() -> UInt64 {
        if let value = spare {
            spare = nil
            return value
        }
        var bits: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &bits) { raw in
            ck_philox(key, counter, raw.baseAddress?.assumingMemoryBound(to: UInt32.self))
        }
        counter &+= 1
        spare = UInt64(bits.2) << 32 | UInt64(bits.3)
        return UInt64(bits.0) << 32 | UInt64(bits.1)
    }

    /// A number in [0, 1) with 53 random bits.
    public func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// An integer in 0..<bound, each as likely as the other.
    public func integer(below bound: Int) -> Int {
        guard bound > 0 else {
            Faults.report("integer(below:)", "the bound \(bound) is not positive")
            return 0
        }
        // The high half of a product; what would make some results likelier is drawn again (Lemire 2019).
        let n = UInt64(bound)
        while true {
            let (high, low) = next().multipliedFullWidth(by: n)
            if low >= n || low >= (0 &- n) % n { return Int(high) }
        }
    }

    /// A number from the normal distribution.
    public func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        var value: Float = 0
        ck_random_normal(key, reserve(blocks: 4), 1, 0, 1, &value)
        return mean + standardDeviation * Double(value)
    }

    /// 0..<count in random order (Fisher and Yates).
    public func permutation(_ count: Int) -> [Int] {
        guard count > 0 else { return [] }
        var result = Array(0..<count)
        for i in stride(from: count - 1, to: 0, by: -1) { result.swapAt(i, integer(below: i + 1)) }
        return result
    }
}
