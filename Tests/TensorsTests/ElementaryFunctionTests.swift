import Foundation
import Tensors
import XCTest

/// The elementary functions against exact values that mpmath computed with 80 digits
/// (`Scripts/elementary-functions.py` wrote them).
final class ElementaryFunctionTests: XCTestCase {
    private static let functions: [String: (Tensor) -> Tensor] = [
        "exp": { $0.exp() }, "expm1": { $0.expm1() }, "log": { $0.log() }, "log1p": { $0.log1p() }, "log2": { $0.log2() },
        "log10": { $0.log10() }, "sqrt": { $0.sqrt() }, "rsqrt": { $0.rsqrt() }, "reciprocal": { $0.reciprocal() },
        "tanh": { $0.tanh() }, "sigmoid": { $0.sigmoid() }, "sin": { $0.sin() }, "cos": { $0.cos() }, "tan": { $0.tan() },
        "atan": { $0.atan() }, "erf": { $0.erf() }, "softplus": { $0.softplus() }, "gelu": { $0.gelu() },
    ]
    private static let pairFunctions: [String: (Tensor, Tensor) -> Tensor] = [
        "pow": { $0.pow($1) }, "atan2": { $0.atan2($1) },
    ]

    private struct Point {
        let arguments: [Float]
        let exact: Double
    }

    private func points() throws -> [String: [Point]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("References/elementary-functions.tsv")
        var result: [String: [Point]] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            let arguments = fields[1].split(separator: " ").compactMap { UInt32($0, radix: 16) }.map(Float.init(bitPattern:))
            result[String(fields[0]), default: []].append(
                Point(arguments: arguments, exact: try XCTUnwrap(Double(fields[2]), String(line))))
        }
        return result
    }

    /// The distance in units of the last place that the exact result has as a float; 0 for the same special value.
    private func error(_ value: Float, _ exact: Double) -> Double {
        if exact.isNaN || value.isNaN { return exact.isNaN && value.isNaN ? 0 : .infinity }
        let nearest = Float(exact)
        if nearest.isInfinite || value.isInfinite {
            if nearest == value { return 0 }
            // One of them just below the largest finite number, the other beyond it.
            return abs(exact) < Double(Float.greatestFiniteMagnitude) * (1 + 3e-7) && nearest.sign == value.sign && !exact.isInfinite
                && abs(value) >= Float.greatestFiniteMagnitude.nextDown ? 1 : .infinity
        }
        return abs(Double(value) - exact) / Double(nearest.ulp)
    }

    func testEveryFunctionIsWithinTwoUnitsOfTheLastPlaceOverTheWholeRange() throws {
        let points = try points()
        XCTAssertEqual(Set(points.keys), Set(Self.functions.keys).union(Self.pairFunctions.keys))
        for variant in Processor.variants {
            try Processor.with(variant) {
                for (name, list) in points.sorted(by: { $0.key < $1.key }) {
                    let first = Tensor(floats: list.map { $0.arguments[0] }, shape: [list.count])
                    let result: Tensor
                    if let function = Self.functions[name] {
                        result = function(first)
                    } else {
                        let second = Tensor(floats: list.map { $0.arguments[1] }, shape: [list.count])
                        result = try XCTUnwrap(Self.pairFunctions[name])(first, second)
                    }
                    for (value, point) in zip(result.floats, list) {
                        let error = error(value, point.exact)
                        XCTAssertLessThanOrEqual(
                            error, 2, "\(name)\(point.arguments) is \(value), exactly \(point.exact) (\(variant))")
                    }
                }
            }
        }
    }

    func testZerosKeepTheirSigns() throws {
        for (name, list) in try points() where Self.functions[name] != nil {
            let zeros = list.filter { $0.arguments[0] == 0 && $0.exact == 0 }
            let x = Tensor(floats: zeros.map { $0.arguments[0] }, shape: [zeros.count])
            let result = Self.functions[name].map { $0(x).floats } ?? []
            XCTAssertEqual(result.map(\.sign), zeros.map(\.exact.sign), name)
        }
    }
}
