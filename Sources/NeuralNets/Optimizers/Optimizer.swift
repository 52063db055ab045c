import CKernels
import Tensors

/// Parameters that share a rate and a decay.
public struct ParameterGroup {
    /// The parameters.
    public var parameters: [Parameter]
    /// The factor of the optimizer's learning rate.
    public var rateFactor: Double
    /// The weight decay of this group; `nil` for the rule's own.
    public var weightDecay: Double?

    public init(_ parameters: [Parameter], rateFactor: Double = 1, weightDecay: Double? = nil) {
        self.parameters = parameters
        self.rateFactor = rateFactor
        self.weightDecay = weightDecay
    }
}

/// Moves parameters against their gradients by an update rule, and keeps what the rule remembers from step to step.
///
///     let optimizer = Optimizer(.sgd(learningRate: 0.1), parameters: model.parameters())
///     optimizer.zeroGradients()
///     loss.backward()
///     optimizer.step()
///
/// A parameter without a gradient, or a frozen one, is left alone. One with a gradient is moved in all its values: rows
/// of an embedding that the batch did not touch decay and follow their momentum, as PyTorch's dense optimizers do.
public final class Optimizer {
    /// The rule; its settings may be changed between steps.
    public var rule: UpdateRule
    /// The groups of parameters.
    public let groups: [ParameterGroup]
    private(set) var states: [ParameterState]
    private var scheduled = Schedule.Setting(rateFactor: 1)

    /// What the rule remembers of one parameter.
    struct ParameterState {
        let name: String
        let parameter: Parameter
        let group: Int
        /// The running values, in the order of the rule's `slotNames`; empty before the first step.
        var slots: [Tensor] = []
        /// The steps that the parameter has made.
        var steps = 0
    }

    /// An optimizer of groups of parameters with rates of their own; a parameter that appears twice is moved once.
    public init(_ rule: UpdateRule, groups: [ParameterGroup], names: [ObjectIdentifier: String] = [:]) {
        self.rule = rule
        self.groups = groups
        var seen = Set<ObjectIdentifier>()
        var states: [ParameterState] = []
        for (index, group) in groups.enumerated() {
            for parameter in group.parameters where seen.insert(ObjectIdentifier(parameter)).inserted {
                let name = names[ObjectIdentifier(parameter)] ?? String(states.count)
                states.append(ParameterState(name: name, parameter: parameter, group: index))
            }
        }
        self.states = states
    }

    /// An optimizer of parameters.
    public convenience init(_ rule: UpdateRule, parameters: [Parameter]) {
        self.init(rule, groups: [ParameterGroup(parameters)])
    }

    /// An optimizer of a model's parameters.
    ///
    /// - Parameters:
    ///   - rates: one rate for each of the model's layer groups; the last is the rule's learning rate then.
    ///   - decaysBiasAndNorm: whether weight decay also acts on the biases of linear and convolution layers and on
    ///     normalisation layers, as in PyTorch; fastai leaves them out.
    public convenience init(
        _ rule: UpdateRule, model: Module, rates: LayerRates? = nil, decaysBiasAndNorm: Bool = true
    ) {
        var rule = rule
        let layerGroups = model.layerGroups
        var factors = layerGroups.map { _ in 1.0 }
        if let values = rates?.values(count: layerGroups.count), let last = values.last, last > 0 {
            rule.learningRate = last
            factors = values.map { $0 / last }
        }
        var undecayed = Set<ObjectIdentifier>()
        if !decaysBiasAndNorm {
            for (_, module) in model.namedModules() {
                for (name, parameter) in module.ownParameters()
                where module is NormalizationLayer || (name == "bias" && !(module is Embedding)) {
                    undecayed.insert(ObjectIdentifier(parameter))
                }
            }
        }
        var grouped = Set<ObjectIdentifier>()
        var groups: [ParameterGroup] = []
        func add(_ parameters: [Parameter], factor: Double) {
            let new = parameters.filter { grouped.insert(ObjectIdentifier($0)).inserted }
            let plain = new.filter { undecayed.contains(ObjectIdentifier($0)) }
            let decayed = new.filter { !undecayed.contains(ObjectIdentifier($0)) }
            if !decayed.isEmpty { groups.append(ParameterGroup(decayed, rateFactor: factor)) }
            if !plain.isEmpty { groups.append(ParameterGroup(plain, rateFactor: factor, weightDecay: 0)) }
        }
        for (group, factor) in zip(layerGroups, factors) { add(group.flatMap { $0.parameters() }, factor: factor) }
        add(model.parameters(), factor: factors.last ?? 1)
        let names = model.namedParameters().map { (ObjectIdentifier($0.value), $0.name) }
        self.init(rule, groups: groups, names: Dictionary(names, uniquingKeysWith: { first, _ in first }))
    }

    /// The learning rate of the next step, before the groups' factors. Setting it ends what a schedule had set.
    public var learningRate: Double {
        get { rule.learningRate * scheduled.rateFactor }
        set {
            rule.learningRate = newValue
            scheduled.rateFactor = 1
        }
    }

    /// The momentum (Adam's first beta) of the next step; `nil` for a rule without.
    public var momentum: Double? { rule.momentum.map { scheduled.momentum ?? $0 } }

    /// Takes a schedule's setting for the next step.
    public func apply(_ setting: Schedule.Setting) { scheduled = setting }

    func resetSchedule() { scheduled = Schedule.Setting(rateFactor: 1) }

    /// Forgets the gradients of all parameters.
    public func zeroGradients() { for state in states { state.parameter.zeroGradient() } }

    /// Moves every parameter that has a gradient by one step.
    public func step() {
        let rule = scheduled.momentum.map { self.rule.withMomentum($0) } ?? self.rule
        for index in states.indices {
            let parameter = states[index].parameter
            guard parameter.hasGradient, !parameter.isFrozen else { continue }
            if states[index].slots.isEmpty {
                states[index].slots = rule.slotNames.map { _ in Tensor.zeros(parameter.shape) }
            }
            states[index].steps += 1
            let group = groups[states[index].group]
            let kernel = StepKernel(
                rule, learningRate: rule.learningRate * scheduled.rateFactor * group.rateFactor,
                weightDecay: group.weightDecay ?? rule.weightDecay, step: states[index].steps)
            kernel.run(parameter, slots: states[index].slots)
        }
    }

    /// Replaces what is remembered of the parameter at `index`; for reading saved states.
    func restore(_ index: Int, slots: [Tensor], steps: Int) {
        states[index].slots = slots
        states[index].steps = steps
    }

    // MARK: Keeping

    /// What the optimizer remembers besides its rule, in the order of its parameters.
    package struct Memory {
        package var slots: [[Tensor]]
        package var steps: [Int]
        package var scheduled: Schedule.Setting
    }

    package var memory: Memory {
        get { Memory(slots: states.map(\.slots), steps: states.map(\.steps), scheduled: scheduled) }
        set {
            for (index, (slots, steps)) in zip(newValue.slots, newValue.steps).enumerated() where states.indices.contains(index) {
                restore(index, slots: slots, steps: steps)
            }
            scheduled = newValue.scheduled
        }
    }

    /// The parameters that are moved, each once, with their names.
    package var namedParameters: [(name: String, parameter: Parameter)] { states.map { ($0.name, $0.parameter) } }
}
