import StepLanguage
import XCTest

/// What the checker makes of expressions and refuses, as a program shows it. Outputs and words are swiftc's.
final class CheckerTests: XCTestCase {
    private static let library: Library = {
        let library = Library()
        library.addStandardLibrary()
        return library
    }()

    private func run(_ source: String) -> (output: String, errors: [String]) {
        var output = ""
        let diagnostics = runProgram(source, file: "test.swift", library: Self.library, limits: Limits(secondsPerStep: 30)) {
            output += $0
        }
        return (output, diagnostics.filter(\.isError).map { "\($0.location.line): \($0.message)" })
    }

    private func assertPrints(_ source: String, _ expected: String, line: UInt = #line) {
        let (output, errors) = run(source)
        XCTAssertEqual(errors, [], line: line)
        XCTAssertEqual(output, expected + "\n", line: line)
    }

    private func assertRefused(_ source: String, _ expected: [String], line: UInt = #line) {
        XCTAssertEqual(run(source).errors, expected, line: line)
    }

    // MARK: The library

    func testEveryBodyOfTheStandardLibraryChecks() {
        XCTAssertEqual(Self.library.mistakes(), [])
    }

    // MARK: Closures

    func testAClosureOfTwoParametersTakesPairsApart() {
        assertPrints("let a = [3.0, 4.0], b = [1, 2]\nprint(zip(a, b).map { $0 - Double($1) })", "[2.0, 2.0]")
        assertPrints("zip([1, 2], [\"x\", \"y\"]).forEach { print($0, $1) }", "1 x\n2 y")
        assertPrints("print([(1, 2), (3, 4)].map { x, y in x * y })", "[2, 12]")
        assertPrints("print([\"k\": 3].map { k, v in \"\\(k)\\(v)\" })", "[\"k3\"]")
        assertPrints("print(zip([1, 2], [3, 4]).map(max))", "[3, 4]")
    }

    func testLiteralsInClosuresTakeTheTypeOfTheData() {
        assertPrints(
            """
            let errors = [1.5, 2.0]
            print(errors.map { $0 * $0 }.reduce(0, +) / Double(errors.count))
            print(errors.map { 2 * $0 + 30 })
            """, "3.125\n[33.0, 34.0]")
        assertPrints(
            "func mean<T: BinaryFloatingPoint>(_ v: [T]) -> T { v.reduce(0, +) / T(v.count) }\nprint(mean([1.0, 2]), mean([Float(1), 4]))",
            "1.5 2.5")
        assertPrints("var total: Float = 1\ntotal += 1 / 3\nprint(total)", "1.3333334")
    }

    func testOnlyAnEscapingClosureAsksForSelf() {
        assertPrints(
            """
            class Model {
                var k = 2
                func all() -> [Int] { [1, 2].map { let z = $0; return z * k } }
            }
            print(Model().all())
            """, "[2, 4]")
        assertRefused(
            "class Model {\n    var k = 2\n    var f: (() -> Int)?\n    func set() { f = { let z = 1; return k + z } }\n}",
            ["4: reference to property 'k' in closure requires explicit use of 'self' to make capture semantics explicit"])
    }

    // MARK: Key paths

    func testKeyPathsReadAndWrite() {
        assertPrints(
            """
            struct Point { var x: Int; var tags: [String] = [] }
            var points = [Point(x: 3), Point(x: 1)]
            let x = \\Point.x
            points[0][keyPath: x] += 5
            points[1][keyPath: \\.tags].append("t")
            print(points[0][keyPath: x], points[1].tags, points.map(\\.x))
            """, "8 [\"t\"] [8, 1]")
    }

    // MARK: Variables with observers

    func testVariablesOutsideTypesHaveObservers() {
        assertPrints(
            """
            var level = 1 { willSet { print("will", newValue) } didSet { if level > 5 { level = 5 }; print("did", oldValue) } }
            level = 9
            print(level)
            """, "will 9\ndid 1\n5")
    }

    // MARK: Errors of one type

    func testACatchKnowsTheOneTypeOfError() {
        assertPrints(
            """
            struct Bad: Error { let code: Int }
            func parse(_ s: String) throws(Bad) -> Int { guard let n = Int(s) else { throw Bad(code: 7) }; return n }
            do { print(try parse("1") + parse("x")) } catch { print(error.code) }
            """, "7")
    }

    // MARK: Names

    func testAFunctionWithLabelsStandsBesideAVariable() {
        assertPrints("let size = 3\nfunc size(of list: [Int]) -> Int { list.count }\nprint(size, size(of: [1, 2]))", "3 2")
        assertRefused("let size = 3\nfunc size() -> Int { 1 }", ["2: invalid redeclaration of 'size()'"])
    }

    func testAnEmptyLiteralNeedsAType() {
        assertRefused("let list = []\nprint(list)", ["1: empty collection literal requires an explicit type"])
    }
}
