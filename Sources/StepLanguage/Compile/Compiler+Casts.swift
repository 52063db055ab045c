/// What values are while a program runs, and as which other types they can be taken.
extension Compiler {
    // MARK: Dynamic types

    /// The concrete type and value of what an existential holds; an object that stands for itself is its class's.
    func open(_ reference: AnyObject) -> (RuntimeType, AnySlot) {
        if var existential = reference as? Existential {
            while existential.type.type.isExistential, let inner = existential.value.ref {
                guard let next = inner as? Existential else { return (classOf(inner, anyType), .ref(inner)) }
                existential = next
            }
            if existential.type.type.nominal?.kind == .class, let object = existential.value.ref {
                return (classOf(object, existential.type), existential.value)
            }
            return (existential.type, existential.value)
        }
        return (classOf(reference, anyType), .ref(reference))
    }

    /// The class of an object whose static type is a class.
    func classOf(_ object: AnyObject, _ type: RuntimeType) -> RuntimeType {
        if let instance = object as? Instance { return instance.classType.type }
        for (_, description) in natives.classes {
            if let peer = description.find(object) { return peer.classType.type }
        }
        if type.type.nominal?.kind == .class {
            // The most derived class of the library that the object's own Swift type names.
            let name = String(describing: Swift.type(of: object))
            if name != type.name, let found = world.known(name), found.kind == .class { return runtimeType(.nominal(found, [])) }
        }
        return type
    }

    func erase(_ value: AnySlot, _ type: RuntimeType) -> AnyObject { Existential(type, value) }

    // MARK: Casts

    /// `as?`: the value as another type, or nil.
    func caster(from: RuntimeType, to: RuntimeType) -> (AnySlot) throws -> AnySlot? {
        if from === to { return { $0 } }
        return { [unowned self] value in try cast(value, from, to) }
    }

    func cast(_ value: AnySlot, _ from: RuntimeType, _ to: RuntimeType) throws -> AnySlot? {
        if from === to { return value }
        if case .existential = from.kind, let reference = value.ref {
            if from.type.isClass, !(reference is Existential) {
                return try castObject(value, classOf(reference, from), to)
            }
            let (dynamic, payload) = open(reference)
            if to.type == .any { return value }
            return try cast(payload, dynamic, to)
        }
        if let target = to.wrapped {
            if let source = from.wrapped {
                guard let reference = value.ref else { return .ref(nil) }
                return try cast(source.payload(reference), source, target).map { .ref(target.some($0)) }
            }
            return try cast(value, from, target).map { .ref(target.some($0)) }
        }
        if let source = from.wrapped {
            if to.type == .any { return .ref(Existential(from, value)) }
            guard let reference = value.ref else { return nil }
            return try cast(source.payload(reference), source, to)
        }
        switch to.kind {
        case .existential: return castToExistential(value, from, to)
        case .classInstance, .native:
            if to.type.nominal?.kind == .class { return try castObject(value, from, to) }
            return from.type == to.type ? value : nil
        case .array(let target):
            guard case .array(let source) = from.kind else { return nil }
            let array = value.ref.cast(to: AnyArrayObject.self)
            var result: [AnySlot] = []
            for index in 0..<array.count {
                guard let item = try cast(array.element(index), source, target) else { return nil }
                result.append(item)
            }
            return .ref(try target.makeArray(result))
        case .dictionary(let targetKey, let targetValue):
            guard case .dictionary(let key, let item) = from.kind else { return nil }
            let table = try AnyTableObject.make(targetKey, targetValue.representation)
            for entry in value.ref.cast(to: AnyTableObject.self).entries {
                guard let newKey = try cast(entry.key, key, targetKey), let newItem = try cast(entry.value, item, targetValue)
                else { return nil }
                try table.insert(newKey, newItem)
            }
            return .ref(table)
        case .set(let target):
            guard case .set(let source) = from.kind else { return nil }
            let table = try AnyTableObject.make(target, .int)
            for entry in value.ref.cast(to: AnyTableObject.self).entries {
                guard let item = try cast(entry.key, source, target) else { return nil }
                try table.insert(item, .int(0))
            }
            return .ref(table)
        case .tuple(let targets):
            guard case .tuple(let sources) = from.kind, sources.count == targets.count else { return nil }
            let tuple = value.ref.cast(to: Record.self)
            let made = Record.make(to.layout)
            for (index, target) in targets.enumerated() {
                let source = sources[index].type
                guard let item = try cast(.load(tuple.words + index, source.representation), source, target.type) else { return nil }
                item.initialize(made.words + index)
            }
            return .ref(made)
        case .metatype(let target):
            guard let object = value.ref as? MetatypeObject else { return nil }
            if case .existential(let existential) = target.type {
                // `T.self is any P.Type`
                let type = object.type.type
                let isMet = existential.protocols.allSatisfy { type.conforms(to: $0) }
                    && (existential.superclass.map { type == $0 || type.isSubclass(of: $0) } ?? true)
                return isMet ? value : nil
            }
            if object.type.type == target.type || object.type.type.isSubclass(of: target.type) { return value }
            return nil
        default:
            return from.type == to.type ? value : nil
        }
    }

    func castObject(_ value: AnySlot, _ from: RuntimeType, _ to: RuntimeType) throws -> AnySlot? {
        guard let object = value.ref, from.type.isClass else { return nil }
        let dynamic = classOf(object, from)
        if case .existential = to.kind { return castToExistential(value, dynamic, to) }
        if dynamic.type == to.type || dynamic.type.isSubclass(of: to.type) { return value }
        return nil
    }

    func castToExistential(_ value: AnySlot, _ from: RuntimeType, _ to: RuntimeType) -> AnySlot? {
        guard case .existential(let existential) = to.type else { return nil }
        let dynamic = from.dynamic(value)
        if existential.isAnyObject && !dynamic.type.isClass { return nil }
        for proto in existential.protocols where proto.name != "Sendable" && !dynamic.type.conforms(to: proto) { return nil }
        if let superclass = existential.superclass {
            guard dynamic.type == superclass || dynamic.type.isSubclass(of: superclass) else { return nil }
            return value
        }
        return .ref(Existential(dynamic, value))
    }
}
