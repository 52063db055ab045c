extension NativeTable {
    func addDictionaries() {
        let tables = [
            DictionaryNatives<Int, Int>.table, DictionaryNatives<Int, Double>.table, DictionaryNatives<Int, Ref>.table,
            DictionaryNatives<Double, Int>.table, DictionaryNatives<Double, Double>.table,
            DictionaryNatives<Double, Ref>.table,
            DictionaryNatives<Ref, Int>.table, DictionaryNatives<Ref, Double>.table, DictionaryNatives<Ref, Ref>.table,
        ]
        for (position, entry) in tables[0].enumerated() {
            let binders = tables.map { $0[position].binder }
            bind(code: "Dictionary.\(entry.key)") { call in
                let key = Int(call.type("Key").representation.rawValue)
                let value = Int(call.type("Value").representation.rawValue)
                return try binders[key * 3 + value](call)
            }
        }
    }

    func addSets() {
        let tables = [SetNatives<Int>.table, SetNatives<Double>.table, SetNatives<Ref>.table]
        for (position, entry) in tables[0].enumerated() {
            let binders = tables.map { $0[position].binder }
            bind(code: "Set.\(entry.key)") { call in
                try binders[Int(call.type("Element").representation.rawValue)](call)
            }
        }
    }
}

extension TableObject {
    /// The table of a dictionary or set value.
    @inline(__always)
    static func table(_ value: Ref) -> TableObject<Key, Value> { value.cast(to: TableObject<Key, Value>.self) }

    /// The position of the entry that has `offset` entries before it.
    func position(of offset: Int, _ site: Site) throws -> Int {
        if offset < 0 || offset >= count { throw site.trap("Attempting to access Collection elements using an invalid Index") }
        return count == keys.count ? offset : positions[offset]
    }

    /// Asks for memory now and then while a table grows.
    @inline(__always)
    func growing(_ machine: Machine) throws {
        if count & 0xFFF == 0 { try machine.reserve(bytes: count &* 64) }
    }

    /// How many entries stand before a position.
    func offset(of position: Int) -> Int {
        count == keys.count ? position : positions.firstIndex(of: position) ?? 0
    }
}

/// The natives of `Dictionary` for one representation of its keys and one of its values.
enum DictionaryNatives<Key: Slot, Value: Slot> {
    typealias Table = TableObject<Key, Value>
    typealias Entry = (key: String, binder: NativeBinder)

    static var table: [Entry] { making + reading + changing }

    private static func operations(_ call: NativeCall) -> Deferred<KeyOperations<Key>> {
        let type = call.type("Key")
        return Deferred { try type.keyOperations(Key.self) }
    }

    private static var making: [Entry] {
        [
            (
                "init()",
                { call in
                    let operations = operations(call)
                    return .ref { _ in Table(try operations.get()) }
                }
            ),
            (
                "init(minimumCapacity:)",
                { call in
                    let operations = operations(call)
                    let capacity = call.int(0)
                    return .ref { frame in
                        _ = try capacity(frame)
                        return Table(try operations.get())
                    }
                }
            ),
            (
                "init(dictionaryLiteral:)",
                { call in
                    let operations = operations(call)
                    let (pairs, site) = (call.ref(0), call.site)
                    return .ref { frame in
                        let table = Table(try operations.get())
                        for pair in ArrayObject<Ref>.items(try pairs(frame)) {
                            let words = pair.cast(to: Record.self).words
                            if try table.set(Key.load(words), Value.load(words + 1)) != nil {
                                throw site.trap("Dictionary literal contains duplicate keys")
                            }
                        }
                        return table
                    }
                }
            ),
        ]
    }

