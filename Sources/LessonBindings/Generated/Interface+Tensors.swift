// Written by Scripts/generate-bindings.sh from the public declarations of Tensors.

extension LessonLibrary {
    /// What steps see of Tensors.
    static let interfaceTensors = ##"""
/// The type of a tensor's elements.
enum DType: String, CustomStringConvertible {
    case float32
    case int64
    case int32
    case bool
    /// Bytes of one element.
    var byteCount: Int { get }
    var isInteger: Bool { get }
    var description: String { get }
}

/// A tensor that is trained: modules find the parameters among their members, optimizers move them.
///
///     let userFactors = Parameter(Tensor.normal([userCount, 50], standardDeviation: 0.01))
///
/// It is used like any tensor. A plain tensor that a module holds is not trained.
final class Parameter: Tensor {
    /// A parameter that starts from a copy of `value`; only float32.
    init(_ value: Tensor)
    /// Whether the parameter is kept as it is: it gets no gradient and no step.
    var isFrozen: Bool { get set }
}

extension Tensor {
    /// A scalar, float32.
    convenience init(_ value: Double)
    /// A scalar, int64.
    convenience init(_ value: Int)
    /// A vector, float32.
    convenience init(_ values: [Double])
    /// A vector, int64.
    convenience init(_ values: [Int])
    /// A vector, bool.
    convenience init(_ values: [Bool])
    /// A matrix from its rows, float32. Rows of different lengths are a fault.
    convenience init(_ rows: [[Double]])
    /// A matrix from its rows, int64. Rows of different lengths are a fault.
    convenience init(_ rows: [[Int]])
    /// Values in row-major order, float32.
    convenience init(_ values: [Double], shape: [Int])
    /// Values in row-major order, int64.
    convenience init(_ values: [Int], shape: [Int])
    /// Values in row-major order, float32, without a detour over `Double`.
    convenience init(floats values: [Float], shape: [Int])
    static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor
    static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor
    /// Every element `value`.
    static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) -> Tensor
    /// Zeros of this tensor's shape and type.
    func zerosLike() -> Tensor
    /// Ones of this tensor's shape and type.
    func onesLike() -> Tensor
    /// 0, 1, …, end - 1 as int64.
    static func arange(_ end: Int) -> Tensor
    /// start, start + step, … below `end` (above it for a negative step) as int64.
    static func arange(_ start: Int, _ end: Int, step: Int = 1) -> Tensor
    /// start, start + step, … below `end` as float32.
    static func arange(_ start: Double, _ end: Double, step: Double = 1) -> Tensor
    /// `count` numbers evenly spaced from `start` to `end`, both included.
    static func linspace(_ start: Double, _ end: Double, count: Int) -> Tensor
    /// `count` numbers evenly spaced in ratio from `start` to `end`, both included.
    static func geomspace(_ start: Double, _ end: Double, count: Int) -> Tensor
    /// The identity matrix `[size, columns ?? size]`.
    static func eye(_ size: Int, columns: Int? = nil) -> Tensor
    /// Uniform in [low, high).
    static func uniform(_ shape: [Int], low: Double = 0, high: Double = 1) -> Tensor
    /// Normally distributed.
    static func normal(_ shape: [Int], mean: Double = 0, standardDeviation: Double = 1) -> Tensor
    /// Uniform in [0, 1), PyTorch's name.
    static func rand(_ shape: [Int]) -> Tensor
    /// Standard normal, PyTorch's name.
    static func randn(_ shape: [Int]) -> Tensor
    /// Normally distributed, drawn again where further than two standard deviations (or `bound` of them) from the mean.
    static func truncatedNormal( _ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, bound: Double = 2 ) -> Tensor
    /// Integers in low..<high, int64.
    static func randomIntegers(_ shape: [Int], low: Int = 0, high: Int) -> Tensor
    /// 0..<count in random order, int64.
    static func permutation(_ count: Int) -> Tensor
    /// 1 with the given probability, else 0; float32.
    static func bernoulli(_ shape: [Int], probability: Double) -> Tensor
    /// `count` indices 0..<n drawn with the weights of this vector (they need not add up to 1), int64.
    func randomChoice(_ count: Int, replacement: Bool = true) -> Tensor
}

