import StepLanguage
import XCTest

/// What happens to objects and shared values while steps run; the texts expected are what swiftc's builds print.
final class ObjectTests: XCTestCase {
    private func assertPrints(_ source: String, _ expected: String, file: StaticString = #filePath, line: UInt = #line) {
        let run = Run()
        let outcome = run.step(source, file: file, line: line)
        XCTAssertNil(outcome.failure, outcome.failure?.description ?? "", file: file, line: line)
        XCTAssertEqual(run.output, expected, file: file, line: line)
    }

    func testAssigningMakesTheNewObjectBeforeTheOldOneGoes() {
        assertPrints(
            """
            class A { let n: Int; init(_ n: Int) { self.n = n; print("init", n) }; deinit { print("deinit", n) } }
            class B: A { let part = Part(); deinit { print("deinit B") } }
            class Part { deinit { print("deinit part") } }
            func go() { var a: A = B(1); a = A(2); print("has", a.n) }
            go()
            """, "init 1\ninit 2\ndeinit B\ndeinit 1\ndeinit part\nhas 2\ndeinit 2\n")
    }

    func testTheGlobalsOfAStepAreNotDeinitializedAtItsEnd() {
        let run = Run()
        XCTAssertNil(run.step("class A { deinit { print(\"gone\") } }\nvar a: A? = A()").failure)
        XCTAssertEqual(run.output, "")
        XCTAssertNil(run.step("a = nil").failure)
        XCTAssertEqual(run.output, "gone\n")
    }

    func testAnObjectThatADeinitializerKeepsStopsTheStepOnly() {
        let run = Run()
        let outcome = run.step("class A { deinit { kept = self } }\nvar kept: A? = nil\ndo { _ = A() }\nprint(1)")
        XCTAssertEqual(outcome.failure?.message, "an object of class 'A' is gone, but its deinitializer let a reference to it escape")
        XCTAssertNil(run.step("print(2)").failure)
        XCTAssertEqual(run.output, "2\n")
    }

    func testValuesThatShareStorageDoNotSeeOneAnothersChanges() {
        assertPrints(
            """
            struct Grid { var rows = [[1, 2], [3, 4]]; var names = ["a": [1]]; mutating func set(_ r: Int, _ v: Int) { rows[r][0] = v } }
            var a = Grid()
            var b = a
            b.set(0, 9)
            b.names["a"]!.append(2)
            var list = [a, b]
            for i in list.indices { list[i].rows[1][1] += 10 }
            func change(_ g: inout Grid) -> Grid { let old = g; g.rows[0].append(5); return old }
            let before = change(&a)
            var text = "x", copy = text
            copy += "y"; text.append("z")
            print(a.rows, b.rows, list[0].rows, list[1].names, before.rows, text, copy)
            """,
            "[[1, 2, 5], [3, 4]] [[9, 2], [3, 4]] [[1, 2], [3, 14]] [\"a\": [1, 2]] [[1, 2], [3, 4]] xz xy\n")
    }

    func testAClosureThatChangesTheArrayItIsCalledForSeesNoHarm() {
        assertPrints(
            """
            var a = [3, 1, 2]
            let doubled = a.map { x -> Int in a.append(x); return x * 2 }
            a.forEach { if $0 == 1 { a.removeAll() } }
            for x in [1, 2, 3] { a = [x] + a }
            print(doubled, a)
            """, "[6, 2, 4] [3, 2, 1]\n")
    }

    func testClassMembersAreFoundThroughTheClassTheyAreCalledOn() {
        assertPrints(
            """
            class Animal {
                class var kind: String { "animal" }
                class func name() -> String { "some " + kind }
                static func fixed() -> String { name() }
                func say() -> String { type(of: self).name() }
                required init() {}
                class func make() -> Animal { self.init() }
            }
            class Dog: Animal { override class var kind: String { "dog" } }
            let types: [Animal.Type] = [Animal.self, Dog.self]
            for t in types { print(t.kind, t.name(), t.fixed(), t.make().say()) }
            print(Dog.name(), Dog.make().say())
            """,
            "animal some animal some animal some animal\ndog some dog some dog some dog\nsome dog some dog\n")
    }

    func testClosuresOfOneStepServeTheNextOnes() {
        let run = Run()
        XCTAssertNil(run.step("var count = 0\nvar adders: [(Int) -> Int] = []\nfor n in 1...3 { adders.append { count += 1; return $0 + n } }").failure)
        XCTAssertNil(run.step("print(adders.map { $0(10) }, count)\nadders.removeFirst()").failure)
        XCTAssertEqual(run.output, "[11, 12, 13] 3\n")
        XCTAssertNil(run.step("adders = adders.reversed()\nprint(adders.map { $0(1) })\nadders = []").failure)
        XCTAssertEqual(run.output, "[4, 3]\n")
    }
}