    private static var reading: [Entry] {
        [
            (
                "count",
                { call in
                    let dictionary = call.ref(0)
                    return .int { Table.table(try dictionary($0)).count }
                }
            ),
            (
                "isEmpty",
                { call in
                    let dictionary = call.ref(0)
                    return .int { (Table.table(try dictionary($0)).count == 0).word }
                }
            ),
            (
                "capacity",
                { call in
                    let dictionary = call.ref(0)
                    return .int { Table.table(try dictionary($0)).count }
                }
            ),
            (
                "subscript(_: Key)",
                { call in
                    let (dictionary, key) = (call.ref(0), call.arguments[1].of(Key.self))
                    let wrap = OptionalMaker<Value>(call.type("Value"))
                    return .ref { frame in
                        let table = Table.table(try dictionary(frame))
                        guard let position = try table.find(try key(frame)) else { return nil }
                        return wrap(table.value(at: position))
                    }
                }
            ),
            (
                "subscript(_:default:)",
                { call in
                    let (dictionary, key, fallback) = (call.ref(0), call.arguments[1].of(Key.self), call.ref(2))
                    return Value.wrap { frame in
                        let table = Table.table(try dictionary(frame))
                        let key = try key(frame)
                        let fallback = try fallback(frame)
                        if let position = try table.find(key) { return table.value(at: position) }
                        return try fallback.cast(to: FunctionObject.self).call(as: Value.self)
                    }
                }
            ),
            (
                "_key(_:)",
                { call in
                    let (dictionary, offset, site) = (call.ref(0), call.int(1), call.site)
                    return Key.wrap { frame in
                        let table = Table.table(try dictionary(frame))
                        return table.key(at: try table.position(of: try offset(frame), site))
                    }
                }
            ),
            (
                "_value(_:)",
                { call in
                    let (dictionary, offset, site) = (call.ref(0), call.int(1), call.site)
                    return Value.wrap { frame in
                        let table = Table.table(try dictionary(frame))
                        return table.value(at: try table.position(of: try offset(frame), site))
                    }
                }
            ),
            (
                "_offset(_:)",
                { call in
                    let (dictionary, key) = (call.ref(0), call.arguments[1].of(Key.self))
                    return .ref { frame in
                        let table = Table.table(try dictionary(frame))
                        return try table.find(try key(frame)).map { table.offset(of: $0) }.boxed
                    }
                }
            ),
            (
                "_keys",
                { call in
                    let dictionary = call.ref(0)
                    return .ref { frame in
                        let table = Table.table(try dictionary(frame))
                        return ArrayObject<Key>(table.positions.map { table.key(at: $0) })
                    }
                }
            ),
            (
                "_values",
                { call in
                    let dictionary = call.ref(0)
                    return .ref { frame in
                        let table = Table.table(try dictionary(frame))
                        return ArrayObject<Value>(table.positions.map { table.value(at: $0) })
                    }
                }
            ),
            (
                "_pairs",
                { call in
                    let (dictionary, layout) = (call.ref(0), Layout([Key.representation, Value.representation]))
                    return .ref { frame in
                        let table = Table.table(try dictionary(frame))
                        return ArrayObject<Ref>(
                            table.positions.map { position in
                                let pair = Record.make(layout)
                                Key.initialize(table.key(at: position), pair.words)
                                Value.initialize(table.value(at: position), pair.words + 1)
                                return pair
                            })
                    }
                }
            ),
            ("description", describing),
            ("debugDescription", describing),
        ]
    }

    private static func describing(_ call: NativeCall) throws -> Code {
        let (dictionary, keyType, valueType) = (call.ref(0), call.type("Key"), call.type("Value"))
        let machine = call.machine
        return .ref { frame in
            let table = Table.table(try dictionary(frame))
            if table.count == 0 { return "[:]".object }
            var text = "["
            for (index, position) in table.positions.enumerated() {
                if index > 0 { text += ", " }
                text += try keyType.debugDescribe(AnySlot(table.key(at: position)))
                text += ": "
                text += try valueType.debugDescribe(AnySlot(table.value(at: position)))
                try machine.poll()
            }
            return (text + "]").object
        }
    }