extension Tensor {
    /// The only element as a number.
    func item() -> Double
    /// The only element as an integer; a fraction is cut off.
    func integerItem() -> Int
    /// All elements in row-major order.
    var doubles: [Double] { get }
    /// All elements in row-major order as floats.
    var floats: [Float] { get }
    /// All elements in row-major order as integers; fractions are cut off.
    var ints: [Int] { get }
    /// All elements in row-major order; what is not 0 is true.
    var bools: [Bool] { get }
    /// The rows of a matrix.
    var rows: [[Double]] { get }
    /// A dense copy with storage of its own; the gradient passes through it.
    func copy() -> Tensor
    /// The same values in another type; between float32 and itself the gradient passes.
    func cast(_ type: DType) -> Tensor
    /// This tensor as float32.
    var asFloat: Tensor { get }
}

/// A rectangular array of numbers with a shape, an element type and, where asked for, a gradient.
///
/// A tensor is a reference: `let b = a` is the same tensor, `+=` and its kin change it in place, `copy()` copies.
/// Views (`transposed()`, slices, `reshaped` of dense tensors) share their elements with the tensor they came from.
class Tensor {
}

extension Tensor {
    /// Length of every axis.
    var shape: [Int] { get }
    /// Number of axes.
    var rank: Int { get }
    /// Number of elements.
    var count: Int { get }
    var dtype: DType { get }
    /// Length of one axis; negative axes count from the last.
    func size(_ axis: Int) -> Int
}

extension Tensor {
    /// Whether operations on this tensor are recorded for gradients.
    var requiresGradient: Bool { get }
    /// Asks for a gradient with respect to this tensor. Only float32 tensors that came from no recorded operation.
    @discardableResult func requireGradient(_ wanted: Bool = true) -> Tensor
    /// Whether a gradient has arrived.
    var hasGradient: Bool { get }
    /// The gradient that `backward()` brought. Before there is one: a fault.
    var gradient: Tensor { get }
    /// Forgets the gradient, so that the next `backward()` starts from nothing.
    func zeroGradient()
    /// The same elements, cut off from what they were computed from.
    func detached() -> Tensor
    /// Computes the gradients of this scalar with respect to every tensor that asked for one, and adds them there.
    ///
    /// What was recorded is freed, unless `keepGraph`.
    func backward(keepGraph: Bool = false)
    /// The same for a result of any shape, from the gradient of something with respect to it.
    func backward(_ upstream: Tensor, keepGraph: Bool = false)
}

extension Tensor {
    /// The singular value decomposition: this `[m, n]` is u `[m, k]` · diag(s) · vt `[k, n]`, k the smaller of both,
    /// s descending. In each row of vt the element of the largest size is positive.
    func svd() -> (u: Tensor, s: Tensor, vt: Tensor)
    /// Eigenvalues, descending, and eigenvectors as columns of a symmetric matrix. In each vector the element of the
    /// largest size is positive.
    func symmetricEigen() -> (values: Tensor, vectors: Tensor)
    /// x with this · x = right; right is a vector or has one column for each system.
    func solve(_ right: Tensor) -> Tensor
    func inverse() -> Tensor
    func determinant() -> Tensor
    /// The x of smallest length that brings this · x closest to `right` (by singular values).
    func leastSquares(_ right: Tensor) -> Tensor
}

/// Principal components, with scikit-learn's conventions: rows are samples, columns features.
struct PCA {
    /// `[components, features]`, unit rows in order of their variance; the largest element of each is positive.
    var components: Tensor { get }
    /// `[components]`
    var explainedVariance: Tensor { get }
    /// Each component's part of the whole variance, `[components]`.
    var explainedVarianceRatio: Tensor { get }
    var singularValues: Tensor { get }
    /// Mean of every feature.
    var mean: Tensor { get }
    /// Finds the first `count` components of `[samples, features]`.
    init(_ x: Tensor, components count: Int)
    /// Samples in terms of the components, `[samples, components]`.
    func transform(_ x: Tensor) -> Tensor
    /// Samples from their components.
    func inverseTransform(_ scores: Tensor) -> Tensor
}

extension Tensor {
    /// The rows' scores on the first `count` principal components, `[rows, count]`.
    func pca(_ count: Int) -> Tensor
}

