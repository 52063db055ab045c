import NeuralNets
import Tensors
import XCTest

private final class Head: Layer {
    let norm = BatchNorm1d(4)
    let out = Linear(4, 2, bias: false)
    override func callAsFunction(_ x: Tensor) -> Tensor { out(norm(x)) }
}

private class Trunk: Layer {
    let first = Linear(3, 4)
    let scale = Parameter(Tensor.ones([4]))
    let notAParameter = Tensor.ones([7])
    var extra: Linear?
    override func callAsFunction(_ x: Tensor) -> Tensor { first(x) * scale }
}

private final class Whole: Trunk {
    let heads = [Head(), Head()]
    override func callAsFunction(_ x: Tensor) -> Tensor { heads[0](super.callAsFunction(x)) }
}

/// Like an interpreted class: reflection sees nothing, the members come from the override.
private final class Hidden: Layer {
    private let members: () -> [(name: String, value: Any)]
    init(_ members: [(name: String, value: Any)]) { self.members = { members } }
    override func ownMembers() -> [(name: String, value: Any)] { members() }
    override var typeName: String { "EmbeddingDot" }
}

final class ModuleTests: XCTestCase {
    func testParametersAreFoundInOrderOfDeclarationSuperclassFirst() {
        let model = Whole()
        XCTAssertEqual(
            model.namedParameters().map(\.name),
            [
                "scale", "first.weight", "first.bias", "heads.0.norm.weight", "heads.0.norm.bias", "heads.0.out.weight",
                "heads.1.norm.weight", "heads.1.norm.bias", "heads.1.out.weight",
            ])
        XCTAssertEqual(model.parameterCount, 4 + 12 + 4 + 2 * (4 + 4 + 8))
    }

    func testAModuleSetLaterIsFound() {
        let model = Trunk()
        XCTAssertEqual(model.parameterCount, 20)
        model.extra = Linear(2, 2)
        XCTAssertEqual(model.parameterCount, 26)
    }

    func testASharedParameterCountsOnce() {
        let embedding = Embedding(5, 3)
        XCTAssertEqual(Parts([embedding, embedding]).parameterCount, 15)
    }

    func testPrintingLooksLikePyTorchs() {
        let model = EmbeddingDotBias(userCount: 671, itemCount: 9066, factors: 50)
        XCTAssertEqual(
            model.description,
            """
            EmbeddingDotBias (
              (u): Embedding(671, 50)
              (i): Embedding(9066, 50)
              (ub): Embedding(671, 1)
              (ib): Embedding(9066, 1)
            )
            """)
        XCTAssertEqual(
            Sequential(Linear(784, 50), ReLU()).description,
            """
            Sequential (
              (0): Linear(inputs=784, outputs=50)
              (1): ReLU()
            )
            """)
    }

    func testMembersThatReflectionCannotSeeComeFromTheOverride() {
        let model = Hidden([("u", Embedding(6, 2)), ("shift", Parameter(Tensor.zeros([1]))), ("count", 3)])
        XCTAssertEqual(model.namedParameters().map(\.name), ["shift", "u.weight"])
        XCTAssertEqual(
            model.description,
            """
            EmbeddingDot (
              (u): Embedding(6, 2)
              (shift): Parameter(1)
            )
            """)
    }

    func testTrainAndEvalReachEveryModule() {
        let model = Whole()
        model.eval()
        XCTAssertFalse(model.heads[1].norm.isTraining)
        model.train()
        XCTAssertTrue(model.heads[1].norm.isTraining)
    }

    func testAFrozenParameterGetsNoGradientAndNoStep() throws {
        let model = Sequential(Linear(3, 3), Linear(3, 1))
        model[0].freeze()
        let before = model[0].parameters().map { $0.doubles }
        let moving = model[1].parameters().map { $0.doubles }
        let optimizer = Optimizer(.sgd(learningRate: 0.1, weightDecay: 0.1), model: model)
        model(Tensor.ones([2, 3])).sum().backward()
        optimizer.step()
        XCTAssertFalse(model[0].parameters()[0].hasGradient)
        XCTAssertEqual(model[0].parameters().map { $0.doubles }, before)
        XCTAssertNotEqual(model[1].parameters().map { $0.doubles }, moving)
        XCTAssertEqual(model.trainableParameterCount, 4)
        model.unfreeze()
        XCTAssertEqual(model.trainableParameterCount, 16)
    }