    private static var changing: [Entry] {
        [
            (
                "subscript(_: Key)=",
                { call in
                    let (place, key, value) = (call.address(0), call.arguments[1].of(Key.self), call.ref(2))
                    let (valueType, machine) = (call.type("Value"), call.machine)
                    return .void { frame in
                        let key = try key(frame)
                        let value = try value(frame)
                        let table = Table.makeUnique(try place(frame))
                        if let value {
                            try table.growing(machine)
                            try table.set(key, valueType.payload(value).of(Value.self))
                        } else {
                            try table.remove(key)
                        }
                    }
                }
            ),
            (
                "subscript(_:default:)=",
                { call in
                    let (place, key) = (call.address(0), call.arguments[1].of(Key.self))
                    let (fallback, value) = (call.arguments[2].discarded, call.arguments[3].of(Value.self))
                    let machine = call.machine
                    return .void { frame in
                        let key = try key(frame)
                        try fallback(frame)
                        let value = try value(frame)
                        let table = Table.makeUnique(try place(frame))
                        try table.growing(machine)
                        try table.set(key, value)
                    }
                }
            ),
            (
                "updateValue(_:forKey:)",
                { call in
                    let (place, value, key) = (call.address(0), call.arguments[1].of(Value.self), call.arguments[2].of(Key.self))
                    let (wrap, machine) = (OptionalMaker<Value>(call.type("Value")), call.machine)
                    return .ref { frame in
                        let (value, key) = (try value(frame), try key(frame))
                        let table = Table.makeUnique(try place(frame))
                        try table.growing(machine)
                        return wrap(try table.set(key, value))
                    }
                }
            ),
            (
                "removeValue(forKey:)",
                { call in
                    let (place, key) = (call.address(0), call.arguments[1].of(Key.self))
                    let wrap = OptionalMaker<Value>(call.type("Value"))
                    return .ref { frame in
                        let key = try key(frame)
                        return wrap(try Table.makeUnique(try place(frame)).remove(key))
                    }
                }
            ),
            (
                "removeAll(keepingCapacity:)",
                { call in
                    let (place, keeps) = (call.address(0), call.int(1))
                    return .void { frame in
                        _ = try keeps(frame)
                        Table.makeUnique(try place(frame)).removeAll()
                    }
                }
            ),
            (
                "reserveCapacity(_:)",
                { call in
                    let (place, count, machine) = (call.address(0), call.int(1), call.machine)
                    return .void { frame in
                        let count = try count(frame)
                        let (bytes, isOver) = count.multipliedReportingOverflow(by: 40)
                        try machine.reserve(bytes: isOver ? Int.max : bytes)
                        Table.makeUnique(try place(frame)).reserve(max(0, count))
                    }
                }
            ),
        ]
    }
}

/// The natives of `Set` for one representation of its elements.
enum SetNatives<Element: Slot> {
    typealias Table = SetObject<Element>
    typealias Entry = (key: String, binder: NativeBinder)

    static var table: [Entry] { making + reading + changing }

    private static func operations(_ call: NativeCall) -> Deferred<KeyOperations<Element>> {
        let type = call.type("Element")
        return Deferred { try type.keyOperations(Element.self) }
    }

    private static var making: [Entry] {
        [
            (
                "init()",
                { call in
                    let operations = operations(call)
                    return .ref { _ in Table(try operations.get()) }
                }
            ),
            (
                "init(minimumCapacity:)",
                { call in
                    let operations = operations(call)
                    let capacity = call.int(0)
                    return .ref { frame in
                        _ = try capacity(frame)
                        return Table(try operations.get())
                    }
                }
            ),
            (
                "init(arrayLiteral:)",
                { call in
                    let operations = operations(call)
                    let elements = call.ref(0)
                    return .ref { frame in
                        let table = Table(try operations.get())
                        // Of equal elements the first one stays.
                        for element in ArrayObject<Element>.items(try elements(frame)) {
                            _ = try table.findOrInsert(element) { 0 }
                        }
                        return table
                    }
                }
            ),
        ]
    }

