import Tensors

/// The base of everything that has parameters: layers, models, parts of models.
///
/// A subclass declares its parameters and sub-modules as ordinary stored properties; they are found by themselves, in
/// the order of their declaration, the superclass's first:
///
///     final class DotProduct: PairLayer {
///         let users: Embedding
///         let items: Embedding
///         …
///     }
///
/// A module with one tensor as input is a `Layer`, one with two a `PairLayer`; anything else is a `Module` with a call
/// of its own, given to the learner as a closure.
open class Module: CustomStringConvertible {
    /// Whether the module is being trained: dropout and batch norm act differently then.
    public package(set) final var isTraining = true
    private final var assignedLayerGroups: [[Module]]?

    public init() {}

    // MARK: What a subclass may say about itself

    /// The module's own members by name: `Parameter`, `Module`, optionals of them, arrays of them; others are ignored.
    ///
    /// By default they are found by reflection. Overridden where reflection cannot see them or where they shall have
    /// other names.
    open func ownMembers() -> [(name: String, value: Any)] {
        var members: [(name: String, value: Any)] = []
        var levels: [Mirror] = []
        var mirror: Mirror? = Mirror(reflecting: self)
        while let level = mirror, level.subjectType != Module.self {
            levels.append(level)
            mirror = level.superclassMirror
        }
        for level in levels.reversed() {
            for child in level.children {
                guard let label = child.label else { continue }
                members.append((label.hasPrefix("$__lazy_storage_$_") ? String(label.dropFirst(18)) : label, child.value))
            }
        }
        return members
    }

    /// Tensors that belong to the module's state and are saved with it, but are not trained (running means).
    open func ownBuffers() -> [(name: String, value: Tensor)] { [] }

    /// The name of the module's type, as it is printed.
    open var typeName: String { String(describing: type(of: self)) }

    /// What is printed between the parentheses of a module without children: `671, 50`.
    open var argumentsDescription: String { "" }

    /// The layer groups where none are assigned: all of the module in one group.
    open func defaultLayerGroups() -> [[Module]] { [[self]] }

    // MARK: Parameters and children

    /// The module's own parameters, without those of its children.
    public final func ownParameters() -> [(name: String, value: Parameter)] { walk().parameters }

    /// The module's direct children, those in arrays as `name.0`, `name.1`, ….
    public final func children() -> [(name: String, value: Module)] { walk().children }

    /// Every parameter by its path, such as `u.weight`; one that is shared appears once, under its first name.
    public final func namedParameters() -> [(name: String, value: Parameter)] {
        var seen = Set<ObjectIdentifier>()
        var result: [(name: String, value: Parameter)] = []
        visit { path, module in
            for (name, parameter) in module.ownParameters() where seen.insert(ObjectIdentifier(parameter)).inserted {
                result.append((path.isEmpty ? name : "\(path).\(name)", parameter))
            }
        }
        return result
    }

    /// Every parameter, those of the children included, each once.
    public final func parameters() -> [Parameter] { namedParameters().map(\.value) }

    /// Every buffer by its path, such as `norm.running_mean`.
    public final func namedBuffers() -> [(name: String, value: Tensor)] {
        var result: [(name: String, value: Tensor)] = []
        visit { path, module in
            result += module.ownBuffers().map { (path.isEmpty ? $0.name : "\(path).\($0.name)", $0.value) }
        }
        return result
    }

    /// The module and all below it, each once, parents before their children, with the path of each (the module's own is
    /// empty).
    public final func namedModules() -> [(name: String, value: Module)] {
        var result: [(name: String, value: Module)] = []
        visit { result.append(($0, $1)) }
        return result
    }

    /// The number of values in all parameters.
    public final var parameterCount: Int { parameters().reduce(0) { $0 + $1.count } }

    /// The number of values in the parameters that are not frozen.
    public final var trainableParameterCount: Int {
        parameters().reduce(0) { $0 + ($1.isFrozen ? 0 : $1.count) }
    }

    // MARK: State

    /// Sets the module and all below it to training; dropout acts, batch norm uses the batch's own statistics.
    @discardableResult
    public final func train(_ isTraining: Bool = true) -> Self {
        visit { $1.isTraining = isTraining }
        return self
    }

    /// Sets the module and all below it to evaluation.
    @discardableResult
    public final func eval() -> Self { train(false) }

    /// Keeps the module's parameters as they are: they get no gradient and no step.
    public final func freeze() { parameters().forEach { $0.isFrozen = true } }

    /// Lets the module's parameters be trained again.
    public final func unfreeze() { parameters().forEach { $0.isFrozen = false } }

    /// Freezes all layer groups but the last `count`.
    public final func freezeAllBut(last count: Int) {
        let groups = layerGroups
        for (index, group) in groups.enumerated() {
            group.forEach { index < groups.count - count ? $0.freeze() : $0.unfreeze() }
        }
    }

    /// Forgets the gradients of all parameters.
    public final func zeroGradients() { parameters().forEach { $0.zeroGradient() } }

    /// The parts of the model that may be trained at rates of their own, from the input's side to the output's.
    public final var layerGroups: [[Module]] {
        get { assignedLayerGroups ?? defaultLayerGroups() }
        set { assignedLayerGroups = newValue }
    }

    // MARK: Walking

    private func walk() -> (parameters: [(name: String, value: Parameter)], children: [(name: String, value: Module)]) {
        var parameters: [(name: String, value: Parameter)] = []
        var children: [(name: String, value: Module)] = []
        for (name, value) in ownMembers() {
            switch Member(value) {
            case .parameter(let parameter): parameters.append((name, parameter))
            case .module(let module): children.append((name, module))
            case .parameters(let list): parameters += list.enumerated().map { ("\(name).\($0)", $1) }
            case .modules(let list): children += list.enumerated().map { ("\(name).\($0)", $1) }
            case .other: break
            }
        }
        return (parameters, children)
    }

    private func visit(_ body: (String, Module) -> Void) {
        var seen = Set<ObjectIdentifier>()
        visit("", &seen, body)
    }

    private func visit(_ path: String, _ seen: inout Set<ObjectIdentifier>, _ body: (String, Module) -> Void) {
        guard seen.insert(ObjectIdentifier(self)).inserted else { return }
        body(path, self)
        for (name, child) in children() { child.visit(path.isEmpty ? name : "\(path).\(name)", &seen, body) }
    }
}

/// What a member of a module is to the module.
enum Member {
    case parameter(Parameter)
    case module(Module)
    case parameters([Parameter])
    case modules([Module])
    case other

    init(_ value: Any) {
        switch value {
        case let parameter as Parameter: self = .parameter(parameter)
        case let module as Module: self = .module(module)
        case let list as [Module] where !list.isEmpty: self = .modules(list)
        case let list as [Parameter] where !list.isEmpty: self = .parameters(list)
        default: self = .other
        }
    }
}

/// A module that makes one tensor of one tensor.
open class Layer: Module {
    /// The layer's output for the input `x`.
    open func callAsFunction(_ x: Tensor) -> Tensor { x }
}

/// A module that makes one tensor of two, such as a model of users and items.
open class PairLayer: Module {
    /// The module's output for the inputs `a` and `b`.
    open func callAsFunction(_ a: Tensor, _ b: Tensor) -> Tensor { a }
}
