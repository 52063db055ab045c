import Foundation
import XCTest

/// What a run takes from earlier ones: nothing may differ from a fresh run, and what did not change is not run again.
final class ReuseTests: XCTestCase {
    /// The steps that ran.
    private func ran(_ project: Project, _ lesson: String, _ arguments: String...) throws -> [String] {
        let result = try Tool.run(["run", lesson, "--json"] + arguments, in: project.folder)
        XCTAssertFalse(result.crashed, result.errors)
        return try result.output.split(separator: "\n").compactMap { line in
            let event = try XCTUnwrap(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            guard event["event"] as? String == "step-finished", event["reused"] as? Bool == false else { return nil }
            return event["step"] as? String
        }
    }

    /// Every result of a lesson as it stands in Output, pages left out.
    private func results(_ project: Project, _ lesson: String, in output: String = "Output") throws -> [String: Data] {
        let folder = "\(project.folder)/\(output)/\(lesson)"
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name == "record.json" || name.hasSuffix("png") {
            files[name] = FileManager.default.contents(atPath: folder + "/" + name)
        }
        return files
    }

    private func assertLikeFresh(_ project: Project, _ lesson: String, file: StaticString = #filePath, line: UInt = #line) throws {
        XCTAssertEqual(
            try Tool.run(["run", lesson, "--fresh", "--output", project.folder + "/Fresh"], in: project.folder).status, 0, file: file, line: line)
        XCTAssertEqual(try results(project, lesson), try results(project, lesson, in: "Fresh"), file: file, line: line)
    }

    /// Runs a lesson, then edits each of its steps in turn, and holds what a run gives that reuses the rest against a
    /// fresh run.
    private func assertEveryEditGivesWhatAFreshRunGives(_ steps: [String], file: StaticString = #filePath, line: UInt = #line) throws {
        let project = try Project()
        func text(_ steps: [String]) -> String {
            steps.enumerated().map { "```swift {#s\($0)}\n\($1)\n```\n" }.joined(separator: "\n")
        }
        try project.lesson("l", text(steps))
        let first = try project.run("run", "l")
        XCTAssertEqual(first.status, 0, first.output + first.errors, file: file, line: line)
        try assertLikeFresh(project, "l", file: file, line: line)
        for index in steps.indices {
            var edited = steps
            edited[index] = "print(\"edited \(index)\")\n" + edited[index]
            try project.lesson("l", text(edited))
            XCTAssertEqual(try project.run("run", "l").status, 0, file: file, line: line)
            try assertLikeFresh(project, "l", file: file, line: line)
        }
    }

    // MARK: What runs again

    private let chain = """
        # Chain

        ```swift {#one}
        let one = 1
        one
        ```

        ```swift {#two}
        let two = one + 1
        print("two is", two)
        ```

        ```swift {#other}
        print("nothing to do with it")
        plot([1.0, 3, 2])
        ```

        ```swift {#three}
        two + 1
        ```

        """

    func testNothingRunsAgainWhereNothingChanged() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        XCTAssertEqual(try ran(project, "chain"), ["one", "two", "other", "three"])
        let before = try results(project, "chain")
        XCTAssertEqual(try ran(project, "chain"), [])
        XCTAssertEqual(try results(project, "chain"), before)
        XCTAssert(try project.run("run", "chain").output.contains("two is 2"))
        XCTAssertEqual(try ran(project, "chain", "--fresh"), ["one", "two", "other", "three"])
        XCTAssertEqual(try results(project, "chain"), before)
    }

