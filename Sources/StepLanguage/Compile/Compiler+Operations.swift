/// Operations that types have by their conformances: comparing, hashing, text, casts, dynamic lookup.
extension Compiler {
    var boolType: RuntimeType { runtimeType(world.boolType) }
    var neverType: Type { world.neverType }
    func optional(_ type: Type) -> Type { world.optional(type) }

    // MARK: Natives and witnesses

    func binder(for declaration: FunctionDeclaration, isSuper: Bool = false) -> NativeBinder? {
        let keys = declaration.nativeKeys
        if isSuper {
            let special = keys.map { key -> String in
                guard let dot = key.firstIndex(of: ".") else { return key }
                return key[...dot] + "super." + key[key.index(after: dot)...]
            }
            if let binder = natives.binder(special) { return binder }
            if declaration.kind == .initializer { return nil }
        }
        return natives.binder(keys)
    }

    /// A function of the library that a native stands behind.
    func isNative(_ declaration: FunctionDeclaration) -> Bool {
        declaration.isNativeInLibrary
    }

    func isInterpretedClass(_ declaration: NominalDeclaration?) -> Bool {
        guard let declaration, declaration.kind == .class else { return false }
        return !declaration.isLibrary || declaration.hasInterpretedBody
    }

    func mayBeOverridden(_ declaration: FunctionDeclaration) -> Bool {
        !declaration.isFinal && !(declaration.context.selfNominal?.isFinal ?? true) && declaration.kind != .willSet
            && declaration.kind != .didSet
    }

    func parameterType(_ parameter: ParameterDeclaration, _ substitutions: Substitutions) -> RuntimeType {
        let type = substitutions.apply(parameter.type)
        if parameter.isVariadic { return runtimeType(world.array(type)) }
        if parameter.isAutoclosure { return runtimeType(.function(FunctionType([Type](), type))) }
        return runtimeType(type)
    }

    func parameterTypes(_ function: FunctionDeclaration, _ substitutions: Substitutions) -> [RuntimeType] {
        var types: [RuntimeType] = []
        if let item = function.accessorOf as? SubscriptDeclaration {
            types = item.parameters.map { parameterType($0, substitutions) }
        }
        return types + function.parameters.map { parameterType($0, substitutions) }
    }

    /// What meets a requirement under concrete substitutions; nil when `Self` is an existential.
    func witness(_ requirement: Declaration, _ substitutions: Substitutions) -> (Declaration, Substitutions)? {
        guard let proto = requirement.context.selfNominal, proto.kind == .protocol,
            let selfType = substitutions[proto.selfParameter].map(normalized)
        else { return nil }
        if selfType.isExistential { return nil }
        guard let witness = selfType.witness(for: requirement, substitutions: substitutions) else { return nil }
        return (witness.declaration, witness.substitutions)
    }

    func conforms(_ type: RuntimeType, _ protocolName: String) -> Bool {
        guard let proto = world.known(protocolName), proto.kind == .protocol else { return false }
        return type.type.conforms(to: proto)
    }

    func associatedType(_ type: RuntimeType, _ name: String) -> RuntimeType? {
        guard let nominal = type.type.nominal else { return nil }
        for proto in nominal.allProtocols {
            if let associated = proto.associatedTypes.first(where: { $0.name == name }) {
                return runtimeType(type.type.associatedType(associated))
            }
        }
        return nil
    }

    /// The member that meets a protocol's requirement, as a function whose first parameter is the receiver.
    func witness(_ type: RuntimeType, _ requirement: String) throws -> FunctionObject? {
        let key = WitnessKey(type: type.type, name: requirement)
        if let known = witnesses[key] { return known }
        var made: FunctionObject?
        let parts = requirement.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, let proto = world.known(parts[0]) {
            for member in proto.requirements {
                var function = member as? FunctionDeclaration
                if let variable = member as? VariableDeclaration, variable.name == parts[1] { function = variable.getter }
                guard let function, function.accessorOf != nil || function.fullName == parts[1] || function.name == parts[1],
                    let (found, substitutions) = witness(member, Substitutions([proto.selfParameter: type.type]))
                else { continue }
                let target = (found as? FunctionDeclaration) ?? (found as? VariableDeclaration)?.getter
                guard let target else { continue }
                let code = code(for: target, substitutions)
                made = FunctionObject(
                    code.cell, captures: nil, arity: target.parameters.count + (code.hasSelf ? 1 : 0), machine: machine)
            }
        }
        witnesses[key] = .some(made)
        return made
    }

