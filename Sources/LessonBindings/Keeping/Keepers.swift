import Foundation
import LessonKit
import StepLanguage
import Tensors

// How LessonKit's objects and values are looked at and kept between runs.

extension LessonLibrary {
    static func addKeepers(to library: Library) {
        let all = [storageKeeper, tensorKeeper, nodeKeeper, optimizerKeeper, learnerKeeper, loaderKeeper]
        let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var keepers = Keepers()
        keepers.named = { byName[$0] }
        keepers.ofObject = { object in
            switch object {
            case is Storage: storageKeeper
            case is Tensor: tensorKeeper
            case is Node: nodeKeeper
            case is Module: moduleKeeper
            case is Optimizer: optimizerKeeper
            case is Learner: learnerKeeper
            case is DataLoader: loaderKeeper
            default: nil
            }
        }
        addValueKeepers(to: &keepers)
        library.keepers = keepers
    }

    // MARK: Tensors

    private static let storageKeeper = ObjectKeeper(
        name: "storage",
        fixed: { object, writer in writer.add(try cast(object, Storage.self).byteCount) },
        state: { object, writer in writer.add(try cast(object, Storage.self).contents) },
        make: { reader in
            let count = try reader.int()
            guard count > 0, let storage = Storage.blank(count) else { throw NotKept("there is no memory for a tensor") }
            return storage
        },
        update: { object, reader in
            let contents = try reader.raw()
            guard contents.withUnsafeBytes({ (try? cast(object, Storage.self))?.replaceContents($0) ?? false }) else {
                throw NotKept("a kept tensor has another size")
            }
        })

    private static let tensorKeeper = ObjectKeeper(
        name: "tensor",
        fixed: { object, writer in
            let tensor = try cast(object, Tensor.self)
            try writer.add(object: tensor.storage)
            writer.add(tensor.offset)
            writer.add(tensor.shape)
            writer.add(tensor.strides.array)
            writer.add(tensor.dtype.rawValue)
            writer.add(tensor is Parameter)
        },
        state: { object, writer in try writer.add(object: try cast(object, Tensor.self).node) },
        make: { reader in
            let storage = try reader.object(Storage.self)
            let (offset, shape, strides) = (try reader.int(), try reader.ints(), try reader.ints())
            guard let dtype = DType(rawValue: try reader.text()) else { throw NotKept("a kept tensor has no known type") }
            let isParameter = try reader.bool()
            guard let tensor = Tensor.over(
                storage, offset: offset, shape: shape, strides: strides, dtype: dtype, isParameter: isParameter)
            else { throw NotKept("a kept tensor does not fit its values") }
            return tensor
        },
        update: { object, reader in try cast(object, Tensor.self).node = try reader.optionalObject(Node.self) })

    /// Leaves are kept with their gradients; the record of an operation cannot be.
    private static let nodeKeeper = ObjectKeeper(
        name: "gradient",
        fixed: { object, writer in
            let node = try cast(object, Node.self)
            writer.add(node.keepsGradient)
            writer.add(node.shape)
        },
        state: { object, writer in
            let node = try cast(object, Node.self)
            guard node.keepsGradient else {
                try writer.refuse("a tensor that was computed from others, with the record that its gradient needs")
                writer.add(node.isLive)
                for part in node.connections { try writer.add(object: part) }
                return
            }
            try writer.add(object: node.keptGradient)
            let rows = node.keptRows
            try writer.add(object: rows?.rows)
            try writer.add(object: rows?.values)
            writer.add(rows?.shape ?? [])
        },
        make: { reader in
            guard try reader.bool() else { throw NotKept("the record of an operation") }
            return Node.leaf(try reader.ints())
        },
        update: { object, reader in
            let gradient = try reader.optionalObject(Tensor.self)
            let (rows, values) = (try reader.optionalObject(Tensor.self), try reader.optionalObject(Tensor.self))
            let shape = try reader.ints()
            var kept: (rows: Tensor, values: Tensor, shape: [Int])?
            if let rows, let values { kept = (rows, values, shape) }
            try cast(object, Node.self).restore(gradient: gradient, rows: kept)
        })

