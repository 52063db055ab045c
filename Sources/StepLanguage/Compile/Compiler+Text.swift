extension Compiler {
    /// The text of a value as `print` writes it.
    func describe(_ value: AnySlot, _ type: RuntimeType) throws -> String {
        switch type.kind {
        case .string: return value.ref.string
        case .character: return String(Characters.character(value.int))
        case .substring: return String(value.ref.cast(to: SubstringObject.self).value)
        case .existential:
            guard let reference = value.ref else { return "nil" }
            let (dynamic, payload) = open(reference)
            return try describe(payload, dynamic)
        case .structure, .enumeration, .classInstance, .native:
            let dynamic = type.dynamic(value)
            if let text = try custom(value, dynamic, "CustomStringConvertible", "description") { return text }
            if let text = try custom(value, dynamic, "CustomDebugStringConvertible", "debugDescription") { return text }
            return try machine.deeper { try structural(value, dynamic, qualified: false) }
        default: return try type.nests ? machine.deeper { try structural(value, type, qualified: false) } : structural(value, type, qualified: false)
        }
    }

    /// The text of a value as `debugPrint` writes it, and as it stands inside other values.
    func debugDescribe(_ value: AnySlot, _ type: RuntimeType) throws -> String {
        switch type.kind {
        case .string: return value.ref.string.debugDescription
        case .character: return Characters.character(value.int).debugDescription
        case .substring: return value.ref.cast(to: SubstringObject.self).value.debugDescription
        case .existential:
            guard let reference = value.ref else { return "nil" }
            let (dynamic, payload) = open(reference)
            return try debugDescribe(payload, dynamic)
        case .structure, .enumeration, .classInstance, .native:
            let dynamic = type.dynamic(value)
            if let text = try custom(value, dynamic, "CustomDebugStringConvertible", "debugDescription") { return text }
            if let text = try custom(value, dynamic, "CustomStringConvertible", "description") { return text }
            return try machine.deeper { try structural(value, dynamic, qualified: true) }
        default: return try type.nests ? machine.deeper { try structural(value, type, qualified: true) } : structural(value, type, qualified: true)
        }
    }

    private func custom(_ value: AnySlot, _ type: RuntimeType, _ proto: String, _ member: String) throws -> String? {
        if natives.describers[type.name] != nil { return nil }
        guard conforms(type, proto), let object = try witness(type, proto + "." + member) else { return nil }
        if type.type.nominal?.kind == .class, let reference = value.ref,
            let nominal = type.type.nominal, isInterpretedClass(nominal)
        {
            // A subclass may override it.
            if let method = classType(type.type).override(member) {
                return try (method.raw(.ref(reference))).ref.string
            }
        }
        return try object.call([value], as: Ref.self).string
    }

    /// The text that Swift makes of a value's parts.
    private func structural(_ value: AnySlot, _ type: RuntimeType, qualified: Bool) throws -> String {
        switch type.kind {
        case .integer(_, signed: true): return String(value.int)
        case .integer: return String(UInt(bitPattern: value.int))
        case .double: return Text.double(value.double)
        case .float: return Text.float(value.double)
        case .bool: return value.int != 0 ? "true" : "false"
        case .void: return "()"
        case .function: return "(Function)"
        case .metatype(let instance):
            let dynamic = (value.ref as? MetatypeObject)?.type ?? instance
            return qualified ? dynamic.qualifiedName : dynamic.name
        case .optional(let payload):
            guard let reference = value.ref else { return "nil" }
            return "Optional(\(try debugDescribe(payload.payload(reference), payload)))"
        case .array(let element):
            let array = value.ref.cast(to: AnyArrayObject.self)
            var text = "["
            for index in 0..<array.count {
                if index > 0 { text += ", " }
                text += try debugDescribe(array.element(index), element)
                if index & 1023 == 1023 { try machine.poll() }
            }
            return text + "]"
        case .dictionary(let key, let item):
            let table = value.ref.cast(to: AnyTableObject.self)
            if table.count == 0 { return "[:]" }
            let parts = try table.entries.map { try debugDescribe($0.key, key) + ": " + debugDescribe($0.value, item) }
            return "[" + parts.joined(separator: ", ") + "]"
        case .set(let element):
            let parts = try value.ref.cast(to: AnyTableObject.self).entries.map { try debugDescribe($0.key, element) }
            let list = "[" + parts.joined(separator: ", ") + "]"
            return qualified ? "Set(\(list))" : list
        case .tuple(let elements):
            return "(" + (try parts(value, elements)) + ")"
        case .structure(let fields):
            let name = qualified ? type.qualifiedName : type.name
            return "\(name)(" + (try parts(value, fields.map { ($0.name, $0.type) })) + ")"
        case .enumeration(let cases):
            let tag = type.representation == .int ? value.int : value.ref.cast(to: Record.self).tag
            guard tag < cases.count else { return type.name }
            let name = (qualified ? type.qualifiedName + "." : "") + cases[tag].name
            if cases[tag].payload.isEmpty { return name }
            if cases[tag].payload.count == 1, cases[tag].payload[0].label == nil {
                // A tuple as the payload looks like several values.
                switch cases[tag].payload[0].type.kind {
                case .tuple, .void: return name + (try parts(value, cases[tag].payload))
                default: break
                }
            }
            return "\(name)(" + (try parts(value, cases[tag].payload)) + ")"
        case .classInstance: return type.qualifiedName
        case .native:
            guard let reference = value.ref else { return type.name }
            if let describer = natives.describers[type.name] { return describer(reference) }
            if let error = reference as? NativeError { return String(describing: error.error) }
            if let object = reference as? AnyNativeObject { return String(describing: object.anyValue) }
            return String(describing: reference)
        default:
            if let error = value.ref as? NativeError { return String(describing: error.error) }
            return type.name
        }
    }

    /// The code that Foundation gives an error: a case's raw value where that is an `Int`; else the place of the case, those
    /// with a payload first; 1 for what is no enum.
    func errorCode(_ value: AnySlot, _ type: RuntimeType) -> Int {
        let type = type.dynamic(value)
        guard case .enumeration(let cases) = type.kind else { return 1 }
        let tag = type.representation == .int ? value.int : value.ref.cast(to: Record.self).tag
        guard cases.indices.contains(tag) else { return 1 }
        if let nominal = type.type.nominal, nominal.enumCases.indices.contains(tag), nominal.rawType == world.intType,
            case .integer(let magnitude, let negative)? = nominal.enumCases[tag].rawValue
        {
            return negative ? -Int(truncatingIfNeeded: magnitude) : Int(truncatingIfNeeded: magnitude)
        }
        let withPayload = cases.indices.filter { !cases[$0].payload.isEmpty }
        if let place = withPayload.firstIndex(of: tag) { return place }
        return withPayload.count + cases[..<tag].count { $0.payload.isEmpty }
    }

    private func parts(_ value: AnySlot, _ elements: [(label: String?, type: RuntimeType)]) throws -> String {
        guard let reference = value.ref else { return "" }
        let record = unsafeDowncast(reference, to: Record.self)
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            var text = try debugDescribe(
                AnySlot.load(record.words + index, record.layout.isReference(index) ? .ref : element.type.representation).held,
                element.type)
            if let label = element.label { text = "\(label): \(text)" }
            texts.append(text)
        }
        return withExtendedLifetime(record) { texts.joined(separator: ", ") }
    }
}

extension Layout {
    func isReference(_ index: Int) -> Bool { references.contains(index) }
}