    /// A function value of code that reads its parameters from the frame's first words.
    func makeFunction(_ code: Code, arity: Int) -> FunctionObject {
        let cell = EntryCell.allocate(capacity: 1)
        cell.initialize(to: .passRetained(Entry(size: 12, code)))
        return FunctionObject(cell, captures: nil, arity: arity, machine: machine)
    }

    // MARK: Comparing

    private func requirement(_ proto: String, _ name: String) -> FunctionDeclaration? {
        world.known(proto)?.requirements.first { ($0 as? FunctionDeclaration)?.name == name } as? FunctionDeclaration
    }

    private func operation(_ type: RuntimeType, _ proto: String, _ name: String) throws -> FunctionDeclaration? {
        guard let requirement = requirement(proto, name), let owner = requirement.context.selfNominal,
            let (found, _) = witness(requirement, Substitutions([owner.selfParameter: type.type]))
        else { return nil }
        return found as? FunctionDeclaration
    }

    func equality<S: Slot>(of type: RuntimeType, _: S.Type) throws -> (S, S) throws -> Bool {
        func lift(_ body: @escaping (AnySlot, AnySlot) throws -> Bool) -> (S, S) throws -> Bool {
            { try body(AnySlot($0), AnySlot($1)) }
        }
        switch type.kind {
        case .integer, .bool: return { AnySlot($0).int == AnySlot($1).int }
        case .double, .float: return { AnySlot($0).double == AnySlot($1).double }
        case .character: return { Characters.equal(AnySlot($0).int, AnySlot($1).int) }
        case .string: return { AnySlot($0).ref.string == AnySlot($1).ref.string }
        case .void: return { _, _ in true }
        case .substring:
            return { AnySlot($0).ref.cast(to: SubstringObject.self).value == AnySlot($1).ref.cast(to: SubstringObject.self).value }
        case .optional(let payload):
            let equal = try anyEquality(payload)
            return lift { a, b in
                guard let x = a.ref, let y = b.ref else { return a.ref == nil && b.ref == nil }
                return try equal(payload.payload(x), payload.payload(y))
            }
        case .array(let element):
            let equal = try anyEquality(element)
            return lift { a, b in
                let (x, y) = (a.ref.cast(to: AnyArrayObject.self), b.ref.cast(to: AnyArrayObject.self))
                if x === y && element.representation != .double { return true }
                if x.count != y.count { return false }
                for index in 0..<x.count where !(try equal(x.element(index), y.element(index))) { return false }
                return true
            }
        case .dictionary(_, let value):
            let equal = try anyEquality(value)
            return lift { a, b in
                let (x, y) = (a.ref.cast(to: AnyTableObject.self), b.ref.cast(to: AnyTableObject.self))
                if x.count != y.count { return false }
                for (key, item) in x.entries {
                    guard let other = try y.lookUp(key), try equal(item, other) else { return false }
                }
                return true
            }
        case .set:
            return lift { a, b in
                let (x, y) = (a.ref.cast(to: AnyTableObject.self), b.ref.cast(to: AnyTableObject.self))
                if x.count != y.count { return false }
                for (key, _) in x.entries where try y.lookUp(key) == nil { return false }
                return true
            }
        case .tuple(let elements):
            return lift(try recordEquality(elements.map(\.type)))
        case .existential:
            return lift { [unowned self] a, b in
                guard let x = a.ref, let y = b.ref else { return a.ref == nil && b.ref == nil }
                let (first, left) = open(x)
                let (second, right) = open(y)
                if first !== second { return false }
                return try anyEquality(first)(left, right)
            }
        case .metatype:
            return lift { ($0.ref as? MetatypeObject)?.type === ($1.ref as? MetatypeObject)?.type }
        default: break
        }
        guard let function = try operation(type, "Equatable", "==") else {
            throw Trap.internalFault("'\(type.name)' cannot be compared")
        }
        if case .equals? = function.synthesized { return lift(try memberwiseEquality(type)) }
        guard let object = try witness(type, "Equatable.==") else { throw Trap.internalFault("'\(type.name)' cannot be compared") }
        return { try object.call($0, $1, as: Int.self) != 0 }
    }

