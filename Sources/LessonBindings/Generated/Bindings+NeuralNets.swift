// Written by Scripts/generate-bindings.sh from the public declarations of NeuralNets.

import LessonKit
import StepLanguage

extension Batch: NativeValue {}
extension DataLoader: NativeClass {}
extension BatchIterator: NativeClass {}
extension TrainingData: NativeValue {}
extension Vocabulary: NativeValue {}
extension IdentifierIndex: NativeValue {}
extension RecurrentLayer.Cell: NativeValue {}
extension Reduction: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Reduction {
        switch slot.int {
        case 0: return .mean
        case 1: return .sum
        case 2: return .none
        default: throw Trap.fault("Reduction has no such case")
        }
    }

    public static func toSlot(_ value: Reduction, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .mean: return .int(0)
        case .sum: return .int(1)
        case .none: return .int(2)
        }
    }
}
extension Initializer: NativeValue {}
extension Module: NativeClass {}
extension ParameterGroup: NativeValue {}
extension Optimizer: NativeClass {}
extension Schedule: NativeValue {}
extension Schedule.Position: NativeValue {}
extension Schedule.Setting: NativeValue {}
extension UpdateRule: NativeValue {}
extension UpdateRule.Method: NativeValue {}
extension LayerRates: NativeValue {}
extension ModelState: NativeValue {}
extension TrainingStage: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> TrainingStage {
        switch slot.int {
        case 0: return .fitBegan
        case 1: return .epochBegan
        case 2: return .batchBegan
        case 3: return .lossComputed
        case 4: return .gradientsReady
        case 5: return .batchEnded
        case 6: return .validationBegan
        case 7: return .epochEnded
        case 8: return .fitEnded
        default: throw Trap.fault("TrainingStage has no such case")
        }
    }

    public static func toSlot(_ value: TrainingStage, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .fitBegan: return .int(0)
        case .epochBegan: return .int(1)
        case .batchBegan: return .int(2)
        case .lossComputed: return .int(3)
        case .gradientsReady: return .int(4)
        case .batchEnded: return .int(5)
        case .validationBegan: return .int(6)
        case .epochEnded: return .int(7)
        case .fitEnded: return .int(8)
        }
    }
}
extension NeuralNets.Callback: NativeClass {}
extension BatchRecord: NativeValue {}
extension History: NativeValue {}
extension SmoothedLoss: NativeValue {}
extension Learner: NativeClass {}
extension ValidationResult: NativeValue {}
extension LearnerError: NativeValue {}
extension Metric: NativeValue {}
extension RateSearch: NativeValue {}
extension EpochRow: NativeValue {}
extension TrainingProgress: NativeValue {}
extension TrainingEvent: NativeValue {}

extension LessonLibrary {
    /// Binds the natives of NeuralNets.
    static func bindNeuralNets(_ library: Library) {
        bindNeuralNets0(library)
        bindNeuralNets1(library)
        bindNeuralNets2(library)
        bindNeuralNets3(library)
        bindNeuralNets4(library)
        bindNeuralNets5(library)
        bindNeuralNets6(library)
        bindNeuralNets7(library)
        bindNeuralNets8(library)
        bindNeuralNets9(library)
        bindNeuralNets10(library)
        bindNeuralNets11(library)
        bindNeuralNets12(library)
        bindNeuralNets13(library)
        bindNeuralNets14(library)
        bindNeuralNets15(library)
        bindNeuralNets16(library)
        bindNeuralNets17(library)
        bindNeuralNets18(library)
        bindNeuralNets19(library)
        bindNeuralNets20(library)
        bindNeuralNets21(library)
        bindNeuralNets22(library)
        bindNeuralNets23(library)
        bindNeuralNets24(library)
        bindNeuralNets25(library)
        bindNeuralNets26(library)
        bindNeuralNets27(library)
        bindNeuralNets28(library)
        bindNeuralNets29(library)
        bindNeuralNets30(library)
        bindNeuralNets31(library)
        bindNeuralNets32(library)
        bindNeuralNets33(library)
        bindNeuralNets35(library)
        bindNeuralNets36(library)
        bindNeuralNets37(library)
        bindNeuralNets38(library)
        bindNeuralNets39(library)
        bindNeuralNets40(library)
        bindNeuralNets41(library)
        bindNeuralNets42(library)
        bindNeuralNets43(library)
        bindNeuralNets44(library)
        bindNeuralNets45(library)
        bindNeuralNets46(library)
        bindNeuralNets47(library)
        bindNeuralNets48(library)
        bindNeuralNets49(library)
        bindNeuralNets50(library)
        bindNeuralNets51(library)
        bindNeuralNets52(library)
        bindNeuralNets53(library)
        bindNeuralNets54(library)
        bindNeuralNets55(library)
        bindNeuralNets56(library)
        bindNeuralNets57(library)
        bindNeuralNets58(library)
        bindNeuralNets60(library)
        bindNeuralNets61(library)
        bindNeuralNets62(library)
        bindNeuralNets63(library)
        bindNeuralNets64(library)
        bindNeuralNets65(library)
        bindNeuralNets66(library)
        bindNeuralNets67(library)
        bindNeuralNets68(library)
        bindNeuralNets69(library)
        bindNeuralNets70(library)
        bindNeuralNets71(library)
        bindNeuralNets72(library)
        bindNeuralNets73(library)
        bindNeuralNets74(library)
        bindNeuralNets75(library)
        bindNeuralNets76(library)
        bindNeuralNetsFunctions(library)
    }

    /// Batch
    fileprivate static func bindNeuralNets0(_ library: Library) {
        library.bind("Batch.columns") { (s: Batch) throws -> [Tensor] in s.columns }
        library.bind("Batch.init(columns: [Tensor])") { (p0: [Tensor]) throws -> Batch in Batch(columns: p0) }
        library.bind("Batch.subscript(_: Int)") { (s: Batch, p0: Int) throws -> Tensor in s[p0] }
        library.bind("Batch.inputs") { (s: Batch) throws -> [Tensor] in s.inputs }
        library.bind("Batch.target") { (s: Batch) throws -> Tensor in s.target }
        library.bind("Batch.count") { (s: Batch) throws -> Int in s.count }
    }

    /// DataLoader
    fileprivate static func bindNeuralNets1(_ library: Library) {
        library.bind("DataLoader.columns") { (s: DataLoader) throws -> [Tensor] in s.columns }
        library.bind("DataLoader.rows") { (s: DataLoader) throws -> [Int]? in s.rows }
        library.bind("DataLoader.batchSize") { (s: DataLoader) throws -> Int in s.batchSize }
        library.bind("DataLoader.shuffle") { (s: DataLoader) throws -> Bool in s.shuffle }
        library.bind("DataLoader.dropLast") { (s: DataLoader) throws -> Bool in s.dropLast }
        library.bind("DataLoader.replacement") { (s: DataLoader) throws -> Bool in s.replacement }
        library.bind("DataLoader.init(columns: [Tensor], rows: [Int]?, batchSize: Int, shuffle: Bool, seed: Int?, dropLast: Bool, replacement: Bool)") { (p0: [Tensor], p1: [Int]?, p2: Int, p3: Bool, p4: Int?, p5: Bool, p6: Bool) throws -> DataLoader in try DataLoader(columns: p0, rows: p1, batchSize: p2, shuffle: p3, seed: p4, dropLast: p5, replacement: p6) }
        library.bind("DataLoader.count") { (s: DataLoader) throws -> Int in s.count }
        library.bind("DataLoader.batchCount") { (s: DataLoader) throws -> Int in s.batchCount }
        library.bind("DataLoader.makeIterator()") { (s: DataLoader) throws -> BatchIterator in s.makeIterator() }
        library.bind("DataLoader.inOrder()") { (s: DataLoader) throws -> BatchIterator in s.inOrder() }
        library.bind("DataLoader.firstBatch()") { (s: DataLoader) throws -> Batch in try s.firstBatch() }
        library.bind("DataLoader.allRows()") { (s: DataLoader) throws -> Batch in try s.allRows() }
    }

    /// BatchIterator
    fileprivate static func bindNeuralNets2(_ library: Library) {
        library.bind("BatchIterator.next()") { (s: BatchIterator) throws -> Batch? in s.next() }
    }

    /// TrainingData
    fileprivate static func bindNeuralNets3(_ library: Library) {
        library.bind("TrainingData.training") { (s: TrainingData) throws -> DataLoader in s.training }
        library.bind("TrainingData.validation") { (s: TrainingData) throws -> DataLoader? in s.validation }
        library.bind("TrainingData.init(training: DataLoader, validation: DataLoader?)") { (p0: DataLoader, p1: DataLoader?) throws -> TrainingData in TrainingData(training: p0, validation: p1) }
        library.bind("TrainingData.init(_: Tensor..., batchSize: Int, validation: Double, seed: Int, dropLast: Bool, replacement: Bool)") { (p0: [Tensor], p1: Int, p2: Double, p3: Int, p4: Bool, p5: Bool) throws -> TrainingData in try TrainingData(columns: p0, batchSize: p1, validation: p2, seed: p3, dropLast: p4, replacement: p5) }
        library.bind("TrainingData.init(columns: [Tensor], batchSize: Int, validation: Double, seed: Int, dropLast: Bool, replacement: Bool)") { (p0: [Tensor], p1: Int, p2: Double, p3: Int, p4: Bool, p5: Bool) throws -> TrainingData in try TrainingData(columns: p0, batchSize: p1, validation: p2, seed: p3, dropLast: p4, replacement: p5) }
        library.bind("TrainingData.init(columns: [Tensor], trainingRows: [Int], validationRows: [Int], batchSize: Int, dropLast: Bool, replacement: Bool)") { (p0: [Tensor], p1: [Int], p2: [Int], p3: Int, p4: Bool, p5: Bool) throws -> TrainingData in try TrainingData(columns: p0, trainingRows: p1, validationRows: p2, batchSize: p3, dropLast: p4, replacement: p5) }
    }