    // MARK: Models and their training

    private static let moduleKeeper = ObjectKeeper(
        name: "module",
        fixed: { object, writer in try writer.add(reflecting: object, except: ["isTraining", "peer", "$__lazy_storage_$_call", "call"]) },
        state: { object, writer in writer.add(try cast(object, Module.self).isTraining) },
        update: { object, reader in try cast(object, Module.self).isTraining = try reader.bool() })

    private static let optimizerKeeper = ObjectKeeper(
        name: "optimizer",
        fixed: { object, writer in
            let optimizer = try cast(object, Optimizer.self)
            writer.add(optimizer.groups.count)
            for group in optimizer.groups {
                writer.add(group.rateFactor)
                writer.add(group.weightDecay != nil)
                writer.add(group.weightDecay ?? 0)
                writer.add(group.parameters.count)
                for parameter in group.parameters { try writer.add(object: parameter) }
            }
            writer.add(optimizer.namedParameters.count)
            for (name, parameter) in optimizer.namedParameters {
                writer.add(name)
                try writer.add(object: parameter)
            }
        },
        state: { object, writer in
            let optimizer = try cast(object, Optimizer.self)
            write(optimizer.rule, writer)
            let memory = optimizer.memory
            writer.add(memory.steps)
            for slots in memory.slots {
                writer.add(slots.count)
                for slot in slots { try writer.add(object: slot) }
            }
            writer.add(memory.scheduled.rateFactor)
            writer.add(memory.scheduled.momentum != nil)
            writer.add(memory.scheduled.momentum ?? 0)
        },
        make: { reader in
            let groups = try reader.list {
                let (factor, hasDecay, decay) = (try reader.double(), try reader.bool(), try reader.double())
                let parameters = try reader.list { try reader.object(Parameter.self) }
                return ParameterGroup(parameters, rateFactor: factor, weightDecay: hasDecay ? decay : nil)
            }
            let names = try reader.list {
                let name = try reader.text()
                return (ObjectIdentifier(try reader.object(Parameter.self)), name)
            }
            return Optimizer(
                .sgd(learningRate: 0), groups: groups, names: Dictionary(names, uniquingKeysWith: { first, _ in first }))
        },
        update: { object, reader in
            let optimizer = try cast(object, Optimizer.self)
            optimizer.rule = try rule(reader)
            var memory = optimizer.memory
            memory.steps = try reader.ints()
            memory.slots = try memory.steps.map { _ in try reader.list { try reader.object(Tensor.self) } }
            guard memory.steps.count == optimizer.namedParameters.count else { throw NotKept("an optimizer of other parameters") }
            let (factor, hasMomentum, momentum) = (try reader.double(), try reader.bool(), try reader.double())
            memory.scheduled = Schedule.Setting(rateFactor: factor, momentum: hasMomentum ? momentum : nil)
            optimizer.memory = memory
        })

    private static func write(_ rule: UpdateRule, _ writer: HeapWriter) {
        writer.add(rule.learningRate)
        writer.add(rule.weightDecay)
        switch rule.method {
        case .sgd(let momentum, let nesterov, let dampening): writer.add([0, momentum, nesterov ? 1 : 0, dampening])
        case .adam(let beta1, let beta2, let epsilon, let decoupled): writer.add([1, beta1, beta2, epsilon, decoupled ? 1 : 0])
        case .rmsProp(let alpha, let epsilon, let momentum): writer.add([2, alpha, epsilon, momentum])
        case .adagrad(let epsilon): writer.add([3, epsilon])
        }
    }

