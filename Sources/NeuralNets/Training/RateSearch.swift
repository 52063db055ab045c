import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The result of a search for a learning rate: the loss at each rate tried.
public struct RateSearch: Equatable, Sendable {
    /// The rates, growing by a constant ratio.
    public let learningRates: [Double]
    /// The smoothed, debiased loss at each rate.
    public let losses: [Double]

    /// The rate at which the loss falls most steeply over the logarithm of the rate.
    ///
    /// `nil` where the loss fell nowhere.
    public var steepest: Double? {
        guard losses.count > 2 else { return nil }
        let slopes = (1..<losses.count - 1).map { ($0, losses[$0 + 1] - losses[$0 - 1]) }.filter { $0.1.isFinite }
        guard let best = slopes.min(by: { $0.1 < $1.1 }), best.1 < 0 else { return nil }
        return learningRates[best.0]
    }

    /// A tenth of the rate with the lowest loss.
    public var minimumTenth: Double? {
        losses.indices.min { losses[$0] < losses[$1] }.map { learningRates[$0] / 10 }
    }

    /// A rate in the longest fall of the losses, a little before its middle: what fastai calls the valley.
    ///
    /// `nil` where the loss fell nowhere.
    public var valley: Double? {
        // The longest falling subsequence that ends at each place, and the place before.
        var lengths = [Int](repeating: 1, count: losses.count)
        var starts = Array(losses.indices)
        for end in losses.indices {
            for before in 0..<end where losses[before] > losses[end] && lengths[before] + 1 > lengths[end] {
                lengths[end] = lengths[before] + 1
                starts[end] = starts[before]
            }
        }
        guard let end = lengths.indices.max(by: { lengths[$0] < lengths[$1] }), lengths[end] > 2 else { return nil }
        return learningRates[starts[end] + (end - starts[end]) / 2]
    }

    /// A rate to begin with: the valley, or else a tenth of the best.
    public var suggestion: Double? { valley ?? minimumTenth }
}

extension Learner {
    /// Tries growing learning rates, one batch each, until the loss explodes; the model comes out as it went in.
    ///
    /// Method: Smith, Cyclical Learning Rates for Training Neural Networks, 2017.
    /// - Parameters:
    ///   - steps: how many rates are tried at most.
    ///   - optimizer: the update rule; its rate is replaced.
    public func findLearningRate(
        from lowest: Double = 1e-7, to highest: Double = 10, steps: Int = 100,
        optimizer rule: UpdateRule = .fastaiAdam()
    ) throws -> RateSearch {
        guard lowest > 0, highest > lowest, steps > 1 else {
            throw LearnerError.badSetting("a search over \(steps) rates from \(lowest) to \(highest)")
        }
        guard data.training.batchCount > 0 else { throw LearnerError.noData }
        let state = ModelState(of: model)
        let modes = model.namedModules().map { ($0.value, $0.value.isTraining) }
        let optimizer = Optimizer(rule, model: model)
        defer {
            state.restore(model)
            modes.forEach { $0.isTraining = $1 }
            optimizer.zeroGradients()
        }
        model.train()
        var smoothed = SmoothedLoss()
        var rates: [Double] = []
        var losses: [Double] = []
        search: while rates.count < steps {
            for batch in data.training {
                try Interruption.check()
                let rate = lowest * pow(highest / lowest, Double(rates.count) / Double(steps - 1))
                optimizer.learningRate = rate
                let value = try withFaults { () throws -> Double in
                    let loss = self.loss(self.forward(batch), batch.target)
                    try Faults.check()
                    optimizer.zeroGradients()
                    loss.backward()
                    optimizer.step()
                    return loss.item()
                }
                let smooth = smoothed.update(value)
                rates.append(rate)
                losses.append(smooth)
                let best = losses.min() ?? smooth
                if rates.count == steps || !smooth.isFinite || smooth > 4 * best && rates.count > 10 { break search }
            }
        }
        return RateSearch(learningRates: rates, losses: losses)
    }
}
