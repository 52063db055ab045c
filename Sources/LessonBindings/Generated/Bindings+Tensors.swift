// Written by Scripts/generate-bindings.sh from the public declarations of Tensors.

import LessonKit
import StepLanguage

extension DType: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> DType {
        switch slot.int {
        case 0: return .float32
        case 1: return .int64
        case 2: return .int32
        case 3: return .bool
        default: throw Trap.fault("DType has no such case")
        }
    }

    public static func toSlot(_ value: DType, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .float32: return .int(0)
        case .int64: return .int(1)
        case .int32: return .int(2)
        case .bool: return .int(3)
        }
    }
}
extension Tensor: NativeClass {}
extension PCA: NativeValue {}
extension Activation: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Activation {
        switch slot.int {
        case 0: return .none
        case 1: return .relu
        case 2: return .tanh
        default: throw Trap.fault("Activation has no such case")
        }
    }

    public static func toSlot(_ value: Activation, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .none: return .int(0)
        case .relu: return .int(1)
        case .tanh: return .int(2)
        }
    }
}
extension TensorFault: NativeValue {}
extension TextTable: NativeValue {}
extension TextTable.Alignment: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> TextTable.Alignment {
        switch slot.int {
        case 0: return .left
        case 1: return .right
        case 2: return .center
        default: throw Trap.fault("TextTable.Alignment has no such case")
        }
    }

    public static func toSlot(_ value: TextTable.Alignment, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .left: return .int(0)
        case .right: return .int(1)
        case .center: return .int(2)
        }
    }
}

extension LessonLibrary {
    /// Binds the natives of Tensors.
    static func bindTensors(_ library: Library) {
        bindTensors0(library)
        bindTensors1(library)
        bindTensors2(library)
        bindTensors3(library)
        bindTensors5(library)
        bindTensors6(library)
        bindTensors7(library)
        bindTensors8(library)
        bindTensors9(library)
        bindTensors10(library)
        bindTensors11(library)
        bindTensors12(library)
        bindTensors13(library)
        bindTensors14(library)
        bindTensors15(library)
        bindTensors16(library)
        bindTensors17(library)
        bindTensors18(library)
        bindTensors20(library)
        bindTensors21(library)
        bindTensors22(library)
        bindTensors23(library)
        bindTensors24(library)
        bindTensorsFunctions(library)
    }

    /// DType
    fileprivate static func bindTensors0(_ library: Library) {
        library.bind("DType.byteCount") { (s: DType) throws -> Int in s.byteCount }
        library.bind("DType.isInteger") { (s: DType) throws -> Bool in s.isInteger }
        library.bind("DType.description") { (s: DType) throws -> String in s.description }
    }

    /// Parameter
    fileprivate static func bindTensors1(_ library: Library) {
        library.bind("Parameter.init(_: Tensor)") { (p0: Tensor) throws -> Parameter in Parameter(p0) }
        library.bind("Parameter.isFrozen") { (s: Parameter) throws -> Bool in s.isFrozen }
        library.bind("Parameter.isFrozen=") { (s: Parameter, v: Bool) throws -> Void in s.isFrozen = v }
    }

