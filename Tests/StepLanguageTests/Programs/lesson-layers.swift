// Layers by protocol, chained; parameters counted.
protocol Layer { func callAsFunction(_ x: [Double]) -> [Double]; var parameterCount: Int { get } }
extension Layer { var parameterCount: Int { 0 } }
struct Dense: Layer {
    var weights: [[Double]], bias: [Double]
    init(_ inputs: Int, _ outputs: Int) {
        weights = (0..<outputs).map { o in (0..<inputs).map { i -> Double in let k = (o * 7 + i * 3) % 5; return Double(k) / 4 - 0.5 } }
        bias = Array(repeating: 0.1, count: outputs)
    }
    func callAsFunction(_ x: [Double]) -> [Double] { zip(weights, bias).map { row, b in zip(row, x).reduce(b) { $0 + $1.0 * $1.1 } } }
    var parameterCount: Int { weights.count * (weights.first?.count ?? 0) + bias.count }
}
struct ReLU: Layer { func callAsFunction(_ x: [Double]) -> [Double] { x.map { max(0, $0) } } }
struct Sequential: Layer {
    let layers: [any Layer]
    init(_ layers: any Layer...) { self.layers = layers }
    func callAsFunction(_ x: [Double]) -> [Double] { layers.reduce(x) { $1($0) } }
    var parameterCount: Int { layers.map(\.parameterCount).reduce(0, +) }
}
let model = Sequential(Dense(3, 4), ReLU(), Dense(4, 2))
print(model.parameterCount, model([1, 0.5, -1]))
print(model.layers.map { type(of: $0) }, Sequential().parameterCount)
