import Foundation
import XCTest

/// The lessons' own figures, held against those of the course and of PyTorch and fastai on the same real data (a loss may be 3 %
/// above the worst of several seeds), and the thresholds that the samples were planted for.
final class LessonFigureTests: XCTestCase {
    // MARK: Real data

    func testCollaborativeFilteringOnMovieLens() throws {
        let run = try realRun("lesson5")
        XCTAssert(run.text("counts").contains("100004 ratings, 671 users, 9066 rated movies"))
        XCTAssert(run.text("dot").contains("[ 6., 70.]"))
        assertLosses(run, "train", atMost: [0.809, 0.782, 0.768])
        XCTAssertLessThanOrEqual(try XCTUnwrap(run.validationLosses("train").last), 0.775)
        assertLosses(run, "dot-train", atMost: [1.645, 1.306, 1.230])
        assertLosses(run, "dot-train-slower", atMost: [1.147, 1.135, 1.129])
        assertLosses(run, "bias-train", atMost: [0.838, 0.818, 0.810])
        assertLosses(run, "net-train", atMost: [1.106, 0.827, 0.806, 0.806, 0.806, 0.789])
        assertLosses(run, "net-train-dropout", atMost: [1.106, 0.92, 0.92, 0.92, 0.92, 0.871])
    }

    func testDigitsOfMNIST() throws {
        let run = try realRun("lesson5-mnist-sgd")
        XCTAssert(run.text("shapes").contains("lin.weight: [10, 784]"))
        XCTAssert(run.text("shapes").contains("lin.bias: [10]"))
        XCTAssertLessThanOrEqual(try number(in: run.text("logistic-valid"), after: "loss "), 0.99 * 1.03)
        XCTAssertLessThanOrEqual(try number(in: run.text("network-epoch"), after: "loss "), 0.40 * 1.03)
        XCTAssertGreaterThan(try XCTUnwrap(run.column("accuracy", of: "adam").last), 0.93)
    }

    func testTransferLearningOnMNIST() throws {
        let run = try realRun("lesson5-transfer")
        assertTransferPays(run)
        XCTAssert(run.text("resnet34").contains("21797672 parameters"))
    }

    func testEmbeddingsOfMovieLens() throws {
        let run = try realRun("lesson6")
        for line in ["(u): Embedding(671, 50)", "(i): Embedding(9066, 50)", "(ub): Embedding(671, 1)", "(ib): Embedding(9066, 1)"] {
            XCTAssert(run.text("model").contains(line), line)
        }
        XCTAssert(run.text("pca").contains("components [3, 3000]"))
        XCTAssert(run.text("worst").contains("Battlefield Earth (2000)"))
        XCTAssert(run.text("best").contains("Shawshank Redemption, The (1994)"))
    }

    func testCharacterModelsOnNietzsche() throws {
        let run = try realRun("lesson6-rnn")
        XCTAssert(run.text("vocabulary").contains("600893 characters, a vocabulary of 85"))
        XCTAssert(run.text("vocabulary").contains("[40, 42, 29, 30, 25, 27, 29, 1, 1, 1]"))
        XCTAssert(run.text("char3-data").contains("[200295]"))
        XCTAssertLessThanOrEqual(try XCTUnwrap(run.column("train loss", of: "char3-train").last), 1.86 * 1.03)
        XCTAssert(run.text("eight-data").contains("[600884, 8]"))
        assertLosses(run, "loop-train", atMost: [2.06, 1.79])
        assertLosses(run, "concat-train", atMost: [1.81, 1.69])
        for shape in ["[8, 512, 42]", "[8, 512, 256]", "[1, 512, 256]", "[512, 85]"] { XCTAssert(run.text("rnn").contains(shape), shape) }
        assertLosses(run, "rnn-train", atMost: [1.85, 1.67, 1.59, 1.55])
        XCTAssert(run.text("seq-data").contains("[75111, 8]"))
        XCTAssertLessThanOrEqual(try XCTUnwrap(run.validationLosses("seq-train").first), 2.40 * 1.03)
    }

    func testDeeperCollaborativeFilteringOnMovieLens() throws {
        let run = try realRun("lesson8")
        assertTheThreeFactors(run)
        func last(_ step: String, atMost reference: Double, line: UInt = #line) throws {
            XCTAssertLessThanOrEqual(try XCTUnwrap(run.validationLosses(step).last), reference * 1.03, step, line: line)
        }
        try last("dot-train", atMost: 1.32)
        try last("range-train", atMost: 0.904)
        try last("bias-train", atMost: 0.851)
        try last("decay-train", atMost: 0.790)
        try last("own-train", atMost: 0.790)
        try last("library-train", atMost: 0.787)
        try last("net-train", atMost: 0.827)
        XCTAssert(run.text("sizes").contains("users: (672, 61), films: (9065, 263)"))
        XCTAssert(run.text("pca").contains("[1000, 3]"))
        XCTAssert(run.text("biases").contains("Battlefield Earth (2000)"))
        XCTAssert(run.text("biases").contains("Shawshank Redemption, The (1994)"))
    }