extension Tensor {
    static func +(a: Tensor, b: Tensor) -> Tensor
    static func -(a: Tensor, b: Tensor) -> Tensor
    static func *(a: Tensor, b: Tensor) -> Tensor
    /// True division: integers give float32.
    static func /(a: Tensor, b: Tensor) -> Tensor
    static prefix func -(x: Tensor) -> Tensor
    static func +(a: Tensor, b: Double) -> Tensor
    static func +(a: Double, b: Tensor) -> Tensor
    static func -(a: Tensor, b: Double) -> Tensor
    static func -(a: Double, b: Tensor) -> Tensor
    static func *(a: Tensor, b: Double) -> Tensor
    static func *(a: Double, b: Tensor) -> Tensor
    static func /(a: Tensor, b: Double) -> Tensor
    static func /(a: Double, b: Tensor) -> Tensor
    /// The larger of each pair. Where both are equal each gets half the gradient.
    func maximum(_ other: Tensor) -> Tensor
    /// The smaller of each pair. Where both are equal each gets half the gradient.
    func minimum(_ other: Tensor) -> Tensor
    /// Every element to a power.
    func pow(_ exponent: Double) -> Tensor
    /// Every element to the power of another tensor's.
    func pow(_ exponent: Tensor) -> Tensor
    /// The angle of the point (x, y) for y = self.
    func atan2(_ x: Tensor) -> Tensor
    /// The remainder of a division with the divisor's sign, as Python's and PyTorch's `%`.
    func remainder(_ divisor: Int) -> Tensor
}

extension Tensor {
    static func .==(a: Tensor, b: Tensor) -> Tensor
    static func .!=(a: Tensor, b: Tensor) -> Tensor
    static func .<(a: Tensor, b: Tensor) -> Tensor
    static func .<=(a: Tensor, b: Tensor) -> Tensor
    static func .>(a: Tensor, b: Tensor) -> Tensor
    static func .>=(a: Tensor, b: Tensor) -> Tensor
    static func .==(a: Tensor, b: Double) -> Tensor
    static func .!=(a: Tensor, b: Double) -> Tensor
    static func .<(a: Tensor, b: Double) -> Tensor
    static func .<=(a: Tensor, b: Double) -> Tensor
    static func .>(a: Tensor, b: Double) -> Tensor
    static func .>=(a: Tensor, b: Double) -> Tensor
    /// Both.
    static func .&(a: Tensor, b: Tensor) -> Tensor
    /// Either.
    static func .|(a: Tensor, b: Tensor) -> Tensor
    /// Not.
    static prefix func .!(a: Tensor) -> Tensor
    /// This tensor as int64.
    var asInteger: Tensor { get }
    /// Where an element is not a number.
    func isNaN() -> Tensor
    /// Whether shapes and all elements are equal; NaN equals nothing.
    func elementsEqual(_ other: Tensor) -> Bool
    /// Whether every element is within `absolute + relative · |other|` of the other's, NaN equal to NaN.
    func isClose(_ other: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8) -> Bool
    /// Whether all elements are true.
    func all() -> Bool
    /// Whether any element is true.
    func any() -> Bool
}

extension Tensor {
    /// e to the power of every element.
    func exp() -> Tensor
    /// exp(x) - 1, exact for small x.
    func expm1() -> Tensor
    /// Natural logarithm.
    func log() -> Tensor
    /// log(1 + x), exact for small x.
    func log1p() -> Tensor
    func log2() -> Tensor
    func log10() -> Tensor
    func sqrt() -> Tensor
    /// 1 / √x
    func rsqrt() -> Tensor
    func abs() -> Tensor
    func tanh() -> Tensor
    /// 1 / (1 + e⁻ˣ)
    func sigmoid() -> Tensor
    /// Swift.max(x, 0)
    func relu() -> Tensor
    func square() -> Tensor
    func sin() -> Tensor
    func cos() -> Tensor
    func tan() -> Tensor
    func atan() -> Tensor
    /// log(1 + eˣ)
    func softplus() -> Tensor
    /// x · Φ(x), Φ being the normal distribution's cumulative function.
    func gelu() -> Tensor
    /// The error function.
    func erf() -> Tensor
    func reciprocal() -> Tensor
    /// -1, 0 or 1.
    func sign() -> Tensor
    func floor() -> Tensor
    func ceil() -> Tensor
    /// To the nearest integer, halves to the even one.
    func round() -> Tensor
    /// Towards zero.
    func trunc() -> Tensor
    /// x where positive, else slope · x.
    func leakyRelu(_ slope: Double = 0.01) -> Tensor
    /// x · sigmoid(x)
    func silu() -> Tensor
    /// Every element held within low…high; nil for no bound. The gradient is 0 where it was held.
    func clamped(low: Double? = nil, high: Double? = nil) -> Tensor
    /// low + (high - low) · sigmoid(x): any number squeezed into a range.
    func sigmoid(low: Double, high: Double) -> Tensor
}