    func anyEquality(_ type: RuntimeType) throws -> (AnySlot, AnySlot) throws -> Bool {
        switch type.representation {
        case .int:
            let equal = try equality(of: type, Int.self)
            return { try equal($0.int, $1.int) }
        case .double:
            let equal = try equality(of: type, Double.self)
            return { try equal($0.double, $1.double) }
        case .ref:
            // A type may hold itself: what it needs is found when it is first compared.
            let equal = Deferred { [unowned self] in try equality(of: type, Ref.self) }
            return { try equal.get()($0.ref, $1.ref) }
        }
    }

    private func recordEquality(_ types: [RuntimeType]) throws -> (AnySlot, AnySlot) throws -> Bool {
        let equals = try types.map { try anyEquality($0) }
        return { a, b in
            let (x, y) = (a.ref.cast(to: Record.self), b.ref.cast(to: Record.self))
            for (index, equal) in equals.enumerated() {
                let representation = types[index].representation
                if !(try equal(.load(x.words + index, representation), .load(y.words + index, representation))) { return false }
            }
            return true
        }
    }

    /// `==` as the language writes it.
    func memberwiseEquality(_ type: RuntimeType) throws -> (AnySlot, AnySlot) throws -> Bool {
        switch type.kind {
        case .structure(let fields): return try recordEquality(fields.map(\.type))
        case .enumeration(let cases):
            if type.representation == .int { return { $0.int == $1.int } }
            let payloads = try cases.map { try recordEquality($0.payload.map(\.type)) }
            return { a, b in
                let tag = a.ref.cast(to: Record.self).header.tag
                return try tag == b.ref.cast(to: Record.self).header.tag && payloads[tag](a, b)
            }
        default: return { _, _ in throw Trap.internalFault("'\(type.name)' cannot be compared") }
        }
    }

    func ordering<S: Slot>(of type: RuntimeType, _: S.Type) throws -> (S, S) throws -> Bool {
        switch type.kind {
        case .integer(64, false): return { UInt(bitPattern: AnySlot($0).int) < UInt(bitPattern: AnySlot($1).int) }
        case .integer: return { AnySlot($0).int < AnySlot($1).int }
        case .double, .float: return { AnySlot($0).double < AnySlot($1).double }
        case .character: return { Characters.less(AnySlot($0).int, AnySlot($1).int) }
        case .string: return { AnySlot($0).ref.string < AnySlot($1).ref.string }
        default: break
        }
        if let function = try operation(type, "Comparable", "<"), case .less? = function.synthesized {
            return { AnySlot($0).int < AnySlot($1).int }
        }
        guard let object = try witness(type, "Comparable.<") else { throw Trap.internalFault("'\(type.name)' cannot be ordered") }
        return { try object.call($0, $1, as: Int.self) != 0 }
    }

    // MARK: Hashing

    func hashing<S: Slot>(of type: RuntimeType, _: S.Type) throws -> (S) throws -> Int {
        switch type.kind {
        case .integer, .bool: return { AnySlot($0).int }
        case .double, .float: return { AnySlot($0).double == 0 ? 0 : Int(truncatingIfNeeded: AnySlot($0).double.bitPattern) }
        case .character: return { Characters.hash(AnySlot($0).int) }
        case .string: return { Text.hash(AnySlot($0).ref.string) }
        case .substring: return { Text.hash(String(AnySlot($0).ref.cast(to: SubstringObject.self).value)) }
        default: break
        }
        let hash = try anyHashing(type)
        return { try hash(AnySlot($0)) }
    }

