/// Random numbers for the samples: the n-th depends on the seed and n alone, and the lessons' own stream is left untouched.
///
/// Nothing here or in the samples calls the mathematical library, whose last bit differs from machine to machine: normal numbers are sums of
/// uniform ones, and angles go through short polynomials.
struct Sampler {
    private let seed: UInt64
    private var counter: UInt64 = 0

    init(seed: UInt64) { self.seed = seed }

    /// 64 random bits: a counter through the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    mutating func bits() -> UInt64 {
        counter &+= 1
        var z = seed &+ counter &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in 0..<1.
    mutating func uniform() -> Double { Double(bits() >> 11) * 0x1p-53 }

    /// Uniform between two numbers.
    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// A whole number in 0..<bound, 0 for no bound.
    mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(bits() % UInt64(bound)) : 0 }

    /// Nearly normal, mean 0 and variance 1: twelve uniform numbers together have variance 1, and none lies beyond six.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    /// An element, or nil of none.
    mutating func pick<T>(_ elements: [T]) -> T? { elements.isEmpty ? nil : elements[below(elements.count)] }

    /// The numbers 0..<count in random order (Fisher and Yates).
    mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(count, 0))
        for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
        return order
    }
}
