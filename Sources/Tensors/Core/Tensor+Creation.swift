import CKernels

extension Tensor {
    // MARK: From values

    /// A scalar, float32.
    public convenience init(_ value: Double) {
        self.init(extents: Extents(), dtype: .float32)
        floatPointer[0] = Float(value)
    }

    /// A scalar, int64.
    public convenience init(_ value: Int) {
        self.init(extents: Extents(), dtype: .int64)
        int64Pointer[0] = Int64(value)
    }

    /// A vector, float32.
    public convenience init(_ values: [Double]) { self.init(values, shape: [values.count]) }

    /// A vector, int64.
    public convenience init(_ values: [Int]) { self.init(values, shape: [values.count]) }

    /// A vector, bool.
    public convenience init(_ values: [Bool]) {
        self.init(extents: Extents([values.count]), dtype: .bool)
        guard elementCount == values.count else { return }
        for (i, value) in values.enumerated() { boolPointer[i] = value ? 1 : 0 }
    }

    /// A matrix from its rows, float32. Rows of different lengths are a fault.
    public convenience init(_ rows: [[Double]]) {
        let columns = rows.first?.count ?? 0
        if let odd = rows.first(where: { $0.count != columns }) {
            Faults.report("Tensor", "rows of \(columns) and \(odd.count) numbers do not make a matrix")
            self.init(Double.nan)
        } else {
            self.init(rows.flatMap { $0 }, shape: [rows.count, columns])
        }
    }

    /// A matrix from its rows, int64. Rows of different lengths are a fault.
    public convenience init(_ rows: [[Int]]) {
        let columns = rows.first?.count ?? 0
        if let odd = rows.first(where: { $0.count != columns }) {
            Faults.report("Tensor", "rows of \(columns) and \(odd.count) numbers do not make a matrix")
            self.init(Double.nan)
        } else {
            self.init(rows.flatMap { $0 }, shape: [rows.count, columns])
        }
    }

    /// Values in row-major order, float32.
    public convenience init(_ values: [Double], shape: [Int]) {
        guard Tensor.fits(values.count, shape) else {
            self.init(Double.nan)
            return
        }
        self.init(extents: Extents(shape), dtype: .float32)
        guard elementCount == values.count else { return }
        let p = floatPointer
        for i in 0..<values.count { p[i] = Float(values[i]) }
    }

    /// Values in row-major order, int64.
    public convenience init(_ values: [Int], shape: [Int]) {
        guard Tensor.fits(values.count, shape) else {
            self.init(Double.nan)
            return
        }
        self.init(extents: Extents(shape), dtype: .int64)
        guard elementCount == values.count else { return }
        let p = int64Pointer
        for i in 0..<values.count { p[i] = Int64(values[i]) }
    }

    /// Values in row-major order, float32, without a detour over `Double`.
    public convenience init(floats values: [Float], shape: [Int]) {
        guard Tensor.fits(values.count, shape) else {
            self.init(Double.nan)
            return
        }
        self.init(extents: Extents(shape), dtype: .float32)
        guard elementCount == values.count else { return }
        floatPointer.update(from: values, count: values.count)
    }

    private static func fits(_ count: Int, _ shape: [Int]) -> Bool {
        guard valid(shape, "Tensor") else { return false }
        guard shape.reduce(1, *) == count else {
            Faults.report("Tensor", "\(count) values do not fill shape \(shape)")
            return false
        }
        return true
    }

