// A perceptron learns the logical or.
struct Perceptron {
    var weights: [Double]
    var bias = 0.0
    init(inputs: Int) { weights = Array(repeating: 0, count: inputs) }
    func callAsFunction(_ x: [Double]) -> Int { zip(weights, x).map(*).reduce(bias, +) > 0 ? 1 : 0 }
    mutating func learn(_ x: [Double], _ target: Int, rate: Double = 0.5) -> Bool {
        let error = Double(target - self(x))
        guard error != 0 else { return false }
        for i in weights.indices { weights[i] += rate * error * x[i] }
        bias += rate * error
        return true
    }
}
let samples: [(x: [Double], y: Int)] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 1)]
var model = Perceptron(inputs: 2)
var epoch = 0
while true {
    epoch += 1
    let mistakes = samples.filter { model.learn($0.x, $0.y) }.count
    print("epoch \(epoch): \(mistakes) mistakes, w = \(model.weights), b = \(model.bias)")
    if mistakes == 0 { break }
}
for s in samples { print(s.x, model(s.x), s.y) }
