import Foundation
import StepLanguage
import XCTest

/// A step that asks for more than there is ends at its line with a clear message, and the run can go on.
final class BoundsTests: XCTestCase {
    /// Runs a step that has to stop with a message at a line, then one that has to work.
    private func assertStops(
        _ source: String, _ message: String, line wanted: Int, limits: Limits = Limits(secondsPerStep: 120),
        file: StaticString = #filePath, line: UInt = #line
    ) {
        let run = Run(limits: limits)
        let failure = run.step(source, file: file, line: line).failure
        XCTAssertTrue(
            failure?.message.contains(message) ?? false, "\(source) ended with \(failure.map(\.description) ?? "no error")",
            file: file, line: line)
        XCTAssertEqual(failure?.location.line, wanted, "\(source): \(failure.map(\.description) ?? "")", file: file, line: line)
        let next = run.step("print(6 * 7)", file: file, line: line)
        XCTAssertNil(next.failure, "after \(source)", file: file, line: line)
        XCTAssertEqual(run.output, "42\n", "after \(source)", file: file, line: line)
    }

    private let memory = "needs more memory than"
    private let recursion = "too many calls inside one another"

    func testAskingForATerabyteAtOnceStopsAtTheLine() {
        let requests = [
            "Array(repeating: 0, count: 1 << 37)", "Array(repeating: 0, count: Int.max)",
            "Array(repeating: \"a\", count: 1 << 40)", "String(repeating: \"ab\", count: 1 << 39)",
            "Array(0..<(1 << 40))", "Array(Int.min..<Int.max)", "Array(0...(Int.max - 1))",
        ]
        for request in requests { assertStops("let one = 1\nlet a = \(request)\nprint(a.count)", memory, line: 2) }
        for change in ["reserveCapacity(1 << 40)", "reserveCapacity(Int.max)"] {
            assertStops("var a: [Int] = []\na.\(change)", memory, line: 2)
            assertStops("var d: [Int: Int] = [:]\nd.\(change)", memory, line: 2)
            assertStops("var s: Set<Int> = []\ns.\(change)", memory, line: 2)
        }
    }

    func testGrowingInALoopStopsAtTheLoop() {
        let loops = [
            "var a: [Int] = []\nwhile true { a.append(a.count) }",
            "var a = [1]\nwhile true { a += a }",
            "var a = [1]\nwhile true { a = a + a }",
            "var a: [[Double]] = []\nwhile true { a.append(Array(repeating: 1.0, count: 100_000)) }",
            "var s = \"x\"\nwhile true { s += s }",
            "var s = \"x\"\nwhile true { s = \"\\(s)\\(s)\" }",
            "var d: [Int: Int] = [:]\nwhile true { d[d.count] = 1 }",
            "var s: Set<Int> = []\nwhile true { s.insert(s.count) }",
            "let a = [Int](repeating: 0, count: 5_000_000); var all: [[Int]] = []\nwhile true { var b = a; b[0] = 1; all.append(b) }",
        ]
        for loop in loops {
            var limits = Limits(secondsPerStep: 120)
            limits.memoryBytes = Run.memory + 300 << 20
            assertStops(loop, memory, line: 2, limits: limits)
        }
    }

    func testRecursionWithoutEndStopsWithTheCallsInProgress() {
        let recursions = [
            "func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(f(0))",
            "var f: (Int) -> Int = { $0 }; f = { n in f(n + 1) + 1 }\nprint(f(0))",
            "class A { func m(_ n: Int) -> Int { 1 + m(n) } }\nprint(A().m(0))",
            "struct S { var x: Int { x + 1 } }\nprint(S().x)",
            "struct S { subscript(i: Int) -> Int { self[i + 1] } }\nprint(S()[0])",
            "struct S: CustomStringConvertible { var description: String { \"\\(self)\" } }\nprint(S())",
            "class N { var next: N; init() { next = N() } }\nlet n = N()",
            "func f(_ x: Int) -> Int { [x].map { f($0 + 1) }.reduce(0, +) }\nprint(f(0))",
            "func f(_ x: Int) -> Int { [x, 2, 3].sorted { a, b in f(a) < f(b) }[0] }\nprint(f(0))",
            "final class N: Equatable { var next: N?; static func == (a: N, b: N) -> Bool { a.next == b.next } }; let n = N(); n.next = n\nprint(n == n)",
            "class N { lazy var a: Int = b + 1; lazy var b: Int = a + 1 }\nprint(N().a)",
            "class N { var a: Int = 0 { didSet { b = a + 1 } }; var b: Int = 0 { didSet { a = b + 1 } } }; let n = N()\nn.a = 1",
            "func f(_ x: Int = f()) -> Int { x }\nprint(f())",
        ]
        for source in recursions {
            let run = Run()
            let failure = run.step(source).failure
            XCTAssertTrue(failure?.message.contains(recursion) ?? false, "\(source): \(failure.map(\.description) ?? "no error")")
            XCTAssertNil(run.step("print(1)").failure)
            XCTAssertEqual(run.output, "1\n")
        }
    }

    func testADeinitializerThatMakesItsOwnKindStops() {
        assertStops("final class N { deinit { _ = N() } }\n_ = N()\nprint(0)", recursion, line: 3)
    }

