import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How the learning rate, and for one-cycle the momentum, moves over a training run.
///
/// A schedule is a value: it holds factors of the learning rate, not rates, so that one schedule serves every
/// parameter group. It can be asked for any step, printed and plotted without training anything:
///
///     let rates = Schedule.oneCycle().learningRates(5e-3, steps: 100)
public struct Schedule: Sendable {
    /// Where a training run stands.
    public struct Position: Sendable {
        /// The number of optimizer steps done so far.
        public var step: Int
        /// The number of optimizer steps of the whole run.
        public var stepCount: Int
        /// The number of optimizer steps in one epoch.
        public var stepsPerEpoch: Int

        public init(step: Int, stepCount: Int, stepsPerEpoch: Int) {
            self.step = step
            self.stepCount = max(stepCount, 1)
            self.stepsPerEpoch = max(stepsPerEpoch, 1)
        }

        /// The fraction of the run that is done, from 0 (inclusive) to 1 (exclusive during a run).
        public var fraction: Double { Double(step) / Double(stepCount) }

        /// The number of epochs done, with the fraction of the present one.
        public var epoch: Double { Double(step) / Double(stepsPerEpoch) }
    }

    /// What a schedule asks of one step.
    public struct Setting: Sendable, Equatable {
        /// The factor of the learning rate.
        public var rateFactor: Double
        /// The momentum (Adam's first beta), where the schedule moves it.
        public var momentum: Double?

        public init(rateFactor: Double, momentum: Double? = nil) {
            self.rateFactor = rateFactor
            self.momentum = momentum
        }
    }

    /// The schedule's name, as printed in reports.
    public let name: String
    private let rule: @Sendable (Position) -> Setting

    /// A schedule of one's own: the factor of the learning rate (and the momentum) at each position.
    public init(_ name: String, _ rule: @escaping @Sendable (Position) -> Setting) {
        self.name = name
        self.rule = rule
    }

    /// The setting that is used in the step at `position`.
    public func setting(at position: Position) -> Setting { rule(position) }

    /// The learning rate of each of `steps` steps, for a base rate of `learningRate`.
    ///
    /// - Parameter stepsPerEpoch: the length of an epoch, for schedules that count epochs; all steps by default.
    public func learningRates(_ learningRate: Double, steps: Int, stepsPerEpoch: Int? = nil) -> [Double] {
        settings(steps: steps, stepsPerEpoch: stepsPerEpoch).map { $0.rateFactor * learningRate }
    }

    /// The momentum of each of `steps` steps, empty where the schedule leaves the momentum alone.
    public func momentums(steps: Int, stepsPerEpoch: Int? = nil) -> [Double] {
        settings(steps: steps, stepsPerEpoch: stepsPerEpoch).compactMap(\.momentum)
    }

    /// The settings of each of `steps` steps.
    public func settings(steps: Int, stepsPerEpoch: Int? = nil) -> [Setting] {
        guard Faults.allows("settings", count: steps) else { return [] }
        return (0..<steps).map {
            setting(at: Position(step: $0, stepCount: steps, stepsPerEpoch: stepsPerEpoch ?? steps))
        }
    }
}

/// The half cosine from `start` to `end` as `fraction` goes from 0 to 1: flat at both ends.
func cosineAnneal(from start: Double, to end: Double, _ fraction: Double) -> Double {
    start + (1 - cos(Double.pi * fraction)) * (end - start) / 2
}

extension Schedule {
    /// The same rate in every step.
    public static let constant = Schedule("constant") { _ in Setting(rateFactor: 1) }

    /// A straight line from the factor `start` to the factor `end` over the run.
    public static func linear(from start: Double = 1, to end: Double = 0) -> Schedule {
        Schedule("linear") { Setting(rateFactor: start + (end - start) * $0.fraction) }
    }

    /// A curve of constant ratio that would reach the factor `end` at the end of the run.
    ///
    /// `end` has to be positive; a ratio cannot reach zero.
    public static func exponential(to end: Double = 0.01) -> Schedule {
        Schedule("exponential") { Setting(rateFactor: pow(max(end, .leastNormalMagnitude), $0.fraction)) }
    }

    /// Half a cosine from the full rate to the factor `end`.
    public static func cosine(to end: Double = 0) -> Schedule {
        Schedule("cosine") { Setting(rateFactor: cosineAnneal(from: 1, to: end, $0.fraction)) }
    }

