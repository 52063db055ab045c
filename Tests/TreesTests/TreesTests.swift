import Tensors
import Trees
import XCTest

final class TreesTests: XCTestCase {
    /// Rows on a grid and a target with a bend and a step that no straight line follows.
    private func grid(_ shift: Double) -> (inputs: [[Double]], targets: [Double]) {
        var inputs: [[Double]] = []
        var targets: [Double] = []
        for i in 0..<30 {
            for j in 0..<30 {
                let (x, y) = (Double(i) / 30 + shift, Double(j) / 30 + shift)
                inputs.append([x, y])
                targets.append((x > 0.49 ? 3 : 0) + 4 * (y - 0.5) * (y - 0.5) + 10)
            }
        }
        return (inputs, targets)
    }

    private func error(_ predictions: [Double], _ targets: [Double]) -> Double {
        zip(predictions, targets).map { abs($0 - $1) }.reduce(0, +) / Double(targets.count)
    }

    private func skippingWithoutLibrary(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch TreesError.libraryMissing(let reason) {
            throw XCTSkip("libxgboost is not installed: \(reason)")
        }
    }

    func testBoostedTreesFollowABendAndAStep() throws {
        try skippingWithoutLibrary {
            let (train, new) = (grid(0), grid(0.011))
            let model = GradientBoostedTrees(trees: 50, depth: 4)
            try model.fit(train.inputs, train.targets)
            XCTAssertLessThan(error(try model.predict(new.inputs), new.targets), 0.06)
            let mean = train.targets.reduce(0, +) / 900
            XCTAssertGreaterThan(error([Double](repeating: mean, count: 900), new.targets), 1.2, "the mean alone is far off")
        }
    }

    func testARandomForestFollowsItToo() throws {
        try skippingWithoutLibrary {
            let (train, new) = (grid(0), grid(0.011))
            let model = RandomForest(trees: 50)
            try model.fit(train.inputs, train.targets)
            XCTAssertLessThan(error(try model.predict(new.inputs), new.targets), 0.12)
        }
    }

    func testTheSameDataGiveTheSameTreesAndAnotherSeedOthers() throws {
        try skippingWithoutLibrary {
            let train = grid(0)
            func predictions(_ seed: Int) throws -> [Double] {
                let model = RandomForest(trees: 10, seed: seed)
                try model.fit(train.inputs, train.targets)
                return try model.predict(train.inputs)
            }
            XCTAssertEqual(try predictions(1), try predictions(1))
            XCTAssertNotEqual(try predictions(1), try predictions(2))
        }
    }

    func testTensorsAndArraysGiveTheSame() throws {
        try skippingWithoutLibrary {
            let train = grid(0)
            let model = GradientBoostedTrees(trees: 5)
            try model.fit(Tensor(train.inputs), Tensor(train.targets))
            let expected = try model.predict(train.inputs)
            let found = try model.predict(Tensor(train.inputs))
            XCTAssertEqual(found.shape, [900])
            for (a, b) in zip(found.doubles, expected) { XCTAssertEqual(a, b, accuracy: 1e-5) }
        }
    }

    func testASingleTargetIsPredictedAsItIs() throws {
        try skippingWithoutLibrary {
            let forest = RandomForest(trees: 3)
            try forest.fit([[1], [2]], [7, 7])
            XCTAssertEqual(try forest.predict([[1.5]])[0], 7, accuracy: 1e-6)
        }
    }

    // MARK: Neighbours

    func testNeighboursAreTheNearestOnes() throws {
        let model = NearestNeighbours(k: 2)
        try model.fit([[0, 0], [1, 0], [10, 10], [11, 10]], [1, 3, 100, 200])
        XCTAssertEqual(try model.predict([[0.4, 0], [10.2, 10.1]]), [2, 150])
        XCTAssertEqual(try model.predict(Tensor([[0.4, 0]] as [[Double]])).doubles, [2])
    }

    func testMoreNeighboursThanExamplesGiveTheMean() throws {
        let model = NearestNeighbours(k: 50)
        try model.fit([[0], [1], [2]], [1, 2, 6])
        XCTAssertEqual(try model.predict([[5]]), [3])
    }

    func testWeightedNeighboursCountByNearness() throws {
        let model = NearestNeighbours(k: 2, weighted: true)
        try model.fit([[0], [4]], [0, 4])
        XCTAssertEqual(try model.predict([[1], [0]])[0], 1, accuracy: 1e-4)
        XCTAssertEqual(try model.predict([[0]])[0], 0, accuracy: 1e-4)
    }

    func testBlocksOfRowsAgreeWithOneByOne() throws {
        // More rows than fit into one block of distances.
        let count = 3000
        let inputs: [[Double]] = (0..<count).map { index in
            let (x, y) = (index * 7919 % 3001, index * 104_729 % 2999)
            return [Double(x) / 3001, Double(y) / 2999]
        }
        let targets = inputs.map { $0[0] + $0[1] }
        let model = NearestNeighbours(k: 3)
        try model.fit(inputs, targets)
        let all = try model.predict(inputs)
        for index in stride(from: 0, to: count, by: 501) { XCTAssertEqual(try model.predict([inputs[index]])[0], all[index], accuracy: 1e-6) }
        XCTAssertLessThan(error(all, targets), 0.02)
    }

    // MARK: Mistakes

    func testMistakesAreExplained() throws {
        let model = NearestNeighbours()
        XCTAssertThrowsError(try model.predict([[1]])) { XCTAssertEqual("\($0)", "call fit before predict") }
        XCTAssertThrowsError(try model.fit([[1], [2]], [1])) { XCTAssertEqual("\($0)", "1 targets for 2 rows") }
        XCTAssertThrowsError(try model.fit([[1], [2, 3]], [1, 2])) { XCTAssertEqual("\($0)", "row 1 has 2 inputs, row 0 has 1") }
        XCTAssertThrowsError(try model.fit([], [])) { XCTAssertEqual("\($0)", "there are no inputs") }
        XCTAssertThrowsError(try model.fit([[1]], [.nan])) { XCTAssertEqual("\($0)", "target 0 is nan") }
        try model.fit([[1]], [1])
        XCTAssertThrowsError(try model.predict([[1, 2]])) {
            XCTAssertEqual("\($0)", "rows of 2 inputs for a model that was fitted with 1")
        }
        XCTAssertThrowsError(try model.fit(Tensor([1.0]), Tensor([1.0]))) {
            XCTAssertEqual("\($0)", "the inputs have to be a tensor [rows, inputs], not [1]")
        }
        XCTAssertThrowsError(try GradientBoostedTrees().predict([[1]])) { XCTAssertEqual("\($0)", "call fit before predict") }
        XCTAssertEqual(
            "\(TreesError.libraryMissing(reason: "libxgboost.so.0: cannot open shared object file"))",
            "boosted trees and random forests need the library libxgboost (on Debian: apt install libxgboost0): "
                + "libxgboost.so.0: cannot open shared object file")
    }
}
