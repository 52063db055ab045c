import LessonBindings
import LessonKit
import StepLanguage
import XCTest

/// Steps that call the library, and are called by it.
final class StepTests: XCTestCase {
    private final class Run {
        let session = Session(library: LessonLibrary.library())
        let execution: Execution
        private(set) var output = ""

        init() {
            execution = Execution(session: session, limits: Limits(secondsPerStep: 60))
            execution.machine.hooks.output = { [unowned self] in output += $0 }
            execution.machine.hooks.stepBegan = { RandomStream.begin(seed: 42, step: "step") }
            LessonLibrary.connect(execution.machine)
            Interruption.clear()
        }

        func step(_ source: String, file: StaticString = #filePath, line: UInt = #line) -> Execution.Outcome {
            let checked = session.check([StepLanguage.Step(id: "step", source: SourceFile(name: "lesson.md", text: source))])[0]
            XCTAssertEqual(checked.diagnostics.filter(\.isError).map(\.description), [], "refused", file: file, line: line)
            output = ""
            return execution.run(checked)
        }
    }

    /// A layer of the lesson's own: `y = x · w + b`, and data that it can learn exactly.
    private let linear = """
        final class Line: Layer {
            let weight = Parameter(Tensor.zeros([1, 1])), bias = Parameter(Tensor.zeros([1]))
            var calls = 0
            override func callAsFunction(_ x: Tensor) -> Tensor {
                calls += 1
                return x.matmul(weight) + bias
            }
        }
        let x = Tensor.linspace(-1, 1, count: 64).reshaped([64, 1])
        let y = x * 3.0 + 0.5
        let data = try TrainingData(x, y, batchSize: 16, validation: 0)

        """

    func testALayerOfTheLessonIsTrainedPrintedAndCounted() {
        let run = Run()
        let outcome = run.step(
            linear + """
                let model = Line()
                let learner = Learner(data, model, loss: mseLoss)
                try learner.fit(epochs: 60, optimizer: .sgd(learningRate: 0.5))
                print(model.calls >= 240, model.parameters().count)
                print((model.weight.item() * 1000).rounded() / 1000, (model.bias.item() * 1000).rounded() / 1000)
                print(model)
                """)
        XCTAssertNil(outcome.failure, outcome.failure?.description ?? "")
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        XCTAssertEqual(lines.prefix(2), ["true 2", "3.0 0.5"])
        XCTAssertTrue(lines.count > 2 && lines[2].hasPrefix("Line"), run.output)
    }

    func testAFaultInAMethodThatTheLibraryCallsStopsAtItsLine() {
        let run = Run()
        let outcome = run.step(
            """
            final class Broken: Layer {
                override func callAsFunction(_ x: Tensor) -> Tensor {
                    let numbers = [1.0, 2.0]
                    return x * numbers[x.shape[0]]
                }
            }
            let data = try TrainingData(Tensor.ones([8, 1]), Tensor.ones([8, 1]), batchSize: 4, validation: 0)
            let learner = Learner(data, Broken(), loss: mseLoss)
            try learner.fit(epochs: 1, optimizer: .sgd(learningRate: 0.1))
            """)
        XCTAssertEqual(outcome.failure?.message, "Index out of range")
        XCTAssertEqual(outcome.failure?.location.line, 4)
        XCTAssertNil(run.step("print(Tensor.ones([2]).sum().item())").failure)
        XCTAssertEqual(run.output, "2.0\n")
    }

    func testAnErrorThatACallbackThrowsReachesTheStepThatFits() {
        let run = Run()
        let outcome = run.step(
            linear + """
                enum Enough: Error { case after(Int) }
                let stop = Callback(at: .epochEnded) { learner in if learner.epoch >= 2 { throw Enough.after(learner.epoch) } }
                let learner = Learner(data, Line(), loss: mseLoss, callbacks: [stop])
                do {
                    try learner.fit(epochs: 10, optimizer: .sgd(learningRate: 0.1))
                } catch Enough.after(let epoch) {
                    print("enough after", epoch)
                }
                """)
        XCTAssertNil(outcome.failure, outcome.failure?.description ?? "")
        XCTAssertTrue(run.output.hasPrefix("enough after "), run.output)
    }

