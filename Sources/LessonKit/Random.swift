import Tensors

// The standard library's random functions, drawing from the step's stream, so that the same seed gives the same values.
// Declared in this module they are preferred to those of the standard library.

/// Random bits from the step's stream, in the standard library's form.
struct StepGenerator: RandomNumberGenerator {
    mutating func next() -> UInt64 { RandomStream.current.next() }
}

extension Int {
    /// A number from the range, each as likely as the others.
    public static func random(in range: Range<Int>) -> Int {
        var generator = StepGenerator()
        return Int.random(in: range, using: &generator)
    }

    /// A number from the range, each as likely as the others.
    public static func random(in range: ClosedRange<Int>) -> Int {
        var generator = StepGenerator()
        return Int.random(in: range, using: &generator)
    }
}

extension Double {
    /// A number from the range, all parts of it equally likely.
    public static func random(in range: Range<Double>) -> Double {
        var generator = StepGenerator()
        return Double.random(in: range, using: &generator)
    }

    /// A number from the range, all parts of it equally likely.
    public static func random(in range: ClosedRange<Double>) -> Double {
        var generator = StepGenerator()
        return Double.random(in: range, using: &generator)
    }
}

extension Bool {
    /// True or false, each as likely as the other.
    public static func random() -> Bool {
        var generator = StepGenerator()
        return Bool.random(using: &generator)
    }
}

extension Collection {
    /// One of the elements, each as likely as the others; nil of an empty collection.
    public func randomElement() -> Element? {
        var generator = StepGenerator()
        return randomElement(using: &generator)
    }
}

extension Sequence {
    /// The elements in a random order.
    public func shuffled() -> [Element] {
        var generator = StepGenerator()
        return shuffled(using: &generator)
    }
}

extension MutableCollection where Self: RandomAccessCollection {
    /// Puts the elements in a random order.
    public mutating func shuffle() {
        var generator = StepGenerator()
        shuffle(using: &generator)
    }
}