    private static func combine(_ a: Int, _ b: Int) -> Int { (a &* 0x1000_0000_01B3) ^ (b &+ 0x51_7C_C1) }

    func anyHashing(_ type: RuntimeType) throws -> (AnySlot) throws -> Int {
        switch type.kind {
        case .integer, .bool: return { $0.int }
        case .double, .float, .character, .string, .substring:
            switch type.representation {
            case .int:
                let hash = try hashing(of: type, Int.self)
                return { try hash($0.int) }
            case .double:
                let hash = try hashing(of: type, Double.self)
                return { try hash($0.double) }
            case .ref:
                let hash = try hashing(of: type, Ref.self)
                return { try hash($0.ref) }
            }
        case .void: return { _ in 0 }
        case .optional(let payload):
            let hash = try deferredHashing(payload)
            return { value in
                guard let reference = value.ref else { return 0 }
                return Self.combine(1, try hash(payload.payload(reference)))
            }
        case .array(let element):
            let hash = try deferredHashing(element)
            return { value in
                let array = value.ref.cast(to: AnyArrayObject.self)
                var result = array.count
                for index in 0..<array.count { result = Self.combine(result, try hash(array.element(index))) }
                return result
            }
        case .set(let element):
            let hash = try deferredHashing(element)
            return { value in
                try value.ref.cast(to: AnyTableObject.self).entries.reduce(0) { $0 ^ Self.combine(7, try hash($1.key)) }
            }
        case .dictionary(let key, let item):
            let (hashKey, hashItem) = (try deferredHashing(key), try deferredHashing(item))
            return { value in
                try value.ref.cast(to: AnyTableObject.self).entries.reduce(0) {
                    $0 ^ Self.combine(try hashKey($1.key), try hashItem($1.value))
                }
            }
        case .existential:
            return { [unowned self] value in
                guard let reference = value.ref else { return 0 }
                let (dynamic, payload) = open(reference)
                return try anyHashing(dynamic)(payload)
            }
        case .metatype: return { ($0.ref as? MetatypeObject).map { Text.hash($0.type.name) } ?? 0 }
        default: break
        }
        let function = try operation(type, "Hashable", "hash")
        if let synthesized = function?.synthesized, case .hashInto = synthesized { return try memberwiseHashing(type) }
        guard function != nil, let object = try witness(type, "Hashable.hash(into:)") else {
            if type.representation == .int { return { $0.int } }
            throw Trap.internalFault("'\(type.name)' cannot be hashed")
        }
        let layout = Layout([.int])
        return { value in
            // A hasher is a struct of one word.
            let word = Frame.allocate(capacity: 1)
            word.initialize(to: 0)
            defer {
                Ref.store(nil, word)
                word.deallocate()
            }
            Ref.store(Record.make(layout), word)
            let _: Ref = try object.call([value, .int(Int(bitPattern: word))])
            return recordWords(word.pointee)[0]
        }
    }

    private func deferredHashing(_ type: RuntimeType) throws -> (AnySlot) throws -> Int {
        let hash = Deferred { [unowned self] in try anyHashing(type) }
        return { try hash.get()($0) }
    }

    /// The hash that `hash(into:)` gives where the language writes it.
    func memberwiseHashing(_ type: RuntimeType) throws -> (AnySlot) throws -> Int {
        func record(_ types: [RuntimeType]) throws -> (AnySlot) throws -> Int {
            let hashes = try types.map { try deferredHashing($0) }
            return { value in
                let record = value.ref.cast(to: Record.self)
                var result = record.header.tag
                for (index, hash) in hashes.enumerated() {
                    result = Self.combine(result, try hash(.load(record.words + index, types[index].representation)))
                }
                return result
            }
        }
        switch type.kind {
        case .structure(let fields): return try record(fields.map(\.type))
        case .enumeration(let cases):
            if type.representation == .int { return { $0.int } }
            let payloads = try cases.map { try record($0.payload.map(\.type)) }
            return { try payloads[$0.ref.cast(to: Record.self).header.tag]($0) }
        default: return { _ in throw Trap.internalFault("'\(type.name)' cannot be hashed") }
        }
    }