    private static var reading: [Entry] {
        [
            (
                "count",
                { call in
                    let set = call.ref(0)
                    return .int { Table.table(try set($0)).count }
                }
            ),
            (
                "isEmpty",
                { call in
                    let set = call.ref(0)
                    return .int { (Table.table(try set($0)).count == 0).word }
                }
            ),
            (
                "capacity",
                { call in
                    let set = call.ref(0)
                    return .int { Table.table(try set($0)).count }
                }
            ),
            (
                "contains(_:)",
                { call in
                    let (set, element) = (call.ref(0), call.arguments[1].of(Element.self))
                    return .int { frame in
                        let table = Table.table(try set(frame))
                        return try table.find(try element(frame)) == nil ? 0 : 1
                    }
                }
            ),
            (
                "_elements",
                { call in
                    let set = call.ref(0)
                    return .ref { frame in
                        let table = Table.table(try set(frame))
                        return ArrayObject<Element>(table.positions.map { table.key(at: $0) })
                    }
                }
            ),
            (
                "_element(_:)",
                { call in
                    let (set, offset, site) = (call.ref(0), call.int(1), call.site)
                    return Element.wrap { frame in
                        let table = Table.table(try set(frame))
                        return table.key(at: try table.position(of: try offset(frame), site))
                    }
                }
            ),
            (
                "_offset(_:)",
                { call in
                    let (set, element) = (call.ref(0), call.arguments[1].of(Element.self))
                    return .ref { frame in
                        let table = Table.table(try set(frame))
                        return try table.find(try element(frame)).map { table.offset(of: $0) }.boxed
                    }
                }
            ),
            ("description", { try describing($0, "[", "]") }),
            ("debugDescription", { try describing($0, "Set([", "])") }),
        ]
    }

    private static func describing(_ call: NativeCall, _ open: String, _ close: String) throws -> Code {
        let (set, type, machine) = (call.ref(0), call.type("Element"), call.machine)
        return .ref { frame in
            let table = Table.table(try set(frame))
            var text = open
            for (index, position) in table.positions.enumerated() {
                if index > 0 { text += ", " }
                text += try type.debugDescribe(AnySlot(table.key(at: position)))
                try machine.poll()
            }
            return (text + close).object
        }
    }

    private static var changing: [Entry] {
        [
            (
                "insert(_:)",
                { call in
                    let (place, element, machine) = (call.address(0), call.arguments[1].of(Element.self), call.machine)
                    let layout = Layout([.int, Element.representation])
                    return .ref { frame in
                        let element = try element(frame)
                        let table = Table.makeUnique(try place(frame))
                        try table.growing(machine)
                        let (position, isNew) = try table.findOrInsert(element) { 0 }
                        let result = Record.make(layout)
                        result.words[0] = isNew.word
                        Element.initialize(table.key(at: position), result.words + 1)
                        return result
                    }
                }
            ),
            (
                "update(with:)",
                { call in
                    let (place, element) = (call.address(0), call.arguments[1].of(Element.self))
                    let wrap = OptionalMaker<Element>(call.type("Element"))
                    return .ref { frame in
                        let element = try element(frame)
                        let table = Table.makeUnique(try place(frame))
                        guard let position = try table.find(element) else {
                            try table.set(element, 0)
                            return nil
                        }
                        let old = table.key(at: position)
                        try table.remove(old)
                        try table.set(element, 0)
                        return wrap(old)
                    }
                }
            ),
            (
                "remove(_:)",
                { call in
                    let (place, element) = (call.address(0), call.arguments[1].of(Element.self))
                    let wrap = OptionalMaker<Element>(call.type("Element"))
                    return .ref { frame in
                        let element = try element(frame)
                        let table = Table.makeUnique(try place(frame))
                        guard let position = try table.find(element) else { return nil }
                        let member = table.key(at: position)
                        table.remove(at: position)
                        return wrap(member)
                    }
                }
            ),
            (
                "removeAll(keepingCapacity:)",
                { call in
                    let (place, keeps) = (call.address(0), call.int(1))
                    return .void { frame in
                        _ = try keeps(frame)
                        Table.makeUnique(try place(frame)).removeAll()
                    }
                }
            ),
            (
                "reserveCapacity(_:)",
                { call in
                    let (place, count, machine) = (call.address(0), call.int(1), call.machine)
                    return .void { frame in
                        let count = try count(frame)
                        let (bytes, isOver) = count.multipliedReportingOverflow(by: 40)
                        try machine.reserve(bytes: isOver ? Int.max : bytes)
                        Table.makeUnique(try place(frame)).reserve(max(0, count))
                    }
                }
            ),
        ]
    }
}
