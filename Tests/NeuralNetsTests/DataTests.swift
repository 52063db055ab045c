import NeuralNets
import Tensors
import XCTest

final class DataTests: XCTestCase {
    override func setUp() { RandomStream.begin(seed: 4) }

    func testASplitHasEveryRowOnceAndDependsOnItsSeedAlone() throws {
        let (training, validation) = try split(count: 101, validation: 0.2, seed: 1)
        XCTAssertEqual((training + validation).sorted(), Array(0..<101))
        XCTAssertEqual(validation.count, 20)
        RandomStream.begin(seed: 99)
        XCTAssertEqual(try split(count: 101, validation: 0.2, seed: 1).validation, validation)
        XCTAssertNotEqual(try split(count: 101, validation: 0.2, seed: 2).validation, validation)
    }

    func testBatchesCoverEveryRowWithItsTarget() throws {
        let x = Tensor((0..<10).map { Double($0) })
        let loader = try DataLoader(x, Tensor((0..<10).map { $0 * 2 }), batchSize: 4, shuffle: true)
        XCTAssertEqual(loader.batchCount, 3)
        var seen: [Double] = []
        for batch in loader {
            XCTAssertEqual(batch.target.doubles, batch[0].doubles.map { $0 * 2 })
            seen += batch[0].doubles
        }
        XCTAssertNotEqual(seen, seen.sorted())
        XCTAssertEqual(seen.sorted(), x.doubles)
    }

    func testRowsDrawnWithReplacementComeTwiceOrNotAtAll() throws {
        let x = Tensor((0..<10_000).map { Double($0) })
        let data = try TrainingData(x, batchSize: 64, validation: 0.2, replacement: true)
        let rows = Set(try data.training.allRows()[0].doubles)
        let seen = data.training.flatMap { $0[0].doubles }
        XCTAssertEqual(seen.count, 8000)
        XCTAssertTrue(rows.isSuperset(of: seen))
        // 1 - 1/e of the rows are among those drawn.
        XCTAssertEqual(Double(Set(seen).count) / 8000, 0.632, accuracy: 0.02)
        XCTAssertNotEqual(seen, data.training.flatMap { $0[0].doubles })
        let validation = try XCTUnwrap(data.validation)
        XCTAssertEqual(Set(validation.flatMap { $0[0].doubles }).count, 2000)
    }

    func testDroppingTheLastBatchLeavesFullOnes() throws {
        let loader = try DataLoader(Tensor.zeros([10, 2]), batchSize: 4, dropLast: true)
        XCTAssertEqual(loader.map(\.count), [4, 4])
    }

    func testASeedGivesTheSameOrdersAndEachPassAnother() throws {
        let x = Tensor((0..<50).map { Double($0) })
        func orders() throws -> [[Double]] {
            let loader = try DataLoader(x, batchSize: 50, shuffle: true, seed: 3)
            return [0, 1].map { _ in loader.flatMap { $0[0].doubles } }
        }
        let first = try orders()
        XCTAssertEqual(first, try orders())
        XCTAssertNotEqual(first[0], first[1])
    }

    func testTheStepsStreamDecidesAnOrderWithoutSeed() throws {
        let x = Tensor((0..<50).map { Double($0) })
        func order() throws -> [Double] {
            RandomStream.begin(seed: 8, step: "train")
            return try DataLoader(x, batchSize: 50, shuffle: true).flatMap { $0[0].doubles }
        }
        XCTAssertEqual(try order(), try order())
    }