    /// Tensor
    fileprivate static func bindTensors2(_ library: Library) {
        library.bind("Tensor.init(_: Double)") { (p0: Double) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: Int)") { (p0: Int) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: [Double])") { (p0: [Double]) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: [Int])") { (p0: [Int]) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: [Bool])") { (p0: [Bool]) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: [[Double]])") { (p0: [[Double]]) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: [[Int]])") { (p0: [[Int]]) throws -> Tensor in Tensor(p0) }
        library.bind("Tensor.init(_: [Double], shape: [Int])") { (p0: [Double], p1: [Int]) throws -> Tensor in Tensor(p0, shape: p1) }
        library.bind("Tensor.init(_: [Int], shape: [Int])") { (p0: [Int], p1: [Int]) throws -> Tensor in Tensor(p0, shape: p1) }
        library.bind("Tensor.init(floats: [Float], shape: [Int])") { (p0: [Float], p1: [Int]) throws -> Tensor in Tensor(floats: p0, shape: p1) }
        library.bind("Tensor.zeros(_: [Int], dtype: DType)") { (p0: [Int], p1: DType) throws -> Tensor in Tensor.zeros(p0, dtype: p1) }
        library.bind("Tensor.ones(_: [Int], dtype: DType)") { (p0: [Int], p1: DType) throws -> Tensor in Tensor.ones(p0, dtype: p1) }
        library.bind("Tensor.full(_: [Int], _: Double, dtype: DType)") { (p0: [Int], p1: Double, p2: DType) throws -> Tensor in Tensor.full(p0, p1, dtype: p2) }
        library.bind("Tensor.zerosLike()") { (s: Tensor) throws -> Tensor in s.zerosLike() }
        library.bind("Tensor.onesLike()") { (s: Tensor) throws -> Tensor in s.onesLike() }
        library.bind("Tensor.arange(_: Int)") { (p0: Int) throws -> Tensor in Tensor.arange(p0) }
        library.bind("Tensor.arange(_: Int, _: Int, step: Int)") { (p0: Int, p1: Int, p2: Int) throws -> Tensor in Tensor.arange(p0, p1, step: p2) }
        library.bind("Tensor.arange(_: Double, _: Double, step: Double)") { (p0: Double, p1: Double, p2: Double) throws -> Tensor in Tensor.arange(p0, p1, step: p2) }
        library.bind("Tensor.linspace(_: Double, _: Double, count: Int)") { (p0: Double, p1: Double, p2: Int) throws -> Tensor in Tensor.linspace(p0, p1, count: p2) }
        library.bind("Tensor.geomspace(_: Double, _: Double, count: Int)") { (p0: Double, p1: Double, p2: Int) throws -> Tensor in Tensor.geomspace(p0, p1, count: p2) }
        library.bind("Tensor.eye(_: Int, columns: Int?)") { (p0: Int, p1: Int?) throws -> Tensor in Tensor.eye(p0, columns: p1) }
        library.bind("Tensor.uniform(_: [Int], low: Double, high: Double)") { (p0: [Int], p1: Double, p2: Double) throws -> Tensor in Tensor.uniform(p0, low: p1, high: p2) }
        library.bind("Tensor.normal(_: [Int], mean: Double, standardDeviation: Double)") { (p0: [Int], p1: Double, p2: Double) throws -> Tensor in Tensor.normal(p0, mean: p1, standardDeviation: p2) }
        library.bind("Tensor.rand(_: [Int])") { (p0: [Int]) throws -> Tensor in Tensor.rand(p0) }
        library.bind("Tensor.randn(_: [Int])") { (p0: [Int]) throws -> Tensor in Tensor.randn(p0) }
        library.bind("Tensor.truncatedNormal(_: [Int], mean: Double, standardDeviation: Double, bound: Double)") { (p0: [Int], p1: Double, p2: Double, p3: Double) throws -> Tensor in Tensor.truncatedNormal(p0, mean: p1, standardDeviation: p2, bound: p3) }
        library.bind("Tensor.randomIntegers(_: [Int], low: Int, high: Int)") { (p0: [Int], p1: Int, p2: Int) throws -> Tensor in Tensor.randomIntegers(p0, low: p1, high: p2) }
        library.bind("Tensor.permutation(_: Int)") { (p0: Int) throws -> Tensor in Tensor.permutation(p0) }
        library.bind("Tensor.bernoulli(_: [Int], probability: Double)") { (p0: [Int], p1: Double) throws -> Tensor in Tensor.bernoulli(p0, probability: p1) }
        library.bind("Tensor.randomChoice(_: Int, replacement: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.randomChoice(p0, replacement: p1) }
    }

    /// Tensor
    fileprivate static func bindTensors3(_ library: Library) {
        library.bind("Tensor.item()") { (s: Tensor) throws -> Double in s.item() }
        library.bind("Tensor.integerItem()") { (s: Tensor) throws -> Int in s.integerItem() }
        library.bind("Tensor.doubles") { (s: Tensor) throws -> [Double] in s.doubles }
        library.bind("Tensor.floats") { (s: Tensor) throws -> [Float] in s.floats }
        library.bind("Tensor.ints") { (s: Tensor) throws -> [Int] in s.ints }
        library.bind("Tensor.bools") { (s: Tensor) throws -> [Bool] in s.bools }
        library.bind("Tensor.rows") { (s: Tensor) throws -> [[Double]] in s.rows }
        library.bind("Tensor.copy()") { (s: Tensor) throws -> Tensor in s.copy() }
        library.bind("Tensor.cast(_: DType)") { (s: Tensor, p0: DType) throws -> Tensor in s.cast(p0) }
        library.bind("Tensor.asFloat") { (s: Tensor) throws -> Tensor in s.asFloat }
    }

    /// Tensor
    fileprivate static func bindTensors5(_ library: Library) {
        library.bind("Tensor.shape") { (s: Tensor) throws -> [Int] in s.shape }
        library.bind("Tensor.rank") { (s: Tensor) throws -> Int in s.rank }
        library.bind("Tensor.count") { (s: Tensor) throws -> Int in s.count }
        library.bind("Tensor.dtype") { (s: Tensor) throws -> DType in s.dtype }
        library.bind("Tensor.size(_: Int)") { (s: Tensor, p0: Int) throws -> Int in s.size(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors6(_ library: Library) {
        library.bind("Tensor.requiresGradient") { (s: Tensor) throws -> Bool in s.requiresGradient }
        library.bind("Tensor.requireGradient(_: Bool)") { (s: Tensor, p0: Bool) throws -> Tensor in s.requireGradient(p0) }
        library.bind("Tensor.hasGradient") { (s: Tensor) throws -> Bool in s.hasGradient }
        library.bind("Tensor.gradient") { (s: Tensor) throws -> Tensor in s.gradient }
        library.bind("Tensor.zeroGradient()") { (s: Tensor) throws -> Void in s.zeroGradient() }
        library.bind("Tensor.detached()") { (s: Tensor) throws -> Tensor in s.detached() }
        library.bind("Tensor.backward(keepGraph: Bool)") { (s: Tensor, p0: Bool) throws -> Void in s.backward(keepGraph: p0) }
        library.bind("Tensor.backward(_: Tensor, keepGraph: Bool)") { (s: Tensor, p0: Tensor, p1: Bool) throws -> Void in s.backward(p0, keepGraph: p1) }
    }

    /// Tensor
    fileprivate static func bindTensors7(_ library: Library) {
        library.bind("Tensor.svd()") { (s: Tensor) throws -> Triple<Tensor, Tensor, Tensor> in [s.svd()].map { Triple($0.0, $0.1, $0.2) }[0] }
        library.bind("Tensor.symmetricEigen()") { (s: Tensor) throws -> Pair<Tensor, Tensor> in [s.symmetricEigen()].map { Pair($0.0, $0.1) }[0] }
        library.bind("Tensor.solve(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.solve(p0) }
        library.bind("Tensor.inverse()") { (s: Tensor) throws -> Tensor in s.inverse() }
        library.bind("Tensor.determinant()") { (s: Tensor) throws -> Tensor in s.determinant() }
        library.bind("Tensor.leastSquares(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.leastSquares(p0) }
    }

    /// PCA
    fileprivate static func bindTensors8(_ library: Library) {
        library.bind("PCA.components") { (s: PCA) throws -> Tensor in s.components }
        library.bind("PCA.explainedVariance") { (s: PCA) throws -> Tensor in s.explainedVariance }
        library.bind("PCA.explainedVarianceRatio") { (s: PCA) throws -> Tensor in s.explainedVarianceRatio }
        library.bind("PCA.singularValues") { (s: PCA) throws -> Tensor in s.singularValues }
        library.bind("PCA.mean") { (s: PCA) throws -> Tensor in s.mean }
        library.bind("PCA.init(_: Tensor, components: Int)") { (p0: Tensor, p1: Int) throws -> PCA in PCA(p0, components: p1) }
        library.bind("PCA.transform(_: Tensor)") { (s: PCA, p0: Tensor) throws -> Tensor in s.transform(p0) }
        library.bind("PCA.inverseTransform(_: Tensor)") { (s: PCA, p0: Tensor) throws -> Tensor in s.inverseTransform(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors9(_ library: Library) {
        library.bind("Tensor.pca(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.pca(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors10(_ library: Library) {
        library.bind("Tensor.+(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 + p1 }
        library.bind("Tensor.-(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 - p1 }
        library.bind("Tensor.*(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 * p1 }
        library.bind("Tensor./(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 / p1 }
        library.bind("Tensor.-(_: Tensor)") { (p0: Tensor) throws -> Tensor in -p0 }
        library.bind("Tensor.+(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 + p1 }
        library.bind("Tensor.+(_: Double, _: Tensor)") { (p0: Double, p1: Tensor) throws -> Tensor in p0 + p1 }
        library.bind("Tensor.-(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 - p1 }
        library.bind("Tensor.-(_: Double, _: Tensor)") { (p0: Double, p1: Tensor) throws -> Tensor in p0 - p1 }
        library.bind("Tensor.*(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 * p1 }
        library.bind("Tensor.*(_: Double, _: Tensor)") { (p0: Double, p1: Tensor) throws -> Tensor in p0 * p1 }
        library.bind("Tensor./(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 / p1 }
        library.bind("Tensor./(_: Double, _: Tensor)") { (p0: Double, p1: Tensor) throws -> Tensor in p0 / p1 }
        library.bind("Tensor.maximum(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.maximum(p0) }
        library.bind("Tensor.minimum(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.minimum(p0) }
        library.bind("Tensor.pow(_: Double)") { (s: Tensor, p0: Double) throws -> Tensor in s.pow(p0) }
        library.bind("Tensor.pow(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.pow(p0) }
        library.bind("Tensor.atan2(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.atan2(p0) }
        library.bind("Tensor.remainder(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.remainder(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors11(_ library: Library) {
        library.bind("Tensor..==(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .== p1 }
        library.bind("Tensor..!=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .!= p1 }
        library.bind("Tensor..<(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .< p1 }
        library.bind("Tensor..<=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .<= p1 }
        library.bind("Tensor..>(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .> p1 }
        library.bind("Tensor..>=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .>= p1 }
        library.bind("Tensor..==(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 .== p1 }
        library.bind("Tensor..!=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 .!= p1 }
        library.bind("Tensor..<(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 .< p1 }
        library.bind("Tensor..<=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 .<= p1 }
        library.bind("Tensor..>(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 .> p1 }
        library.bind("Tensor..>=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Tensor in p0 .>= p1 }
        library.bind("Tensor..&(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .& p1 }
        library.bind("Tensor..|(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Tensor in p0 .| p1 }
        library.bind("Tensor..!(_: Tensor)") { (p0: Tensor) throws -> Tensor in .!p0 }
        library.bind("Tensor.asInteger") { (s: Tensor) throws -> Tensor in s.asInteger }
        library.bind("Tensor.isNaN()") { (s: Tensor) throws -> Tensor in s.isNaN() }
        library.bind("Tensor.elementsEqual(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Bool in s.elementsEqual(p0) }
        library.bind("Tensor.isClose(_: Tensor, relative: Double, absolute: Double)") { (s: Tensor, p0: Tensor, p1: Double, p2: Double) throws -> Bool in s.isClose(p0, relative: p1, absolute: p2) }
        library.bind("Tensor.all()") { (s: Tensor) throws -> Bool in s.all() }
        library.bind("Tensor.any()") { (s: Tensor) throws -> Bool in s.any() }
    }

    /// Tensor
    fileprivate static func bindTensors12(_ library: Library) {
        library.bind("Tensor.exp()") { (s: Tensor) throws -> Tensor in s.exp() }
        library.bind("Tensor.expm1()") { (s: Tensor) throws -> Tensor in s.expm1() }
        library.bind("Tensor.log()") { (s: Tensor) throws -> Tensor in s.log() }
        library.bind("Tensor.log1p()") { (s: Tensor) throws -> Tensor in s.log1p() }
        library.bind("Tensor.log2()") { (s: Tensor) throws -> Tensor in s.log2() }
        library.bind("Tensor.log10()") { (s: Tensor) throws -> Tensor in s.log10() }
        library.bind("Tensor.sqrt()") { (s: Tensor) throws -> Tensor in s.sqrt() }
        library.bind("Tensor.rsqrt()") { (s: Tensor) throws -> Tensor in s.rsqrt() }
        library.bind("Tensor.abs()") { (s: Tensor) throws -> Tensor in s.abs() }
        library.bind("Tensor.tanh()") { (s: Tensor) throws -> Tensor in s.tanh() }
        library.bind("Tensor.sigmoid()") { (s: Tensor) throws -> Tensor in s.sigmoid() }
        library.bind("Tensor.relu()") { (s: Tensor) throws -> Tensor in s.relu() }
        library.bind("Tensor.square()") { (s: Tensor) throws -> Tensor in s.square() }
        library.bind("Tensor.sin()") { (s: Tensor) throws -> Tensor in s.sin() }
        library.bind("Tensor.cos()") { (s: Tensor) throws -> Tensor in s.cos() }
        library.bind("Tensor.tan()") { (s: Tensor) throws -> Tensor in s.tan() }
        library.bind("Tensor.atan()") { (s: Tensor) throws -> Tensor in s.atan() }
        library.bind("Tensor.softplus()") { (s: Tensor) throws -> Tensor in s.softplus() }
        library.bind("Tensor.gelu()") { (s: Tensor) throws -> Tensor in s.gelu() }
        library.bind("Tensor.erf()") { (s: Tensor) throws -> Tensor in s.erf() }
        library.bind("Tensor.reciprocal()") { (s: Tensor) throws -> Tensor in s.reciprocal() }
        library.bind("Tensor.sign()") { (s: Tensor) throws -> Tensor in s.sign() }
        library.bind("Tensor.floor()") { (s: Tensor) throws -> Tensor in s.floor() }
        library.bind("Tensor.ceil()") { (s: Tensor) throws -> Tensor in s.ceil() }
        library.bind("Tensor.round()") { (s: Tensor) throws -> Tensor in s.round() }
        library.bind("Tensor.trunc()") { (s: Tensor) throws -> Tensor in s.trunc() }
        library.bind("Tensor.leakyRelu(_: Double)") { (s: Tensor, p0: Double) throws -> Tensor in s.leakyRelu(p0) }
        library.bind("Tensor.silu()") { (s: Tensor) throws -> Tensor in s.silu() }
        library.bind("Tensor.clamped(low: Double?, high: Double?)") { (s: Tensor, p0: Double?, p1: Double?) throws -> Tensor in s.clamped(low: p0, high: p1) }
        library.bind("Tensor.sigmoid(low: Double, high: Double)") { (s: Tensor, p0: Double, p1: Double) throws -> Tensor in s.sigmoid(low: p0, high: p1) }
    }

    /// Tensor
    fileprivate static func bindTensors13(_ library: Library) {
        library.bind("Tensor.linear(_: Tensor, bias: Tensor?, activation: Activation)") { (s: Tensor, p0: Tensor, p1: Tensor?, p2: Activation) throws -> Tensor in s.linear(p0, bias: p1, activation: p2) }
        library.bind("Tensor.rowDot(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.rowDot(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors14(_ library: Library) {
        library.bind("Tensor.+=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Void in p0 += p1 }
        library.bind("Tensor.-=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Void in p0 -= p1 }
        library.bind("Tensor.*=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Void in p0 *= p1 }
        library.bind("Tensor./=(_: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor) throws -> Void in p0 /= p1 }
        library.bind("Tensor.+=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Void in p0 += p1 }
        library.bind("Tensor.-=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Void in p0 -= p1 }
        library.bind("Tensor.*=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Void in p0 *= p1 }
        library.bind("Tensor./=(_: Tensor, _: Double)") { (p0: Tensor, p1: Double) throws -> Void in p0 /= p1 }
        library.bind("Tensor.fill(_: Double)") { (s: Tensor, p0: Double) throws -> Void in s.fill(p0) }
        library.bind("Tensor.assign(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Void in s.assign(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors15(_ library: Library) {
        library.bind("Tensor.subscript(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s[p0] }
        library.bind("Tensor.subscript(_: Int)=") { (s: Tensor, p0: Int, v: Tensor) throws -> Void in s[p0] = v }
        library.bind("Tensor.subscript(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s[p0] }
        library.bind("Tensor.subscript(_: Tensor)=") { (s: Tensor, p0: Tensor, v: Tensor) throws -> Void in s[p0] = v }
        library.bind("Tensor.masked(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.masked(p0) }
        library.bind("Tensor.nonZero()") { (s: Tensor) throws -> Tensor in s.nonZero() }
        library.bind("Tensor.take(_: Tensor, axis: Int)") { (s: Tensor, p0: Tensor, p1: Int) throws -> Tensor in s.take(p0, axis: p1) }
        library.bind("Tensor.gathered(_: Tensor, axis: Int)") { (s: Tensor, p0: Tensor, p1: Int) throws -> Tensor in s.gathered(p0, axis: p1) }
        library.bind("Tensor.scatterAdded(_: Tensor, _: Tensor, axis: Int)") { (s: Tensor, p0: Tensor, p1: Tensor, p2: Int) throws -> Tensor in s.scatterAdded(p0, p1, axis: p2) }
        library.bind("Tensor.oneHot(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.oneHot(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors16(_ library: Library) {
        library.bind("Tensor.argSort(axis: Int, descending: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.argSort(axis: p0, descending: p1) }
        library.bind("Tensor.sorted(axis: Int, descending: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.sorted(axis: p0, descending: p1) }
        library.bind("Tensor.topK(_: Int, axis: Int, largest: Bool)") { (s: Tensor, p0: Int, p1: Int, p2: Bool) throws -> Pair<Tensor, Tensor> in [s.topK(p0, axis: p1, largest: p2)].map { Pair($0.0, $0.1) }[0] }
        library.bind("Tensor.unique()") { (s: Tensor) throws -> Tensor in s.unique() }
        library.bind("Tensor.uniqueCounts()") { (s: Tensor) throws -> Pair<Tensor, Tensor> in [s.uniqueCounts()].map { Pair($0.0, $0.1) }[0] }
        library.bind("Tensor.binCount(minimumLength: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.binCount(minimumLength: p0) }
        library.bind("Tensor.diagonal(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.diagonal(p0) }
        library.bind("Tensor.diagonalMatrix()") { (s: Tensor) throws -> Tensor in s.diagonalMatrix() }
        library.bind("Tensor.tril(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.tril(p0) }
        library.bind("Tensor.triu(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.triu(p0) }
        library.bind("Tensor.trace()") { (s: Tensor) throws -> Tensor in s.trace() }
    }

    /// Tensor
    fileprivate static func bindTensors17(_ library: Library) {
        library.bind("Tensor.conv2d(_: Tensor, bias: Tensor?, stride: Int, padding: Int)") { (s: Tensor, p0: Tensor, p1: Tensor?, p2: Int, p3: Int) throws -> Tensor in s.conv2d(p0, bias: p1, stride: p2, padding: p3) }
        library.bind("Tensor.maxPool2d(_: Int, stride: Int?, padding: Int)") { (s: Tensor, p0: Int, p1: Int?, p2: Int) throws -> Tensor in s.maxPool2d(p0, stride: p1, padding: p2) }
        library.bind("Tensor.avgPool2d(_: Int, stride: Int?, padding: Int)") { (s: Tensor, p0: Int, p1: Int?, p2: Int) throws -> Tensor in s.avgPool2d(p0, stride: p1, padding: p2) }
        library.bind("Tensor.adaptiveAvgPool2d(_: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.adaptiveAvgPool2d(p0) }
    }

    /// Tensor
    fileprivate static func bindTensors18(_ library: Library) {
        library.bind("Tensor.matmul(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.matmul(p0) }
        library.bind("Tensor.dot(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.dot(p0) }
        library.bind("Tensor.outer(_: Tensor)") { (s: Tensor, p0: Tensor) throws -> Tensor in s.outer(p0) }
        library.bind("Tensor.cosineSimilarity(_: Tensor, axis: Int, epsilon: Double)") { (s: Tensor, p0: Tensor, p1: Int, p2: Double) throws -> Tensor in s.cosineSimilarity(p0, axis: p1, epsilon: p2) }
    }

    /// Tensor
    fileprivate static func bindTensors20(_ library: Library) {
        library.bind("Tensor.sum()") { (s: Tensor) throws -> Tensor in s.sum() }
        library.bind("Tensor.sum(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.sum(axis: p0, keepDims: p1) }
        library.bind("Tensor.sum(axes: [Int], keepDims: Bool)") { (s: Tensor, p0: [Int], p1: Bool) throws -> Tensor in s.sum(axes: p0, keepDims: p1) }
        library.bind("Tensor.mean()") { (s: Tensor) throws -> Tensor in s.mean() }
        library.bind("Tensor.mean(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.mean(axis: p0, keepDims: p1) }
        library.bind("Tensor.mean(axes: [Int], keepDims: Bool)") { (s: Tensor, p0: [Int], p1: Bool) throws -> Tensor in s.mean(axes: p0, keepDims: p1) }
        library.bind("Tensor.product()") { (s: Tensor) throws -> Tensor in s.product() }
        library.bind("Tensor.product(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.product(axis: p0, keepDims: p1) }
        library.bind("Tensor.max()") { (s: Tensor) throws -> Tensor in s.max() }
        library.bind("Tensor.min()") { (s: Tensor) throws -> Tensor in s.min() }
        library.bind("Tensor.max(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.max(axis: p0, keepDims: p1) }
        library.bind("Tensor.min(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.min(axis: p0, keepDims: p1) }
        library.bind("Tensor.argMax()") { (s: Tensor) throws -> Tensor in s.argMax() }
        library.bind("Tensor.argMin()") { (s: Tensor) throws -> Tensor in s.argMin() }
        library.bind("Tensor.argMax(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.argMax(axis: p0, keepDims: p1) }
        library.bind("Tensor.argMin(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.argMin(axis: p0, keepDims: p1) }
        library.bind("Tensor.variance(correction: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.variance(correction: p0) }
        library.bind("Tensor.variance(axis: Int, correction: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Int, p2: Bool) throws -> Tensor in s.variance(axis: p0, correction: p1, keepDims: p2) }
        library.bind("Tensor.std(correction: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.std(correction: p0) }
        library.bind("Tensor.std(axis: Int, correction: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Int, p2: Bool) throws -> Tensor in s.std(axis: p0, correction: p1, keepDims: p2) }
        library.bind("Tensor.norm()") { (s: Tensor) throws -> Tensor in s.norm() }
        library.bind("Tensor.norm(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.norm(axis: p0, keepDims: p1) }
        library.bind("Tensor.norm(p: Double)") { (s: Tensor, p0: Double) throws -> Tensor in s.norm(p: p0) }
        library.bind("Tensor.cumsum(axis: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.cumsum(axis: p0) }
        library.bind("Tensor.logSumExp()") { (s: Tensor) throws -> Tensor in s.logSumExp() }
        library.bind("Tensor.logSumExp(axis: Int, keepDims: Bool)") { (s: Tensor, p0: Int, p1: Bool) throws -> Tensor in s.logSumExp(axis: p0, keepDims: p1) }
        library.bind("Tensor.softmax(axis: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.softmax(axis: p0) }
        library.bind("Tensor.logSoftmax(axis: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.logSoftmax(axis: p0) }
    }

    /// Tensor
    fileprivate static func bindTensors21(_ library: Library) {
        library.bind("Tensor.reshaped(_: [Int])") { (s: Tensor, p0: [Int]) throws -> Tensor in s.reshaped(p0) }
        library.bind("Tensor.flattened(start: Int, end: Int)") { (s: Tensor, p0: Int, p1: Int) throws -> Tensor in s.flattened(start: p0, end: p1) }
        library.bind("Tensor.transposed()") { (s: Tensor) throws -> Tensor in s.transposed() }
        library.bind("Tensor.transposed(_: Int, _: Int)") { (s: Tensor, p0: Int, p1: Int) throws -> Tensor in s.transposed(p0, p1) }
        library.bind("Tensor.transposed(axes: [Int])") { (s: Tensor, p0: [Int]) throws -> Tensor in s.transposed(axes: p0) }
        library.bind("Tensor.expandedDimensions(axis: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.expandedDimensions(axis: p0) }
        library.bind("Tensor.squeezed()") { (s: Tensor) throws -> Tensor in s.squeezed() }
        library.bind("Tensor.squeezed(axis: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.squeezed(axis: p0) }
        library.bind("Tensor.broadcast(to: [Int])") { (s: Tensor, p0: [Int]) throws -> Tensor in s.broadcast(to: p0) }
        library.bind("Tensor.selected(axis: Int, _: Int)") { (s: Tensor, p0: Int, p1: Int) throws -> Tensor in s.selected(axis: p0, p1) }
        library.bind("Tensor.windows(size: Int, step: Int)") { (s: Tensor, p0: Int, p1: Int) throws -> Tensor in s.windows(size: p0, step: p1) }
        library.bind("Tensor.repeated(_: Int, axis: Int)") { (s: Tensor, p0: Int, p1: Int) throws -> Tensor in s.repeated(p0, axis: p1) }
        library.bind("Tensor.flipped(axis: Int)") { (s: Tensor, p0: Int) throws -> Tensor in s.flipped(axis: p0) }
    }

    /// TensorFault
    fileprivate static func bindTensors22(_ library: Library) {
        library.bind("TensorFault.operation") { (s: TensorFault) throws -> String in s.operation }
        library.bind("TensorFault.message") { (s: TensorFault) throws -> String in s.message }
        library.bind("TensorFault.init(_: String, _: String)") { (p0: String, p1: String) throws -> TensorFault in TensorFault(p0, p1) }
        library.bind("TensorFault.description") { (s: TensorFault) throws -> String in s.description }
    }

    /// Tensor
    fileprivate static func bindTensors23(_ library: Library) {
        library.bind("Tensor.description") { (s: Tensor) throws -> String in s.description }
    }

    /// TextTable
    fileprivate static func bindTensors24(_ library: Library) {
        library.bind("TextTable.headers") { (s: TextTable) throws -> [String] in s.headers }
        library.bind("TextTable.headers=", mutating: TextTable.self) { (s: inout TextTable, v: [String]) throws in s.headers = v }
        library.bind("TextTable.rows") { (s: TextTable) throws -> [[String]] in s.rows }
        library.bind("TextTable.rows=", mutating: TextTable.self) { (s: inout TextTable, v: [[String]]) throws in s.rows = v }
        library.bind("TextTable.alignments") { (s: TextTable) throws -> [TextTable.Alignment] in s.alignments }
        library.bind("TextTable.alignments=", mutating: TextTable.self) { (s: inout TextTable, v: [TextTable.Alignment]) throws in s.alignments = v }
        library.bind("TextTable.separator") { (s: TextTable) throws -> String in s.separator }
        library.bind("TextTable.separator=", mutating: TextTable.self) { (s: inout TextTable, v: String) throws in s.separator = v }
        library.bind("TextTable.hasRule") { (s: TextTable) throws -> Bool in s.hasRule }
        library.bind("TextTable.hasRule=", mutating: TextTable.self) { (s: inout TextTable, v: Bool) throws in s.hasRule = v }
        library.bind("TextTable.init(headers: [String], rows: [[String]], alignments: [Alignment], separator: String, hasRule: Bool)") { (p0: [String], p1: [[String]], p2: [TextTable.Alignment], p3: String, p4: Bool) throws -> TextTable in TextTable(headers: p0, rows: p1, alignments: p2, separator: p3, hasRule: p4) }
        library.bind("TextTable.description") { (s: TextTable) throws -> String in s.description }
        library.bind("TextTable.width(_: String)") { (p0: String) throws -> Int in TextTable.width(p0) }
    }

    fileprivate static func bindTensorsFunctions(_ library: Library) {
        library.bind("valueAndGradient(of: ([Tensor]) -> Tensor, at: [Tensor])") { (p0: StepLanguage.Callback, p1: [Tensor]) throws -> Pair<Tensor, [Tensor]> in [valueAndGradient(of: { a0 in LessonLibrary.guarded { try p0.call(a0) } }, at: p1)].map { Pair($0.0, $0.1) }[0] }
        library.bind("valueAndGradient(of: (Tensor) -> Tensor, at: Tensor)") { (p0: StepLanguage.Callback, p1: Tensor) throws -> Pair<Tensor, Tensor> in [valueAndGradient(of: { a0 in LessonLibrary.guarded { try p0.call(a0) } }, at: p1)].map { Pair($0.0, $0.1) }[0] }
        library.bind("jacobian(of: (Tensor) -> Tensor, at: Tensor)") { (p0: StepLanguage.Callback, p1: Tensor) throws -> Tensor in jacobian(of: { a0 in LessonLibrary.guarded { try p0.call(a0) } }, at: p1) }
        library.bind("hessian(of: (Tensor) -> Tensor, at: Tensor)") { (p0: StepLanguage.Callback, p1: Tensor) throws -> Tensor in hessian(of: { a0 in LessonLibrary.guarded { try p0.call(a0) } }, at: p1) }
        library.bind("which(_: Tensor, _: Tensor, _: Tensor)") { (p0: Tensor, p1: Tensor, p2: Tensor) throws -> Tensor in which(p0, p1, p2) }
        library.bind("which(_: Tensor, _: Tensor, _: Double)") { (p0: Tensor, p1: Tensor, p2: Double) throws -> Tensor in which(p0, p1, p2) }
        library.bind("which(_: Tensor, _: Double, _: Tensor)") { (p0: Tensor, p1: Double, p2: Tensor) throws -> Tensor in which(p0, p1, p2) }
        library.bind("clipGradientNorm(_: [Tensor], maximum: Double)") { (p0: [Tensor], p1: Double) throws -> Double in clipGradientNorm(p0, maximum: p1) }
        library.bind("concatenated(_: [Tensor], axis: Int)") { (p0: [Tensor], p1: Int) throws -> Tensor in concatenated(p0, axis: p1) }
        library.bind("stacked(_: [Tensor], axis: Int)") { (p0: [Tensor], p1: Int) throws -> Tensor in stacked(p0, axis: p1) }
    }
}
