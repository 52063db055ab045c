import Foundation
import NeuralNets
import Tensors

/// One row: a name and the work that is timed.
struct Benchmark {
    /// What a row came to.
    struct Result {
        var seconds: Double
        var text: String
        /// What is wrong with the result; nil where it is as it should be.
        var complaint: String?
    }

    let name: String
    let run: (_ dataFolder: String) throws -> Result

    static let all: [Benchmark] =
        dataBenchmarks + lineBenchmarks + ratingBenchmarks + textBenchmarks + digitBenchmarks + linearAlgebraBenchmarks
}

/// What the command line asks for.
struct BenchmarkOptions {
    var dataFolder = ""
    var only: Set<String> = []
    var threads: Int?
    /// Whether large products are OpenBLAS's.
    var isFast = false

    struct Problem: Error, CustomStringConvertible { let description: String }

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--only":
                guard let names = rest.popFirst() else { throw Problem(description: "--only needs names") }
                only = Set(names.split(separator: ",").map(String.init))
                let known = Set(Benchmark.all.map(\.name))
                if let unknown = only.subtracting(known).sorted().first {
                    throw Problem(description: "no benchmark is called '\(unknown)'")
                }
            case "--threads":
                guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else {
                    throw Problem(description: "--threads needs a positive number")
                }
                threads = count
            case "--fast": isFast = true
            default:
                guard dataFolder.isEmpty, !argument.hasPrefix("-") else {
                    throw Problem(description: "unknown argument '\(argument)'")
                }
                dataFolder = argument
            }
        }
        if dataFolder.isEmpty { throw Problem(description: "the folder of the data is missing") }
    }

    func wants(_ name: String) -> Bool { only.isEmpty || only.contains(name) }
}

/// Seconds that `body` takes.
func timed<Value>(_ body: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    let elapsed = (clock.now - start).components
    return (Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18, value)
}

/// A complaint where `value` is outside of `range`.
func expect(_ what: String, _ value: Double, in range: ClosedRange<Double>) -> String? {
    range.contains(value) ? nil : "\(what) \(value) is outside of \(range.lowerBound) … \(range.upperBound)"
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}

/// One epoch of training, timed without the validation that follows it, as the PyTorch rows are.
func epoch(
    _ learner: Learner, _ rule: UpdateRule, train: ClosedRange<Double>, valid: ClosedRange<Double>? = nil
) throws -> Benchmark.Result {
    var seconds = 0.0
    let clock = ContinuousClock()
    var start = clock.now
    let began = Callback(at: .epochBegan) { _ in start = clock.now }
    let ended = Callback(at: .validationBegan) { _ in
        let elapsed = (clock.now - start).components
        seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
    let (whole, history) = try timed {
        try learner.fit(epochs: 1, optimizer: rule, callbacks: [began, ended])
    }
    guard let row = history.epochs.first else { return Benchmark.Result(seconds: whole, text: "no epoch", complaint: "no epoch") }
    var complaint = expect("training loss", row.trainingLoss, in: train)
    var text = "train \(String(format: "%.5f", row.trainingLoss))"
    if let loss = row.validationLoss, let valid {
        text += " valid \(String(format: "%.5f", loss))"
        complaint = complaint ?? expect("validation loss", loss, in: valid)
    }
    return Benchmark.Result(seconds: learner.data.validation == nil ? whole : seconds, text: text, complaint: complaint)
}