    /// Vocabulary
    fileprivate static func bindNeuralNets4(_ library: Library) {
        library.bind("Vocabulary.items") { (s: Vocabulary) throws -> [String] in s.items }
        library.bind("Vocabulary.init(charactersOf: String, unknown: String)") { (p0: String, p1: String) throws -> Vocabulary in Vocabulary(charactersOf: p0, unknown: p1) }
        library.bind("Vocabulary.init(words: [String], unknown: String)") { (p0: [String], p1: String) throws -> Vocabulary in Vocabulary(words: p0, unknown: p1) }
        library.bind("Vocabulary.count") { (s: Vocabulary) throws -> Int in s.count }
        library.bind("Vocabulary.index(of: String)") { (s: Vocabulary, p0: String) throws -> Int in s.index(of: p0) }
        library.bind("Vocabulary.item(at: Int)") { (s: Vocabulary, p0: Int) throws -> String in s.item(at: p0) }
        library.bind("Vocabulary.encode(_: String)") { (s: Vocabulary, p0: String) throws -> [Int] in s.encode(p0) }
        library.bind("Vocabulary.encode(words: [String])") { (s: Vocabulary, p0: [String]) throws -> [Int] in s.encode(words: p0) }
        library.bind("Vocabulary.decode(_: [Int])") { (s: Vocabulary, p0: [Int]) throws -> String in s.decode(p0) }
    }

    /// IdentifierIndex
    fileprivate static func bindNeuralNets5(_ library: Library) {
        library.bind("IdentifierIndex.identifiers") { (s: IdentifierIndex) throws -> [Int] in s.identifiers }
        library.bind("IdentifierIndex.init(_: [Int])") { (p0: [Int]) throws -> IdentifierIndex in IdentifierIndex(p0) }
        library.bind("IdentifierIndex.count") { (s: IdentifierIndex) throws -> Int in s.count }
        library.bind("IdentifierIndex.index(of: Int)") { (s: IdentifierIndex, p0: Int) throws -> Int? in s.index(of: p0) }
        library.bind("IdentifierIndex.indices(of: [Int])") { (s: IdentifierIndex, p0: [Int]) throws -> [Int] in s.indices(of: p0) }
    }