    func testAStaticValueThatNeedsItselfStops() {
        assertStops(
            "struct S { static let a: Int = S.b + 1; static let b: Int = S.a + 1 }\nprint(S.a)",
            "the initial value of 'a' needs 'a' itself", line: 2)
    }

    func testALoopWithoutEndStopsAtTheTimeLimit() {
        for loop in ["while true { }", "var i = 0; while true { i &+= 1 }", "repeat { } while true", "for i in 0..<Int.max { _ = i }",
            "let a = (0..<Int.max).lazy.map { $0 }.filter { _ in false }; for x in a { print(x) }"]
        {
            assertStops(loop, "took longer than the 0.2 seconds", line: 1, limits: Limits(secondsPerStep: 0.2))
        }
    }

    func testPrintingWithoutEndStopsAtTheLine() {
        var limits = Limits(secondsPerStep: 60)
        limits.outputBytes = 1 << 20
        assertStops("let text = \"again and again\"\nwhile true { print(text) }", "printed more than the 1 MB", line: 2, limits: limits)
    }

    func testLongChainsOfObjectsAreReleasedWithoutHarm() {
        let chains = [
            "final class Node { var next: Node?; init(_ n: Node?) { next = n } }\nvar c: Node? = nil\nfor _ in 0..<1_000_000 { c = Node(c) }\nc = nil",
            "indirect enum L { case end, cell(Int, L) }\nvar c = L.end\nfor i in 0..<1_000_000 { c = .cell(i, c) }\nc = .end",
            "var c: [Any] = []\nfor _ in 0..<300_000 { c = [c] }\nc = []",
            "struct T { var kids: [T] }\nvar c = T(kids: [])\nfor _ in 0..<300_000 { c = T(kids: [c]) }\nc = T(kids: [])",
            "final class T { var kids: [String: T] = [:] }\nvar c = T()\nfor _ in 0..<100_000 { let n = T(); n.kids[\"a\"] = c; c = n }\nc = T()",
            "protocol P {}; struct E: P {}; struct N: P { var next: any P }\nvar c: any P = E()\nfor _ in 0..<300_000 { c = N(next: c) }\nc = E()",
            "var c: () -> Void = {}\nfor _ in 0..<300_000 { let g = c; c = { g() } }\nc = {}",
        ]
        for chain in chains {
            for source in [chain, String(chain[..<chain.lastIndex(of: "\n")!])] {
                let run = Run()
                XCTAssertNil(run.step(source + "\nprint(\"there\")").failure, source)
                XCTAssertEqual(run.output, "there\n", source)
            }
        }
    }

    func testDeinitializersOfALongChainRunFromItsHeadToItsEnd() {
        let run = Run()
        let outcome = run.step(
            """
            var last = -1, inOrder = true
            final class Node {
                let value: Int, next: Node?
                init(_ value: Int, _ next: Node?) { self.value = value; self.next = next }
                deinit { inOrder = inOrder && value == last + 1; last = value }
            }
            var head: Node? = nil
            for value in (0..<200_000).reversed() { head = Node(value, head) }
            head = nil
            print(last, inOrder)
            """)
        XCTAssertNil(outcome.failure)
        XCTAssertEqual(run.output, "199999 true\n")
    }

    func testValuesThatNestWithoutEndCanBeAskedForNothingDeep() {
        let list = "indirect enum L: Hashable { case end, cell(Int, L) }; var a = L.end, b = L.end; for i in 0..<300_000 { a = .cell(i, a); b = .cell(i, b) }\n"
        assertStops(list + "print(a)", recursion, line: 2)
        assertStops(list + "print(a == b)", recursion, line: 2)
        assertStops(list + "print(Set([a]).count)", recursion, line: 2)
        assertStops("var a: [Any] = []; for _ in 0..<300_000 { a = [a] }\nprint(a)", recursion, line: 2)
        assertStops(
            "var f: (Int) -> Int = { $0 }; for _ in 0..<300_000 { let g = f; f = { g($0) + 1 } }\nprint(f(0))", recursion, line: 1)
    }

    func testAStepCanBeInterruptedAndTheRunGoesOn() {
        let steps = [
            "while true { }", "func f() { while true { } }\nf()", "[1].forEach { _ in while true { } }",
            "var a = (0..<20_000_000).map { ($0 &* 2654435761) % 1_000_003 }\nwhile true { a.sort(); a.reverse(); a.sort(by: >) }",
            "let a = Array(repeating: 1.5, count: 30_000_000), b = a.map { $0 }\nwhile true { _ = a == b; _ = a.contains(2); _ = a.max() }",
            "while true { print(\"\", terminator: \"\") }",
        ]
        for source in steps {
            let run = Run(limits: Limits(secondsPerStep: 60))
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { run.execution.interrupt() }
            let outcome = run.step(source)
            XCTAssertEqual(outcome.reason, .interruption, "\(source): \(outcome.failure.map(\.description) ?? "no error")")
            XCTAssertEqual(outcome.failure?.message, "interrupted")
            XCTAssertNil(run.step("print(1)").failure)
            XCTAssertEqual(run.output, "1\n")
        }
    }
}