    // MARK: Dynamic types

    /// The concrete type and value of what an existential holds; an object that stands for itself is its class's.
    func open(_ reference: AnyObject) -> (RuntimeType, AnySlot) {
        if let existential = reference as? Existential {
            if existential.type.type.isExistential, let inner = existential.value.ref { return open(inner) }
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
            if object.type.type == target.type || object.type.type.isSubclass(of: target.type) { return value }
            return nil
        default:
            return from.type == to.type ? value : nil
        }
    }

    private func castObject(_ value: AnySlot, _ from: RuntimeType, _ to: RuntimeType) throws -> AnySlot? {
        guard let object = value.ref, from.type.isClass else { return nil }
        let dynamic = classOf(object, from)
        if case .existential = to.kind { return castToExistential(value, dynamic, to) }
        if dynamic.type == to.type || dynamic.type.isSubclass(of: to.type) { return value }
        return nil
    }

    private func castToExistential(_ value: AnySlot, _ from: RuntimeType, _ to: RuntimeType) -> AnySlot? {
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

    // MARK: Dynamic members

    /// Reads, or with a new value writes, a property that classes override.
    func dynamicProperty(_ variable: VariableDeclaration, of object: AnyObject, _ newValue: AnySlot?) throws -> AnySlot {
        guard let type = classOf(object, anyType).type.nominal.map({ _ in classType(classOf(object, anyType).type) }) else {
            throw Trap.internalFault("a property of an object")
        }
        let found = type.property(variable)
        let code = ClassAccess(self, type, found)
        if let newValue {
            try code.set(object, newValue)
            return .ref(nil)
        }
        return try code.get(object)
    }

    /// A method or property getter of the program, for calls by name from the library.
    func method(_ name: String, of type: RuntimeType) throws -> InterpretedMethod? {
        if type.type.nominal?.kind == .class { return classType(type.type).override(name) }
        guard let nominal = type.type.nominal else { return nil }
        for member in nominal.declaredMembers {
            if let function = member as? FunctionDeclaration, function.fullName == name, !function.isStatic {
                return interpreted(code(for: function, type.memberSubstitutions))
            }
            if let variable = member as? VariableDeclaration, variable.name == name, let getter = variable.getter {
                return interpreted(code(for: getter, type.memberSubstitutions))
            }
        }
        return nil
    }

    func interpreted(_ code: FunctionCode) -> InterpretedMethod {
        InterpretedMethod(
            function: FunctionObject(
                code.cell, captures: nil, arity: code.declaration.parameters.count + (code.hasSelf ? 1 : 0), machine: machine),
            parameterTypes: parameterTypes(code.declaration, code.substitutions), resultType: code.resultType)
    }

    /// A lazy property's value, computed with `self` at hand.
    func lazyValue(
        _ body: CodeBody, _ substitutions: Substitutions, _ base: RuntimeType, _ variable: VariableDeclaration
    ) throws -> (AnySlot) throws -> AnySlot {
        let inner = FunctionCompiler(self, body, substitutions, name: variable.name)
        let valueType = runtimeType(substitutions.apply(variable.type))
        let parameters = body.selfVariable.map { [$0] } ?? []
        let entry = try inner.entry(parameters: parameters, result: valueType.representation)
        let cell = EntryCell.allocate(capacity: 1)
        cell.initialize(to: .passRetained(entry))
        let object = FunctionObject(cell, captures: nil, arity: parameters.count, machine: machine)
        let takesSelf = !parameters.isEmpty
        return { receiver in
            let arguments = takesSelf ? [receiver] : []
            switch valueType.representation {
            case .int: return .int(try object.call(arguments))
            case .double: return .double(try object.call(arguments))
            case .ref: return .ref(try object.call(arguments))
            }
        }
    }

    /// An error that a native threw, as the program's.
    func thrown(_ error: Error, at site: Site) -> Error {
        ThrownError(Existential(runtimeType(world.errorType), .ref(NativeError(error))), at: site.range)
    }

    /// A value as the library's own code wants it: see ``Instance/members()``.
    func native(_ value: AnySlot, _ type: RuntimeType) -> Any {
        switch type.kind {
        case .integer: return value.int
        case .double, .float: return value.double
        case .bool: return value.int != 0
        case .character: return Characters.character(value.int)
        case .string: return value.ref.string
        case .optional(let payload): return value.ref.map { native(payload.payload($0), payload) } as Any
        case .array(let element):
            let array = value.ref.cast(to: AnyArrayObject.self)
            return (0..<array.count).map { native(array.element($0), element) }
        case .existential:
            guard let reference = value.ref else { return InterpretedValue(value: value, type: type) }
            let (dynamic, payload) = open(reference)
            return native(payload, dynamic)
        case .native:
            if let reference = value.ref { return (reference as? AnyNativeObject)?.anyValue ?? reference }
            return InterpretedValue(value: value, type: type)
        case .classInstance:
            if let reference = value.ref, classType(type.type).native != nil { return reference }
            return InterpretedValue(value: value, type: type)
        default: return InterpretedValue(value: value, type: type)
        }
    }
}

/// An error of the library's own code, as the program holds it.
public final class NativeError {
    public let error: Error
    init(_ error: Error) { self.error = error }
}

/// Reads and writes one property of objects of one class.
struct ClassAccess {
    let compiler: Compiler
    let type: ClassType
    let variable: VariableDeclaration