    /// ReLU
    fileprivate static func bindNeuralNets6(_ library: Library) {
        library.bind("ReLU.init()") { () throws -> ReLU in ReLU() }
        library.bind("ReLU.callAsFunction(_: Tensor)") { (s: ReLU, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// Sigmoid
    fileprivate static func bindNeuralNets7(_ library: Library) {
        library.bind("Sigmoid.init()") { () throws -> Sigmoid in Sigmoid() }
        library.bind("Sigmoid.callAsFunction(_: Tensor)") { (s: Sigmoid, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// Tanh
    fileprivate static func bindNeuralNets8(_ library: Library) {
        library.bind("Tanh.init()") { () throws -> Tanh in Tanh() }
        library.bind("Tanh.callAsFunction(_: Tensor)") { (s: Tanh, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// GELU
    fileprivate static func bindNeuralNets9(_ library: Library) {
        library.bind("GELU.init()") { () throws -> GELU in GELU() }
        library.bind("GELU.callAsFunction(_: Tensor)") { (s: GELU, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// Softmax
    fileprivate static func bindNeuralNets10(_ library: Library) {
        library.bind("Softmax.init(axis: Int)") { (p0: Int) throws -> Softmax in Softmax(axis: p0) }
        library.bind("Softmax.callAsFunction(_: Tensor)") { (s: Softmax, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Softmax.argumentsDescription") { (s: Softmax) throws -> String in s.argumentsDescription }
    }

    /// LogSoftmax
    fileprivate static func bindNeuralNets11(_ library: Library) {
        library.bind("LogSoftmax.init(axis: Int)") { (p0: Int) throws -> LogSoftmax in LogSoftmax(axis: p0) }
        library.bind("LogSoftmax.callAsFunction(_: Tensor)") { (s: LogSoftmax, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("LogSoftmax.argumentsDescription") { (s: LogSoftmax) throws -> String in s.argumentsDescription }
    }

    /// SigmoidRange
    fileprivate static func bindNeuralNets12(_ library: Library) {
        library.bind("SigmoidRange.init(_: Double, _: Double)") { (p0: Double, p1: Double) throws -> SigmoidRange in SigmoidRange(p0, p1) }
        library.bind("SigmoidRange.callAsFunction(_: Tensor)") { (s: SigmoidRange, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("SigmoidRange.argumentsDescription") { (s: SigmoidRange) throws -> String in s.argumentsDescription }
    }

    /// Dropout
    fileprivate static func bindNeuralNets13(_ library: Library) {
        library.bind("Dropout.probability") { (s: Dropout) throws -> Double in s.probability }
        library.bind("Dropout.init(_: Double)") { (p0: Double) throws -> Dropout in Dropout(p0) }
        library.bind("Dropout.callAsFunction(_: Tensor)") { (s: Dropout, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Dropout.argumentsDescription") { (s: Dropout) throws -> String in s.argumentsDescription }
    }

    /// Flatten
    fileprivate static func bindNeuralNets14(_ library: Library) {
        library.bind("Flatten.init(startAxis: Int)") { (p0: Int) throws -> Flatten in Flatten(startAxis: p0) }
        library.bind("Flatten.callAsFunction(_: Tensor)") { (s: Flatten, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// Lambda
    fileprivate static func bindNeuralNets15(_ library: Library) {
        library.bind("Lambda.init(_: String, _: @escaping (Tensor) -> Tensor)") { (p0: String, p1: StepLanguage.Callback) throws -> Lambda in Lambda(p0, { a0 in LessonLibrary.guarded { try p1.call(a0) } }) }
        library.bind("Lambda.callAsFunction(_: Tensor)") { (s: Lambda, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Lambda.typeName") { (s: Lambda) throws -> String in s.typeName }
    }

    /// Sequential
    fileprivate static func bindNeuralNets16(_ library: Library) {
        library.bind("Sequential.layers") { (s: Sequential) throws -> [Layer] in s.layers }
        library.bind("Sequential.init(_: [Layer])") { (p0: [Layer]) throws -> Sequential in Sequential(p0) }
        library.bind("Sequential.init(_: Layer...)") { (p0: [Layer]) throws -> Sequential in Sequential(p0) }
        library.bind("Sequential.callAsFunction(_: Tensor)") { (s: Sequential, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Sequential.count") { (s: Sequential) throws -> Int in s.count }
        library.bind("Sequential.subscript(_: Int)") { (s: Sequential, p0: Int) throws -> Layer in s[p0] }
        library.bind("Sequential.append(_: Layer)") { (s: Sequential, p0: Layer) throws -> Void in s.append(p0) }
    }

    /// Conv2d
    fileprivate static func bindNeuralNets17(_ library: Library) {
        library.bind("Conv2d.weight") { (s: Conv2d) throws -> Parameter in s.weight }
        library.bind("Conv2d.bias") { (s: Conv2d) throws -> Parameter? in s.bias }
        library.bind("Conv2d.init(_: Int, _: Int, kernelSize: Int, stride: Int, padding: Int, bias: Bool)") { (p0: Int, p1: Int, p2: Int, p3: Int, p4: Int, p5: Bool) throws -> Conv2d in Conv2d(p0, p1, kernelSize: p2, stride: p3, padding: p4, bias: p5) }
        library.bind("Conv2d.callAsFunction(_: Tensor)") { (s: Conv2d, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Conv2d.argumentsDescription") { (s: Conv2d) throws -> String in s.argumentsDescription }
    }

    /// MaxPool2d
    fileprivate static func bindNeuralNets18(_ library: Library) {
        library.bind("MaxPool2d.init(_: Int, stride: Int?, padding: Int)") { (p0: Int, p1: Int?, p2: Int) throws -> MaxPool2d in MaxPool2d(p0, stride: p1, padding: p2) }
        library.bind("MaxPool2d.callAsFunction(_: Tensor)") { (s: MaxPool2d, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("MaxPool2d.argumentsDescription") { (s: MaxPool2d) throws -> String in s.argumentsDescription }
    }

    /// AvgPool2d
    fileprivate static func bindNeuralNets19(_ library: Library) {
        library.bind("AvgPool2d.init(_: Int, stride: Int?)") { (p0: Int, p1: Int?) throws -> AvgPool2d in AvgPool2d(p0, stride: p1) }
        library.bind("AvgPool2d.callAsFunction(_: Tensor)") { (s: AvgPool2d, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("AvgPool2d.argumentsDescription") { (s: AvgPool2d) throws -> String in s.argumentsDescription }
    }

    /// GlobalAvgPool2d
    fileprivate static func bindNeuralNets20(_ library: Library) {
        library.bind("GlobalAvgPool2d.init()") { () throws -> GlobalAvgPool2d in GlobalAvgPool2d() }
        library.bind("GlobalAvgPool2d.callAsFunction(_: Tensor)") { (s: GlobalAvgPool2d, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// Linear
    fileprivate static func bindNeuralNets21(_ library: Library) {
        library.bind("Linear.weight") { (s: Linear) throws -> Parameter in s.weight }
        library.bind("Linear.bias") { (s: Linear) throws -> Parameter? in s.bias }
        library.bind("Linear.init(inputs: Int, outputs: Int, bias: Bool)") { (p0: Int, p1: Int, p2: Bool) throws -> Linear in Linear(inputs: p0, outputs: p1, bias: p2) }
        library.bind("Linear.init(_: Int, _: Int, bias: Bool)") { (p0: Int, p1: Int, p2: Bool) throws -> Linear in Linear(p0, p1, bias: p2) }
        library.bind("Linear.callAsFunction(_: Tensor)") { (s: Linear, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Linear.argumentsDescription") { (s: Linear) throws -> String in s.argumentsDescription }
    }

    /// Embedding
    fileprivate static func bindNeuralNets22(_ library: Library) {
        library.bind("Embedding.weight") { (s: Embedding) throws -> Parameter in s.weight }
        library.bind("Embedding.init(embeddingCount: Int, dimensions: Int, initializer: Initializer)") { (p0: Int, p1: Int, p2: Initializer) throws -> Embedding in Embedding(embeddingCount: p0, dimensions: p1, initializer: p2) }
        library.bind("Embedding.init(_: Int, _: Int, initializer: Initializer)") { (p0: Int, p1: Int, p2: Initializer) throws -> Embedding in Embedding(p0, p1, initializer: p2) }
        library.bind("Embedding.embeddingCount") { (s: Embedding) throws -> Int in s.embeddingCount }
        library.bind("Embedding.dimensions") { (s: Embedding) throws -> Int in s.dimensions }
        library.bind("Embedding.callAsFunction(_: Tensor)") { (s: Embedding, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Embedding.argumentsDescription") { (s: Embedding) throws -> String in s.argumentsDescription }
    }

    /// NormalizationLayer
    fileprivate static func bindNeuralNets23(_ library: Library) {
        library.bind("NormalizationLayer.init()") { () throws -> NormalizationLayer in NormalizationLayer() }
    }

    /// BatchNorm
    fileprivate static func bindNeuralNets24(_ library: Library) {
        library.bind("BatchNorm.weight") { (s: BatchNorm) throws -> Parameter in s.weight }
        library.bind("BatchNorm.bias") { (s: BatchNorm) throws -> Parameter in s.bias }
        library.bind("BatchNorm.runningMean") { (s: BatchNorm) throws -> Tensor in s.runningMean }
        library.bind("BatchNorm.runningVariance") { (s: BatchNorm) throws -> Tensor in s.runningVariance }
        library.bind("BatchNorm.callAsFunction(_: Tensor)") { (s: BatchNorm, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("BatchNorm.ownBuffers()") { (s: BatchNorm) throws -> [Pair<String, Tensor>] in (s.ownBuffers()).map { Pair($0.0, $0.1) } }
        library.bind("BatchNorm.argumentsDescription") { (s: BatchNorm) throws -> String in s.argumentsDescription }
    }

    /// BatchNorm1d
    fileprivate static func bindNeuralNets25(_ library: Library) {
        library.bind("BatchNorm1d.init(_: Int, momentum: Double, epsilon: Double)") { (p0: Int, p1: Double, p2: Double) throws -> BatchNorm1d in BatchNorm1d(p0, momentum: p1, epsilon: p2) }
    }

    /// BatchNorm2d
    fileprivate static func bindNeuralNets26(_ library: Library) {
        library.bind("BatchNorm2d.init(_: Int, momentum: Double, epsilon: Double)") { (p0: Int, p1: Double, p2: Double) throws -> BatchNorm2d in BatchNorm2d(p0, momentum: p1, epsilon: p2) }
    }

    /// LayerNorm
    fileprivate static func bindNeuralNets27(_ library: Library) {
        library.bind("LayerNorm.weight") { (s: LayerNorm) throws -> Parameter in s.weight }
        library.bind("LayerNorm.bias") { (s: LayerNorm) throws -> Parameter in s.bias }
        library.bind("LayerNorm.init(_: [Int], epsilon: Double)") { (p0: [Int], p1: Double) throws -> LayerNorm in LayerNorm(p0, epsilon: p1) }
        library.bind("LayerNorm.init(_: Int, epsilon: Double)") { (p0: Int, p1: Double) throws -> LayerNorm in LayerNorm(p0, epsilon: p1) }
        library.bind("LayerNorm.callAsFunction(_: Tensor)") { (s: LayerNorm, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("LayerNorm.argumentsDescription") { (s: LayerNorm) throws -> String in s.argumentsDescription }
    }

    /// RecurrentLayer
    fileprivate static func bindNeuralNets28(_ library: Library) {
        library.bind("RecurrentLayer.cells") { (s: RecurrentLayer) throws -> [RecurrentLayer.Cell] in s.cells }
        library.bind("RecurrentLayer.hiddenSize") { (s: RecurrentLayer) throws -> Int in s.hiddenSize }
        library.bind("RecurrentLayer.inputSize") { (s: RecurrentLayer) throws -> Int in s.inputSize }
        library.bind("RecurrentLayer.layerCount") { (s: RecurrentLayer) throws -> Int in s.layerCount }
        library.bind("RecurrentLayer.isBidirectional") { (s: RecurrentLayer) throws -> Bool in s.isBidirectional }
        library.bind("RecurrentLayer.initializeHiddenWeights(_: Initializer)") { (s: RecurrentLayer, p0: Initializer) throws -> Void in s.initializeHiddenWeights(p0) }
        library.bind("RecurrentLayer.zeroState(batch: Int)") { (s: RecurrentLayer, p0: Int) throws -> Tensor in s.zeroState(batch: p0) }
        library.bind("RecurrentLayer.argumentsDescription") { (s: RecurrentLayer) throws -> String in s.argumentsDescription }
        library.bind("RecurrentLayer.callAsFunction(_: Tensor)") { (s: RecurrentLayer, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// RecurrentLayer.Cell
    fileprivate static func bindNeuralNets29(_ library: Library) {
        library.bind("RecurrentLayer.Cell.inputWeight") { (s: RecurrentLayer.Cell) throws -> Parameter in s.inputWeight }
        library.bind("RecurrentLayer.Cell.hiddenWeight") { (s: RecurrentLayer.Cell) throws -> Parameter in s.hiddenWeight }
        library.bind("RecurrentLayer.Cell.inputBias") { (s: RecurrentLayer.Cell) throws -> Parameter? in s.inputBias }
        library.bind("RecurrentLayer.Cell.hiddenBias") { (s: RecurrentLayer.Cell) throws -> Parameter? in s.hiddenBias }
    }

    /// RNN
    fileprivate static func bindNeuralNets30(_ library: Library) {
        library.bind("RNN.init(_: Int, _: Int, layers: Int, bidirectional: Bool, bias: Bool, dropout: Double)") { (p0: Int, p1: Int, p2: Int, p3: Bool, p4: Bool, p5: Double) throws -> RNN in RNN(p0, p1, layers: p2, bidirectional: p3, bias: p4, dropout: p5) }
        library.bind("RNN.callAsFunction(_: Tensor)") { (s: RNN, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("RNN.callAsFunction(_: Tensor, _: Tensor?)") { (s: RNN, p0: Tensor, p1: Tensor?) throws -> Pair<Tensor, Tensor> in [s.callAsFunction(p0, p1)].map { Pair($0.0, $0.1) }[0] }
    }

    /// GRU
    fileprivate static func bindNeuralNets31(_ library: Library) {
        library.bind("GRU.init(_: Int, _: Int, layers: Int, bidirectional: Bool, bias: Bool, dropout: Double)") { (p0: Int, p1: Int, p2: Int, p3: Bool, p4: Bool, p5: Double) throws -> GRU in GRU(p0, p1, layers: p2, bidirectional: p3, bias: p4, dropout: p5) }
        library.bind("GRU.callAsFunction(_: Tensor)") { (s: GRU, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("GRU.callAsFunction(_: Tensor, _: Tensor?)") { (s: GRU, p0: Tensor, p1: Tensor?) throws -> Pair<Tensor, Tensor> in [s.callAsFunction(p0, p1)].map { Pair($0.0, $0.1) }[0] }
    }

    /// LSTM
    fileprivate static func bindNeuralNets32(_ library: Library) {
        library.bind("LSTM.init(_: Int, _: Int, layers: Int, bidirectional: Bool, bias: Bool, dropout: Double)") { (p0: Int, p1: Int, p2: Int, p3: Bool, p4: Bool, p5: Double) throws -> LSTM in LSTM(p0, p1, layers: p2, bidirectional: p3, bias: p4, dropout: p5) }
        library.bind("LSTM.callAsFunction(_: Tensor)") { (s: LSTM, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("LSTM.callAsFunction(_: Tensor, _: Tensor?, _: Tensor?)") { (s: LSTM, p0: Tensor, p1: Tensor?, p2: Tensor?) throws -> Triple<Tensor, Tensor, Tensor> in [s.callAsFunction(p0, p1, p2)].map { Triple($0.0, $0.1, $0.2) }[0] }
    }

    /// ResidualBlock
    fileprivate static func bindNeuralNets33(_ library: Library) {
        library.bind("ResidualBlock.init(_: Int, _: Int, stride: Int)") { (p0: Int, p1: Int, p2: Int) throws -> ResidualBlock in ResidualBlock(p0, p1, stride: p2) }
        library.bind("ResidualBlock.callAsFunction(_: Tensor)") { (s: ResidualBlock, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// EmbeddingDotBias
    fileprivate static func bindNeuralNets35(_ library: Library) {
        library.bind("EmbeddingDotBias.u") { (s: EmbeddingDotBias) throws -> Embedding in s.u }
        library.bind("EmbeddingDotBias.i") { (s: EmbeddingDotBias) throws -> Embedding in s.i }
        library.bind("EmbeddingDotBias.ub") { (s: EmbeddingDotBias) throws -> Embedding in s.ub }
        library.bind("EmbeddingDotBias.ib") { (s: EmbeddingDotBias) throws -> Embedding in s.ib }
        library.bind("EmbeddingDotBias.range") { (s: EmbeddingDotBias) throws -> Pair<Double, Double>? in (s.range).map { Pair($0.0, $0.1) } }
        library.bind("EmbeddingDotBias.init(userCount: Int, itemCount: Int, factors: Int, range: (low: Double, high: Double)?, initializer: Initializer)") { (p0: Int, p1: Int, p2: Int, p3: Pair<Double, Double>?, p4: Initializer) throws -> EmbeddingDotBias in EmbeddingDotBias(userCount: p0, itemCount: p1, factors: p2, range: p3.map { ($0.first, $0.second) }, initializer: p4) }
        library.bind("EmbeddingDotBias.callAsFunction(_: Tensor, _: Tensor)") { (s: EmbeddingDotBias, p0: Tensor, p1: Tensor) throws -> Tensor in s.callAsFunction(p0, p1) }
    }

    /// CollabNN
    fileprivate static func bindNeuralNets36(_ library: Library) {
        library.bind("CollabNN.init(userCount: Int, itemCount: Int, userFactors: Int?, itemFactors: Int?, hidden: Int, range: (low: Double, high: Double), initializer: Initializer)") { (p0: Int, p1: Int, p2: Int?, p3: Int?, p4: Int, p5: Pair<Double, Double>, p6: Initializer) throws -> CollabNN in CollabNN(userCount: p0, itemCount: p1, userFactors: p2, itemFactors: p3, hidden: p4, range: (p5.first, p5.second), initializer: p6) }
        library.bind("CollabNN.callAsFunction(_: Tensor, _: Tensor)") { (s: CollabNN, p0: Tensor, p1: Tensor) throws -> Tensor in s.callAsFunction(p0, p1) }
    }

    /// MixedInputModel
    fileprivate static func bindNeuralNets37(_ library: Library) {
        library.bind("MixedInputModel.embs") { (s: MixedInputModel) throws -> [Embedding] in s.embs }
        library.bind("MixedInputModel.init(categories: [(count: Int, size: Int)], numbers: Int, hidden: [Int], outputs: Int, embeddingDropout: Double, dropouts: [Double], range: (low: Double, high: Double)?, hiddenBias: Bool, initializer: Initializer?, linearInitializer: Initializer?)") { (p0: [Pair<Int, Int>], p1: Int, p2: [Int], p3: Int, p4: Double, p5: [Double], p6: Pair<Double, Double>?, p7: Bool, p8: Initializer?, p9: Initializer?) throws -> MixedInputModel in MixedInputModel(categories: p0.map { ($0.first, $0.second) }, numbers: p1, hidden: p2, outputs: p3, embeddingDropout: p4, dropouts: p5, range: p6.map { ($0.first, $0.second) }, hiddenBias: p7, initializer: p8, linearInitializer: p9) }
        library.bind("MixedInputModel.callAsFunction(_: Tensor, _: Tensor)") { (s: MixedInputModel, p0: Tensor, p1: Tensor) throws -> Tensor in s.callAsFunction(p0, p1) }
        library.bind("MixedInputModel.callAsFunction(_: Tensor)") { (s: MixedInputModel, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// ResNet
    fileprivate static func bindNeuralNets38(_ library: Library) {
        library.bind("ResNet.fc") { (s: ResNet) throws -> Layer in s.fc }
        library.bind("ResNet.fc=") { (s: ResNet, v: Layer) throws -> Void in s.fc = v }
        library.bind("ResNet.featureCount") { (s: ResNet) throws -> Int in s.featureCount }
        library.bind("ResNet.init(blocks: [Int], classes: Int, channels: Int, width: Int)") { (p0: [Int], p1: Int, p2: Int, p3: Int) throws -> ResNet in ResNet(blocks: p0, classes: p1, channels: p2, width: p3) }
        library.bind("ResNet.resNet18(classes: Int, channels: Int)") { (p0: Int, p1: Int) throws -> ResNet in ResNet.resNet18(classes: p0, channels: p1) }
        library.bind("ResNet.resNet34(classes: Int, channels: Int)") { (p0: Int, p1: Int) throws -> ResNet in ResNet.resNet34(classes: p0, channels: p1) }
        library.bind("ResNet.features(_: Tensor)") { (s: ResNet, p0: Tensor) throws -> Tensor in s.features(p0) }
        library.bind("ResNet.callAsFunction(_: Tensor)") { (s: ResNet, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("ResNet.defaultLayerGroups()") { (s: ResNet) throws -> [[Module]] in s.defaultLayerGroups() }
        library.bind("ResNet.typeName") { (s: ResNet) throws -> String in s.typeName }
    }

    /// Initializer
    fileprivate static func bindNeuralNets39(_ library: Library) {
        library.bind("Initializer.init(_: @escaping (_ shape: [Int]) -> Tensor)") { (p0: StepLanguage.Callback) throws -> Initializer in Initializer({ a0 in LessonLibrary.guarded { try p0.call(a0) } }) }
        library.bind("Initializer.callAsFunction(_: [Int])") { (s: Initializer, p0: [Int]) throws -> Tensor in s.callAsFunction(p0) }
        library.bind("Initializer.constant(_: Double)") { (p0: Double) throws -> Initializer in Initializer.constant(p0) }
        library.bind("Initializer.zeros") { () throws -> Initializer in Initializer.zeros }
        library.bind("Initializer.ones") { () throws -> Initializer in Initializer.ones }
        library.bind("Initializer.uniform(_: Double, _: Double)") { (p0: Double, p1: Double) throws -> Initializer in Initializer.uniform(p0, p1) }
        library.bind("Initializer.normal(mean: Double, std: Double)") { (p0: Double, p1: Double) throws -> Initializer in Initializer.normal(mean: p0, std: p1) }
        library.bind("Initializer.truncatedNormal(mean: Double, std: Double)") { (p0: Double, p1: Double) throws -> Initializer in Initializer.truncatedNormal(mean: p0, std: p1) }
        library.bind("Initializer.kaimingUniform(slope: Double)") { (p0: Double) throws -> Initializer in Initializer.kaimingUniform(slope: p0) }
        library.bind("Initializer.kaimingNormal(slope: Double)") { (p0: Double) throws -> Initializer in Initializer.kaimingNormal(slope: p0) }
        library.bind("Initializer.xavierUniform(gain: Double)") { (p0: Double) throws -> Initializer in Initializer.xavierUniform(gain: p0) }
        library.bind("Initializer.xavierNormal(gain: Double)") { (p0: Double) throws -> Initializer in Initializer.xavierNormal(gain: p0) }
        library.bind("Initializer.identity") { () throws -> Initializer in Initializer.identity }
    }

    /// Parameter
    fileprivate static func bindNeuralNets40(_ library: Library) {
        library.bind("Parameter.initialize(_: Initializer)") { (s: Parameter, p0: Initializer) throws -> Void in s.initialize(p0) }
    }

    /// Module
    fileprivate static func bindNeuralNets41(_ library: Library) {
        library.bind("Module.description") { (s: Module) throws -> String in s.description }
    }

    /// Module
    fileprivate static func bindNeuralNets42(_ library: Library) {
        library.bind("Module.recorded(_: Tensor)") { (s: Module, p0: Tensor) throws -> Tensor in s.recorded(p0) }
        library.bind("Module.summary(_: () -> Tensor)") { (s: Module, p0: StepLanguage.Callback) throws -> TextTable in try s.summary({ LessonLibrary.guarded { try p0.call() } }) }
    }

    /// Layer
    fileprivate static func bindNeuralNets43(_ library: Library) {
        library.bind("Layer.summary(input: Tensor)") { (s: Layer, p0: Tensor) throws -> TextTable in try s.summary(input: p0) }
    }

    /// PairLayer
    fileprivate static func bindNeuralNets44(_ library: Library) {
        library.bind("PairLayer.summary(input: Tensor, _: Tensor)") { (s: PairLayer, p0: Tensor, p1: Tensor) throws -> TextTable in try s.summary(input: p0, p1) }
    }

    /// Module
    fileprivate static func bindNeuralNets45(_ library: Library) {
        library.bind("Module.isTraining") { (s: Module) throws -> Bool in s.isTraining }
        library.bind("Module.init()") { () throws -> Module in Module() }
        library.bind("Module.ownBuffers()") { (s: Module) throws -> [Pair<String, Tensor>] in (s.ownBuffers()).map { Pair($0.0, $0.1) } }
        library.bind("Module.typeName") { (s: Module) throws -> String in s.typeName }
        library.bind("Module.argumentsDescription") { (s: Module) throws -> String in s.argumentsDescription }
        library.bind("Module.defaultLayerGroups()") { (s: Module) throws -> [[Module]] in s.defaultLayerGroups() }
        library.bind("Module.ownParameters()") { (s: Module) throws -> [Pair<String, Parameter>] in (s.ownParameters()).map { Pair($0.0, $0.1) } }
        library.bind("Module.children()") { (s: Module) throws -> [Pair<String, Module>] in (s.children()).map { Pair($0.0, $0.1) } }
        library.bind("Module.namedParameters()") { (s: Module) throws -> [Pair<String, Parameter>] in (s.namedParameters()).map { Pair($0.0, $0.1) } }
        library.bind("Module.parameters()") { (s: Module) throws -> [Parameter] in s.parameters() }
        library.bind("Module.namedBuffers()") { (s: Module) throws -> [Pair<String, Tensor>] in (s.namedBuffers()).map { Pair($0.0, $0.1) } }
        library.bind("Module.namedModules()") { (s: Module) throws -> [Pair<String, Module>] in (s.namedModules()).map { Pair($0.0, $0.1) } }
        library.bind("Module.parameterCount") { (s: Module) throws -> Int in s.parameterCount }
        library.bind("Module.trainableParameterCount") { (s: Module) throws -> Int in s.trainableParameterCount }
        library.bind("Module.train(_: Bool)") { (s: Module, p0: Bool) throws -> Module in s.train(p0) }
        library.bind("Module.eval()") { (s: Module) throws -> Module in s.eval() }
        library.bind("Module.freeze()") { (s: Module) throws -> Void in s.freeze() }
        library.bind("Module.unfreeze()") { (s: Module) throws -> Void in s.unfreeze() }
        library.bind("Module.freezeAllBut(last: Int)") { (s: Module, p0: Int) throws -> Void in s.freezeAllBut(last: p0) }
        library.bind("Module.zeroGradients()") { (s: Module) throws -> Void in s.zeroGradients() }
        library.bind("Module.layerGroups") { (s: Module) throws -> [[Module]] in s.layerGroups }
        library.bind("Module.layerGroups=") { (s: Module, v: [[Module]]) throws -> Void in s.layerGroups = v }
    }

    /// Layer
    fileprivate static func bindNeuralNets46(_ library: Library) {
        library.bind("Layer.init()") { () throws -> Layer in Layer() }
        library.bind("Layer.callAsFunction(_: Tensor)") { (s: Layer, p0: Tensor) throws -> Tensor in s.callAsFunction(p0) }
    }

    /// PairLayer
    fileprivate static func bindNeuralNets47(_ library: Library) {
        library.bind("PairLayer.init()") { () throws -> PairLayer in PairLayer() }
        library.bind("PairLayer.callAsFunction(_: Tensor, _: Tensor)") { (s: PairLayer, p0: Tensor, p1: Tensor) throws -> Tensor in s.callAsFunction(p0, p1) }
    }

    /// ParameterGroup
    fileprivate static func bindNeuralNets48(_ library: Library) {
        library.bind("ParameterGroup.parameters") { (s: ParameterGroup) throws -> [Parameter] in s.parameters }
        library.bind("ParameterGroup.parameters=", mutating: ParameterGroup.self) { (s: inout ParameterGroup, v: [Parameter]) throws in s.parameters = v }
        library.bind("ParameterGroup.rateFactor") { (s: ParameterGroup) throws -> Double in s.rateFactor }
        library.bind("ParameterGroup.rateFactor=", mutating: ParameterGroup.self) { (s: inout ParameterGroup, v: Double) throws in s.rateFactor = v }
        library.bind("ParameterGroup.weightDecay") { (s: ParameterGroup) throws -> Double? in s.weightDecay }
        library.bind("ParameterGroup.weightDecay=", mutating: ParameterGroup.self) { (s: inout ParameterGroup, v: Double?) throws in s.weightDecay = v }
        library.bind("ParameterGroup.init(_: [Parameter], rateFactor: Double, weightDecay: Double?)") { (p0: [Parameter], p1: Double, p2: Double?) throws -> ParameterGroup in ParameterGroup(p0, rateFactor: p1, weightDecay: p2) }
    }

    /// Optimizer
    fileprivate static func bindNeuralNets49(_ library: Library) {
        library.bind("Optimizer.rule") { (s: Optimizer) throws -> UpdateRule in s.rule }
        library.bind("Optimizer.rule=") { (s: Optimizer, v: UpdateRule) throws -> Void in s.rule = v }
        library.bind("Optimizer.groups") { (s: Optimizer) throws -> [ParameterGroup] in s.groups }
        library.bind("Optimizer.init(_: UpdateRule, parameters: [Parameter])") { (p0: UpdateRule, p1: [Parameter]) throws -> Optimizer in Optimizer(p0, parameters: p1) }
        library.bind("Optimizer.init(_: UpdateRule, model: Module, rates: LayerRates?, decaysBiasAndNorm: Bool)") { (p0: UpdateRule, p1: Module, p2: LayerRates?, p3: Bool) throws -> Optimizer in Optimizer(p0, model: p1, rates: p2, decaysBiasAndNorm: p3) }
        library.bind("Optimizer.learningRate") { (s: Optimizer) throws -> Double in s.learningRate }
        library.bind("Optimizer.learningRate=") { (s: Optimizer, v: Double) throws -> Void in s.learningRate = v }
        library.bind("Optimizer.momentum") { (s: Optimizer) throws -> Double? in s.momentum }
        library.bind("Optimizer.apply(_: Schedule.Setting)") { (s: Optimizer, p0: Schedule.Setting) throws -> Void in s.apply(p0) }
        library.bind("Optimizer.zeroGradients()") { (s: Optimizer) throws -> Void in s.zeroGradients() }
        library.bind("Optimizer.step()") { (s: Optimizer) throws -> Void in s.step() }
    }

    /// Schedule
    fileprivate static func bindNeuralNets50(_ library: Library) {
        library.bind("Schedule.name") { (s: Schedule) throws -> String in s.name }
        library.bind("Schedule.init(_: String, _: @escaping (Position) -> Setting)") { (p0: String, p1: StepLanguage.Callback) throws -> Schedule in Schedule(p0, { a0 in LessonLibrary.guarded { try p1.call(a0) } }) }
        library.bind("Schedule.setting(at: Position)") { (s: Schedule, p0: Schedule.Position) throws -> Schedule.Setting in s.setting(at: p0) }
        library.bind("Schedule.learningRates(_: Double, steps: Int, stepsPerEpoch: Int?)") { (s: Schedule, p0: Double, p1: Int, p2: Int?) throws -> [Double] in s.learningRates(p0, steps: p1, stepsPerEpoch: p2) }
        library.bind("Schedule.momentums(steps: Int, stepsPerEpoch: Int?)") { (s: Schedule, p0: Int, p1: Int?) throws -> [Double] in s.momentums(steps: p0, stepsPerEpoch: p1) }
        library.bind("Schedule.settings(steps: Int, stepsPerEpoch: Int?)") { (s: Schedule, p0: Int, p1: Int?) throws -> [Schedule.Setting] in s.settings(steps: p0, stepsPerEpoch: p1) }
    }

    /// Schedule.Position
    fileprivate static func bindNeuralNets51(_ library: Library) {
        library.bind("Schedule.Position.step") { (s: Schedule.Position) throws -> Int in s.step }
        library.bind("Schedule.Position.step=", mutating: Schedule.Position.self) { (s: inout Schedule.Position, v: Int) throws in s.step = v }
        library.bind("Schedule.Position.stepCount") { (s: Schedule.Position) throws -> Int in s.stepCount }
        library.bind("Schedule.Position.stepCount=", mutating: Schedule.Position.self) { (s: inout Schedule.Position, v: Int) throws in s.stepCount = v }
        library.bind("Schedule.Position.stepsPerEpoch") { (s: Schedule.Position) throws -> Int in s.stepsPerEpoch }
        library.bind("Schedule.Position.stepsPerEpoch=", mutating: Schedule.Position.self) { (s: inout Schedule.Position, v: Int) throws in s.stepsPerEpoch = v }
        library.bind("Schedule.Position.init(step: Int, stepCount: Int, stepsPerEpoch: Int)") { (p0: Int, p1: Int, p2: Int) throws -> Schedule.Position in Schedule.Position(step: p0, stepCount: p1, stepsPerEpoch: p2) }
        library.bind("Schedule.Position.fraction") { (s: Schedule.Position) throws -> Double in s.fraction }
        library.bind("Schedule.Position.epoch") { (s: Schedule.Position) throws -> Double in s.epoch }
    }

    /// Schedule.Setting
    fileprivate static func bindNeuralNets52(_ library: Library) {
        library.bind("Schedule.Setting.rateFactor") { (s: Schedule.Setting) throws -> Double in s.rateFactor }
        library.bind("Schedule.Setting.rateFactor=", mutating: Schedule.Setting.self) { (s: inout Schedule.Setting, v: Double) throws in s.rateFactor = v }
        library.bind("Schedule.Setting.momentum") { (s: Schedule.Setting) throws -> Double? in s.momentum }
        library.bind("Schedule.Setting.momentum=", mutating: Schedule.Setting.self) { (s: inout Schedule.Setting, v: Double?) throws in s.momentum = v }
        library.bind("Schedule.Setting.init(rateFactor: Double, momentum: Double?)") { (p0: Double, p1: Double?) throws -> Schedule.Setting in Schedule.Setting(rateFactor: p0, momentum: p1) }
    }

    /// Schedule
    fileprivate static func bindNeuralNets53(_ library: Library) {
        library.bind("Schedule.constant") { () throws -> Schedule in Schedule.constant }
        library.bind("Schedule.linear(from: Double, to: Double)") { (p0: Double, p1: Double) throws -> Schedule in Schedule.linear(from: p0, to: p1) }
        library.bind("Schedule.exponential(to: Double)") { (p0: Double) throws -> Schedule in Schedule.exponential(to: p0) }
        library.bind("Schedule.cosine(to: Double)") { (p0: Double) throws -> Schedule in Schedule.cosine(to: p0) }
        library.bind("Schedule.cosineRestarts(cycleLength: Int, growth: Int, to: Double)") { (p0: Int, p1: Int, p2: Double) throws -> Schedule in Schedule.cosineRestarts(cycleLength: p0, growth: p1, to: p2) }
        library.bind("Schedule.restartEpochs(cycles: Int, cycleLength: Int, growth: Int)") { (p0: Int, p1: Int, p2: Int) throws -> Int in Schedule.restartEpochs(cycles: p0, cycleLength: p1, growth: p2) }
        library.bind("Schedule.oneCycle(startDivisor: Double, endDivisor: Double, warmUp: Double, momentumHigh: Double, momentumLow: Double)") { (p0: Double, p1: Double, p2: Double, p3: Double, p4: Double) throws -> Schedule in Schedule.oneCycle(startDivisor: p0, endDivisor: p1, warmUp: p2, momentumHigh: p3, momentumLow: p4) }
        library.bind("Schedule.milestones(_: [Int], factor: Double)") { (p0: [Int], p1: Double) throws -> Schedule in Schedule.milestones(p0, factor: p1) }
        library.bind("Schedule.joined(_: [Schedule], fractions: [Double])") { (p0: [Schedule], p1: [Double]) throws -> Schedule in Schedule.joined(p0, fractions: p1) }
    }

    /// UpdateRule
    fileprivate static func bindNeuralNets54(_ library: Library) {
        library.bind("UpdateRule.method") { (s: UpdateRule) throws -> UpdateRule.Method in s.method }
        library.bind("UpdateRule.method=", mutating: UpdateRule.self) { (s: inout UpdateRule, v: UpdateRule.Method) throws in s.method = v }
        library.bind("UpdateRule.learningRate") { (s: UpdateRule) throws -> Double in s.learningRate }
        library.bind("UpdateRule.learningRate=", mutating: UpdateRule.self) { (s: inout UpdateRule, v: Double) throws in s.learningRate = v }
        library.bind("UpdateRule.weightDecay") { (s: UpdateRule) throws -> Double in s.weightDecay }
        library.bind("UpdateRule.weightDecay=", mutating: UpdateRule.self) { (s: inout UpdateRule, v: Double) throws in s.weightDecay = v }
        library.bind("UpdateRule.init(_: Method, learningRate: Double, weightDecay: Double)") { (p0: UpdateRule.Method, p1: Double, p2: Double) throws -> UpdateRule in UpdateRule(p0, learningRate: p1, weightDecay: p2) }
        library.bind("UpdateRule.sgd(learningRate: Double, momentum: Double, nesterov: Bool, weightDecay: Double)") { (p0: Double, p1: Double, p2: Bool, p3: Double) throws -> UpdateRule in UpdateRule.sgd(learningRate: p0, momentum: p1, nesterov: p2, weightDecay: p3) }
        library.bind("UpdateRule.adam(learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double)") { (p0: Double, p1: Double, p2: Double, p3: Double, p4: Double) throws -> UpdateRule in UpdateRule.adam(learningRate: p0, beta1: p1, beta2: p2, epsilon: p3, weightDecay: p4) }
        library.bind("UpdateRule.adamW(learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double)") { (p0: Double, p1: Double, p2: Double, p3: Double, p4: Double) throws -> UpdateRule in UpdateRule.adamW(learningRate: p0, beta1: p1, beta2: p2, epsilon: p3, weightDecay: p4) }
        library.bind("UpdateRule.rmsProp(learningRate: Double, alpha: Double, epsilon: Double, momentum: Double, weightDecay: Double)") { (p0: Double, p1: Double, p2: Double, p3: Double, p4: Double) throws -> UpdateRule in UpdateRule.rmsProp(learningRate: p0, alpha: p1, epsilon: p2, momentum: p3, weightDecay: p4) }
        library.bind("UpdateRule.adagrad(learningRate: Double, epsilon: Double, weightDecay: Double)") { (p0: Double, p1: Double, p2: Double) throws -> UpdateRule in UpdateRule.adagrad(learningRate: p0, epsilon: p1, weightDecay: p2) }
        library.bind("UpdateRule.fastaiAdam(learningRate: Double, weightDecay: Double)") { (p0: Double, p1: Double) throws -> UpdateRule in UpdateRule.fastaiAdam(learningRate: p0, weightDecay: p1) }
        library.bind("UpdateRule.momentum") { (s: UpdateRule) throws -> Double? in s.momentum }
        library.bind("UpdateRule.withMomentum(_: Double)") { (s: UpdateRule, p0: Double) throws -> UpdateRule in s.withMomentum(p0) }
    }

    /// UpdateRule.Method
    fileprivate static func bindNeuralNets55(_ library: Library) {
        library.bind("UpdateRule.Method.sgd(momentum: Double, nesterov: Bool, dampening: Double)") { (p0: Double, p1: Bool, p2: Double) throws -> UpdateRule.Method in UpdateRule.Method.sgd(momentum: p0, nesterov: p1, dampening: p2) }
        library.bind("UpdateRule.Method.adam(beta1: Double, beta2: Double, epsilon: Double, decoupled: Bool)") { (p0: Double, p1: Double, p2: Double, p3: Bool) throws -> UpdateRule.Method in UpdateRule.Method.adam(beta1: p0, beta2: p1, epsilon: p2, decoupled: p3) }
        library.bind("UpdateRule.Method.rmsProp(alpha: Double, epsilon: Double, momentum: Double)") { (p0: Double, p1: Double, p2: Double) throws -> UpdateRule.Method in UpdateRule.Method.rmsProp(alpha: p0, epsilon: p1, momentum: p2) }
        library.bind("UpdateRule.Method.adagrad(epsilon: Double)") { (p0: Double) throws -> UpdateRule.Method in UpdateRule.Method.adagrad(epsilon: p0) }
    }

    /// LayerRates
    fileprivate static func bindNeuralNets56(_ library: Library) {
        library.bind("LayerRates.slice(_: Double, _: Double)") { (p0: Double, p1: Double) throws -> LayerRates in LayerRates.slice(p0, p1) }
        library.bind("LayerRates.slice(_: Double)") { (p0: Double) throws -> LayerRates in LayerRates.slice(p0) }
        library.bind("LayerRates.values(count: Int)") { (s: LayerRates, p0: Int) throws -> [Double] in s.values(count: p0) }
    }

    /// ModelState
    fileprivate static func bindNeuralNets57(_ library: Library) {
        library.bind("ModelState.init(of: Module)") { (p0: Module) throws -> ModelState in ModelState(of: p0) }
        library.bind("ModelState.restore(_: Module)") { (s: ModelState, p0: Module) throws -> Void in s.restore(p0) }
    }

    /// Module
    fileprivate static func bindNeuralNets58(_ library: Library) {
        library.bind("Module.stateTensors()") { (s: Module) throws -> [String: Tensor] in s.stateTensors() }
    }

    /// Callback
    fileprivate static func bindNeuralNets60(_ library: Library) {
        library.bind("Callback.init()") { () throws -> NeuralNets.Callback in Callback() }
        library.bind("Callback.init(at: TrainingStage, _: @escaping (Learner) throws -> Void)") { (p0: TrainingStage, p1: StepLanguage.Callback) throws -> NeuralNets.Callback in Callback(at: p0, { a0 in try p1(a0) }) }
        library.bind("Callback.run(_: TrainingStage, in: Learner)") { (s: NeuralNets.Callback, p0: TrainingStage, p1: Learner) throws -> Void in try s.run(p0, in: p1) }
    }

    /// EarlyStopping
    fileprivate static func bindNeuralNets61(_ library: Library) {
        library.bind("EarlyStopping.init(patience: Int, minimumChange: Double)") { (p0: Int, p1: Double) throws -> EarlyStopping in EarlyStopping(patience: p0, minimumChange: p1) }
        library.bind("EarlyStopping.run(_: TrainingStage, in: Learner)") { (s: EarlyStopping, p0: TrainingStage, p1: Learner) throws -> Void in try s.run(p0, in: p1) }
    }

    /// GradientClipping
    fileprivate static func bindNeuralNets62(_ library: Library) {
        library.bind("GradientClipping.lastNorm") { (s: GradientClipping) throws -> Double in s.lastNorm }
        library.bind("GradientClipping.init(norm: Double)") { (p0: Double) throws -> GradientClipping in GradientClipping(norm: p0) }
        library.bind("GradientClipping.run(_: TrainingStage, in: Learner)") { (s: GradientClipping, p0: TrainingStage, p1: Learner) throws -> Void in try s.run(p0, in: p1) }
    }

    /// Learner
    fileprivate static func bindNeuralNets63(_ library: Library) {
        library.bind("Learner.collaborative(users: Tensor, items: Tensor, ratings: Tensor, userCount: Int?, itemCount: Int?, factors: Int, layers: [Int], range: (low: Double, high: Double)?, initializer: Initializer, batchSize: Int, validation: Double, replacement: Bool, seed: Int, metrics: [Metric], callbacks: [Callback])") { (p0: Tensor, p1: Tensor, p2: Tensor, p3: Int?, p4: Int?, p5: Int, p6: [Int], p7: Pair<Double, Double>?, p8: Initializer, p9: Int, p10: Double, p11: Bool, p12: Int, p13: [Metric], p14: [NeuralNets.Callback]) throws -> Learner in try Learner.collaborative(users: p0, items: p1, ratings: p2, userCount: p3, itemCount: p4, factors: p5, layers: p6, range: p7.map { ($0.first, $0.second) }, initializer: p8, batchSize: p9, validation: p10, replacement: p11, seed: p12, metrics: p13, callbacks: p14) }
    }

    /// BatchRecord
    fileprivate static func bindNeuralNets64(_ library: Library) {
        library.bind("BatchRecord.loss") { (s: BatchRecord) throws -> Double in s.loss }
        library.bind("BatchRecord.loss=", mutating: BatchRecord.self) { (s: inout BatchRecord, v: Double) throws in s.loss = v }
        library.bind("BatchRecord.smoothedLoss") { (s: BatchRecord) throws -> Double in s.smoothedLoss }
        library.bind("BatchRecord.smoothedLoss=", mutating: BatchRecord.self) { (s: inout BatchRecord, v: Double) throws in s.smoothedLoss = v }
        library.bind("BatchRecord.learningRate") { (s: BatchRecord) throws -> Double in s.learningRate }
        library.bind("BatchRecord.learningRate=", mutating: BatchRecord.self) { (s: inout BatchRecord, v: Double) throws in s.learningRate = v }
        library.bind("BatchRecord.momentum") { (s: BatchRecord) throws -> Double? in s.momentum }
        library.bind("BatchRecord.momentum=", mutating: BatchRecord.self) { (s: inout BatchRecord, v: Double?) throws in s.momentum = v }
    }

    /// History
    fileprivate static func bindNeuralNets65(_ library: Library) {
        library.bind("History.batches") { (s: History) throws -> [BatchRecord] in s.batches }
        library.bind("History.epochs") { (s: History) throws -> [EpochRow] in s.epochs }
        library.bind("History.columns") { (s: History) throws -> [String] in s.columns }
        library.bind("History.init()") { () throws -> History in History() }
        library.bind("History.losses") { (s: History) throws -> [Double] in s.losses }
        library.bind("History.smoothedLosses") { (s: History) throws -> [Double] in s.smoothedLosses }
        library.bind("History.learningRates") { (s: History) throws -> [Double] in s.learningRates }
        library.bind("History.momentums") { (s: History) throws -> [Double] in s.momentums }
        library.bind("History.trainingLosses") { (s: History) throws -> [Double] in s.trainingLosses }
        library.bind("History.validationLosses") { (s: History) throws -> [Double] in s.validationLosses }
    }

    /// SmoothedLoss
    fileprivate static func bindNeuralNets66(_ library: Library) {
        library.bind("SmoothedLoss.momentum") { (s: SmoothedLoss) throws -> Double in s.momentum }
        library.bind("SmoothedLoss.init(momentum: Double)") { (p0: Double) throws -> SmoothedLoss in SmoothedLoss(momentum: p0) }
        library.bind("SmoothedLoss.value") { (s: SmoothedLoss) throws -> Double in s.value }
    }

    /// SmoothedLoss
    fileprivate static func bindNeuralNets67(_ library: Library) {
        library.bind("SmoothedLoss.curve(_: [Double], momentum: Double)") { (p0: [Double], p1: Double) throws -> [Double] in SmoothedLoss.curve(p0, momentum: p1) }
    }

    /// Learner
    fileprivate static func bindNeuralNets68(_ library: Library) {
        library.bind("Learner.data") { (s: Learner) throws -> TrainingData in s.data }
        library.bind("Learner.model") { (s: Learner) throws -> Module in s.model }
        library.bind("Learner.metrics") { (s: Learner) throws -> [Metric] in s.metrics }
        library.bind("Learner.callbacks") { (s: Learner) throws -> [NeuralNets.Callback] in s.callbacks }
        library.bind("Learner.callbacks=") { (s: Learner, v: [NeuralNets.Callback]) throws -> Void in s.callbacks = v }
        library.bind("Learner.history") { (s: Learner) throws -> History in s.history }
        library.bind("Learner.optimizer") { (s: Learner) throws -> Optimizer? in s.optimizer }
        library.bind("Learner.batch") { (s: Learner) throws -> Batch? in s.batch }
        library.bind("Learner.prediction") { (s: Learner) throws -> Tensor? in s.prediction }
        library.bind("Learner.batchLoss") { (s: Learner) throws -> Double in s.batchLoss }
        library.bind("Learner.smoothedLoss") { (s: Learner) throws -> Double in s.smoothedLoss }
        library.bind("Learner.epoch") { (s: Learner) throws -> Int in s.epoch }
        library.bind("Learner.step") { (s: Learner) throws -> Int in s.step }
        library.bind("Learner.init(_: TrainingData, _: Layer, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric], callbacks: [Callback])") { (p0: TrainingData, p1: Layer, p2: StepLanguage.Callback, p3: [Metric], p4: [NeuralNets.Callback]) throws -> Learner in Learner(p0, p1, loss: { a0, a1 in LessonLibrary.guarded { try p2.call(a0, a1) } }, metrics: p3, callbacks: p4) }
        library.bind("Learner.init(_: TrainingData, _: PairLayer, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric], callbacks: [Callback])") { (p0: TrainingData, p1: PairLayer, p2: StepLanguage.Callback, p3: [Metric], p4: [NeuralNets.Callback]) throws -> Learner in Learner(p0, p1, loss: { a0, a1 in LessonLibrary.guarded { try p2.call(a0, a1) } }, metrics: p3, callbacks: p4) }
        library.bind("Learner.stop()") { (s: Learner) throws -> Void in s.stop() }
        library.bind("Learner.fit(epochs: Int, optimizer: UpdateRule, schedule: Schedule, rates: LayerRates?, callbacks: [Callback])") { (s: Learner, p0: Int, p1: UpdateRule, p2: Schedule, p3: LayerRates?, p4: [NeuralNets.Callback]) throws -> History in try s.fit(epochs: p0, optimizer: p1, schedule: p2, rates: p3, callbacks: p4) }
        library.bind("Learner.fit(epochs: Int, continuing: Optimizer, schedule: Schedule, callbacks: [Callback])") { (s: Learner, p0: Int, p1: Optimizer, p2: Schedule, p3: [NeuralNets.Callback]) throws -> History in try s.fit(epochs: p0, continuing: p1, schedule: p2, callbacks: p3) }
        library.bind("Learner.fitOneCycle(epochs: Int, learningRate: Double, weightDecay: Double, rates: LayerRates?, warmUp: Double, callbacks: [Callback])") { (s: Learner, p0: Int, p1: Double, p2: Double, p3: LayerRates?, p4: Double, p5: [NeuralNets.Callback]) throws -> History in try s.fitOneCycle(epochs: p0, learningRate: p1, weightDecay: p2, rates: p3, warmUp: p4, callbacks: p5) }
        library.bind("Learner.validate(on: DataLoader?)") { (s: Learner, p0: DataLoader?) throws -> ValidationResult in try s.validate(on: p0) }
        library.bind("Learner.predict(_: Tensor...)") { (s: Learner, p0: [Tensor]) throws -> Tensor in try s.predict(inputs: p0) }
        library.bind("Learner.predict(inputs: [Tensor])") { (s: Learner, p0: [Tensor]) throws -> Tensor in try s.predict(inputs: p0) }
        library.bind("Learner.predictions(on: DataLoader?)") { (s: Learner, p0: DataLoader?) throws -> Pair<Tensor, Tensor> in [try s.predictions(on: p0)].map { Pair($0.0, $0.1) }[0] }
    }

    /// ValidationResult
    fileprivate static func bindNeuralNets69(_ library: Library) {
        library.bind("ValidationResult.loss") { (s: ValidationResult) throws -> Double in s.loss }
        library.bind("ValidationResult.loss=", mutating: ValidationResult.self) { (s: inout ValidationResult, v: Double) throws in s.loss = v }
        library.bind("ValidationResult.names") { (s: ValidationResult) throws -> [String] in s.names }
        library.bind("ValidationResult.names=", mutating: ValidationResult.self) { (s: inout ValidationResult, v: [String]) throws in s.names = v }
        library.bind("ValidationResult.metrics") { (s: ValidationResult) throws -> [Double] in s.metrics }
        library.bind("ValidationResult.metrics=", mutating: ValidationResult.self) { (s: inout ValidationResult, v: [Double]) throws in s.metrics = v }
        library.bind("ValidationResult.metric(_: String)") { (s: ValidationResult, p0: String) throws -> Double? in s.metric(p0) }
    }

    /// LearnerError
    fileprivate static func bindNeuralNets70(_ library: Library) {
        library.bind("LearnerError.noValidationData") { () throws -> LearnerError in LearnerError.noValidationData }
        library.bind("LearnerError.rowCountsDiffer(_: [Int])") { (p0: [Int]) throws -> LearnerError in LearnerError.rowCountsDiffer(p0) }
        library.bind("LearnerError.noData") { () throws -> LearnerError in LearnerError.noData }
        library.bind("LearnerError.rowOutOfRange(_: Int, count: Int)") { (p0: Int, p1: Int) throws -> LearnerError in LearnerError.rowOutOfRange(p0, count: p1) }
        library.bind("LearnerError.badSetting(_: String)") { (p0: String) throws -> LearnerError in LearnerError.badSetting(p0) }
        library.bind("LearnerError.description") { (s: LearnerError) throws -> String in s.description }
    }

    /// Metric
    fileprivate static func bindNeuralNets71(_ library: Library) {
        library.bind("Metric.name") { (s: Metric) throws -> String in s.name }
        library.bind("Metric.init(_: String, _: @escaping (_ prediction: Tensor, _ target: Tensor) -> Double)") { (p0: String, p1: StepLanguage.Callback) throws -> Metric in Metric(p0, { a0, a1 in LessonLibrary.guarded { try p1.call(a0, a1) } }) }
        library.bind("Metric.accuracy") { () throws -> Metric in Metric.accuracy }
        library.bind("Metric.binaryAccuracy") { () throws -> Metric in Metric.binaryAccuracy }
        library.bind("Metric.mse") { () throws -> Metric in Metric.mse }
        library.bind("Metric.rmse") { () throws -> Metric in Metric.rmse }
        library.bind("Metric.mae") { () throws -> Metric in Metric.mae }
        library.bind("Metric.mape") { () throws -> Metric in Metric.mape }
        library.bind("Metric.expMAPE") { () throws -> Metric in Metric.expMAPE }
        library.bind("Metric.callAsFunction(_: Tensor, _: Tensor)") { (s: Metric, p0: Tensor, p1: Tensor) throws -> Double in s.callAsFunction(p0, p1) }
    }

    /// RateSearch
    fileprivate static func bindNeuralNets72(_ library: Library) {
        library.bind("RateSearch.learningRates") { (s: RateSearch) throws -> [Double] in s.learningRates }
        library.bind("RateSearch.losses") { (s: RateSearch) throws -> [Double] in s.losses }
        library.bind("RateSearch.steepest") { (s: RateSearch) throws -> Double? in s.steepest }
        library.bind("RateSearch.minimumTenth") { (s: RateSearch) throws -> Double? in s.minimumTenth }
        library.bind("RateSearch.valley") { (s: RateSearch) throws -> Double? in s.valley }
        library.bind("RateSearch.suggestion") { (s: RateSearch) throws -> Double? in s.suggestion }
    }

    /// Learner
    fileprivate static func bindNeuralNets73(_ library: Library) {
        library.bind("Learner.findLearningRate(from: Double, to: Double, steps: Int, optimizer: UpdateRule)") { (s: Learner, p0: Double, p1: Double, p2: Int, p3: UpdateRule) throws -> RateSearch in try s.findLearningRate(from: p0, to: p1, steps: p2, optimizer: p3) }
    }

    /// EpochRow
    fileprivate static func bindNeuralNets74(_ library: Library) {
        library.bind("EpochRow.epoch") { (s: EpochRow) throws -> Int in s.epoch }
        library.bind("EpochRow.epoch=", mutating: EpochRow.self) { (s: inout EpochRow, v: Int) throws in s.epoch = v }
        library.bind("EpochRow.trainingLoss") { (s: EpochRow) throws -> Double in s.trainingLoss }
        library.bind("EpochRow.trainingLoss=", mutating: EpochRow.self) { (s: inout EpochRow, v: Double) throws in s.trainingLoss = v }
        library.bind("EpochRow.validationLoss") { (s: EpochRow) throws -> Double? in s.validationLoss }
        library.bind("EpochRow.validationLoss=", mutating: EpochRow.self) { (s: inout EpochRow, v: Double?) throws in s.validationLoss = v }
        library.bind("EpochRow.metrics") { (s: EpochRow) throws -> [Double] in s.metrics }
        library.bind("EpochRow.metrics=", mutating: EpochRow.self) { (s: inout EpochRow, v: [Double]) throws in s.metrics = v }
        library.bind("EpochRow.init(epoch: Int, trainingLoss: Double, validationLoss: Double?, metrics: [Double])") { (p0: Int, p1: Double, p2: Double?, p3: [Double]) throws -> EpochRow in EpochRow(epoch: p0, trainingLoss: p1, validationLoss: p2, metrics: p3) }
    }

    /// TrainingProgress
    fileprivate static func bindNeuralNets75(_ library: Library) {
        library.bind("TrainingProgress.epoch") { (s: TrainingProgress) throws -> Int in s.epoch }
        library.bind("TrainingProgress.epoch=", mutating: TrainingProgress.self) { (s: inout TrainingProgress, v: Int) throws in s.epoch = v }
        library.bind("TrainingProgress.epochs") { (s: TrainingProgress) throws -> Int in s.epochs }
        library.bind("TrainingProgress.epochs=", mutating: TrainingProgress.self) { (s: inout TrainingProgress, v: Int) throws in s.epochs = v }
        library.bind("TrainingProgress.batch") { (s: TrainingProgress) throws -> Int in s.batch }
        library.bind("TrainingProgress.batch=", mutating: TrainingProgress.self) { (s: inout TrainingProgress, v: Int) throws in s.batch = v }
        library.bind("TrainingProgress.batches") { (s: TrainingProgress) throws -> Int in s.batches }
        library.bind("TrainingProgress.batches=", mutating: TrainingProgress.self) { (s: inout TrainingProgress, v: Int) throws in s.batches = v }
        library.bind("TrainingProgress.smoothedLoss") { (s: TrainingProgress) throws -> Double in s.smoothedLoss }
        library.bind("TrainingProgress.smoothedLoss=", mutating: TrainingProgress.self) { (s: inout TrainingProgress, v: Double) throws in s.smoothedLoss = v }
        library.bind("TrainingProgress.learningRate") { (s: TrainingProgress) throws -> Double in s.learningRate }
        library.bind("TrainingProgress.learningRate=", mutating: TrainingProgress.self) { (s: inout TrainingProgress, v: Double) throws in s.learningRate = v }
        library.bind("TrainingProgress.init(epoch: Int, epochs: Int, batch: Int, batches: Int, smoothedLoss: Double, learningRate: Double)") { (p0: Int, p1: Int, p2: Int, p3: Int, p4: Double, p5: Double) throws -> TrainingProgress in TrainingProgress(epoch: p0, epochs: p1, batch: p2, batches: p3, smoothedLoss: p4, learningRate: p5) }
    }

    /// TrainingEvent
    fileprivate static func bindNeuralNets76(_ library: Library) {
        library.bind("TrainingEvent.began(epochs: Int, batches: Int, columns: [String])") { (p0: Int, p1: Int, p2: [String]) throws -> TrainingEvent in TrainingEvent.began(epochs: p0, batches: p1, columns: p2) }
        library.bind("TrainingEvent.progress(_: TrainingProgress)") { (p0: TrainingProgress) throws -> TrainingEvent in TrainingEvent.progress(p0) }
        library.bind("TrainingEvent.epoch(_: EpochRow)") { (p0: EpochRow) throws -> TrainingEvent in TrainingEvent.epoch(p0) }
        library.bind("TrainingEvent.ended") { () throws -> TrainingEvent in TrainingEvent.ended }
    }

    fileprivate static func bindNeuralNetsFunctions(_ library: Library) {
        library.bind("split(count: Int, validation: Double, seed: Int)") { (p0: Int, p1: Double, p2: Int) throws -> Pair<[Int], [Int]> in [try split(count: p0, validation: p1, seed: p2)].map { Pair($0.0, $0.1) }[0] }
        library.bind("mseLoss(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in mseLoss(p0, p1) }
        library.bind("mseLoss(_: Tensor, _: Tensor, reduction: Reduction)") { (p0: Tensor, p1: Tensor, p2: Reduction) throws -> Tensor in mseLoss(p0, p1, reduction: p2) }
        library.bind("l1Loss(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in l1Loss(p0, p1) }
        library.bind("l1Loss(_: Tensor, _: Tensor, reduction: Reduction)") { (p0: Tensor, p1: Tensor, p2: Reduction) throws -> Tensor in l1Loss(p0, p1, reduction: p2) }
        library.bind("nllLoss(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in nllLoss(p0, p1) }
        library.bind("nllLoss(_: Tensor, _: Tensor, weight: Tensor?, reduction: Reduction)") { (p0: Tensor, p1: Tensor, p2: Tensor?, p3: Reduction) throws -> Tensor in nllLoss(p0, p1, weight: p2, reduction: p3) }
        library.bind("crossEntropy(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in crossEntropy(p0, p1) }
        library.bind("crossEntropy(_: Tensor, _: Tensor, weight: Tensor?, reduction: Reduction)") { (p0: Tensor, p1: Tensor, p2: Tensor?, p3: Reduction) throws -> Tensor in crossEntropy(p0, p1, weight: p2, reduction: p3) }
        library.bind("bceWithLogits(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in bceWithLogits(p0, p1) }
        library.bind("bceWithLogits(_: Tensor, _: Tensor, positiveWeight: Tensor?, reduction: Reduction)") { (p0: Tensor, p1: Tensor, p2: Tensor?, p3: Reduction) throws -> Tensor in bceWithLogits(p0, p1, positiveWeight: p2, reduction: p3) }
        library.bind("embeddingSize(categories: Int)") { (p0: Int) throws -> Int in embeddingSize(categories: p0) }
        library.bind("clipGradients(_: [Parameter], norm: Double)") { (p0: [Parameter], p1: Double) throws -> Double in clipGradients(p0, norm: p1) }
    }
}
