import Tensors

/// A two-dimensional convolution: `[batch, in, height, width]` to `[batch, out, height', width']`.
///
/// Weight and bias start uniform between ±1/√(in · kernel²).
public final class Conv2d: Layer {
    /// `[out, in, kernel, kernel]`
    public let weight: Parameter
    /// `[out]`
    public let bias: Parameter?
    private let stride: Int
    private let padding: Int

    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true
    ) {
        let shape = [outChannels, inChannels, kernelSize, kernelSize]
        weight = Parameter(Initializer.kaimingUniform(slope: 5.0.squareRoot())(shape))
        let bound = 1 / Double(fans(shape).in).squareRoot()
        self.bias = bias ? Parameter(Initializer.uniform(-bound, bound)([outChannels])) : nil
        self.stride = stride
        self.padding = padding
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        recorded(x.conv2d(weight, bias: bias, stride: stride, padding: padding))
    }

    override public var argumentsDescription: String {
        let shape = weight.shape
        return "\(shape[1]), \(shape[0]), kernelSize=\(shape[2]), stride=\(stride)"
            + (padding > 0 ? ", padding=\(padding)" : "") + (bias == nil ? ", bias=false" : "")
    }
}

/// The largest value of each window.
public final class MaxPool2d: Layer {
    private let size: Int
    private let stride: Int
    private let padding: Int

    /// - Parameter stride: the distance between windows; the window's size by default.
    public init(_ size: Int, stride: Int? = nil, padding: Int = 0) {
        self.size = size
        self.stride = stride ?? size
        self.padding = padding
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        recorded(x.maxPool2d(size, stride: stride, padding: padding))
    }

    override public var argumentsDescription: String {
        "\(size), stride=\(stride)" + (padding > 0 ? ", padding=\(padding)" : "")
    }
}

/// The mean of each window.
public final class AvgPool2d: Layer {
    private let size: Int
    private let stride: Int

    /// - Parameter stride: the distance between windows; the window's size by default.
    public init(_ size: Int, stride: Int? = nil) {
        self.size = size
        self.stride = stride ?? size
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.avgPool2d(size, stride: stride)) }
    override public var argumentsDescription: String { "\(size), stride=\(stride)" }
}

/// The mean over height and width: `[batch, channels, height, width]` to `[batch, channels]`.
public final class GlobalAvgPool2d: Layer {
    override public func callAsFunction(_ x: Tensor) -> Tensor {
        recorded(x.mean(axis: -1).mean(axis: -1))
    }
}
