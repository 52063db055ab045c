// Written by Scripts/generate-bindings.sh from the public declarations of NeuralNets.

extension LessonLibrary {
    /// What steps see of NeuralNets.
    static let interfaceNeuralNets = ##"""
/// Some rows of the columns of a data set, in the order of the columns; the last column is the target.
struct Batch {
    /// The columns: `[rows, …]` each.
    var columns: [Tensor] { get }
    init(columns: [Tensor])
    /// The column at `index`; past the end, the last.
    subscript(index: Int) -> Tensor { get }
    /// All columns but the last.
    var inputs: [Tensor] { get }
    /// The last column.
    var target: Tensor { get }
    /// The number of rows.
    var count: Int { get }
}

/// Columns of data handed out in batches.
///
///     let loader = try DataLoader(users, movies, stars, batchSize: 64, shuffle: true)
///     for batch in loader { … batch[0], batch[1], batch.target … }
///
/// Shuffling draws from the current random stream, or from a stream of its own where a seed is given (each pass has
/// another order, the same for each run of the program).
final class DataLoader: Sequence {
    /// The columns, all rows of each.
    var columns: [Tensor] { get }
    /// The rows that are handed out; `nil` for all.
    var rows: [Int]? { get }
    /// The number of rows in a batch.
    var batchSize: Int { get }
    /// Whether each pass has an order of its own.
    var shuffle: Bool { get }
    /// Whether a last, smaller batch is left out.
    var dropLast: Bool { get }
    /// Whether each pass draws its rows anew, one by one out of all, so that some come twice and about a third not at
    /// all. fastai's loaders of tables do so.
    var replacement: Bool { get }
    /// A loader of columns with the same number of rows.
    ///
    /// Throws `LearnerError` where the columns differ in their number of rows, a row lies outside of them, or the batch
    /// size is not positive.
    init( columns: [Tensor], rows: [Int]? = nil, batchSize: Int = 64, shuffle: Bool = false, seed: Int? = nil, dropLast: Bool = false, replacement: Bool = false ) throws
    /// The number of rows that a pass goes over.
    var count: Int { get }
    /// The number of batches in a pass.
    var batchCount: Int { get }
    /// A pass over the data, shuffled or drawn with replacement where the loader does so.
    func makeIterator() -> BatchIterator
    /// A pass over the data in its own order.
    func inOrder() -> BatchIterator
    /// The first batch in the data's own order, to look at.
    func firstBatch() throws -> Batch
    /// All rows as one batch.
    func allRows() throws -> Batch
}

/// One pass over a data loader's rows.
final class BatchIterator: Sequence, IteratorProtocol {
    func next() -> Batch?
}

/// What a learner trains on, and what it is measured by.
struct TrainingData {
    /// The batches to train on.
    var training: DataLoader { get }
    /// The batches to validate on; `nil` where there are none.
    var validation: DataLoader? { get }
    init(training: DataLoader, validation: DataLoader? = nil)
    /// Columns, the target last, of which a random part is held out.
    ///
    /// - Parameters:
    ///   - batchSize: the rows in a batch, in training and in validation.
    ///   - validation: the fraction of rows that is held out; 0 for none.
    ///   - seed: decides which rows are held out, nothing else.
    ///   - replacement: whether each pass draws its rows with replacement, as fastai's loaders of tables do.
    init( _ columns: Tensor..., batchSize: Int = 64, validation: Double = 0.2, seed: Int = 42, dropLast: Bool = false, replacement: Bool = false ) throws
    /// Columns, the target last, of which a random part is held out.
    init( columns: [Tensor], batchSize: Int = 64, validation: Double = 0.2, seed: Int = 42, dropLast: Bool = false, replacement: Bool = false ) throws
    /// Columns, the target last, with the rows to train and to validate on named.
    init( columns: [Tensor], trainingRows: [Int], validationRows: [Int], batchSize: Int = 64, dropLast: Bool = false, replacement: Bool = false ) throws
}

/// The distinct items of a text, numbered: item to index and back.
///
/// Index 0 is kept for `unknown` (or padding), the others stand in the order of their Unicode values.
struct Vocabulary: Equatable {
    /// The items by index.
    var items: [String] { get }
    /// The characters of a text, one Unicode scalar each, after `unknown`.
    ///
    /// Scalars and not Swift's characters: a line end of two characters counts as two, as in other tools.
    init(charactersOf text: String, unknown: String = "\0")
    /// The distinct words of a text split at white space, after `unknown`.
    init(words: [String], unknown: String = "\0")
    /// The number of items, the unknown one counted.
    var count: Int { get }
    /// The index of an item; 0 where it is not in the vocabulary.
    func index(of item: String) -> Int
    /// The item at an index; the unknown item where there is none.
    func item(at index: Int) -> String
    /// The indices of a text's characters.
    func encode(_ text: String) -> [Int]
    /// The indices of words.
    func encode(words: [String]) -> [Int]
    /// The text that indices stand for.
    func decode(_ indices: [Int]) -> String
}

/// Arbitrary numbers (user or movie ids) as indices from 0 without gaps, in the order of their first appearance.
struct IdentifierIndex: Equatable {
    /// The identifiers by index.
    var identifiers: [Int] { get }
    /// Numbers the distinct values of `identifiers`.
    init(_ identifiers: [Int])
    /// The number of distinct identifiers.
    var count: Int { get }
    /// The index of an identifier; `nil` where it never appeared.
    func index(of identifier: Int) -> Int?
    /// The indices of a column of identifiers; those that never appeared are left out.
    func indices(of column: [Int]) -> [Int]
}

/// `max(x, 0)`
final class ReLU: Layer {
    override init()
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// `1 / (1 + exp(-x))`
final class Sigmoid: Layer {
    override init()
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// The hyperbolic tangent.
final class Tanh: Layer {
    override init()
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// `x·Φ(x)` with the normal distribution function Φ (Hendrycks and Gimpel, 2016).
final class GELU: Layer {
    override init()
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// Softmax over an axis, the last by default.
final class Softmax: Layer {
    init(axis: Int = -1)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// The logarithm of softmax over an axis, the last by default.
final class LogSoftmax: Layer {
    init(axis: Int = -1)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// A sigmoid stretched to a range: `low + (high - low)·σ(x)`.
final class SigmoidRange: Layer {
    init(_ low: Double, _ high: Double)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// Sets each value to zero with a probability while training, and scales the others up so that the mean stays.
///
/// In evaluation it does nothing. The zeros are drawn from the current random stream.
final class Dropout: Layer {
    /// The probability that a value is dropped.
    var probability: Double { get }
    init(_ probability: Double = 0.5)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// Joins all axes from `startAxis` on into one: `[batch, a, b]` becomes `[batch, a·b]`.
final class Flatten: Layer {
    init(startAxis: Int = 1)
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// A layer made of a function without parameters.
final class Lambda: Layer {
    /// - Parameter name: what is printed for the layer.
    init(_ name: String = "Lambda", _ function: @escaping (Tensor) -> Tensor)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var typeName: String { get }
}

/// Layers one after the other.
final class Sequential: Layer {
    /// The layers, in the order in which they are called.
    var layers: [Layer] { get }
    init(_ layers: [Layer])
    convenience init(_ layers: Layer...)
    override func callAsFunction(_ x: Tensor) -> Tensor
    /// The number of layers.
    var count: Int { get }
    /// The layer at `index`; a layer that does nothing past the end.
    subscript(index: Int) -> Layer { get }
    /// Adds a layer at the end.
    func append(_ layer: Layer)
}

/// A two-dimensional convolution: `[batch, in, height, width]` to `[batch, out, height', width']`.
///
/// Weight and bias start uniform between ±1/√(in · kernel²).
final class Conv2d: Layer {
    /// `[out, in, kernel, kernel]`
    var weight: Parameter { get }
    /// `[out]`
    var bias: Parameter? { get }
    init( _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true )
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// The largest value of each window.
final class MaxPool2d: Layer {
    /// - Parameter stride: the distance between windows; the window's size by default.
    init(_ size: Int, stride: Int? = nil, padding: Int = 0)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// The mean of each window.
final class AvgPool2d: Layer {
    /// - Parameter stride: the distance between windows; the window's size by default.
    init(_ size: Int, stride: Int? = nil)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// The mean over height and width: `[batch, channels, height, width]` to `[batch, channels]`.
final class GlobalAvgPool2d: Layer {
    override init()
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// A linear map with a bias: `y = x·Wᵀ + b`, `[…, inputs]` to `[…, outputs]`.
///
/// Weight and bias start uniform between ±1/√inputs.
final class Linear: Layer {
    /// `[outputs, inputs]`
    var weight: Parameter { get }
    /// `[outputs]`
    var bias: Parameter? { get }
    /// A layer from `inputs` to `outputs` values.
    init(inputs: Int, outputs: Int, bias: Bool = true)
    /// A layer from `inputs` to `outputs` values.
    convenience init(_ inputs: Int, _ outputs: Int, bias: Bool = true)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// A table of vectors, looked up by index: `[…]` of indices to `[…, dimensions]`.
///
/// The table starts standard normal. Its gradient holds only the rows that were looked up.
final class Embedding: Layer {
    /// `[embeddingCount, dimensions]`
    var weight: Parameter { get }
    /// A table of `embeddingCount` vectors, drawn from `initializer`.
    init(embeddingCount: Int, dimensions: Int, initializer: Initializer = .normal())
    /// A table of `embeddingCount` vectors.
    convenience init(_ embeddingCount: Int, _ dimensions: Int, initializer: Initializer = .normal())
    /// The number of vectors.
    var embeddingCount: Int { get }
    /// The length of each vector.
    var dimensions: Int { get }
    override func callAsFunction(_ indices: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// What batch norm and layer norm are, as far as optimizers care: fastai lets their parameters be without decay.
class NormalizationLayer: Layer {
    override init()
}

/// Batch normalisation (Ioffe and Szegedy, 2015): each feature to mean 0 and variance 1 over the batch, then scaled and
/// shifted by learned numbers.
///
/// While training, the batch's own statistics are used and running ones updated (variance without bias); in evaluation,
/// the running ones are used.
class BatchNorm: NormalizationLayer {
    private init()
    /// `[features]`, starts at one.
    var weight: Parameter { get }
    /// `[features]`, starts at zero.
    var bias: Parameter { get }
    /// `[features]`
    var runningMean: Tensor { get }
    /// `[features]`
    var runningVariance: Tensor { get }
    override func callAsFunction(_ x: Tensor) -> Tensor
    override func ownBuffers() -> [(name: String, value: Tensor)]
    override var argumentsDescription: String { get }
}

/// Batch normalisation of `[batch, features]` or `[batch, features, length]`.
final class BatchNorm1d: BatchNorm {
    init(_ features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5)
}

/// Batch normalisation of `[batch, features, height, width]`.
final class BatchNorm2d: BatchNorm {
    init(_ features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5)
}

/// Layer normalisation (Ba, Kiros and Hinton, 2016): each example to mean 0 and variance 1 over its last axes.
final class LayerNorm: NormalizationLayer {
    /// The shape of the last axes; starts at one.
    var weight: Parameter { get }
    /// The shape of the last axes; starts at zero.
    var bias: Parameter { get }
    /// - Parameter shape: the last axes, over which is normalised.
    init(_ shape: [Int], epsilon: Double = 1e-5)
    /// Normalises over the last axis, of length `features`.
    convenience init(_ features: Int, epsilon: Double = 1e-5)
    override func callAsFunction(_ x: Tensor) -> Tensor
    override var argumentsDescription: String { get }
}

/// The base of `RNN`, `GRU` and `LSTM`: weights, layers, directions.
///
/// Input `[sequence, batch, inputs]`, output `[sequence, batch, directions·hidden]`, final hidden state
/// `[layers·directions, batch, hidden]`. All weights and both biases start uniform between ±1/√hidden.
open class RecurrentLayer: Layer {
    private init()
    /// The cells: layer by layer, forwards before backwards.
    var cells: [Cell] { get }
    /// The length of the hidden state.
    var hiddenSize: Int { get }
    /// The length of an input.
    var inputSize: Int { get }
    /// The number of layers.
    var layerCount: Int { get }
    /// Whether each layer also runs from the end to the beginning.
    var isBidirectional: Bool { get }
    /// Starts the hidden-to-hidden weights of every cell anew, such as from `.identity`; each gate by itself.
    func initializeHiddenWeights(_ initializer: Initializer)
    /// A hidden state of zeros for a batch: `[layers·directions, batch, hidden]`.
    func zeroState(batch: Int) -> Tensor
    override var argumentsDescription: String { get }
    override open func callAsFunction(_ x: Tensor) -> Tensor
}

extension RecurrentLayer {
/// The weights of one layer in one direction.
struct Cell {
    /// `[gates·hidden, inputs]`
    var inputWeight: Parameter { get }
    /// `[gates·hidden, hidden]`
    var hiddenWeight: Parameter { get }
    /// `[gates·hidden]`
    var inputBias: Parameter? { get }
    /// `[gates·hidden]`
    var hiddenBias: Parameter? { get }
}
}

/// An Elman network: `h' = tanh(W_ih·x + b_ih + W_hh·h + b_hh)`.
final class RNN: RecurrentLayer {
    /// - Parameters:
    ///   - layers: how many cells stand one on the other.
    ///   - dropout: the dropout between layers.
    init( _ inputs: Int, _ hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true, dropout: Double = 0 )
    /// The outputs of all steps, from a state of zeros.
    override func callAsFunction(_ x: Tensor) -> Tensor
    /// The outputs of all steps and the final hidden state.
    ///
    /// - Parameter state: the first hidden state, `[layers·directions, batch, hidden]`; zeros where it is nil.
    func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, hidden: Tensor)
}

/// A gated recurrent unit (Cho et al., 2014), gates in the order reset, update, new.
final class GRU: RecurrentLayer {
    init( _ inputs: Int, _ hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true, dropout: Double = 0 )
    /// The outputs of all steps, from a state of zeros.
    override func callAsFunction(_ x: Tensor) -> Tensor
    /// The outputs of all steps and the final hidden state.
    func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, hidden: Tensor)
}

/// A long short-term memory (Hochreiter and Schmidhuber, 1997), gates in the order input, forget, cell, output.
final class LSTM: RecurrentLayer {
    init( _ inputs: Int, _ hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true, dropout: Double = 0 )
    /// The outputs of all steps, from states of zeros.
    override func callAsFunction(_ x: Tensor) -> Tensor
    /// The outputs of all steps, the final hidden state and the final cell state.
    func callAsFunction( _ x: Tensor, _ state: Tensor?, _ cellState: Tensor? ) -> (output: Tensor, hidden: Tensor, cell: Tensor)
}

/// The basic block of residual networks (He et al., 2016): two 3×3 convolutions with batch norm, added to their input.
///
/// Where the number of channels or the stride changes, the input goes through a 1×1 convolution with batch norm.
final class ResidualBlock: Layer {
    init(_ inChannels: Int, _ outChannels: Int, stride: Int = 1)
    override func callAsFunction(_ x: Tensor) -> Tensor
}

/// How the losses of single values become the loss.
enum Reduction: Equatable {
    /// The mean; with class weights, the weighted mean.
    case mean
    /// The sum.
    case sum
    /// No reduction: one loss a value.
    case none
}

/// Collaborative filtering: the dot product of a user's and an item's vector, with a bias for each, squeezed to the range
/// of ratings.
///
/// `[batch]` user indices and `[batch]` item indices to `[batch]` ratings.
final class EmbeddingDotBias: PairLayer {
    /// User vectors.
    var u: Embedding { get }
    /// Item vectors.
    var i: Embedding { get }
    /// User biases.
    var ub: Embedding { get }
    /// Item biases.
    var ib: Embedding { get }
    /// The lowest and the highest rating; `nil` where the output is not squeezed.
    var range: (low: Double, high: Double)? { get }
    /// - Parameters:
    ///   - factors: the length of the vectors.
    ///   - range: the range that a sigmoid squeezes the output to; stars from 0.5 to 5 by default.
    ///   - initializer: the start of vectors and biases.
    init( userCount: Int, itemCount: Int, factors: Int = 50, range: (low: Double, high: Double)? = (0.5, 5), initializer: Initializer = .uniform(-0.05, 0.05) )
    override func callAsFunction(_ users: Tensor, _ items: Tensor) -> Tensor
}

/// Collaborative filtering by a network: a user's and an item's vector, joined, through one hidden layer.
///
/// `[batch]` user indices and `[batch]` item indices to `[batch]` ratings.
final class CollabNN: PairLayer {
    /// - Parameters:
    ///   - userFactors: the length of users' vectors; by `embeddingSize(categories:)` where it is nil.
    ///   - itemFactors: the length of items' vectors; likewise.
    ///   - hidden: the units of the hidden layer.
    init( userCount: Int, itemCount: Int, userFactors: Int? = nil, itemFactors: Int? = nil, hidden: Int = 100, range: (low: Double, high: Double) = (0, 5.5), initializer: Initializer = .truncatedNormal(std: 0.01) )
    override func callAsFunction(_ users: Tensor, _ items: Tensor) -> Tensor
}

/// A network on categories and numbers (Guo and Berkhahn, Entity Embeddings of Categorical Variables, 2016): an embedding
/// for each category, batch norm on the numbers, hidden layers with ReLU, batch norm and dropout, one output layer.
///
/// Inputs: categories `[batch, category columns]` of integers, and numbers `[batch, number columns]`. Output: `[batch]`
/// with one output, `[batch, outputs]` otherwise.
final class MixedInputModel: PairLayer {
    /// An embedding for each category column.
    var embs: [Embedding] { get }
    /// - Parameters:
    ///   - categories: for each category column its number of categories and the length of their vectors.
    ///   - numbers: the number of number columns.
    ///   - hidden: the units of each hidden layer.
    ///   - embeddingDropout: the dropout on the joined vectors.
    ///   - dropouts: the dropout after each hidden layer; what is missing is 0.
    ///   - range: the range that a sigmoid squeezes the output to.
    ///   - hiddenBias: whether hidden layers have a bias.
    ///   - initializer: the start of the embeddings; uniform ±2/(size + 1) where it is nil.
    ///   - linearInitializer: the start of the linear layers' weights; their own where it is nil.
    init( categories: [(count: Int, size: Int)], numbers: Int, hidden: [Int], outputs: Int = 1, embeddingDropout: Double = 0, dropouts: [Double] = [], range: (low: Double, high: Double)? = nil, hiddenBias: Bool = true, initializer: Initializer? = nil, linearInitializer: Initializer? = .kaimingNormal() )
    override func callAsFunction(_ categories: Tensor, _ numbers: Tensor) -> Tensor
    /// The output for categories alone, of a model without number columns.
    func callAsFunction(_ categories: Tensor) -> Tensor
}

/// A residual network for pictures (He et al., Deep Residual Learning for Image Recognition, 2016):
/// `[batch, channels, height, width]` to `[batch, classes]`.
///
/// Its three layer groups are the stem with the first two stages, the other two stages, and the head.
final class ResNet: Layer {
    /// The head: features to classes. It may be replaced.
    var fc: Layer { get set }
    /// The number of values that the body gives to the head.
    var featureCount: Int { get }
    /// A network with `blocks` residual blocks in each of four stages of `width`, 2·`width`, 4·`width`, 8·`width`
    /// channels.
    init(blocks: [Int], classes: Int = 1000, channels: Int = 3, width: Int = 64)
    /// The network of 18 layers.
    static func resNet18(classes: Int = 1000, channels: Int = 3) -> ResNet
    /// The network of 34 layers: 21,797,672 parameters with 1,000 classes.
    static func resNet34(classes: Int = 1000, channels: Int = 3) -> ResNet
    /// The activations before the head, `[batch, featureCount]`.
    func features(_ x: Tensor) -> Tensor
    override func callAsFunction(_ x: Tensor) -> Tensor
    override func defaultLayerGroups() -> [[Module]]
    override var typeName: String { get }
}

/// A distribution that a parameter starts from, as a value: `.uniform(-0.05, 0.05)`, `.kaimingNormal()`, `.identity`.
///
/// "Fan in" is the number of inputs that one output of the layer depends on, "fan out" the number of outputs that one
/// input goes into; both are read off the shape `[out, in, …kernel]`.
struct Initializer {
    /// A start of one's own: a tensor of the shape asked for.
    init(_ make: @escaping (_ shape: [Int]) -> Tensor)
    /// A new tensor of `shape`.
    func callAsFunction(_ shape: [Int]) -> Tensor
    /// The same value everywhere.
    static func constant(_ value: Double) -> Initializer
    /// Zero everywhere.
    static var zeros: Initializer { get }
    /// One everywhere.
    static var ones: Initializer { get }
    /// Uniform from `low` to `high`.
    static func uniform(_ low: Double, _ high: Double) -> Initializer
    /// Normal.
    static func normal(mean: Double = 0, std: Double = 1) -> Initializer
    /// Normal, with what lies more than two deviations from the mean drawn anew.
    static func truncatedNormal(mean: Double = 0, std: Double = 1) -> Initializer
    /// Uniform with the bound that keeps the variance of ReLU layers (He et al., 2015): √6 / √fan-in by default.
    ///
    /// - Parameter slope: the negative slope `a` of a leaky ReLU; √5 gives PyTorch's start of linear layers.
    static func kaimingUniform(slope: Double = 0) -> Initializer
    /// Normal with the deviation that keeps the variance of ReLU layers (He et al., 2015): √2 / √fan-in by default.
    static func kaimingNormal(slope: Double = 0) -> Initializer
    /// Uniform between ±√(6 / (fan in + fan out)) (Glorot and Bengio, 2010).
    static func xavierUniform(gain: Double = 1) -> Initializer
    /// Normal with deviation √(2 / (fan in + fan out)) (Glorot and Bengio, 2010).
    static func xavierNormal(gain: Double = 1) -> Initializer
    /// Ones on the diagonal of a matrix, zeros elsewhere.
    static var identity: Initializer { get }
}

extension Parameter {
    /// Starts the parameter anew from a distribution.
    func initialize(_ initializer: Initializer)
}

extension Module {
    /// The module as PyTorch prints it: its type, then its children by name, one a line. A module that says its arguments
    /// is one line; parameters of one's own modules are shown by their shape.
    var description: String { get }
}

extension Module {
    /// Tells a running `summary` what this module gave. Built-in layers do so themselves; a class of one's own that
    /// wants a line in the table calls it with its output.
    @discardableResult func recorded(_ output: Tensor) -> Tensor
    /// A table of the layers that ran, in the order in which they ran: name, type, output shape, parameters.
    ///
    /// The model runs once, in evaluation and without gradients; `run` calls it with inputs of a fitting shape.
    /// Throws the fault where the model does not fit the input.
    func summary(_ run: () -> Tensor) throws -> TextTable
}

extension Layer {
    /// A table of the layers with their output shapes and parameters, for an input like `input`.
    func summary(input: Tensor) throws -> TextTable
}

extension PairLayer {
    /// A table of the layers with their output shapes and parameters, for inputs like `a` and `b`.
    func summary(input a: Tensor, _ b: Tensor) throws -> TextTable
}

/// The base of everything that has parameters: layers, models, parts of models.
///
/// A subclass declares its parameters and sub-modules as ordinary stored properties; they are found by themselves, in
/// the order of their declaration, the superclass's first:
///
///     final class DotProduct: PairLayer {
///         let users: Embedding
///         let items: Embedding
///         …
///     }
///
/// A module with one tensor as input is a `Layer`, one with two a `PairLayer`; anything else is a `Module` with a call
/// of its own, given to the learner as a closure.
open class Module: CustomStringConvertible {
    /// Whether the module is being trained: dropout and batch norm act differently then.
    var isTraining: Bool { get }
    init()
    /// Tensors that belong to the module's state and are saved with it, but are not trained (running means).
    open func ownBuffers() -> [(name: String, value: Tensor)]
    /// The name of the module's type, as it is printed.
    open var typeName: String { get }
    /// What is printed between the parentheses of a module without children: `671, 50`.
    open var argumentsDescription: String { get }
    /// The layer groups where none are assigned: all of the module in one group.
    open func defaultLayerGroups() -> [[Module]]
    /// The module's own parameters, without those of its children.
    func ownParameters() -> [(name: String, value: Parameter)]
    /// The module's direct children, those in arrays as `name.0`, `name.1`, ….
    func children() -> [(name: String, value: Module)]
    /// Every parameter by its path, such as `u.weight`; one that is shared appears once, under its first name.
    func namedParameters() -> [(name: String, value: Parameter)]
    /// Every parameter, those of the children included, each once.
    func parameters() -> [Parameter]
    /// Every buffer by its path, such as `norm.running_mean`.
    func namedBuffers() -> [(name: String, value: Tensor)]
    /// The module and all below it, each once, parents before their children, with the path of each (the module's own is
    /// empty).
    func namedModules() -> [(name: String, value: Module)]
    /// The number of values in all parameters.
    var parameterCount: Int { get }
    /// The number of values in the parameters that are not frozen.
    var trainableParameterCount: Int { get }
    /// Sets the module and all below it to training; dropout acts, batch norm uses the batch's own statistics.
    @discardableResult func train(_ isTraining: Bool = true) -> Self
    /// Sets the module and all below it to evaluation.
    @discardableResult func eval() -> Self
    /// Keeps the module's parameters as they are: they get no gradient and no step.
    func freeze()
    /// Lets the module's parameters be trained again.
    func unfreeze()
    /// Freezes all layer groups but the last `count`.
    func freezeAllBut(last count: Int)
    /// Forgets the gradients of all parameters.
    func zeroGradients()
    /// The parts of the model that may be trained at rates of their own, from the input's side to the output's.
    var layerGroups: [[Module]] { get set }
}

/// A module that makes one tensor of one tensor.
open class Layer: Module {
    override init()
    /// The layer's output for the input `x`.
    open func callAsFunction(_ x: Tensor) -> Tensor
}

/// A module that makes one tensor of two, such as a model of users and items.
open class PairLayer: Module {
    override init()
    /// The module's output for the inputs `a` and `b`.
    open func callAsFunction(_ a: Tensor, _ b: Tensor) -> Tensor
}

/// Parameters that share a rate and a decay.
struct ParameterGroup {
    /// The parameters.
    var parameters: [Parameter] { get set }
    /// The factor of the optimizer's learning rate.
    var rateFactor: Double { get set }
    /// The weight decay of this group; `nil` for the rule's own.
    var weightDecay: Double? { get set }
    init(_ parameters: [Parameter], rateFactor: Double = 1, weightDecay: Double? = nil)
}

/// Moves parameters against their gradients by an update rule, and keeps what the rule remembers from step to step.
///
///     let optimizer = Optimizer(.sgd(learningRate: 0.1), parameters: model.parameters())
///     optimizer.zeroGradients()
///     loss.backward()
///     optimizer.step()
///
/// A parameter without a gradient, or a frozen one, is left alone. One with a gradient is moved in all its values: rows
/// of an embedding that the batch did not touch decay and follow their momentum, as PyTorch's dense optimizers do.
final class Optimizer {
    /// The rule; its settings may be changed between steps.
    var rule: UpdateRule { get set }
    /// The groups of parameters.
    var groups: [ParameterGroup] { get }
    /// An optimizer of parameters.
    convenience init(_ rule: UpdateRule, parameters: [Parameter])
    /// An optimizer of a model's parameters.
    ///
    /// - Parameters:
    ///   - rates: one rate for each of the model's layer groups; the last is the rule's learning rate then.
    ///   - decaysBiasAndNorm: whether weight decay also acts on the biases of linear and convolution layers and on
    ///     normalisation layers, as in PyTorch; fastai leaves them out.
    convenience init( _ rule: UpdateRule, model: Module, rates: LayerRates? = nil, decaysBiasAndNorm: Bool = true )
    /// The learning rate of the next step, before the groups' factors. Setting it ends what a schedule had set.
    var learningRate: Double { get set }
    /// The momentum (Adam's first beta) of the next step; `nil` for a rule without.
    var momentum: Double? { get }
    /// Takes a schedule's setting for the next step.
    func apply(_ setting: Schedule.Setting)
    /// Forgets the gradients of all parameters.
    func zeroGradients()
    /// Moves every parameter that has a gradient by one step.
    func step()
}

/// How the learning rate, and for one-cycle the momentum, moves over a training run.
///
/// A schedule is a value: it holds factors of the learning rate, not rates, so that one schedule serves every
/// parameter group. It can be asked for any step, printed and plotted without training anything:
///
///     let rates = Schedule.oneCycle().learningRates(5e-3, steps: 100)
struct Schedule {
    /// The schedule's name, as printed in reports.
    var name: String { get }
    /// A schedule of one's own: the factor of the learning rate (and the momentum) at each position.
    init(_ name: String, _ rule: @escaping (Position) -> Setting)
    /// The setting that is used in the step at `position`.
    func setting(at position: Position) -> Setting
    /// The learning rate of each of `steps` steps, for a base rate of `learningRate`.
    ///
    /// - Parameter stepsPerEpoch: the length of an epoch, for schedules that count epochs; all steps by default.
    func learningRates(_ learningRate: Double, steps: Int, stepsPerEpoch: Int? = nil) -> [Double]
    /// The momentum of each of `steps` steps, empty where the schedule leaves the momentum alone.
    func momentums(steps: Int, stepsPerEpoch: Int? = nil) -> [Double]
    /// The settings of each of `steps` steps.
    func settings(steps: Int, stepsPerEpoch: Int? = nil) -> [Setting]
}

extension Schedule {
/// Where a training run stands.
struct Position {
    /// The number of optimizer steps done so far.
    var step: Int { get set }
    /// The number of optimizer steps of the whole run.
    var stepCount: Int { get set }
    /// The number of optimizer steps in one epoch.
    var stepsPerEpoch: Int { get set }
    init(step: Int, stepCount: Int, stepsPerEpoch: Int)
    /// The fraction of the run that is done, from 0 (inclusive) to 1 (exclusive during a run).
    var fraction: Double { get }
    /// The number of epochs done, with the fraction of the present one.
    var epoch: Double { get }
}
}

extension Schedule {
/// What a schedule asks of one step.
struct Setting: Equatable {
    /// The factor of the learning rate.
    var rateFactor: Double { get set }
    /// The momentum (Adam's first beta), where the schedule moves it.
    var momentum: Double? { get set }
    init(rateFactor: Double, momentum: Double? = nil)
}
}

extension Schedule {
    /// The same rate in every step.
    static var constant: Schedule { get }
    /// A straight line from the factor `start` to the factor `end` over the run.
    static func linear(from start: Double = 1, to end: Double = 0) -> Schedule
    /// A curve of constant ratio that would reach the factor `end` at the end of the run.
    ///
    /// `end` has to be positive; a ratio cannot reach zero.
    static func exponential(to end: Double = 0.01) -> Schedule
    /// Half a cosine from the full rate to the factor `end`.
    static func cosine(to end: Double = 0) -> Schedule
    /// Cosine annealing with warm restarts (Loshchilov and Hutter, 2017): each cycle falls from the full rate to the
    /// factor `end`, and is `growth` times as long as the one before.
    ///
    /// - Parameters:
    ///   - cycleLength: the epochs of the first cycle.
    ///   - growth: the factor of each cycle's length; 2 gives cycles of 1, 2, 4 … epochs.
    ///   - end: the factor of the rate at the end of a cycle.
    static func cosineRestarts(cycleLength: Int = 1, growth: Int = 1, to end: Double = 0) -> Schedule
    /// The number of epochs that `cycles` cycles of `cosineRestarts(cycleLength:growth:)` take.
    static func restartEpochs(cycles: Int, cycleLength: Int = 1, growth: Int = 1) -> Int
    /// One cycle (Smith, 2018) as fastai runs it: the rate climbs by half a cosine from 1/`startDivisor` to the full
    /// rate, then falls to 1/`endDivisor`, while the momentum does the opposite.
    ///
    /// - Parameters:
    ///   - warmUp: the fraction of the run that climbs.
    ///   - momentumHigh: the momentum at both ends.
    ///   - momentumLow: the momentum where the rate is highest.
    static func oneCycle( startDivisor: Double = 25, endDivisor: Double = 1e5, warmUp: Double = 0.25, momentumHigh: Double = 0.95, momentumLow: Double = 0.85 ) -> Schedule
    /// The rate is multiplied by `factor` when each of the epochs in `epochs` begins.
    static func milestones(_ epochs: [Int], factor: Double = 0.1) -> Schedule
    /// Schedules one after the other, each for its fraction of the run; each sees its own part as a whole run.
    ///
    ///     Schedule.joined([.linear(from: 0.1, to: 1), .cosine()], fractions: [0.1, 0.9])
    ///
    /// Fractions that do not add up to 1 are scaled; without any, the parts are of equal length.
    static func joined(_ parts: [Schedule], fractions: [Double] = []) -> Schedule
}

/// How an optimizer turns gradients into steps, as a value: `.adam(learningRate: 1e-2, weightDecay: 2e-4)`.
///
/// Meaning and defaults are PyTorch's. Weight decay is added to the gradient (L2), save for `.adamW`, which shrinks the
/// parameter directly.
struct UpdateRule: Equatable {
    /// The method.
    var method: Method { get set }
    /// The learning rate; schedules and group factors multiply it.
    var learningRate: Double { get set }
    /// The weight decay.
    var weightDecay: Double { get set }
    init(_ method: Method, learningRate: Double, weightDecay: Double)
    /// Stochastic gradient descent: `v = momentum·v + g`, `p -= rate·v` (Nesterov: `p -= rate·(g + momentum·v)`).
    static func sgd( learningRate: Double, momentum: Double = 0, nesterov: Bool = false, weightDecay: Double = 0 ) -> UpdateRule
    /// Adam: a step of the running mean of the gradient over the root of that of its square, both bias-corrected.
    static func adam( learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0 ) -> UpdateRule
    /// Adam with decoupled weight decay: `p *= 1 - rate·decay` before each step.
    static func adamW( learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01 ) -> UpdateRule
    /// RMSprop: the gradient over the root of the running mean of its square.
    static func rmsProp( learningRate: Double = 1e-2, alpha: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0, weightDecay: Double = 0 ) -> UpdateRule
    /// Adagrad: the gradient over the root of the sum of its squares.
    static func adagrad( learningRate: Double = 1e-2, epsilon: Double = 1e-10, weightDecay: Double = 0 ) -> UpdateRule
    /// fastai's defaults for the one-cycle policy: AdamW with betas 0.9 and 0.99, epsilon 1e-5.
    static func fastaiAdam(learningRate: Double = 1e-3, weightDecay: Double = 0.01) -> UpdateRule
    /// The momentum (Adam's first beta); `nil` for a method without.
    var momentum: Double? { get }
    /// The same rule with another momentum (Adam's first beta).
    func withMomentum(_ momentum: Double) -> UpdateRule
}

extension UpdateRule {
/// The methods and what is particular to each.
struct Method: Equatable {
    /// Stochastic gradient descent, with momentum where it is not 0.
    static func sgd(momentum: Double, nesterov: Bool, dampening: Double) -> UpdateRule.Method
    /// Adam (Kingma and Ba, 2015) with bias correction; `decoupled` decay makes it AdamW (Loshchilov and Hutter, 2019).
    static func adam(beta1: Double, beta2: Double, epsilon: Double, decoupled: Bool) -> UpdateRule.Method
    /// RMSprop (Hinton, lecture 6e), not centred.
    static func rmsProp(alpha: Double, epsilon: Double, momentum: Double) -> UpdateRule.Method
    /// Adagrad (Duchi, Hazan and Singer, 2011).
    static func adagrad(epsilon: Double) -> UpdateRule.Method
}
}

/// The rates of a model's layer groups, from the first (nearest the input) to the last.
struct LayerRates: Equatable {
    /// One rate for each group, evenly spaced in ratio from `first` to `last`.
    static func slice(_ first: Double, _ last: Double) -> LayerRates
    /// `last` for the last group, a third of it for the others.
    static func slice(_ last: Double) -> LayerRates
    /// The rates of `count` groups.
    func values(count: Int) -> [Double]
}

/// A copy of a model's parameters and buffers, to put back later.
struct ModelState {
    /// Copies the present values of `model`.
    init(of model: Module)
    /// Puts the values back into a model of the same structure.
    func restore(_ model: Module)
}

extension Module {
    /// Every parameter and buffer by its path.
    func stateTensors() -> [String: Tensor]
}

/// The moments of a training run at which callbacks are asked.
enum TrainingStage: Equatable, CaseIterable {
    /// Before the first epoch.
    case fitBegan
    /// Before the first batch of an epoch.
    case epochBegan
    /// Before a batch goes through the model.
    case batchBegan
    /// The loss of a batch is known (`learner.batchLoss`, `learner.prediction`); gradients are not.
    case lossComputed
    /// The gradients are there, the step is not yet done.
    case gradientsReady
    /// The step is done.
    case batchEnded
    /// Before the validation data is run through.
    case validationBegan
    /// The epoch's row is in `learner.history`.
    case epochEnded
    /// After the last epoch, also where the run was stopped by a callback.
    case fitEnded
}

/// Something that looks at a training run, or steers it, at the stages of `TrainingStage`.
///
/// A callback may read the learner, change the optimizer's settings or the gradients, and end the run by
/// `learner.stop()`. What it throws ends the run as an error.
open class Callback {
    init()
    /// A callback that does `action` at one stage.
    init(at stage: TrainingStage, _ action: @escaping (Learner) throws -> Void)
    /// Called at every stage.
    open func run(_ stage: TrainingStage, in learner: Learner) throws
}

/// Ends the run when the validation loss has not fallen for a while.
final class EarlyStopping: Callback {
    /// - Parameters:
    ///   - patience: how many epochs without improvement are borne.
    ///   - minimumChange: how much lower a loss must be to count as better.
    init(patience: Int = 1, minimumChange: Double = 0)
    override func run(_ stage: TrainingStage, in learner: Learner) throws
}

/// Scales all gradients down together where their norm is above a limit.
final class GradientClipping: Callback {
    /// The norm of the gradients of the last step, before clipping.
    var lastNorm: Double { get }
    /// - Parameter norm: the largest norm of all gradients taken as one vector.
    init(norm: Double)
    override func run(_ stage: TrainingStage, in learner: Learner) throws
}

extension Learner {
    /// A learner for collaborative filtering in one line: users, items and ratings, a part of them held out.
    ///
    /// Without `layers` the model is `EmbeddingDotBias`; with them a network on embeddings whose sizes follow
    /// `embeddingSize(categories:)`, hidden layers of the sizes given with batch norm.
    /// - Parameters:
    ///   - users: user indices, `[count]`.
    ///   - items: item indices, `[count]`.
    ///   - ratings: `[count]`.
    ///   - userCount: the number of users; one more than the largest index where it is nil.
    ///   - itemCount: the number of items; likewise.
    ///   - range: the range of ratings; their own smallest and largest where it is nil.
    ///   - initializer: the start of the embeddings.
    ///   - replacement: whether each pass draws its ratings with replacement, as fastai's loaders of tables do.
    ///   - seed: decides which ratings are held out.
    static func collaborative( users: Tensor, items: Tensor, ratings: Tensor, userCount: Int? = nil, itemCount: Int? = nil, factors: Int = 50, layers: [Int] = [], range: (low: Double, high: Double)? = nil, initializer: Initializer = .uniform(-0.05, 0.05), batchSize: Int = 64, validation: Double = 0.2, replacement: Bool = false, seed: Int = 42, metrics: [Metric] = [], callbacks: [Callback] = [] ) throws -> Learner
}

/// What one optimizer step of a training run came to.
struct BatchRecord: Equatable {
    /// The loss of the batch.
    var loss: Double { get set }
    /// The smoothed, debiased loss after the batch.
    var smoothedLoss: Double { get set }
    /// The learning rate of the step (of the last parameter group).
    var learningRate: Double { get set }
    /// The momentum of the step, where the update rule has one.
    var momentum: Double? { get set }
}

/// The course of a training run, batch by batch and epoch by epoch.
struct History {
    /// One record a batch.
    var batches: [BatchRecord] { get }
    /// One row an epoch.
    var epochs: [EpochRow] { get }
    /// The headings of `epochs`, as reports print them.
    var columns: [String] { get }
    init()
    /// The raw loss of each batch.
    var losses: [Double] { get }
    /// The smoothed, debiased loss after each batch.
    var smoothedLosses: [Double] { get }
    /// The learning rate of each step.
    var learningRates: [Double] { get }
    /// The momentum of each step; empty where the update rule has none.
    var momentums: [Double] { get }
    /// The training loss of each epoch.
    var trainingLosses: [Double] { get }
    /// The validation loss of each epoch; empty without validation data.
    var validationLosses: [Double] { get }
}

/// The running loss that training reports: an exponentially weighted mean, divided by the weight that it has so far
/// collected, so that the first values are not pulled towards zero.
struct SmoothedLoss {
    /// The weight of the past in each update.
    var momentum: Double { get }
    init(momentum: Double = 0.98)
    /// Takes the loss of one more batch and gives the new smoothed value.
    mutating func update(_ loss: Double) -> Double
    /// The smoothed, debiased loss; 0 before the first update.
    var value: Double { get }
}

extension SmoothedLoss {
    /// The smoothed, debiased curve of `losses`.
    static func curve(_ losses: [Double], momentum: Double = 0.98) -> [Double]
}

/// Trains a model: batches, forward, loss, backward, step, epoch after epoch, with everything that is reported on the
/// way.
///
///     let learner = Learner(data, EmbeddingDotBias(userCount: 671, itemCount: 9066, factors: 50), loss: mseLoss)
///     try learner.fit(epochs: 3, optimizer: .adam(learningRate: 1e-2, weightDecay: 2e-4))
///
/// What trains throws: a fault of a tensor operation inside the model as `TensorFault`, an interruption as
/// `Interruption.Requested`. The learner stays usable after either.
final class Learner {
    /// The training and validation data.
    var data: TrainingData { get }
    /// The model that is trained.
    var model: Module { get }
    /// The measures on the validation data, one column each in the epoch rows.
    var metrics: [Metric] { get }
    /// Callbacks of every run of this learner.
    var callbacks: [Callback] { get set }
    /// The course of the last run.
    var history: History { get }
    /// The optimizer of the last run; its state is what `fit(epochs:continuing:)` goes on with.
    var optimizer: Optimizer? { get }
    /// The batch that is being worked on.
    var batch: Batch? { get }
    /// The model's output for the batch.
    var prediction: Tensor? { get }
    /// The loss of the batch.
    var batchLoss: Double { get }
    /// The smoothed, debiased loss of the run.
    var smoothedLoss: Double { get }
    /// The present epoch of the run, from 0.
    var epoch: Int { get }
    /// The optimizer steps that the run has done.
    var step: Int { get }
    /// A learner for a model of one input: the first column of a batch.
    convenience init( _ data: TrainingData, _ model: Layer, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric] = [], callbacks: [Callback] = [] )
    /// A learner for a model of two inputs: the first two columns of a batch.
    convenience init( _ data: TrainingData, _ model: PairLayer, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric] = [], callbacks: [Callback] = [] )
    /// Ends the run after the present batch; for callbacks.
    func stop()
    /// Trains for `epochs` epochs with a fresh optimizer.
    ///
    /// - Parameters:
    ///   - optimizer: the update rule with its learning rate.
    ///   - schedule: how the rate moves over the run.
    ///   - rates: one rate for each of the model's layer groups instead of the rule's own.
    ///   - callbacks: callbacks of this run, after the learner's own.
    /// - Returns: the course of the run.
    @discardableResult func fit( epochs: Int, optimizer: UpdateRule, schedule: Schedule = .constant, rates: LayerRates? = nil, callbacks: [Callback] = [] ) throws -> History
    /// Trains for `epochs` epochs with an optimizer that may have a past.
    @discardableResult func fit( epochs: Int, continuing optimizer: Optimizer, schedule: Schedule = .constant, callbacks: [Callback] = [] ) throws -> History
    /// Trains with the one-cycle policy and fastai's conventions: Adam with betas 0.9 and 0.99 and epsilon 1e-5,
    /// decoupled weight decay (not on the biases of linear layers nor on normalisation), momentum from 0.95 to 0.85 and
    /// back.
    ///
    /// - Parameters:
    ///   - learningRate: the highest rate of the cycle.
    ///   - weightDecay: the decoupled decay.
    ///   - rates: the highest rate of each layer group instead.
    ///   - warmUp: the part of the run in which the rate climbs.
    @discardableResult func fitOneCycle( epochs: Int, learningRate: Double = 1e-3, weightDecay: Double = 0.01, rates: LayerRates? = nil, warmUp: Double = 0.25, callbacks: [Callback] = [] ) throws -> History
    /// The mean loss on the validation data (or on `loader`) and the metrics there; parameters stay as they are.
    func validate(on loader: DataLoader? = nil) throws -> ValidationResult
    /// The model's output for `inputs`, in evaluation, batch by batch; first axes are examples.
    func predict(_ inputs: Tensor...) throws -> Tensor
    /// The model's output for the columns `inputs`.
    func predict(inputs: [Tensor]) throws -> Tensor
    /// The model's output for the validation data (or `loader`), and the targets beside it.
    func predictions(on loader: DataLoader? = nil) throws -> (prediction: Tensor, target: Tensor)
}

/// What a model comes to on validation data.
struct ValidationResult: Equatable {
    /// The mean loss.
    var loss: Double { get set }
    /// The names of the metrics.
    var names: [String] { get set }
    /// The values of the metrics.
    var metrics: [Double] { get set }
    /// The value of the metric called `name`; `nil` where there is none.
    func metric(_ name: String) -> Double?
}

/// Why training or measuring cannot begin.
struct LearnerError: Error, Equatable, CustomStringConvertible {
    /// The learner was made without validation data.
    static var noValidationData: LearnerError { get }
    /// Columns of data have different numbers of rows.
    static func rowCountsDiffer(_ p0: [Int]) -> LearnerError
    /// There is no data.
    static var noData: LearnerError { get }
    /// A row number lies outside of the data.
    static func rowOutOfRange(_ p0: Int, count: Int) -> LearnerError
    /// Settings that make no sense, with the reason.
    static func badSetting(_ p0: String) -> LearnerError
    var description: String { get }
}

/// A measure of a model's predictions on the validation data, taken over all of it.
struct Metric {
    /// The name, as the epoch rows show it.
    var name: String { get }
    /// A metric that is averaged over the batches, each weighted by its number of examples.
    init(_ name: String, _ value: @escaping (_ prediction: Tensor, _ target: Tensor) -> Double)
    /// The fraction of rows whose largest prediction (over the last axis) is the target class.
    static var accuracy: Metric { get }
    /// The fraction of values on the target's side of 0.5 after a sigmoid: accuracy for logits of yes or no.
    static var binaryAccuracy: Metric { get }
    /// The mean squared error.
    static var mse: Metric { get }
    /// The root of the mean squared error, in the target's own unit.
    static var rmse: Metric { get }
    /// The mean absolute error.
    static var mae: Metric { get }
    /// The mean of |prediction − target| / |target|, as a fraction. Targets of 0 make it infinite.
    static var mape: Metric { get }
    /// `mape` of values that were trained as logarithms.
    static var expMAPE: Metric { get }
    /// The metric of whole predictions, in one piece.
    func callAsFunction(_ prediction: Tensor, _ target: Tensor) -> Double
}

/// The result of a search for a learning rate: the loss at each rate tried.
struct RateSearch: Equatable {
    /// The rates, growing by a constant ratio.
    var learningRates: [Double] { get }
    /// The smoothed, debiased loss at each rate.
    var losses: [Double] { get }
    /// The rate at which the loss falls most steeply over the logarithm of the rate.
    ///
    /// `nil` where the loss fell nowhere.
    var steepest: Double? { get }
    /// A tenth of the rate with the lowest loss.
    var minimumTenth: Double? { get }
    /// A rate in the longest fall of the losses, a little before its middle: what fastai calls the valley.
    ///
    /// `nil` where the loss fell nowhere.
    var valley: Double? { get }
    /// A rate to begin with: the valley, or else a tenth of the best.
    var suggestion: Double? { get }
}

extension Learner {
    /// Tries growing learning rates, one batch each, until the loss explodes; the model comes out as it went in.
    ///
    /// Method: Smith, Cyclical Learning Rates for Training Neural Networks, 2017.
    /// - Parameters:
    ///   - steps: how many rates are tried at most.
    ///   - optimizer: the update rule; its rate is replaced.
    func findLearningRate( from lowest: Double = 1e-7, to highest: Double = 10, steps: Int = 100, optimizer rule: UpdateRule = .fastaiAdam() ) throws -> RateSearch
}

/// One line of a training report: what an epoch came to.
struct EpochRow: Equatable {
    /// The epoch, counted from 0 over the life of one `fit`.
    var epoch: Int { get set }
    /// The smoothed, debiased training loss at the epoch's end.
    var trainingLoss: Double { get set }
    /// The mean validation loss; `nil` without validation data.
    var validationLoss: Double? { get set }
    /// The metrics on the validation data, in the order of the learner's metrics.
    var metrics: [Double] { get set }
    init(epoch: Int, trainingLoss: Double, validationLoss: Double? = nil, metrics: [Double] = [])
}

/// How far a training run has come. It carries no time: whoever listens measures that.
struct TrainingProgress: Equatable {
    /// The present epoch, from 0.
    var epoch: Int { get set }
    /// The number of epochs of the run.
    var epochs: Int { get set }
    /// The number of batches of this epoch that are done.
    var batch: Int { get set }
    /// The number of batches in an epoch.
    var batches: Int { get set }
    /// The smoothed, debiased training loss.
    var smoothedLoss: Double { get set }
    /// The learning rate of the last step.
    var learningRate: Double { get set }
    init(epoch: Int, epochs: Int, batch: Int, batches: Int, smoothedLoss: Double, learningRate: Double)
}

/// What happens in a training run, as events.
struct TrainingEvent: Equatable {
    /// A run begins; `columns` are the headings of its epoch rows.
    static func began(epochs: Int, batches: Int, columns: [String]) -> TrainingEvent
    /// A batch is done.
    static func progress(_ p0: TrainingProgress) -> TrainingEvent
    /// An epoch is done.
    static func epoch(_ p0: EpochRow) -> TrainingEvent
    /// The run is over, whether it ran to its end or was stopped.
    static var ended: TrainingEvent { get }
}

/// The rows 0 ..< count in two random parts, each in ascending order.
///
/// - Parameters:
///   - validation: the fraction of rows that is held out.
///   - seed: decides which.
/// - Returns: the rows to train on and those to validate on; together, every row once.
func split(count: Int, validation: Double = 0.2, seed: Int = 42) throws -> (training: [Int], validation: [Int])

/// The mean squared error, `mean((prediction - target)²)`; both of one shape.
func mseLoss(_ prediction: Tensor, _ target: Tensor) -> Tensor

/// The squared error.
func mseLoss(_ prediction: Tensor, _ target: Tensor, reduction: Reduction) -> Tensor

/// The mean absolute error, `mean(|prediction - target|)`; both of one shape.
func l1Loss(_ prediction: Tensor, _ target: Tensor) -> Tensor

/// The absolute error.
func l1Loss(_ prediction: Tensor, _ target: Tensor, reduction: Reduction) -> Tensor

/// The mean negative log-likelihood of the target classes; `logProbabilities` is what `logSoftmax` gives.
///
/// - Parameters:
///   - logProbabilities: `[batch, classes]`.
///   - target: class numbers, `[batch]`.
func nllLoss(_ logProbabilities: Tensor, _ target: Tensor) -> Tensor

/// The negative log-likelihood of the target classes.
///
/// - Parameters:
///   - weight: a weight for each class, `[classes]`; the mean is divided by the weights of the targets.
func nllLoss( _ logProbabilities: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction ) -> Tensor

/// The cross-entropy of the softmax of `logits`: `nllLoss(logits.logSoftmax(axis: 1), target)`.
///
/// - Parameters:
///   - logits: any numbers, `[batch, classes]`.
///   - target: class numbers, `[batch]`.
func crossEntropy(_ logits: Tensor, _ target: Tensor) -> Tensor

/// The cross-entropy of the softmax of `logits`, with class weights.
func crossEntropy( _ logits: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction ) -> Tensor

/// The binary cross-entropy of the sigmoid of `logits`; targets are 0 … 1, of the same shape.
func bceWithLogits(_ logits: Tensor, _ target: Tensor) -> Tensor

/// The binary cross-entropy of the sigmoid of `logits`.
///
/// - Parameter positiveWeight: a weight for the positive targets, broadcast over the last axis.
func bceWithLogits( _ logits: Tensor, _ target: Tensor, positiveWeight: Tensor? = nil, reduction: Reduction ) -> Tensor

/// The size that an embedding of `categories` categories is given by fastai's rule: `round(1.6·n^0.56)`, at most 600.
func embeddingSize(categories: Int) -> Int

/// Scales the gradients of `parameters` down together where their norm, taken as one vector, is above `norm`.
///
/// - Returns: the norm before.
@discardableResult func clipGradients(_ parameters: [Parameter], norm: Double) -> Double

"""##
}
