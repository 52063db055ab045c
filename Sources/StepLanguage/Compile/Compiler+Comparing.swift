/// Comparing and hashing values of types that are known when code is compiled.
extension Compiler {
    // MARK: Comparing

    func requirement(_ proto: String, _ name: String) -> FunctionDeclaration? {
        world.known(proto)?.requirements.first { ($0 as? FunctionDeclaration)?.name == name } as? FunctionDeclaration
    }

    func operation(_ type: RuntimeType, _ proto: String, _ name: String) throws -> FunctionDeclaration? {
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
            if !type.nests { return { try equal.get()($0.ref, $1.ref) } }
            let machine = machine
            return { a, b in try machine.deeper { try equal.get()(a.ref, b.ref) } }
        }
    }

    /// The words of a record that are compared and hashed, all but those of lazy properties; those of weak and unowned ones hold
    /// their object indirectly.
    private func comparedFields(_ types: [RuntimeType], _ variables: [VariableDeclaration]) -> [(index: Int, isHeld: Bool)] {
        guard variables.count == types.count else { return types.indices.map { ($0, false) } }
        return variables.indices.filter { !variables[$0].isLazy }.map { ($0, variables[$0].ownership != .strong) }
    }

    /// - Parameter variables: the stored properties whose words they are, if they are those.
    func recordEquality(
        _ types: [RuntimeType], _ variables: [VariableDeclaration] = []
    ) throws -> (AnySlot, AnySlot) throws -> Bool {
        let equals = try comparedFields(types, variables).map {
            (index: $0.index, isHeld: $0.isHeld, equal: try anyEquality(types[$0.index]))
        }
        return { a, b in
            let (x, y) = (a.ref.cast(to: Record.self), b.ref.cast(to: Record.self))
            for (index, isHeld, equal) in equals {
                let representation = types[index].representation
                var (left, right) = (AnySlot.load(x.words + index, representation), AnySlot.load(y.words + index, representation))
                if isHeld { (left, right) = (left.held, right.held) }
                if !(try equal(left, right)) { return false }
            }
            return true
        }
    }

    /// `==` as the language writes it.
    func memberwiseEquality(_ type: RuntimeType) throws -> (AnySlot, AnySlot) throws -> Bool {
        switch type.kind {
        case .structure(let fields):
            let variables = type.type.nominal?.storedProperties ?? []
            return try recordEquality(fields.map(\.type), variables)
        case .enumeration(let cases):
            if type.representation == .int { return { $0.int == $1.int } }
            let payloads = try cases.map { try recordEquality($0.payload.map(\.type)) }
            return { a, b in
                let tag = a.ref.cast(to: Record.self).tag
                return try tag == b.ref.cast(to: Record.self).tag && payloads[tag](a, b)
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
            let less = try casewiseOrdering(type)
            return { try less(AnySlot($0), AnySlot($1)) }
        }
        guard let object = try witness(type, "Comparable.<") else { throw Trap.internalFault("'\(type.name)' cannot be ordered") }
        return { try object.call($0, $1, as: Int.self) != 0 }
    }

    /// `<` of an enum as the language writes it: by the order of the cases, then by the payloads from left to right.
    func casewiseOrdering(_ type: RuntimeType) throws -> (AnySlot, AnySlot) throws -> Bool {
        guard case .enumeration(let cases) = type.kind, type.representation == .ref else { return { $0.int < $1.int } }
        typealias Test = (AnySlot, AnySlot) throws -> Bool
        let payloads = cases.map { item in
            item.payload.map { part in
                let representation = part.type.representation
                let less = Deferred<Test> { try part.type.anyOrdering() }
                let equal = Deferred<Test> { [unowned self] in try anyEquality(part.type) }
                return (representation, less, equal)
            }
        }
        return { a, b in
            let (x, y) = (a.ref.cast(to: Record.self), b.ref.cast(to: Record.self))
            if x.tag != y.tag { return x.tag < y.tag }
            for (index, part) in payloads[x.tag].enumerated() {
                let (left, right) = (AnySlot.load(x.words + index, part.0), AnySlot.load(y.words + index, part.0))
                if !(try part.2.get()(left, right)) { return try part.1.get()(left, right) }
            }
            return false
        }
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

    func deferredHashing(_ type: RuntimeType) throws -> (AnySlot) throws -> Int {
        let hash = Deferred { [unowned self] in try anyHashing(type) }
        if !type.nests { return { try hash.get()($0) } }
        let machine = machine
        return { value in try machine.deeper { try hash.get()(value) } }
    }

    /// The hash that `hash(into:)` gives where the language writes it.
    func memberwiseHashing(_ type: RuntimeType) throws -> (AnySlot) throws -> Int {
        func record(_ types: [RuntimeType], _ variables: [VariableDeclaration] = []) throws -> (AnySlot) throws -> Int {
            let hashes = try comparedFields(types, variables).map {
                (index: $0.index, isHeld: $0.isHeld, hash: try deferredHashing(types[$0.index]))
            }
            return { value in
                let record = value.ref.cast(to: Record.self)
                var result = record.tag
                for (index, isHeld, hash) in hashes {
                    let value = AnySlot.load(record.words + index, types[index].representation)
                    result = Self.combine(result, try hash(isHeld ? value.held : value))
                }
                return result
            }
        }
        switch type.kind {
        case .structure(let fields): return try record(fields.map(\.type), type.type.nominal?.storedProperties ?? [])
        case .enumeration(let cases):
            if type.representation == .int { return { $0.int } }
            let payloads = try cases.map { try record($0.payload.map(\.type)) }
            return { try payloads[$0.ref.cast(to: Record.self).tag]($0) }
        default: return { _ in throw Trap.internalFault("'\(type.name)' cannot be hashed") }
        }
    }
}
