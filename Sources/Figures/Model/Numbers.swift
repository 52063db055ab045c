/// A list of numbers as a figure holds them: equal bit for bit (a NaN equals itself), and written to JSON without loss
/// (`null` for NaN, `"inf"` and `"-inf"` for the infinities, which JSON has no numbers for).
public struct Numbers: Equatable, Sendable, Codable, ExpressibleByArrayLiteral {
    public var values: [Double]

    public init(_ values: [Double] = []) {
        self.values = values
    }

    public init(arrayLiteral elements: Double...) {
        self.values = elements
    }

    public var count: Int { values.count }
    public var isEmpty: Bool { values.isEmpty }

    /// How many of the values are NaN or infinite.
    public var nonFiniteCount: Int {
        var count = 0
        for value in values where !value.isFinite { count += 1 }
        return count
    }

    public static func == (left: Numbers, right: Numbers) -> Bool {
        guard left.values.count == right.values.count else { return false }
        return zip(left.values, right.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }

    public init(from decoder: Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var values: [Double] = []
        values.reserveCapacity(container.count ?? 0)
        while !container.isAtEnd {
            if try container.decodeNil() {
                values.append(.nan)
            } else if let number = try? container.decode(Double.self) {
                values.append(number)
            } else {
                values.append(try container.decode(String.self) == "inf" ? .infinity : -.infinity)
            }
        }
        self.values = values
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.unkeyedContainer()
        for value in values {
            if value.isNaN {
                try container.encodeNil()
            } else if value.isInfinite {
                try container.encode(value > 0 ? "inf" : "-inf")
            } else {
                try container.encode(value)
            }
        }
    }

    /// The smallest and largest finite value, or nil where there is none.
    package var finiteRange: (lower: Double, upper: Double)? {
        var lower = Double.infinity
        var upper = -Double.infinity
        for value in values where value.isFinite {
            lower = Swift.min(lower, value)
            upper = Swift.max(upper, value)
        }
        return lower <= upper ? (lower, upper) : nil
    }

    subscript(index: Int) -> Double {
        values.indices.contains(index) ? values[index] : .nan
    }
}
