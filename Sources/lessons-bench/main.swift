import Foundation
import NeuralNets
import Tensors

// lessons-bench DATA_DIR [--only NAME,…] [--threads N] [--fast]: the lessons' training steps, timed; `NAME seconds
// result` a row.

do {
    let options = try BenchmarkOptions(CommandLine.arguments.dropFirst())
    if let threads = options.threads { Threads.count = threads }
    setvbuf(stdout, nil, _IOLBF, 0)
    TrainingReport.listener = { _ in }
    var failures = 0
    for benchmark in Benchmark.all where options.wants(benchmark.name) {
        RandomStream.begin(seed: 42, step: benchmark.name)
        do {
            let run = { try benchmark.run(options.dataFolder) }
            let result = try options.isFast ? fast(run) : run()
            let name = benchmark.name.padding(to: 22)
            print("\(name) \(String(format: "%9.3f", result.seconds)) s   \(result.text)")
            if let complaint = result.complaint {
                failures += 1
                print("\(name) WRONG RESULT: \(complaint)")
            }
        } catch {
            failures += 1
            print("\(benchmark.name.padding(to: 22)) FAILED: \(error)")
        }
    }
    exit(failures == 0 ? 0 : 1)
} catch {
    fputs("lessons-bench: \(error)\nusage: lessons-bench DATA_DIR [--only NAME,…] [--threads N] [--fast]\n", stderr)
    exit(2)
}
