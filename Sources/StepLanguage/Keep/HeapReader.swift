/// Reads back what a ``HeapWriter`` kept.
public final class HeapReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    let context: HeapContext
    /// The object of a number.
    private let object: (Int) throws -> AnyObject
    private var depth = 0

    init(_ bytes: ArraySlice<UInt8>, _ context: HeapContext, object: @escaping (Int) throws -> AnyObject) {
        self.bytes = bytes
        self.context = context
        self.object = object
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    // MARK: Parts

    public func int() throws -> Int {
        guard bytes.endIndex - position >= 8 else { throw NotKept("the kept value is too short") }
        var word: Int64 = 0
        withUnsafeMutableBytes(of: &word) { target in
            for index in 0..<8 { target[index] = bytes[position + index] }
        }
        position += 8
        return Int(Int64(littleEndian: word))
    }

    public func double() throws -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try int()))) }

    public func bool() throws -> Bool { try int() != 0 }

    /// The number of bytes and the bytes.
    public func raw() throws -> ArraySlice<UInt8> {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw NotKept("the kept value is too short") }
        defer { position += count }
        return bytes[position..<position + count]
    }

    public func text() throws -> String {
        guard let text = String(validating: try raw(), as: UTF8.self) else { throw NotKept("the kept text is damaged") }
        return text
    }

    public func ints() throws -> [Int] { try words().map { Int(bitPattern: UInt($0)) } }
    public func doubles() throws -> [Double] { try words().map { Double(bitPattern: $0) } }
    public func texts() throws -> [String] { try list { try text() } }

    private func words() throws -> [UInt64] {
        let raw = try raw()
        return raw.withUnsafeBytes { source in
            (0..<source.count / 8).map { source.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        }
    }

    /// A count and that many parts.
    public func list<Part>(_ part: () throws -> Part) throws -> [Part] {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw NotKept("the kept value is too short") }
        return try (0..<count).map { _ in try part() }
    }

    /// An object; nil where none was.
    public func anyObject() throws -> AnyObject? {
        let number = try int()
        return number == -1 ? nil : try object(number)
    }

    /// An object of a class; nil where none was.
    public func optionalObject<T: AnyObject>(_ type: T.Type) throws -> T? {
        guard let found = try anyObject() else { return nil }
        guard let object = found as? T else { throw NotKept("a kept object is of another class") }
        return object
    }

    /// An object of a class.
    public func object<T: AnyObject>(_ type: T.Type) throws -> T {
        guard let object = try optionalObject(type) else { throw NotKept("a kept object is missing") }
        return object
    }

    // MARK: Values of the program

    func value(_ type: RuntimeType) throws -> AnySlot {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 20_000 else { throw NotKept("values nest too deeply") }
        switch type.kind {
        case .integer, .bool: return .int(try int())
        case .double, .float: return .double(try double())
        case .character:
            let text = try text()
            guard text.count == 1, let character = text.first else { throw NotKept("a kept character is damaged") }
            return .int(Characters.code(character))
        case .void: return .ref(nil)
        case .string: return .ref(StringObject(try text()))
        case .optional(let wrapped):
            switch try int() {
            case -2: return .ref(nil)
            case 1: return .ref(wrapped.some(try value(wrapped)))
            default: throw NotKept("a kept optional is damaged")
            }
        case .array(let element): return .ref(try array(element))
        case .dictionary(let key, let item): return .ref(try table(key, item))
        case .set(let key): return .ref(try table(key, nil))
        case .tuple(let elements): return .ref(try record(type.layout, elements.map(\.type)))
        case .structure(let fields): return .ref(try record(type.layout, fields.map(\.type)))
        case .enumeration(let cases):
            if type.representation == .int { return .int(try int()) }
            if context.compiler.natives.isValueType(type.type.nominal?.qualifiedName ?? "") { return .ref(try native()) }
            let tag = try int()
            guard cases.indices.contains(tag) else { throw NotKept("a kept case is damaged") }
            if cases[tag].payload.isEmpty { return .ref(context.compiler.sharedCase(tag, in: type)) }
            return .ref(try record(context.compiler.layout(ofCase: tag, in: type), cases[tag].payload.map(\.type), tag: tag))
        case .existential:
            let isWrapped = try bool()
            let name = try text()
            guard let dynamic = context.type(named: name) else { throw NotKept("the type \(name) is not known") }
            let value = try value(dynamic)
            return .ref(isWrapped ? Existential(dynamic, value) : value.ref)
        case .classInstance: return .ref(try anyObject())
        case .native:
            return .ref(try context.holdsValues(type) ? native() : anyObject())
        case .substring, .function, .metatype: throw NotKept("a value of the type \(type.name)")
        }
    }

    private func native() throws -> AnyNativeObject {
        let name = try text()
        guard let keeper = context.keepers.values[name] else { throw NotKept("a value of the type \(name)") }
        return try keeper.make(self)
    }

    private func array(_ element: RuntimeType) throws -> AnyObject {
        switch element.kind {
        case .integer, .bool: return ArrayObject(try ints())
        case .double, .float: return ArrayObject(try doubles())
        default: break
        }
        let items = try list { try value(element) }
        switch element.representation {
        case .int: return ArrayObject(items.map(\.int))
        case .double: return ArrayObject(items.map(\.double))
        case .ref: return ArrayObject(items.map(\.ref))
        }
    }

    private func table(_ key: RuntimeType, _ item: RuntimeType?) throws -> AnyObject {
        let table = try AnyTableObject.make(key, item?.representation ?? .int)
        for _ in 0..<(try int()) {
            let key = try value(key)
            try table.insert(key, try item.map { try value($0) } ?? .int(0))
        }
        return table
    }

    private func record(_ layout: Layout, _ types: [RuntimeType], tag: Int = 0) throws -> Record {
        let record = Record.make(layout, tag: tag)
        guard layout.count == types.count else { throw NotKept("a kept value has another layout") }
        for (index, type) in types.enumerated() {
            let value = try value(type)
            if type.representation == .ref, value.ref == nil, !type.isNullable { throw NotKept("a kept value has a gap") }
            value.initialize(record.words + index)
        }
        return record
    }

    /// Fills the properties of an object of the program.
    func fill(_ instance: Instance) throws {
        for (index, field) in instance.classType.fields.enumerated() {
            guard field.variable.ownership == .strong else { throw NotKept("a weak reference") }
            try value(field.type).store(instance.words + index)
        }
    }
}

extension HeapContext {
    /// Whether a type of the library is a struct or enum, held in an object of its own.
    func holdsValues(_ type: RuntimeType) -> Bool {
        guard let nominal = type.type.nominal else { return false }
        return nominal.kind != .class
    }
}