    init(_ compiler: Compiler, _ type: ClassType, _ variable: VariableDeclaration) {
        self.compiler = compiler
        self.type = type
        self.variable = variable
    }

    private var owner: Substitutions {
        guard let nominal = variable.context.selfNominal,
            let level = compiler.world.superclass(of: type.type.type, declaration: nominal)
        else { return type.substitutions }
        return nominal.substitutions(level.arguments)
    }

    private func field(_ object: AnyObject) -> (Address, Representation) {
        let instance = type.native.map { $0.peer(object) } ?? unsafeDowncast(object, to: Instance.self)
        let index = type.index(of: variable)
        return (instance.words + index, type.fields[index].type.representation)
    }

    func get(_ object: AnyObject) throws -> AnySlot {
        if let getter = variable.getter, !variable.isStored { return try call(getter, [.ref(object)]) }
        // A stored property that another overrides with observers keeps its value in the first one.
        if let base = variable.overridden, variable.didSet != nil || variable.willSet != nil {
            return try ClassAccess(compiler, type, base).get(object)
        }
        let (address, representation) = field(object)
        return .load(address, representation)
    }

    func set(_ object: AnyObject, _ value: AnySlot) throws {
        if let setter = variable.setter, !variable.isStored {
            _ = try call(setter, [.ref(object), value])
            return
        }
        if let willSet = variable.willSet { _ = try call(willSet, [.ref(object), value]) }
        let old = try variable.didSet.map { _ in try get(object) }
        if let base = variable.overridden, variable.didSet != nil || variable.willSet != nil {
            try ClassAccess(compiler, type, base).set(object, value)
        } else {
            value.store(field(object).0)
        }
        if let didSet = variable.didSet, let old { _ = try call(didSet, [.ref(object), old]) }
    }