extension Tensor {
    /// activation(x · Wᵀ + b) for x `[…, in]`, W `[out, in]`, b `[out]`: one pass.
    func linear(_ weight: Tensor, bias: Tensor? = nil, activation: Activation = .none) -> Tensor
    /// Σ a·b along the last axis, without the product in between: `(a * b).sum(axis: -1)`.
    func rowDot(_ other: Tensor) -> Tensor
}

extension Tensor {
    /// Changes the left tensor in place.
    static func +=(a: Tensor, b: Tensor)
    static func -=(a: Tensor, b: Tensor)
    static func *=(a: Tensor, b: Tensor)
    static func /=(a: Tensor, b: Tensor)
    static func +=(a: Tensor, b: Double)
    static func -=(a: Tensor, b: Double)
    static func *=(a: Tensor, b: Double)
    static func /=(a: Tensor, b: Double)
    /// Every element becomes `value`.
    func fill(_ value: Double)
    /// Every element becomes the other tensor's (broadcast, converted to this one's type).
    func assign(_ other: Tensor)
}

extension Tensor {
    /// The part with this index along the first axis, as a view; negative indices count from the end.
    subscript(_ index: Int) -> Tensor { get set }
    /// The elements at a list of indices and ranges, one an axis, as a view: `x[0..., 1]`, `x[2, 1..<3]`.
    subscript(_ places: any TensorIndex...) -> Tensor { get set }
    /// The parts at the indices of an integer tensor along the first axis, or those where a bool tensor is true.
    subscript(_ indices: Tensor) -> Tensor { get set }
    /// Elements where a mask of this shape (or of its first axes) is true, as a vector (or rows).
    func masked(_ mask: Tensor) -> Tensor
    /// Places of the elements that are not 0, `[found, rank]`, int64.
    func nonZero() -> Tensor
    /// The parts at integer indices along an axis; the axis is replaced by the indices' axes.
    func take(_ indices: Tensor, axis: Int = 0) -> Tensor
    /// Along an axis, the elements at the indices of a tensor of this rank: `y[i, j] = x[i, index[i, j]]` for axis 1.
    func gathered(_ indices: Tensor, axis: Int) -> Tensor
    /// A copy to which `values` are added at the places that ``gathered(_:axis:)`` would read.
    func scatterAdded(_ indices: Tensor, _ values: Tensor, axis: Int) -> Tensor
    /// Vectors of zeros with a one at the class's place, `[…, classes]`, int64 as in PyTorch.
    func oneHot(_ classes: Int) -> Tensor
}

extension Tensor {
    /// Indices that would sort an axis, int64; equal elements keep their order.
    func argSort(axis: Int = -1, descending: Bool = false) -> Tensor
    /// The elements of an axis in order.
    func sorted(axis: Int = -1, descending: Bool = false) -> Tensor
    /// The `count` largest (or smallest) elements of an axis in order, and their indices.
    func topK(_ count: Int, axis: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor)
    /// The different elements in ascending order.
    func unique() -> Tensor
    /// The different elements in ascending order, and how often each stands there.
    func uniqueCounts() -> (values: Tensor, counts: Tensor)
    /// How often each of 0, 1, … stands in a tensor of integers that are not negative; int64.
    func binCount(minimumLength: Int = 0) -> Tensor
    /// The diagonal of a matrix, `offset` above (or below) the main one, as a view.
    func diagonal(_ offset: Int = 0) -> Tensor
    /// A square matrix with this vector on its diagonal.
    func diagonalMatrix() -> Tensor
    /// The lower triangle of a matrix (and `offset` diagonals above); 0 elsewhere.
    func tril(_ offset: Int = 0) -> Tensor
    /// The upper triangle of a matrix, from the `offset`-th diagonal; 0 elsewhere.
    func triu(_ offset: Int = 0) -> Tensor
    /// The trace: the sum of the diagonal.
    func trace() -> Tensor
}

