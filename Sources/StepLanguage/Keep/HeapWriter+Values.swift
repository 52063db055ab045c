/// Values of the program, by their static types.
extension HeapWriter {
    func add(_ value: AnySlot, _ type: RuntimeType) throws {
        switch type.kind {
        case .integer, .bool: add(value.int)
        case .double, .float: add(value.double)
        case .character: add(String(Characters.character(value.int)))
        case .void: break
        case .string: add(value.ref.string)
        case .substring:
            add(String(value.ref.cast(to: SubstringObject.self).value))
            try refuse("a substring")
        default:
            guard let object = value.ref else {
                // `nil`, a case without payload, or a variable that has no value yet.
                if type.representation == .int {
                    if !(type.type.nominal?.isLibrary ?? true) { noteCode() }
                    return add(value.int)
                }
                return add(-2)
            }
            if object is WeakObject {
                try add(object: (object as? WeakObject)?.value)
                return try refuse("a weak reference")
            }
            try nested { try add(reference: object, type) }
        }
    }

    private func add(reference object: AnyObject, _ type: RuntimeType) throws {
        guard purpose == .digest, let digests = context.digests, DigestCache.pays(for: object) else {
            return try add(whole: object, type)
        }
        let known = try digests.entry(object, type) {
            let writer = HeapWriter(.digest, context, depth: depth)
            try writer.add(whole: object, type)
            return writer
        }
        add(known)
    }

    private func add(whole object: AnyObject, _ type: RuntimeType) throws {
        if let native = object as? AnyNativeObject { return try add(native: native) }
        switch type.kind {
        case .optional(let wrapped):
            add(1)
            try add(wrapped.payload(object), wrapped)
        case .array(let element): try add(array: object, element)
        case .dictionary(let key, let value): try add(table: object, key, value)
        case .set(let key): try add(table: object, key, nil)
        case .tuple(let elements): try add(record: object, elements.map(\.type))
        case .structure(let fields):
            if !(type.type.nominal?.isLibrary ?? true) { noteCode() }
            try add(record: object, fields.map(\.type))
        case .enumeration(let cases):
            if !(type.type.nominal?.isLibrary ?? true) { noteCode() }
            guard let record = object as? Record, cases.indices.contains(record.tag) else { return try add(object: object) }
            add(record.tag)
            try add(record: record, cases[record.tag].payload.map(\.type))
        case .existential:
            let (dynamic, payload) = type.compiler.open(object)
            add(object is Existential)
            try add(type: dynamic)
            try add(payload, dynamic)
        case .metatype:
            add((object as? MetatypeObject)?.type.qualifiedName ?? "")
            try refuse("a type as a value")
        case .function:
            guard let function = object as? FunctionObject, function.captures == nil else { return try add(object: object) }
            // One without captured variables is a value: the code alone.
            try add(function: function)
        case .classInstance:
            noteCode()
            try add(object: object)
        default: try add(object: object)
        }
    }

    private func add(array object: AnyObject, _ element: RuntimeType) throws {
        switch element.kind {
        case .integer, .bool:
            if let numbers = object as? ArrayObject<Int> { return add(numbers.items) }
        case .double, .float:
            if let numbers = object as? ArrayObject<Double> { return add(numbers.items) }
        default: break
        }
        guard let array = object as? AnyArrayObject else { return try add(object: object) }
        add(array.count)
        for index in 0..<array.count { try add(array.element(index), element) }
    }

    private func add(table object: AnyObject, _ key: RuntimeType, _ value: RuntimeType?) throws {
        guard let table = object as? AnyTableObject else { return try add(object: object) }
        add(table.count)
        for entry in table.entries {
            try add(entry.key, key)
            if let value { try add(entry.value, value) }
        }
    }

    private func add(record object: AnyObject, _ types: [RuntimeType]) throws {
        guard let record = object as? Record, record.layout.count >= types.count else { return try add(object: object) }
        for (index, type) in types.enumerated() {
            try add(AnySlot.load(record.words + index, type.representation), type)
        }
    }

    private func add(native: AnyNativeObject) throws {
        let value = native.anyValue
        let name = String(reflecting: type(of: value))
        guard let keeper = context.keepers.values[name] else { return try add(reflecting: value) }
        add(name)
        try keeper.write(value, self)
    }

    /// A type that only the running program knows: of a value inside an `Any`.
    private func add(type: RuntimeType) throws {
        add(type.qualifiedName)
        if purpose == .keep, context.type(named: type.qualifiedName) !== type {
            throw NotKept("a value of the type \(type.name)")
        }
    }

    // MARK: Objects

    /// The parts of an object of the program: those it holds for good and those that can change.
    func add(instance: Instance) throws {
        noteCode()
        for (index, field) in instance.classType.fields.enumerated() {
            let word = instance.words + index
            if field.variable.ownership != .strong {
                try add(object: (Ref.load(word) as? WeakObject)?.value)
                try refuse("a weak reference")
            } else {
                try add(AnySlot.load(word, field.type.representation), field.type)
            }
        }
    }

    /// A closure, and what it captured, looked at without types: it cannot be read back.
    func add(function: FunctionObject) throws {
        noteCode()
        try refuse("a closure")
        add(Int(bitPattern: function.cell))
        if let captures = function.captures { try add(untyped: captures) }
    }

    /// The variables that closures share are objects of their own.
    func add(untyped record: Record) throws {
        let layout = record.layout
        let references = Set(layout.references)
        add(record.tag)
        for index in 0..<layout.count {
            if references.contains(index) {
                try add(untyped: Ref.load(record.words + index))
            } else {
                add(record.words[index])
            }
        }
    }

    private func add(untyped reference: Ref) throws {
        guard let reference else { return add(-2) }
        try nested {
            switch reference {
            case let text as StringObject: add(text.value)
            case let text as SubstringObject: add(String(text.value))
            case let numbers as ArrayObject<Int>: add(numbers.items)
            case let numbers as ArrayObject<Double>: add(numbers.items)
            case let items as ArrayObject<Ref>:
                add(items.items.count)
                for item in items.items { try add(untyped: item) }
            case let box as Boxed<Int>: add(box.value)
            case let box as Boxed<Double>: add(box.value)
            case let box as Boxed<Ref>: try add(untyped: box.value)
            case let record as Record where record.layout === Layout.intBox || record.layout === Layout.refBox: try add(object: record)
            case let record as Record: try add(untyped: record)
            case let table as AnyTableObject:
                add(table.count)
                for entry in table.entries {
                    try add(untyped: entry.key)
                    try add(untyped: entry.value)
                }
            case let value as Existential: try add(value.value, value.type)
            case let weak as WeakObject: try add(object: weak.value)
            case let native as AnyNativeObject: try add(reflecting: native.anyValue)
            case let type as MetatypeObject: add(type.type.qualifiedName)
            default: try add(object: reference)
            }
        }
    }

    private func add(untyped slot: AnySlot) throws {
        switch slot {
        case .int(let value): add(value)
        case .double(let value): add(value)
        case .ref(let value): try add(untyped: value)
        }
    }
}
