import CKernels

/// A function of one number that the kernels know.
struct UnaryFunction {
    let name: StaticString
    let code: Int32
    /// Which of x and f(x) the derivative is computed from.
    let needsInput: Bool
    let needsOutput: Bool
    /// g · f'(x) in tensor operations, for derivatives of derivatives.
    let slope: (_ g: Tensor, _ x: Tensor, _ y: Tensor) -> Tensor

    init(_ name: StaticString, _ code: Int, input: Bool = false, output: Bool = false, _ slope: @escaping (Tensor, Tensor, Tensor) -> Tensor) {
        self.name = name
        self.code = Int32(code)
        needsInput = input
        needsOutput = output
        self.slope = slope
    }

    static let neg = UnaryFunction("neg", Int(CK_NEG)) { g, _, _ in -g }
    static let exp = UnaryFunction("exp", Int(CK_EXP), output: true) { g, _, y in g * y }
    static let expm1 = UnaryFunction("expm1", Int(CK_EXPM1), output: true) { g, _, y in g * (y + 1) }
    static let log = UnaryFunction("log", Int(CK_LOG), input: true) { g, x, _ in g / x }
    static let log1p = UnaryFunction("log1p", Int(CK_LOG1P), input: true) { g, x, _ in g / (x + 1) }
    static let log2 = UnaryFunction("log2", Int(CK_LOG2), input: true) { g, x, _ in g / (x * 0.693147180559945309) }
    static let log10 = UnaryFunction("log10", Int(CK_LOG10), input: true) { g, x, _ in g / (x * 2.30258509299404568) }
    static let sqrt = UnaryFunction("sqrt", Int(CK_SQRT), output: true) { g, _, y in g / (y + y) }
    static let rsqrt = UnaryFunction("rsqrt", Int(CK_RSQRT), output: true) { g, _, y in g * (y * y * y) * -0.5 }
    static let abs = UnaryFunction("abs", Int(CK_ABS), input: true) { g, x, _ in g * x.sign() }
    static let tanh = UnaryFunction("tanh", Int(CK_TANH), output: true) { g, _, y in g * (1 - y * y) }
    static let sigmoid = UnaryFunction("sigmoid", Int(CK_SIGMOID), output: true) { g, _, y in g * (y * (1 - y)) }
    static let relu = UnaryFunction("relu", Int(CK_RELU), output: true) { g, _, y in g * (y .> 0).asFloat }
    static let square = UnaryFunction("square", Int(CK_SQUARE), input: true) { g, x, _ in g * (x + x) }
    static let sin = UnaryFunction("sin", Int(CK_SIN), input: true) { g, x, _ in g * x.cos() }
    static let cos = UnaryFunction("cos", Int(CK_COS), input: true) { g, x, _ in -(g * x.sin()) }
    static let tan = UnaryFunction("tan", Int(CK_TAN), output: true) { g, _, y in g * (y * y + 1) }
    static let atan = UnaryFunction("atan", Int(CK_ATAN), input: true) { g, x, _ in g / (x * x + 1) }
    static let softplus = UnaryFunction("softplus", Int(CK_SOFTPLUS), input: true) { g, x, _ in g * x.sigmoid() }
    static let gelu = UnaryFunction("gelu", Int(CK_GELU), input: true) { g, x, _ in
        let cdf = (x * 0.70710678118654752).erf() * 0.5 + 0.5
        let pdf = (x * x * -0.5).exp() * 0.39894228040143268
        return g * (cdf + x * pdf)
    }
    static let erf = UnaryFunction("erf", Int(CK_ERF), input: true) { g, x, _ in g * (-(x * x)).exp() * 1.12837916709551257 }
    static let reciprocal = UnaryFunction("reciprocal", Int(CK_RECIPROCAL), output: true) { g, _, y in -(g * (y * y)) }
    static let sign = UnaryFunction("sign", Int(CK_SIGN)) { g, _, _ in g.zerosLike() }
    static let floor = UnaryFunction("floor", Int(CK_FLOOR)) { g, _, _ in g.zerosLike() }
    static let ceil = UnaryFunction("ceil", Int(CK_CEIL)) { g, _, _ in g.zerosLike() }
    static let round = UnaryFunction("round", Int(CK_ROUND)) { g, _, _ in g.zerosLike() }
    static let trunc = UnaryFunction("trunc", Int(CK_TRUNC)) { g, _, _ in g.zerosLike() }
}

extension Tensor {
    @inline(__always)
    func unary(_ function: UnaryFunction) -> Tensor {
        let x = dtypeCode == .float32 ? self : cast(.float32)
        let from = x.dense
        let y = Tensor.uninitialized(extents)
        ck_unary(function.code, Int64(y.elementCount), from.floatPointer, y.floatPointer)
        guard x.isTracked else { return y }
        return y.recorded(
            function.name, x, saving: function.needsInput ? x : nil, output: function.needsOutput
        ) { node, g in
            if Recording.isOn {
                node.give0(function.slope(g, node.first, node.output))
                return
            }
            let (up, stride) = g.denseOrScalar
            let dx = Tensor.uninitialized(g.extents)
            // What the rule does not need is still read; the result's own buffer serves for it.
            let x = function.needsInput ? node.first.dense : dx
            let y = function.needsOutput ? node.output : dx
            ck_unary_gradient(
                function.code, Int64(g.elementCount), up.floatPointer, stride, x.floatPointer, y.floatPointer, dx.floatPointer)
            node.give0(dx)
        }
    }