    private static func rule(_ reader: HeapReader) throws -> UpdateRule {
        let (rate, decay, parts) = (try reader.double(), try reader.double(), try reader.doubles())
        let method: UpdateRule.Method
        switch (parts.first, parts.count) {
        case (0, 4): method = .sgd(momentum: parts[1], nesterov: parts[2] == 1, dampening: parts[3])
        case (1, 5): method = .adam(beta1: parts[1], beta2: parts[2], epsilon: parts[3], decoupled: parts[4] == 1)
        case (2, 4): method = .rmsProp(alpha: parts[1], epsilon: parts[2], momentum: parts[3])
        case (3, 2): method = .adagrad(epsilon: parts[1])
        default: throw NotKept("an unknown update rule")
        }
        return UpdateRule(method, learningRate: rate, weightDecay: decay)
    }

    /// Its closures and metrics are there from its making; a learner that is not there cannot be made.
    private static let learnerKeeper = ObjectKeeper(
        name: "learner",
        fixed: { object, writer in
            let learner = try cast(object, Learner.self)
            try writer.add(object: learner.model)
            try writer.add(object: learner.data.training)
            try writer.add(object: learner.data.validation)
        },
        state: { object, writer in
            let state = try cast(object, Learner.self).state
            writer.add(state.callbacks.count)
            for callback in state.callbacks { try writer.add(object: callback) }
            writeHistory(state.history, writer)
            try writer.add(object: state.optimizer)
            writer.add(state.batch?.columns.count ?? -1)
            for column in state.batch?.columns ?? [] { try writer.add(object: column) }
            try writer.add(object: state.prediction)
            writer.add([state.batchLoss, state.smoothedLoss])
            writer.add([state.epoch, state.step, state.stopRequested ? 1 : 0])
        },
        update: { object, reader in
            let callbacks = try reader.list { try reader.object(NeuralNets.Callback.self) }
            let history = try readHistory(reader)
            let optimizer = try reader.optionalObject(Optimizer.self)
            let columns = try reader.int()
            let batch = columns < 0 ? nil : Batch(columns: try (0..<columns).map { _ in try reader.object(Tensor.self) })
            let prediction = try reader.optionalObject(Tensor.self)
            let (losses, counts) = (try reader.doubles(), try reader.ints())
            guard losses.count == 2, counts.count == 3 else { throw NotKept("a kept learner is damaged") }
            try cast(object, Learner.self).state = Learner.State(
                callbacks: callbacks, history: history, optimizer: optimizer, batch: batch, prediction: prediction,
                batchLoss: losses[0], smoothedLoss: losses[1], epoch: counts[0], step: counts[1], stopRequested: counts[2] == 1)
        })

    private static let loaderKeeper = ObjectKeeper(
        name: "loader",
        fixed: { object, writer in
            let loader = try cast(object, DataLoader.self)
            writer.add(loader.columns.count)
            for column in loader.columns { try writer.add(object: column) }
            writer.add(loader.rows != nil)
            writer.add(loader.rows ?? [])
            writer.add([loader.batchSize, loader.shuffle ? 1 : 0, loader.dropLast ? 1 : 0, loader.seed == nil ? 0 : 1, loader.seed ?? 0])
            writer.add(loader.replacement)
        },
        state: { object, writer in writer.add(try cast(object, DataLoader.self).passes) },
        make: { reader in
            let columns = try reader.list { try reader.object(Tensor.self) }
            let (hasRows, rows, numbers) = (try reader.bool(), try reader.ints(), try reader.ints())
            guard numbers.count == 5 else { throw NotKept("a kept data loader is damaged") }
            let replacement = try reader.bool()
            return try DataLoader(
                columns: columns, rows: hasRows ? rows : nil, batchSize: numbers[0], shuffle: numbers[1] == 1,
                seed: numbers[3] == 1 ? numbers[4] : nil, dropLast: numbers[2] == 1,
                replacement: replacement)
        },
        update: { object, reader in try cast(object, DataLoader.self).passes = try reader.int() })

    private static func cast<T: AnyObject>(_ object: AnyObject, _ type: T.Type) throws -> T {
        guard let object = object as? T else { throw NotKept("an object of another class") }
        return object
    }
}