    /// Whether a shape can be had: at most eight axes, none negative, no more elements than memory can address.
    static func valid(_ shape: [Int], _ operation: StaticString) -> Bool {
        guard shape.count <= Extents.capacity else {
            Faults.report("\(operation)", "shape \(shape) has \(shape.count) axes, at most \(Extents.capacity) are possible")
            return false
        }
        var count = 1
        for n in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: n)
            if n < 0 || overflow || product > 1 << 34 {
                Faults.report("\(operation)", "shape \(shape) is not possible")
                return false
            }
            count = product
        }
        return true
    }

    /// Uninitialised, or a poisoned scalar where memory is short.
    private convenience init(extents: Extents, dtype: DType) {
        let t = Tensor.uninitialized(extents, dtype)
        self.init(storage: t.storage, offset: 0, extents: t.extents, strides: t.strides, dtype: t.dtypeCode)
    }

    // MARK: Filled

    package static func zeros(_ extents: Extents, _ dtype: DType = .float32) -> Tensor {
        let t = uninitialized(extents, dtype)
        if t.storage.isStandIn { return t }
        t.storage.pointer.initializeMemory(as: UInt8.self, repeating: 0, count: t.elementCount * t.dtypeCode.byteCount)
        return t
    }

    package static func ones(_ extents: Extents) -> Tensor {
        let t = uninitialized(extents)
        ck_fill(Int64(t.elementCount), 1, t.floatPointer)
        return t
    }

    public static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor {
        guard valid(shape, "zeros") else { return .poisoned }
        return zeros(Extents(shape), dtype)
    }

    public static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor { full(shape, 1, dtype: dtype) }

    /// Every element `value`.
    public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) -> Tensor {
        guard valid(shape, "full") else { return .poisoned }
        let t = uninitialized(Extents(shape), dtype)
        t.fillRaw(value)
        return t
    }

    func fillRaw(_ value: Double) {
        if storage.isStandIn { return }
        switch dtypeCode {
        case .float32: ck_fill(Int64(elementCount), Float(value), floatPointer)
        case .int64: int64Pointer.update(repeating: Int64(clamping: value), count: elementCount)
        case .int32: int32Pointer.update(repeating: Int32(clamping: Int64(clamping: value)), count: elementCount)
        case .bool: boolPointer.update(repeating: value != 0 ? 1 : 0, count: elementCount)
        }
    }

    /// Zeros of this tensor's shape and type.
    public func zerosLike() -> Tensor { Tensor.zeros(extents, dtypeCode) }
    /// Ones of this tensor's shape and type.
    public func onesLike() -> Tensor { Tensor.full(shape, 1, dtype: dtypeCode) }

    /// 0, 1, …, end - 1 as int64.
    public static func arange(_ end: Int) -> Tensor { arange(0, end) }

    /// start, start + step, … below `end` (above it for a negative step) as int64.
    public static func arange(_ start: Int, _ end: Int, step: Int = 1) -> Tensor {
        guard step != 0 else {
            Faults.report("arange", "the step is 0")
            return .poisoned
        }
        let (span, overflow) = step > 0 ? end.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(end)
        guard span <= 0 || Faults.allows("arange", count: overflow ? .max : span / Int(clamping: step.magnitude)) else { return .poisoned }
        return Tensor(Array(stride(from: start, to: end, by: step)))
    }

    /// start, start + step, … below `end` as float32.
    public static func arange(_ start: Double, _ end: Double, step: Double = 1) -> Tensor {
        guard step != 0, start.isFinite, end.isFinite, (end - start) / step < 1e12 else {
            Faults.report("arange", "from \(start) to \(end) by \(step) is not possible")
            return .poisoned
        }
        guard (end - start) / step < 0 || Faults.allows("arange", count: Int((end - start) / step)) else { return .poisoned }
        return Tensor(Array(stride(from: start, to: end, by: step)))
    }

    /// `count` numbers evenly spaced from `start` to `end`, both included.
    public static func linspace(_ start: Double, _ end: Double, count: Int) -> Tensor {
        guard Faults.allows("linspace", count: count) else { return .poisoned }
        let step = count > 1 ? (end - start) / Double(count - 1) : 0
        return Tensor((0..<count).map { $0 == count - 1 && count > 1 ? end : start + step * Double($0) })
    }

    /// `count` numbers evenly spaced in ratio from `start` to `end`, both included.
    public static func geomspace(_ start: Double, _ end: Double, count: Int) -> Tensor {
        let ratio = linspace(0, 1, count: count).doubles
        return Tensor(ratio.map { start * powDouble(end / start, $0) })
    }

    /// The identity matrix `[size, columns ?? size]`.
    public static func eye(_ size: Int, columns: Int? = nil) -> Tensor {
        let t = zeros([size, columns ?? size])
        guard t.rank == 2 else { return t }
        let width = t.extents[1]
        for i in 0..<Swift.min(size, width) { t.floatPointer[i * width + i] = 1 }
        return t
    }

    // MARK: Random

    /// Uniform in [low, high).
    public static func uniform(_ shape: [Int], low: Double = 0, high: Double = 1) -> Tensor {
        guard valid(shape, "uniform") else { return .poisoned }
        let t = uninitialized(Extents(shape))
        let stream = RandomStream.current
        let first = stream.reserve(blocks: (t.elementCount + 3) / 4)
        if t.storage.isStandIn { return t }
        ck_random_uniform(stream.key, first, Int64(t.elementCount), Float(low), Float(high - low), t.floatPointer)
        return t
    }

    /// Normally distributed.
    public static func normal(_ shape: [Int], mean: Double = 0, standardDeviation: Double = 1) -> Tensor {
        guard valid(shape, "normal") else { return .poisoned }
        let t = uninitialized(Extents(shape))
        let stream = RandomStream.current
        let first = stream.reserve(blocks: (t.elementCount + 15) / 16 * 4)
        if t.storage.isStandIn { return t }
        ck_random_normal(stream.key, first, Int64(t.elementCount), Float(mean), Float(standardDeviation), t.floatPointer)
        return t
    }

    /// Uniform in [0, 1), PyTorch's name.
    public static func rand(_ shape: [Int]) -> Tensor { uniform(shape) }
    /// Standard normal, PyTorch's name.
    public static func randn(_ shape: [Int]) -> Tensor { normal(shape) }

    /// Normally distributed, drawn again where further than two standard deviations (or `bound` of them) from the mean.
    public static func truncatedNormal(
        _ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, bound: Double = 2
    ) -> Tensor {
        let t = normal(shape)
        if t.storage.isStandIn { return t }
        guard bound > 0.01 else {
            Faults.report("truncatedNormal", "the bound \(bound) leaves no room")
            return .poisoned
        }
        let p = t.floatPointer
        let limit = Float(bound)
        var bad = (0..<t.elementCount).filter { Swift.abs(p[$0]) > limit }
        while !bad.isEmpty {
            let again = normal([bad.count])
            for (i, at) in bad.enumerated() { p[at] = again.floatPointer[i] }
            bad = bad.filter { Swift.abs(p[$0]) > limit }
        }
        ck_scale(Int64(t.elementCount), p, Float(standardDeviation), Float(mean), p)
        return t
    }

    /// Integers in low..<high, int64.
    public static func randomIntegers(_ shape: [Int], low: Int = 0, high: Int) -> Tensor {
        guard valid(shape, "randomIntegers") else { return .poisoned }
        guard high > low else {
            Faults.report("randomIntegers", "no integer lies in \(low)..<\(high)")
            return .poisoned
        }
        let t = uninitialized(Extents(shape), .int64)
        let stream = RandomStream.current
        for i in 0..<t.elementCount { t.int64Pointer[i] = Int64(low + stream.integer(below: high - low)) }
        return t
    }

    /// 0..<count in random order, int64.
    public static func permutation(_ count: Int) -> Tensor {
        guard Faults.allows("permutation", count: count) else { return .poisoned }
        return Tensor(RandomStream.current.permutation(count))
    }

    /// 1 with the given probability, else 0; float32.
    public static func bernoulli(_ shape: [Int], probability: Double) -> Tensor {
        let t = uniform(shape)
        let limit = Float(probability)
        let p = t.floatPointer
        for i in 0..<t.elementCount { p[i] = p[i] < limit ? 1 : 0 }
        return t
    }

    /// `count` indices 0..<n drawn with the weights of this vector (they need not add up to 1), int64.
    public func randomChoice(_ count: Int, replacement: Bool = true) -> Tensor {
        guard Faults.allows("randomChoice", count: count) else { return .poisoned }
        let weights = doubles
        guard rank == 1, !weights.contains(where: { !($0 >= 0) }), weights.contains(where: { $0 > 0 }) else {
            Faults.report("randomChoice", "shape \(shape): the weights must be a vector of numbers that are not negative, not all 0")
            return .poisoned
        }
        guard replacement || count <= weights.filter({ $0 > 0 }).count else {
            Faults.report("randomChoice", "\(count) different indices cannot be drawn from \(weights.filter { $0 > 0 }.count)")
            return .poisoned
        }
        var left = weights
        var total = left.reduce(0, +)
        var result: [Int] = []
        for _ in 0..<count {
            var rest = RandomStream.current.uniform() * total
            var chosen = left.lastIndex { $0 > 0 } ?? 0
            for (i, w) in left.enumerated() where w > 0 {
                rest -= w
                if rest < 0 {
                    chosen = i
                    break
                }
            }
            result.append(chosen)
            if !replacement {
                left[chosen] = 0
                total = left.reduce(0, +)
            }
        }
        return Tensor(result)
    }
}

extension Int64 {
    /// The nearest integer towards zero, held within the type's range; 0 for NaN.
    init(clamping value: Double) {
        if value.isNaN { self = 0 } else if value >= 9.2233720368547e18 { self = .max } else if value <= -9.2233720368547e18 {
            self = .min
        } else { self = Int64(value) }
    }
}
