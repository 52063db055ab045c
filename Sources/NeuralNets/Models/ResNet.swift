import Tensors

/// A residual network for pictures (He et al., Deep Residual Learning for Image Recognition, 2016):
/// `[batch, channels, height, width]` to `[batch, classes]`.
///
/// Its three layer groups are the stem with the first two stages, the other two stages, and the head.
public final class ResNet: Layer {
    let conv1: Conv2d
    let bn1: BatchNorm2d
    let layer1: Sequential
    let layer2: Sequential
    let layer3: Sequential
    let layer4: Sequential
    /// The head: features to classes. It may be replaced.
    public var fc: Layer
    /// The number of values that the body gives to the head.
    public let featureCount: Int
    private let depth: String

    /// A network with `blocks` residual blocks in each of four stages of `width`, 2·`width`, 4·`width`, 8·`width`
    /// channels.
    public init(blocks: [Int], classes: Int = 1000, channels: Int = 3, width: Int = 64) {
        if blocks.contains(where: { $0 > 1000 }) || width > 1 << 20 {
            Faults.report("ResNet", "\(blocks) blocks of width \(width) are too many")
        }
        let counts = (0..<4).map { $0 < blocks.count ? min(max(blocks[$0], 1), 1000) : 1 }
        let width = min(width, 1 << 20)
        func stage(_ index: Int) -> Sequential {
            let out = width << index
            return Sequential(
                (0..<counts[index]).map {
                    $0 > 0 || index == 0
                        ? ResidualBlock(out, out) : ResidualBlock(out / 2, out, stride: 2)
                })
        }
        conv1 = Conv2d(channels, width, kernelSize: 7, stride: 2, padding: 3, bias: false)
        conv1.weight.initialize(.kaimingNormalFanOut)
        bn1 = BatchNorm2d(width)
        layer1 = stage(0)
        layer2 = stage(1)
        layer3 = stage(2)
        layer4 = stage(3)
        featureCount = width * 8
        fc = Linear(featureCount, classes)
        depth = String(2 + 2 * counts.reduce(0, +))
    }

    /// The network of 18 layers.
    public static func resNet18(classes: Int = 1000, channels: Int = 3) -> ResNet {
        ResNet(blocks: [2, 2, 2, 2], classes: classes, channels: channels)
    }

    /// The network of 34 layers: 21,797,672 parameters with 1,000 classes.
    public static func resNet34(classes: Int = 1000, channels: Int = 3) -> ResNet {
        ResNet(blocks: [3, 4, 6, 3], classes: classes, channels: channels)
    }

    /// The activations before the head, `[batch, featureCount]`.
    public func features(_ x: Tensor) -> Tensor {
        let stem = bn1(conv1(x)).relu().maxPool2d(3, stride: 2, padding: 1)
        return layer4(layer3(layer2(layer1(stem)))).mean(axis: -1).mean(axis: -1)
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(fc(features(x))) }

    override public func defaultLayerGroups() -> [[Module]] {
        [[conv1, bn1, layer1, layer2], [layer3, layer4], [fc]]
    }

    override public var typeName: String { "ResNet\(depth)" }
}