    private func call(_ function: FunctionDeclaration, _ arguments: [AnySlot]) throws -> AnySlot {
        let code = compiler.code(for: function, owner)
        let object = FunctionObject(code.cell, captures: nil, arity: arguments.count, machine: compiler.machine)
        switch code.result {
        case .int: return .int(try object.call(arguments))
        case .double: return .double(try object.call(arguments))
        case .ref: return .ref(try object.call(arguments))
        }
    }
}

/// Finds what a requirement called on an `any P` comes to for each type that turns up.
final class ExistentialDispatcher {
    enum Found {
        case field(index: Int, isClass: Bool, type: RuntimeType)
        case function(FunctionCode, isMutating: Bool)
    }

    private let compiler: Compiler
    private let function: FunctionDeclaration
    private let substitutions: Substitutions
    private var known: [ObjectIdentifier: Found] = [:]
    private var last: (type: RuntimeType, found: Found)?

    init(_ compiler: Compiler, _ function: FunctionDeclaration, _ substitutions: Substitutions) {
        self.compiler = compiler
        self.function = function
        self.substitutions = substitutions
    }

    func words(_ type: RuntimeType) -> (UnsafeMutableRawPointer) -> Address {
        if let native = compiler.classType(type.type).native {
            return { native.peer(Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue()).words }
        }
        return { ($0 + ObjectOffset.instance).assumingMemoryBound(to: Int.self) }
    }

    func witness(_ type: RuntimeType) throws -> Found {
        if let last, last.type === type { return last.found }
        let found = try known[ObjectIdentifier(type)] ?? find(type)
        known[ObjectIdentifier(type)] = found
        last = (type, found)
        return found
    }

    private func find(_ type: RuntimeType) throws -> Found {
        let requirement: Declaration = function.accessorOf ?? function
        guard let proto = requirement.context.selfNominal else { throw Trap.internalFault("a requirement") }
        // A member of a class (`any SomeClass & P`), not a requirement.
        if proto.kind == .class {
            let code = compiler.classType(type.type).method(function)
            return .function(code, isMutating: false)
        }
        var concrete = substitutions
        concrete.map[proto.selfParameter] = type.type
        if !requirementIsOwn(requirement, proto) {
            // A member of a protocol's extension: compiled for the dynamic type.
            return .function(compiler.code(for: function, concrete), isMutating: function.takesAddress)
        }
        guard let (found, made) = compiler.witness(requirement, concrete) else {
            throw Trap.internalFault("'\(type.name)' lacks '\(requirement.name)'")
        }
        let isClass = type.type.isClass
        if let variable = found as? VariableDeclaration {
            if variable.isStored, !variable.isLazy, !variable.isStatic {
                if isClass {
                    let classType = compiler.classType(type.type)
                    let index = classType.index(of: variable)
                    return .field(index: index, isClass: true, type: classType.fields[index].type)
                }
                if case .stored(let index) = variable.storage {
                    return .field(index: index, isClass: false, type: type.memberRuntimeType(variable))
                }
            }
            guard let accessor = function.kind == .getter ? variable.getter : variable.setter else {
                throw Trap.internalFault("'\(variable.name)' has no accessor")
            }
            return reached(accessor, made, isClass, type)
        }
        if let item = found as? SubscriptDeclaration, let accessor = function.kind == .getter ? item.getter : item.setter {
            return reached(accessor, made, isClass, type)
        }
        guard let target = found as? FunctionDeclaration else { throw Trap.internalFault("a witness of '\(requirement.name)'") }
        return reached(target, made, isClass, type)
    }

    private func reached(_ target: FunctionDeclaration, _ substitutions: Substitutions, _ isClass: Bool, _ type: RuntimeType) -> Found {
        if target.context.selfNominal?.kind == .class, compiler.isInterpretedClass(type.type.nominal) {
            return .function(compiler.classType(type.type).method(target), isMutating: false)
        }
        return .function(compiler.code(for: target, substitutions), isMutating: target.takesAddress)
    }

    private func requirementIsOwn(_ requirement: Declaration, _ proto: NominalDeclaration) -> Bool {
        requirement.context is NominalDeclaration.MemberContext
            || (requirement.context as? FunctionContext)?.parent is NominalDeclaration.MemberContext
    }
}