    func testWindowsSlideWithoutCopying() throws {
        let text = Tensor([1, 2, 3, 4, 5, 6, 7])
        let before = MemoryBudget.used
        let all = text.windows(size: 3)
        XCTAssertLessThanOrEqual(MemoryBudget.used, before)
        XCTAssertEqual(all.shape, [5, 3])
        XCTAssertEqual(all.doubles, [1, 2, 3, 2, 3, 4, 3, 4, 5, 4, 5, 6, 5, 6, 7])
        XCTAssertEqual(text.windows(size: 3, step: 2).doubles, [1, 2, 3, 3, 4, 5, 5, 6, 7])
        let batch = try DataLoader(all, batchSize: 2, shuffle: true).allRows()
        XCTAssertEqual(batch[0].shape, [5, 3])
        for batch in try DataLoader(all, all, batchSize: 2, shuffle: true) {
            for row in 0..<batch.count {
                let values = batch[0][row].doubles
                XCTAssertEqual(values, [values[0], values[0] + 1, values[0] + 2])
            }
        }
    }

    func testAVocabularyNumbersCharactersInUnicodeOrderAfterTheUnknown() {
        let vocabulary = Vocabulary(charactersOf: "b\r\nab")
        XCTAssertEqual(vocabulary.items, ["\0", "\n", "\r", "a", "b"])
        XCTAssertEqual(vocabulary.encode("ab\r\nz"), [3, 4, 2, 1, 0])
        XCTAssertEqual(vocabulary.decode([4, 3]), "ba")
        XCTAssertEqual(Vocabulary(words: ["to", "be", "to"]).encode(words: ["be", "to", "or"]), [1, 2, 0])
    }

    func testIdentifiersBecomeIndicesInOrderOfAppearance() {
        let index = IdentifierIndex([31, 7, 31, 1029])
        XCTAssertEqual(index.identifiers, [31, 7, 1029])
        XCTAssertEqual(index.indices(of: [31, 7, 31, 1029]), [0, 1, 0, 2])
        XCTAssertNil(index.index(of: 8))
    }
}

final class ScheduleTests: XCTestCase {
    func testLinearExponentialAndMilestones() {
        XCTAssertEqual(Schedule.linear(from: 1, to: 0).learningRates(2, steps: 4), [2, 1.5, 1, 0.5])
        let curve = Schedule.exponential(to: 0.01).learningRates(1, steps: 4)
        for (value, expected) in zip(curve, [1, 0.316228, 0.1, 0.0316228]) {
            XCTAssertEqual(value, expected, accuracy: 1e-6)
        }
        let steps = Schedule.milestones([1, 2], factor: 0.5).learningRates(1, steps: 6, stepsPerEpoch: 2)
        XCTAssertEqual(steps, [1, 1, 0.5, 0.5, 0.25, 0.25])
        XCTAssertEqual(Schedule.constant.learningRates(0.1, steps: 2), [0.1, 0.1])
        XCTAssertEqual(Schedule.cosine().learningRates(1, steps: 2), [1, 0.5])
    }

    func testJoinedPartsEachSeeAWholeRun() {
        let joined = Schedule.joined([.linear(from: 0, to: 1), .linear(from: 1, to: 0)], fractions: [0.25, 0.75])
        let rates = joined.learningRates(1, steps: 8)
        for (value, expected) in zip(rates, [0, 0.5, 1, 5 / 6.0, 4 / 6.0, 3 / 6.0, 2 / 6.0, 1 / 6.0]) {
            XCTAssertEqual(value, expected, accuracy: 1e-12)
        }
    }

    func testRestartsGrow() {
        XCTAssertEqual(Schedule.restartEpochs(cycles: 3, cycleLength: 1, growth: 2), 7)
        let rates = Schedule.cosineRestarts(cycleLength: 1, growth: 2).learningRates(1, steps: 7, stepsPerEpoch: 1)
        XCTAssertEqual(rates.map { $0 == 1 }, [true, true, false, true, false, false, false])
    }

    func testTheSmoothedLossIsDebiased() {
        var smoothed = SmoothedLoss()
        XCTAssertEqual(smoothed.update(3), 3, accuracy: 1e-12)
        // (0.98·0.02·3 + 0.02·5) / (1 − 0.98²)
        XCTAssertEqual(smoothed.update(5), (0.98 * 0.02 * 3 + 0.02 * 5) / (1 - 0.98 * 0.98), accuracy: 1e-12)
    }
}