    /// Dense elements with stride 1, or the one element that is repeated with stride 0.
    @inline(__always)
    var denseOrScalar: (Tensor, Int64) {
        if isDense { return (self, 1) }
        for i in 0..<extents.count where extents[i] > 1 && strides[i] != 0 { return (denseCopy(), 1) }
        return (self, 0)
    }

    /// e to the power of every element.
    public func exp() -> Tensor { unary(.exp) }
    /// exp(x) - 1, exact for small x.
    public func expm1() -> Tensor { unary(.expm1) }
    /// Natural logarithm.
    public func log() -> Tensor { unary(.log) }
    /// log(1 + x), exact for small x.
    public func log1p() -> Tensor { unary(.log1p) }
    public func log2() -> Tensor { unary(.log2) }
    public func log10() -> Tensor { unary(.log10) }
    public func sqrt() -> Tensor { unary(.sqrt) }
    /// 1 / √x
    public func rsqrt() -> Tensor { unary(.rsqrt) }
    public func abs() -> Tensor { unary(.abs) }
    public func tanh() -> Tensor { unary(.tanh) }
    /// 1 / (1 + e⁻ˣ)
    public func sigmoid() -> Tensor { unary(.sigmoid) }
    /// Swift.max(x, 0)
    public func relu() -> Tensor { unary(.relu) }
    public func square() -> Tensor { unary(.square) }
    public func sin() -> Tensor { unary(.sin) }
    public func cos() -> Tensor { unary(.cos) }
    public func tan() -> Tensor { unary(.tan) }
    public func atan() -> Tensor { unary(.atan) }
    /// log(1 + eˣ)
    public func softplus() -> Tensor { unary(.softplus) }
    /// x · Φ(x), Φ being the normal distribution's cumulative function.
    public func gelu() -> Tensor { unary(.gelu) }
    /// The error function.
    public func erf() -> Tensor { unary(.erf) }
    public func reciprocal() -> Tensor { unary(.reciprocal) }
    /// -1, 0 or 1.
    public func sign() -> Tensor { unary(.sign) }
    public func floor() -> Tensor { unary(.floor) }
    public func ceil() -> Tensor { unary(.ceil) }
    /// To the nearest integer, halves to the even one.
    public func round() -> Tensor { unary(.round) }
    /// Towards zero.
    public func trunc() -> Tensor { unary(.trunc) }

    /// x where positive, else slope · x.
    public func leakyRelu(_ slope: Double = 0.01) -> Tensor { maximum(Tensor(0.0)) + minimum(Tensor(0.0)) * slope }

    /// x · sigmoid(x)
    public func silu() -> Tensor { self * sigmoid() }

    /// Every element held within low…high; nil for no bound. The gradient is 0 where it was held.
    public func clamped(low: Double? = nil, high: Double? = nil) -> Tensor {
        let x = cast(.float32)
        let from = x.dense
        let y = Tensor.uninitialized(extents)
        let a = Float(low ?? -.infinity)
        let b = Float(high ?? .infinity)
        ck_clamp(Int64(y.elementCount), from.floatPointer, a, b, y.floatPointer)
        return y.recorded("clamped", x, saving: x) { node, g in
            if Recording.isOn {
                let x = node.first.detached()
                node.give0(g * ((x .>= Double(a)) .& (x .<= Double(b))).asFloat)
                return
            }
            let dx = Tensor.uninitialized(g.extents)
            let (up, x) = (g.dense, node.first.dense)
            ck_clamp_gradient(Int64(g.elementCount), up.floatPointer, x.floatPointer, a, b, dx.floatPointer)
            node.give0(dx)
        }
    }

    /// low + (high - low) · sigmoid(x): any number squeezed into a range.
    public func sigmoid(low: Double, high: Double) -> Tensor {
        let x = cast(.float32)
        let y = Tensor.uninitialized(extents)
        let a = Float(low)
        let b = Float(high)
        let from = x.dense
        ck_sigmoid_range(Int64(y.elementCount), from.floatPointer, a, b, y.floatPointer)
        return y.recorded("sigmoid", x, output: true) { node, g in
            let y = node.output
            if Recording.isOn {
                node.give0(g * ((y - low) * (high - y) / (high - low)))
                return
            }
            let (up, stride) = g.denseOrScalar
            let dx = Tensor.uninitialized(g.extents)
            ck_sigmoid_range_gradient(Int64(g.elementCount), up.floatPointer, stride, y.floatPointer, a, b, dx.floatPointer)
            node.give0(dx)
        }
    }
}
