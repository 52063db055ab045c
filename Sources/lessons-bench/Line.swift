import Foundation
import NeuralNets
import Tensors

let lineBenchmarks = [
    Benchmark(name: "sgd_line") { _ in
        let x = Tensor.uniform([10000], low: 0, high: 1)
        let y = 3 * x + 8 + 0.3 * Tensor.normal([10000])
        let a = Parameter(Tensor.normal([1]))
        let b = Parameter(Tensor.normal([1]))
        var last = 0.0
        let (seconds, _) = timed {
            for _ in 0..<10000 {
                let loss = (a * x + b - y).square().mean()
                loss.backward()
                withoutGradient {
                    a -= 1e-3 * a.gradient
                    b -= 1e-3 * b.gradient
                }
                a.zeroGradient()
                b.zeroGradient()
                last = loss.item()
            }
        }
        return Benchmark.Result(
            seconds: seconds,
            text: String(format: "%.5f a=%.3f b=%.3f", last, a.item(), b.item()),
            complaint: expect("loss", last, in: 0.08...0.4))
    }
]

let linearAlgebraBenchmarks = [
    Benchmark(name: "pca") { _ in
        let e = Tensor.normal([3000, 50]).transposed()
        _ = PCA(e, components: 3)
        let (seconds, pca) = timed { PCA(e, components: 3) }
        let shape = pca.components.shape
        return Benchmark.Result(
            seconds: seconds, text: "\(shape)", complaint: shape == [3, 3000] ? nil : "the shape is \(shape)")
    }
]
