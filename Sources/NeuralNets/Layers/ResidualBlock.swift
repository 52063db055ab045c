import Tensors

/// The basic block of residual networks (He et al., 2016): two 3×3 convolutions with batch norm, added to their input.
///
/// Where the number of channels or the stride changes, the input goes through a 1×1 convolution with batch norm.
public final class ResidualBlock: Layer {
    let conv1: Conv2d
    let bn1: BatchNorm2d
    let conv2: Conv2d
    let bn2: BatchNorm2d
    let downsample: Sequential?

    public init(_ inChannels: Int, _ outChannels: Int, stride: Int = 1) {
        conv1 = Conv2d(inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false)
        bn1 = BatchNorm2d(outChannels)
        conv2 = Conv2d(outChannels, outChannels, kernelSize: 3, padding: 1, bias: false)
        bn2 = BatchNorm2d(outChannels)
        downsample =
            stride == 1 && inChannels == outChannels
            ? nil
            : Sequential(
                Conv2d(inChannels, outChannels, kernelSize: 1, stride: stride, bias: false), BatchNorm2d(outChannels))
        super.init()
        for convolution in [conv1, conv2] + (downsample?.layers ?? []).compactMap({ $0 as? Conv2d }) {
            convolution.weight.initialize(.kaimingNormalFanOut)
        }
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        let inner = bn2(conv2(bn1(conv1(x)).relu()))
        return recorded((inner + (downsample?(x) ?? x)).relu())
    }
}