    func testSummaryNamesLayersShapesAndParameters() throws {
        let model = Sequential(Linear(784, 50), ReLU(), Linear(50, 10))
        let table = try model.summary(input: Tensor.zeros([64, 784]))
        XCTAssertEqual(table.rows.map { $0[2] }, ["[64, 50]", "[64, 50]", "[64, 10]", "[64, 10]"])
        XCTAssertEqual(table.rows.map { $0[3] }, ["39250", "0", "510", "39760"])
        XCTAssertThrowsError(try model.summary(input: Tensor.zeros([64, 700])))
    }

    func testResNetsHaveThePublishedNumbersOfParameters() {
        XCTAssertEqual(ResNet.resNet34().parameterCount, 21_797_672)
        XCTAssertEqual(ResNet.resNet18().parameterCount, 11_689_512)
    }

    func testAResNetRunsAndTrainsOnSmallPictures() throws {
        let model = ResNet(blocks: [1, 1, 1, 1], classes: 5, channels: 1, width: 8)
        let output = try withFaults { model(Tensor.normal([2, 1, 32, 32])) }
        XCTAssertEqual(output.shape, [2, 5])
        try withFaults { crossEntropy(output, Tensor([1, 4])).backward() }
        XCTAssertTrue(model.parameters().allSatisfy(\.hasGradient))
        XCTAssertEqual(model.layerGroups.count, 3)
    }

    func testEmbeddingSizesFollowTheRule() {
        XCTAssertEqual([944, 1665, 672, 9065].map { embeddingSize(categories: $0) }, [74, 102, 61, 263])
        XCTAssertEqual(embeddingSize(categories: 1_000_000), 600)
    }

    func testInitializersHaveTheirMoments() {
        RandomStream.begin(seed: 1)
        func moments(_ initializer: Initializer, _ shape: [Int]) -> (mean: Double, deviation: Double, largest: Double) {
            let values = initializer(shape).doubles
            let mean = values.reduce(0, +) / Double(values.count)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
            return (mean, variance.squareRoot(), values.map { abs($0) }.max() ?? 0)
        }
        let shape = [200, 300]
        XCTAssertEqual(moments(.kaimingNormal(), shape).deviation, (2.0 / 300).squareRoot(), accuracy: 1e-3)
        XCTAssertEqual(moments(.kaimingUniform(), shape).deviation, (2.0 / 300).squareRoot(), accuracy: 1e-3)
        XCTAssertEqual(moments(.xavierNormal(), shape).deviation, (2.0 / 500).squareRoot(), accuracy: 1e-3)
        XCTAssertEqual(moments(.xavierUniform(), shape).deviation, (2.0 / 500).squareRoot(), accuracy: 1e-3)
        // The normal distribution cut at two deviations has a deviation of 0.8796 (formula of the truncated normal).
        let truncated = moments(.truncatedNormal(std: 0.01), shape)
        XCTAssertEqual(truncated.deviation, 0.008796, accuracy: 1e-4)
        XCTAssertLessThanOrEqual(truncated.largest, 0.02)
        XCTAssertEqual(Initializer.identity([2, 3]).doubles, [1, 0, 0, 0, 1, 0])
    }

    func testDropoutActsInTrainingAndKeepsTheMean() {
        RandomStream.begin(seed: 3)
        let layer = Dropout(0.25)
        let x = Tensor.ones([100, 100])
        let dropped = layer(x).doubles
        XCTAssertEqual(dropped.reduce(0, +) / 10_000, 1, accuracy: 0.03)
        XCTAssertEqual(Double(dropped.filter { $0 == 0 }.count) / 10_000, 0.25, accuracy: 0.02)
        layer.eval()
        XCTAssertEqual(layer(x).doubles, x.doubles)
    }

    func testAWrongInputIsAFaultThatNamesTheShapes() {
        XCTAssertThrowsError(try withFaults { Linear(3, 2)(Tensor.ones([4, 5])) }) {
            XCTAssertTrue("\($0)".contains("[4, 5]"), "\($0)")
        }
        XCTAssertThrowsError(try withFaults { Embedding(3, 2)(Tensor([0, 3])) })
        XCTAssertThrowsError(try withFaults { mseLoss(Tensor.ones([4]), Tensor.ones([4, 1])) }) {
            XCTAssertTrue("\($0)".contains("[4, 1]"), "\($0)")
        }
        XCTAssertThrowsError(try withFaults { BatchNorm1d(3)(Tensor.ones([3])) })
        XCTAssertThrowsError(try withFaults { RNN(3, 4)(Tensor.ones([2, 3])) })
    }
}