extension Tensor {
    /// Pictures `[batch, in, height, width]` under filters `[out, in, kernel height, kernel width]`, plus a bias `[out]`.
    func conv2d(_ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0) -> Tensor
    /// The largest element under each window.
    func maxPool2d(_ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor
    /// The mean under each window; padding counts as zeros, as in PyTorch.
    func avgPool2d(_ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor
    /// The mean over each cell of a grid of `size` × `size`; 1 for the mean of every plane.
    func adaptiveAvgPool2d(_ size: Int = 1) -> Tensor
}

extension Tensor {
    /// The matrix product: vectors, matrices, and stacks of matrices whose first axes broadcast.
    ///
    /// `[m, k] × [k, n]` gives `[m, n]`; a vector on the left counts as a row, one on the right as a column.
    func matmul(_ other: Tensor) -> Tensor
    /// Σ a·b of two vectors of one length.
    func dot(_ other: Tensor) -> Tensor
    /// Every element of this vector times every element of the other, `[n, m]`.
    func outer(_ other: Tensor) -> Tensor
    /// a·b / (|a| |b|) along an axis.
    func cosineSimilarity(_ other: Tensor, axis: Int = 1, epsilon: Double = 1e-8) -> Tensor
}

/// What a fused linear layer does to its result.
enum Activation: Int32 {
    case none
    case relu
    case tanh
}

extension Tensor {
    /// The sum of all elements; integers and bools add up to int64.
    func sum() -> Tensor
    /// The sum along an axis.
    func sum(axis: Int, keepDims: Bool = false) -> Tensor
    /// The sum along several axes.
    func sum(axes: [Int], keepDims: Bool = false) -> Tensor
    /// The mean of all elements.
    func mean() -> Tensor
    /// The mean along an axis.
    func mean(axis: Int, keepDims: Bool = false) -> Tensor
    /// The mean along several axes.
    func mean(axes: [Int], keepDims: Bool = false) -> Tensor
    /// The product of all elements.
    func product() -> Tensor
    /// The product along an axis.
    func product(axis: Int, keepDims: Bool = false) -> Tensor
    /// The largest element. Where several are equal they share the gradient, as in PyTorch.
    func max() -> Tensor
    /// The smallest element. Where several are equal they share the gradient, as in PyTorch.
    func min() -> Tensor
    /// The largest along an axis; the gradient goes to the first of equals.
    func max(axis: Int, keepDims: Bool = false) -> Tensor
    /// The smallest along an axis; the gradient goes to the first of equals.
    func min(axis: Int, keepDims: Bool = false) -> Tensor
    /// Index of the largest element in row-major order, int64; the first of equals.
    func argMax() -> Tensor
    /// Index of the smallest element in row-major order, int64; the first of equals.
    func argMin() -> Tensor
    /// Index of the largest along an axis, int64; the first of equals.
    func argMax(axis: Int, keepDims: Bool = false) -> Tensor
    /// Index of the smallest along an axis, int64; the first of equals.
    func argMin(axis: Int, keepDims: Bool = false) -> Tensor
    /// The variance of all elements; with `correction` 1 (the default) divided by n - 1.
    func variance(correction: Int = 1) -> Tensor
    /// The variance along an axis; with `correction` 1 (the default) divided by n - 1.
    func variance(axis: Int, correction: Int = 1, keepDims: Bool = false) -> Tensor
    /// The standard deviation of all elements; with `correction` 1 (the default) divided by n - 1.
    func std(correction: Int = 1) -> Tensor
    /// The standard deviation along an axis.
    func std(axis: Int, correction: Int = 1, keepDims: Bool = false) -> Tensor
    /// √Σx², the Euclidean (Frobenius) norm of all elements.
    func norm() -> Tensor
    /// The Euclidean norm along an axis.
    func norm(axis: Int, keepDims: Bool = false) -> Tensor
    /// (Σ|x|^p)^(1/p)
    func norm(p: Double) -> Tensor
    /// The running sum along an axis.
    func cumsum(axis: Int) -> Tensor
    /// log Σ eˣ of all elements, without overflow.
    func logSumExp() -> Tensor
    /// log Σ eˣ along an axis, without overflow.
    func logSumExp(axis: Int, keepDims: Bool = false) -> Tensor
    /// eˣ / Σ eˣ along an axis.
    func softmax(axis: Int) -> Tensor
    /// x - log Σ eˣ along an axis.
    func logSoftmax(axis: Int) -> Tensor
}

extension Tensor {
    /// The same elements in row-major order with another shape; one length may be -1. A view of a dense tensor, else a copy.
    func reshaped(_ shape: [Int]) -> Tensor
    /// One axis after the other joined into one, from `start` to `end`.
    func flattened(start: Int = 0, end: Int = -1) -> Tensor
    /// All axes in reverse order; a matrix's transpose.
    func transposed() -> Tensor
    /// Two axes exchanged.
    func transposed(_ a: Int, _ b: Int) -> Tensor
    /// Axes in the given order.
    func transposed(axes: [Int]) -> Tensor
    /// A new axis of length 1 at `axis`.
    func expandedDimensions(axis: Int) -> Tensor
    /// Without all axes of length 1.
    func squeezed() -> Tensor
    /// Without an axis of length 1; unchanged if it is longer, as in PyTorch.
    func squeezed(axis: Int) -> Tensor
    /// Axes of length 1 repeated to a shape, without copying.
    func broadcast(to shape: [Int]) -> Tensor
    /// Elements `range` of an axis, every `step`-th, as a view. Bounds beyond the axis are held at its ends.
    func sliced(axis: Int, _ range: Range<Int>, step: Int = 1) -> Tensor
    /// The part of index `index` along an axis, without that axis; negative indices count from the end.
    func selected(axis: Int, _ index: Int) -> Tensor
    /// All windows of `size` neighbours along the first axis, as a view `[windows, size, …]`; nothing is copied.
    func windows(size: Int, step: Int = 1) -> Tensor
    /// The elements repeated `count` times along an axis.
    func repeated(_ count: Int, axis: Int) -> Tensor
    /// Order reversed along an axis.
    func flipped(axis: Int) -> Tensor
}

/// A mistake in the use of tensors: which operation, and what was wrong, with the shapes concerned.
struct TensorFault: Error, Equatable, CustomStringConvertible {
    var operation: String { get }
    var message: String { get }
    init(_ operation: String, _ message: String)
    var description: String { get }
}

extension Tensor: CustomStringConvertible {
    /// As PyTorch prints it: `tensor([[0.5000, 1.0000]], requires_grad=True)`.
    var description: String { get }
}

/// A grid of text with aligned columns.
struct TextTable: CustomStringConvertible, Equatable {
    var headers: [String] { get set }
    var rows: [[String]] { get set }
    /// One for each column; columns beyond the list are right-aligned.
    var alignments: [Alignment] { get set }
    /// Between columns.
    var separator: String { get set }
    /// Whether a line of dashes stands under the headers.
    var hasRule: Bool { get set }
    init( headers: [String], rows: [[String]], alignments: [Alignment] = [], separator: String = "  ", hasRule: Bool = false )
    /// The lines, without a newline at the end; no spaces at the ends of lines.
    var description: String { get }
    /// Columns that a text takes in a terminal: East Asian wide characters and emoji take two.
    static func width(_ text: String) -> Int
}

extension TextTable {
enum Alignment {
    case left
    case right
    case center
}
}

/// The value of a function of tensors and its gradient with respect to each.
///
/// The function must give a single number. The tensors themselves are left as they are.
func valueAndGradient(of function: ([Tensor]) -> Tensor, at inputs: [Tensor]) -> (value: Tensor, gradients: [Tensor])

/// The value of a function of one tensor and its gradient.
func valueAndGradient(of function: (Tensor) -> Tensor, at input: Tensor) -> (value: Tensor, gradient: Tensor)

/// The Jacobian of a function at a point: the derivative of every output by every input, `[outputs…, inputs…]`.
func jacobian(of function: (Tensor) -> Tensor, at input: Tensor) -> Tensor

/// The Hessian of a function that gives a single number: its second derivatives, `[inputs…, inputs…]`.
func hessian(of function: (Tensor) -> Tensor, at input: Tensor) -> Tensor

/// Runs the body without recording what gradients would need.
@discardableResult func withoutGradient<T>(_ body: () throws -> T) rethrows -> T

/// Elements of `a` where `condition` holds, of `b` elsewhere; all three broadcast.
func which(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor

/// Elements of `a` where `condition` holds, `b` elsewhere.
func which(_ condition: Tensor, _ a: Tensor, _ b: Double) -> Tensor

/// `a` where `condition` holds, elements of `b` elsewhere.
func which(_ condition: Tensor, _ a: Double, _ b: Tensor) -> Tensor

/// Scales gradients so that the norm of all of them together is at most `maximum`; gives the norm before.
@discardableResult func clipGradientNorm(_ parameters: [Tensor], maximum: Double) -> Double

/// Tensors of equal shape but for `axis`, one after the other along it.
func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor

/// Tensors of equal shape side by side along a new axis.
func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor

/// Runs the body and throws the first fault that was reported in it.
///
/// - Throws: `TensorFault`, or what the body throws.
@discardableResult func withFaults<T>(_ body: () throws -> T) throws -> T

"""##
}