    // MARK: Samples

    func testGradientDescentByHand() throws {
        let run = try sampleRun("lesson6-sgd")
        let guess = try number(in: run.text("guess"), after: "guess: ")
        XCTAssert((4.3...5.4).contains(guess), "\(guess)")
        for (step, loss) in [(0, 65.3), (1000, 0.56), (2000, 0.136), (3000, 0.123)] {
            XCTAssertEqual(try number(in: run.text("descent"), after: "step \(step): "), loss, accuracy: 0.03 * loss)
        }
        XCTAssertEqual(try number(in: run.text("descent"), after: "a = "), 3.25, accuracy: 0.03 * 3.25)
        XCTAssertEqual(try number(in: run.text("descent"), after: "b = "), 7.87, accuracy: 0.03 * 7.87)
        XCTAssertEqual(try number(in: run.text("by-hand"), after: "before: "), 9.0, accuracy: 0.27)
        let after = try ["after: ", "a = ", "b = "].map { try number(in: run.text("after"), after: $0) }
        for (value, range) in zip(after, [0.25...0.31, 2.7...2.95, 8.05...8.2]) {
            XCTAssert((range.lowerBound * 0.97...range.upperBound * 1.03).contains(value), "\(value) is not in \(range)")
        }
    }

    func testTheSamplesPlantedStructureIsFoundAgain() throws {
        let run = try sampleRun("lesson6")
        let planted = numbers(in: run.text("planted")).filter { $0 <= 1 }
        XCTAssertFalse(planted.isEmpty, run.text("planted"))
        for correlation in planted { XCTAssertGreaterThanOrEqual(correlation, 0.8, run.text("planted")) }
    }

    func testBiasesAndDecayPayOnTheSample() throws {
        let run = try sampleRun("lesson8")
        assertTheThreeFactors(run)
        let dot = try XCTUnwrap(run.validationLosses("dot-train").last)
        let bias = try XCTUnwrap(run.validationLosses("bias-train").last)
        let decay = try XCTUnwrap(run.validationLosses("decay-train").last)
        XCTAssertLessThanOrEqual(bias, dot * 0.98)
        XCTAssertLessThanOrEqual(decay, bias * 0.98)
    }

    func testTransferLearningPaysOnTheSample() throws {
        assertTransferPays(try sampleRun("lesson5-transfer"))
    }

    func testEntityEmbeddingsFindWhatWasPlantedAndHelpOtherMethods() throws {
        let run = try sampleRun("lesson6-tabular")
        for step in ["states-correlation", "calendar-correlation", "stores-correlation"] {
            let correlations = numbers(in: run.text(step))
            XCTAssertFalse(correlations.isEmpty, step)
            for correlation in correlations { XCTAssertGreaterThanOrEqual(correlation, 0.8, run.text(step)) }
        }
        let gains = run.column("gain", of: "comparison")
        XCTAssertEqual(gains.count, 3)
        for gain in gains { XCTAssertGreaterThanOrEqual(gain, 5) }
    }

    // MARK: What several of them check

    private func assertTheThreeFactors(_ run: LessonOutcome) {
        XCTAssert(run.text("hand-user").contains("2.142"))
        XCTAssert(run.text("hand-casablanca").contains("-1.611"))
    }

    private func assertTransferPays(_ run: LessonOutcome, line: UInt = #line) {
        guard let scratch = try? number(in: run.text("comparison-numbers"), after: "from scratch: "),
            let transferred = try? number(in: run.text("comparison-numbers"), after: "each group: ")
        else { return XCTFail("no comparison: " + run.text("comparison-numbers"), line: line) }
        XCTAssertGreaterThan(transferred, scratch, line: line)
    }

    private func assertLosses(_ run: LessonOutcome, _ step: String, atMost references: [Double], line: UInt = #line) {
        let losses = run.validationLosses(step)
        XCTAssertEqual(losses.count, references.count, "\(step): \(losses)", line: line)
        for (loss, reference) in zip(losses, references) {
            XCTAssertLessThanOrEqual(loss, reference * 1.03, "\(step): \(losses)", line: line)
        }
    }

    private func number(in text: String, after words: String) throws -> Double {
        let place = try XCTUnwrap(text.range(of: words), "“\(words)” is not in: \(text)")
        return try XCTUnwrap(numbers(in: String(text[place.upperBound...])).first, text)
    }

    private func numbers(in text: String) -> [Double] {
        text.split(whereSeparator: { !"0123456789.-".contains($0) }).compactMap { word in
            Double(word.hasSuffix(".") ? word.dropLast() : word)
        }
    }

    private func realRun(_ lesson: String) throws -> LessonOutcome {
        guard let data = Tool.realData else { throw XCTSkip("no real data beside the project: the figures of \(lesson) are not held") }
        return try LessonOutcome(lesson, ["--data", data])
    }

    private func sampleRun(_ lesson: String) throws -> LessonOutcome { try LessonOutcome(lesson, []) }
}