    func testShapesThatDoNotFitStopAtTheLineInsideAClosureTheLibraryCalls() {
        let run = Run()
        let outcome = run.step(
            """
            let at = Tensor([1.0, 2.0])
            let result = valueAndGradient(of: { (v: Tensor) in
                (v + Tensor([1.0, 2.0, 3.0])).sum()
            }, at: at)
            print("not reached", result.value.item())
            """)
        XCTAssertEqual(outcome.failure?.location.line, 3, outcome.failure?.description ?? "no error")
        XCTAssertEqual(run.output, "")
    }

    func testAskingForATensorOfTerabytesStopsAtTheLine() {
        let run = Run()
        let outcome = run.step("let n = 1 << 20\nlet t = Tensor.zeros([n, n])\nprint(t.sum().item())")
        XCTAssertEqual(outcome.failure?.location.line, 2, outcome.failure?.description ?? "no error")
        XCTAssertTrue(outcome.failure?.message.contains("zeros: shape [1048576, 1048576] is not possible") ?? false, outcome.failure?.description ?? "no error")
        XCTAssertNil(run.step("print(1)").failure)
    }

    func testATensorBeyondTheBudgetIsRefusedBeforeItIsFilled() {
        let run = Run()
        XCTAssertEqual(MemoryBudget.limit, run.execution.machine.limits.memoryBytes / 2)
        MemoryBudget.limit = 32 << 20
        let outcome = run.step("let small = Tensor.zeros([1024])\nlet large = Linear(4096, 4096)")
        XCTAssertEqual(outcome.failure?.location.line, 2, outcome.failure?.description ?? "no error")
        XCTAssertTrue(
            outcome.failure?.message.hasPrefix("memory: 67108864 bytes for a tensor cross the budget of 33554432 bytes") ?? false,
            outcome.failure?.description ?? "no error")
    }

    func testNumbersOfThingsThatNoMachineHasStopAtTheLine() {
        let asked = [
            "Schedule.oneCycle().learningRates(1, steps: 1 << 40)", "Schedule.oneCycle().settings(steps: -1)",
            "LayerRates.slice(1e-5, 1e-3).values(count: Int.max)", "Tensor.permutation(1 << 40)", "Tensor.arange(1 << 40)",
            "Tensor.arange(0.0, 1e11)", "Tensor.linspace(0, 1, count: 1 << 40)", "Tensor.geomspace(1, 2, count: 1 << 40)",
            "Tensor([1.0, 2]).randomChoice(1 << 40)", "Tensor([1.0, 2]).randomChoice(-1)", "Tensor([1.0, 2]).repeated(1 << 62, axis: 0)",
            "Tensor([1, 2]).binCount(minimumLength: 1 << 40)", "Tensor.zeros([1, 1, 4, 4]).adaptiveAvgPool2d(1 << 40)",
            "Conv2d(1, 3, kernelSize: 1 << 40)", "ResNet(blocks: [1 << 40])", "LSTM(3, 4, layers: 1 << 40)",
            "Linear(784, 1_000_000)", "try split(count: 1 << 40)",
        ]
        for expression in asked {
            let outcome = Run().step("let first = 1\n_ = \(expression)")
            XCTAssertEqual(outcome.failure?.location.line, 2, "\(expression): \(outcome.failure?.description ?? "no error")")
        }
    }

    func testTrainingAndProductsCanBeInterrupted() {
        let steps = [
            linear + "try Learner(data, Line(), loss: mseLoss).fit(epochs: 1_000_000, optimizer: .sgd(learningRate: 0.1))",
            "let a = Tensor.ones([4096, 4096])\nwhile true { _ = a.matmul(a) }",
            "let rows = Tensor.randn([3000, 3000])\nwhile true { _ = rows.sorted() }",
        ]
        for source in steps {
            let run = Run()
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.5) {
                run.execution.interrupt()
                Interruption.request()
            }
            let outcome = run.step(source)
            XCTAssertTrue(
                outcome.failure?.message.contains("interrupted") ?? false,
                "\(source.suffix(60)): \(outcome.failure?.description ?? "no error")")
            Interruption.clear()
            XCTAssertNil(run.step("print(1)").failure)
            XCTAssertEqual(run.output, "1\n")
        }
    }
}