    /// Cosine annealing with warm restarts (Loshchilov and Hutter, 2017): each cycle falls from the full rate to the
    /// factor `end`, and is `growth` times as long as the one before.
    ///
    /// - Parameters:
    ///   - cycleLength: the epochs of the first cycle.
    ///   - growth: the factor of each cycle's length; 2 gives cycles of 1, 2, 4 … epochs.
    ///   - end: the factor of the rate at the end of a cycle.
    public static func cosineRestarts(cycleLength: Int = 1, growth: Int = 1, to end: Double = 0) -> Schedule {
        Schedule("cosine restarts") { position in
            var length = max(cycleLength, 1) * position.stepsPerEpoch
            var step = position.step
            while step >= length {
                step -= length
                length = max(length, length.multipliedReportingOverflow(by: max(growth, 1)).partialValue)
            }
            return Setting(rateFactor: cosineAnneal(from: 1, to: end, Double(step) / Double(length)))
        }
    }

    /// The number of epochs that `cycles` cycles of `cosineRestarts(cycleLength:growth:)` take.
    public static func restartEpochs(cycles: Int, cycleLength: Int = 1, growth: Int = 1) -> Int {
        var total = 0
        var length = max(cycleLength, 1)
        for _ in 0..<max(cycles, 0) {
            total += length
            length *= max(growth, 1)
        }
        return total
    }

    /// One cycle (Smith, 2018) as fastai runs it: the rate climbs by half a cosine from 1/`startDivisor` to the full
    /// rate, then falls to 1/`endDivisor`, while the momentum does the opposite.
    ///
    /// - Parameters:
    ///   - warmUp: the fraction of the run that climbs.
    ///   - momentumHigh: the momentum at both ends.
    ///   - momentumLow: the momentum where the rate is highest.
    public static func oneCycle(
        startDivisor: Double = 25, endDivisor: Double = 1e5, warmUp: Double = 0.25,
        momentumHigh: Double = 0.95, momentumLow: Double = 0.85
    ) -> Schedule {
        Schedule("one cycle") { position in
            let fraction = position.fraction
            if fraction < warmUp {
                let part = fraction / warmUp
                return Setting(
                    rateFactor: cosineAnneal(from: 1 / startDivisor, to: 1, part),
                    momentum: cosineAnneal(from: momentumHigh, to: momentumLow, part))
            }
            let part = warmUp < 1 ? (fraction - warmUp) / (1 - warmUp) : 1
            return Setting(
                rateFactor: cosineAnneal(from: 1, to: 1 / endDivisor, part),
                momentum: cosineAnneal(from: momentumLow, to: momentumHigh, part))
        }
    }

    /// The rate is multiplied by `factor` when each of the epochs in `epochs` begins.
    public static func milestones(_ epochs: [Int], factor: Double = 0.1) -> Schedule {
        Schedule("milestones") { position in
            let passed = epochs.filter { position.step >= $0 * position.stepsPerEpoch }.count
            return Setting(rateFactor: pow(factor, Double(passed)))
        }
    }

    /// Schedules one after the other, each for its fraction of the run; each sees its own part as a whole run.
    ///
    ///     Schedule.joined([.linear(from: 0.1, to: 1), .cosine()], fractions: [0.1, 0.9])
    ///
    /// Fractions that do not add up to 1 are scaled; without any, the parts are of equal length.
    public static func joined(_ parts: [Schedule], fractions: [Double] = []) -> Schedule {
        guard !parts.isEmpty else { return .constant }
        let weights = fractions.count == parts.count ? fractions.map { max($0, 0) } : parts.map { _ in 1 }
        let total = weights.reduce(0, +)
        return Schedule(parts.map(\.name).joined(separator: ", ")) { position in
            var reached = 0.0
            var start = 0
            for (index, part) in parts.enumerated() {
                reached += total > 0 ? weights[index] / total : 1
                let isLast = index == parts.count - 1
                let end = isLast ? position.stepCount : Int((reached * Double(position.stepCount)).rounded())
                if position.step < end || isLast {
                    return part.setting(
                        at: Position(
                            step: position.step - start, stepCount: max(end - start, 1),
                            stepsPerEpoch: position.stepsPerEpoch))
                }
                start = end
            }
            return Setting(rateFactor: 1)
        }
    }
}
