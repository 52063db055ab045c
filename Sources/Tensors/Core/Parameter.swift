/// A tensor that is trained: modules find the parameters among their members, optimizers move them.
///
///     let userFactors = Parameter(Tensor.normal([userCount, 50], standardDeviation: 0.01))
///
/// It is used like any tensor. A plain tensor that a module holds is not trained.
public final class Parameter: Tensor {
    /// A parameter that starts from a copy of `value`; only float32.
    public init(_ value: Tensor) {
        if value.dtypeCode != .float32 {
            Faults.report("Parameter", "only float32 tensors can be trained, this one is \(value.dtype)")
        }
        let start = value.dtypeCode == .float32 ? value.denseCopy() : Tensor.zeros(value.extents)
        super.init(
            storage: start.storage, offset: 0, extents: start.extents, strides: start.strides, dtype: .float32)
        requireGradient()
    }

    /// A parameter over values that are there already; it has no gradient's record yet.
    init(over storage: Storage, offset: Int, extents: Extents, strides: Extents) {
        super.init(storage: storage, offset: offset, extents: extents, strides: strides, dtype: .float32)
    }

    /// Whether the parameter is kept as it is: it gets no gradient and no step.
    public var isFrozen: Bool {
        get { !requiresGradient }
        set { requireGradient(!newValue) }
    }

    /// Draws the values anew.
    package func initialize(with value: Tensor) {
        withoutGradient { assign(value) }
    }
}