    func testProseCommentsAndLayoutDoNotCount() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        _ = try ran(project, "chain")
        try project.lesson(
            "chain",
            chain.replacingOccurrences(of: "# Chain", with: "# Chain\n\nMore words.")
                .replacingOccurrences(of: "let two = one + 1", with: "// One more.\nlet two =   one\n    + 1 /* so */"))
        XCTAssertEqual(try ran(project, "chain"), [])
        try assertLikeFresh(project, "chain")
    }

    func testAStepRunsAgainWithThoseThatReadWhatItGives() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        _ = try ran(project, "chain")
        try project.lesson("chain", chain.replacingOccurrences(of: "one + 1", with: "one + 10"))
        XCTAssertEqual(try ran(project, "chain"), ["two", "three"])
        try assertLikeFresh(project, "chain")
        try project.lesson("chain", chain.replacingOccurrences(of: "[1.0, 3, 2]", with: "[1.0, 3, 4]"))
        XCTAssertEqual(try ran(project, "chain"), ["other"])
        try assertLikeFresh(project, "chain")
    }

    func testSeedAndParametersCount() throws {
        let project = try Project()
        try project.lesson(
            "p", "---\nparameters: { count: 3, rate: 0.5 }\n---\n```swift {#a}\nlet n = count\nn\n```\n\n```swift {#b}\nrate * 2\n```\n\n```swift {#c}\nDouble.random(in: 0...1)\n```\n")
        XCTAssertEqual(try ran(project, "p"), ["a", "b", "c"])
        XCTAssertEqual(try ran(project, "p", "-P", "count=4"), ["a"])
        XCTAssertEqual(try ran(project, "p", "-P", "count=4"), [])
        XCTAssertEqual(try ran(project, "p", "--seed", "7"), ["a", "b", "c"])
        XCTAssertEqual(try ran(project, "p"), [])
    }

    func testAnExpectedMistakeIsToldAgainWhereItNowStands() throws {
        let project = try Project()
        let step = "```swift {#bad error=\"out of range\"}\nlet xs = [1]\nxs[3]\n```\n"
        try project.lesson("e", step)
        XCTAssertEqual(try ran(project, "e"), ["bad"])
        try project.lesson("e", "Two lines\nof prose.\n\n" + step)
        XCTAssertEqual(try ran(project, "e"), [])
        try assertLikeFresh(project, "e")
    }

    func testAFailureIsNotKept() throws {
        let project = try Project()
        try project.lesson("f", "```swift {#good}\nlet xs = [1, 2]\n```\n\n```swift {#bad}\nprint(xs[5])\n```\n")
        XCTAssertEqual(try ran(project, "f"), ["good", "bad"])
        XCTAssertEqual(try ran(project, "f"), ["bad"])
        XCTAssertEqual(try project.run("run", "f").status, 1)
    }

    func testTrainingStandsWhereOnlyThePlotAfterItChanged() throws {
        let project = try Project()
        let lesson = """
            ```swift {#data}
            let x = Tensor.normal([64, 3])
            let y = (x * 2.0).sum(axis: 1, keepDims: true)
            let data = try TrainingData(x, y, batchSize: 16)
            ```

            ```swift {#train}
            let model = Sequential([Linear(3, 8), Tanh(), Linear(8, 1)])
            let learner = Learner(data, model, loss: mseLoss)
            try learner.fit(epochs: 200, optimizer: .adam(learningRate: 0.01))
            ```

            ```swift {#plot}
            plot(learner.history.losses).yLabel("loss")
            ```

            ```swift {#more}
            try learner.fit(epochs: 100, continuing: learner.optimizer ?? Optimizer(.adam(), model: model))
            print(try learner.validate().loss)
            ```

            """
        try project.lesson("t", lesson)
        XCTAssertEqual(try ran(project, "t"), ["data", "train", "plot", "more"])
        try project.lesson("t", lesson.replacingOccurrences(of: "yLabel(\"loss\")", with: "yLabel(\"error\")"))
        XCTAssertEqual(try ran(project, "t"), ["plot"])
        try assertLikeFresh(project, "t")
        // Going on from the state after the first training, with the optimizer's memory and the shuffles so far.
        try project.lesson("t", lesson.replacingOccurrences(of: "epochs: 100", with: "epochs: 101"))
        XCTAssertEqual(try ran(project, "t"), ["more"])
        try assertLikeFresh(project, "t")
        try project.lesson("t", lesson.replacingOccurrences(of: "epochs: 200", with: "epochs: 201"))
        XCTAssertEqual(try ran(project, "t"), ["train", "plot", "more"])
        try assertLikeFresh(project, "t")
    }

    func testOnlyTheChangedPlotOfACourseLessonRuns() throws {
        let project = try Project()
        // The lesson with little models: what runs again does not depend on their size.
        let text = try String(contentsOfFile: Tool.packageRoot + "/Lessons/lesson6-rnn.md", encoding: .utf8)
            .replacingOccurrences(of: "{ factors: 42, hidden: 256, epochs: 4 }", with: "{ factors: 4, hidden: 8, epochs: 1 }")
        XCTAssert(text.contains("hidden: 8") && text.contains(".yLabel(\"loss\")"))
        try project.lesson("rnn", text)
        XCTAssert(try ran(project, "rnn").count > 20)
        try project.lesson("rnn", text.replacingOccurrences(of: ".yLabel(\"loss\")", with: ".yLabel(\"mean loss\")"))
        XCTAssertEqual(try ran(project, "rnn"), ["seq-places"])
        try assertLikeFresh(project, "rnn")
    }

    // MARK: What steps share

    func testChangesThroughOtherNamesOfAnObjectCount() throws {
        try assertEveryEditGivesWhatAFreshRunGives([
            "class Counter { var count = 0; func up() { count += 1 } }\nlet a = Counter()",
            "let b = a",
            "b.up()",
            "print(a.count, a === b)",
            "a.up()",
            "print(b.count, a === b)",
        ])
    }

    func testChangesInsideFunctionsAndClosuresCount() throws {
        try assertEveryEditGivesWhatAFreshRunGives([
            "var total = 0\nfunc add(_ n: Int) { total += n }",
            "func counter() -> () -> Int { var n = 0; return { n += 1; return n } }\nlet next = counter()\nlet also = next",
            "add(5)\nprint(next())",
            "print(total, also())",
            "[1, 2, 3].forEach { add($0) }\nprint(next())",
            "print(total, next(), also())",
        ])
    }

    func testStaticPropertiesAndDeinitializersCount() throws {
        try assertEveryEditGivesWhatAFreshRunGives([
            "class Thing { static var made = 0; let name: String; init(_ name: String) { self.name = name; Thing.made += 1 }; deinit { print(\"gone \\(name)\") } }",
            "var thing: Thing? = Thing(\"first\")\nweak var seen = thing",
            "print(Thing.made, seen == nil)",
            "thing = Thing(\"second\")",
            "print(Thing.made, seen == nil)",
        ])
    }

    func testTensorsThatShareTheirElementsStayShared() throws {
        try assertEveryEditGivesWhatAFreshRunGives([
            "let grid = Tensor.zeros([3, 3])\nlet row = grid[1]",
            "var sum = 0.0\nfor i in 0..<400_000 { sum += Double(i % 7) }\nwithoutGradient { row += Tensor.ones([3]) }",
            "print(grid, sum)",
            "withoutGradient { grid += 1.0 }",
            "print(row)",
        ])
    }

    func testValuesOfEveryKindAreHandedOn() throws {
        // The loop makes each step long enough for its values to be kept.
        let pause = "var turns = 0\nwhile turns < 300_000 { turns += 1 }\n"
        try assertEveryEditGivesWhatAFreshRunGives([
            "struct Point: Hashable { var x = 0.0; var name: String? }\nenum Shape { case dot; case circle(Point, Double) }\nclass Node { var next: Node?; var points: [Point] = [] }\nprotocol Sized { var size: Int { get } }\nstruct Box: Sized { let size: Int }",
            pause.replacingOccurrences(of: "turns", with: "t1")
                + "var points = (0..<5).map { Point(x: Double($0) / 3, name: $0 % 2 == 0 ? nil : \"p\\($0)\") }\nlet byName = [\"b\": points[1], \"a\": points[2]]\nlet shapes: [Shape] = [.dot, .circle(points[3], -0.0)]\nvar head = Node()\nhead.next = Node()\nhead.next?.next = head\nlet pair = (first: head.next, second: Set([3, 1, 2]))\nlet letters: [Character] = Array(\"e\\u{301}ab🇩🇪\")\nlet sized: any Sized = Box(size: 4)\nlet frame = try DataFrame(columns: [Column([1.5, Double.nan], name: \"x\"), Column([\"a\", nil], name: \"t\")])\nlet nothing: Int? = nil",
            pause.replacingOccurrences(of: "turns", with: "t2") + "head.points = points\npoints[0].x = 7\npair.first?.points.append(points[0])",
            "print(points, byName, shapes, letters, nothing as Any)\nprint(head.points.count, head.next === pair.first, head.next?.next === head, pair.first?.points ?? [])\nprint(pair.second, sized.size)\nframe",
        ])
    }

    func testExtensionsAndOverloadsOfOtherStepsCount() throws {
        let project = try Project()
        let lesson = "```swift {#extend}\nextension Int { var doubled: Int { self * 2 } }\n```\n\n```swift {#use}\nprint(21.doubled)\n```\n"
        try project.lesson("x", lesson)
        XCTAssertEqual(try ran(project, "x"), ["extend", "use"])
        try project.lesson("x", lesson.replacingOccurrences(of: "* 2", with: "* 3"))
        XCTAssertEqual(try ran(project, "x"), ["extend", "use"])
        try assertLikeFresh(project, "x")
    }

    // MARK: The store

    func testADamagedStoreIsAsGoodAsNone() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        _ = try ran(project, "chain")
        let before = try results(project, "chain")
        var generator = SystemRandomNumberGenerator()
        let seed = generator.next()
        print("seed \(seed)")
        let folder = project.folder + "/.lessons"
        let files = try XCTUnwrap(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        for (number, name) in files.enumerated() {
            guard var bytes = FileManager.default.contents(atPath: folder + "/" + name), !bytes.isEmpty else { continue }
            let place = Int((seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15) % UInt64(bytes.count))
            if number % 3 == 0 { bytes = bytes.prefix(place) } else { bytes[place] ^= 0x40 }
            try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        XCTAssertEqual(try project.run("run", "chain").status, 0)
        XCTAssertEqual(try results(project, "chain"), before)
        try assertLikeFresh(project, "chain")
    }

    func testWhereNothingCanBeKeptTheRunSaysSoAndIsRight() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        try Data().write(to: URL(fileURLWithPath: project.folder + "/.lessons"))
        let result = try project.run("run", "chain")
        XCTAssertEqual(result.status, 0, result.errors)
        XCTAssert(result.output.contains("two is 2"))
        XCTAssert(result.errors.contains(".lessons"), result.errors)
    }

    func testTwoRunsAtOnceAreBothRight() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        for _ in 0..<10 {
            try? FileManager.default.removeItem(atPath: project.folder + "/.lessons")
            let group = DispatchGroup()
            let statuses = Statuses()
            for output in ["Output", "Other"] {
                DispatchQueue.global().async(group: group) {
                    let result = try? Tool.run(["run", "chain", "--output", project.folder + "/" + output], in: project.folder)
                    statuses.add(result?.status ?? -1)
                }
            }
            group.wait()
            XCTAssertEqual(statuses.all, [0, 0])
            XCTAssertEqual(try results(project, "chain"), try results(project, "chain", in: "Other"))
        }
        try assertLikeFresh(project, "chain")
    }

    private final class Statuses: @unchecked Sendable {
        private let lock = NSLock()
        private var list: [Int32] = []
        func add(_ status: Int32) { lock.withLock { list.append(status) } }
        var all: [Int32] { lock.withLock { list } }
    }

    func testARunThatWasCutOffGoesOnWhereItWas() throws {
        let project = try Project()
        try project.lesson("cut", "```swift {#a}\nlet a = 1\na\n```\n\n```swift {#b}\nwhile true { }\nprint(a)\n```\n")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tool.path)
        process.arguments = ["run", "cut", "--json"]
        process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var seen = ""
        while !seen.contains("\"step\":\"b\"") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            seen += String(decoding: more, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try project.lesson("cut", "```swift {#a}\nlet a = 1\na\n```\n\n```swift {#b}\nprint(a)\n```\n")
        XCTAssertEqual(try ran(project, "cut"), ["b"])
    }

    func testWhatIsKeptCanBeExplainedAndRemoved() throws {
        let project = try Project()
        try project.lesson("chain", chain)
        _ = try ran(project, "chain")
        XCTAssert(try project.run("cache", "explain", "chain#three").output.hasPrefix("three is taken from an earlier run"))
        try project.lesson("chain", chain.replacingOccurrences(of: "two + 1", with: "two + 2"))
        let code = try project.run("cache", "explain", "chain#three").output
        XCTAssert(code.hasPrefix("three runs") && code.contains("changed: its code"), code)
        try project.lesson("chain", chain.replacingOccurrences(of: "let one = 1", with: "let one = 5"))
        let value = try project.run("cache", "explain", "chain#three").output
        XCTAssert(value.contains("earlier steps run again") && value.contains("one, two"), value)
        XCTAssertEqual(try project.run("cache", "explain", "chain#four").status, 2)
        XCTAssertEqual(try project.run("cache", "explain", "chain").status, 2)
        XCTAssertEqual(try project.run("cache", "clear").status, 0)
        XCTAssertEqual(try ran(project, "chain").count, 4)
    }

    func testATrainingThatWasCutOffGoesOnAfterItsLastEpoch() throws {
        let project = try Project()
        let lesson = """
            ```swift {#data}
            let x = Tensor.normal([256, 4])
            let data = try TrainingData(x, x.sum(axis: 1, keepDims: true), batchSize: 16)
            let model = Sequential([Linear(4, 16), Tanh(), Linear(16, 1)])
            ```

            ```swift {#train checkpoint}
            let learner = Learner(data, model, loss: mseLoss)
            try learner.fit(epochs: 60, optimizer: .adam(learningRate: 0.01), schedule: .oneCycle())
            print(learner.history.losses.count, learner.history.losses.last ?? 0)
            ```

            """
        try project.lesson("t", lesson)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tool.path)
        process.arguments = ["run", "t", "--json"]
        process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var epochs = 0
        while epochs < 12 {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            epochs += String(decoding: more, as: UTF8.self).components(separatedBy: "\"event\":\"epoch\"").count - 1
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let next = try project.run("run", "t", "--json")
        XCTAssertEqual(next.status, 0, next.errors)
        // Progress is told only of the epochs that were still to be done, the rows of all.
        let progress = next.output.split(separator: "\n").filter { $0.contains("\"event\":\"progress\"") }
        XCTAssertFalse(progress.isEmpty)
        XCTAssertFalse(progress.contains { $0.contains("\"epoch\":1,") }, "the training began anew")
        try assertLikeFresh(project, "t")
    }
}
