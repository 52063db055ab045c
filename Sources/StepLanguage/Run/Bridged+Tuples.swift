/// A tuple of two as a native takes and gives it; labels are the declaration's.
public struct Pair<First: Bridged, Second: Bridged>: Bridged {
    public let first: First
    public let second: Second

    public init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Pair {
        let parts = try TupleParts(type, count: 2)
        return Pair(try parts.read(slot, 0, First.self), try parts.read(slot, 1, Second.self))
    }

    public static func toSlot(_ value: Pair, _ type: RuntimeType) throws -> AnySlot {
        let parts = try TupleParts(type, count: 2)
        let record = parts.record()
        try parts.write(value.first, to: record, 0)
        try parts.write(value.second, to: record, 1)
        return .ref(record)
    }
}

/// A tuple of three as a native takes and gives it.
public struct Triple<First: Bridged, Second: Bridged, Third: Bridged>: Bridged {
    public let first: First
    public let second: Second
    public let third: Third

    public init(_ first: First, _ second: Second, _ third: Third) {
        self.first = first
        self.second = second
        self.third = third
    }

    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Triple {
        let parts = try TupleParts(type, count: 3)
        return Triple(
            try parts.read(slot, 0, First.self), try parts.read(slot, 1, Second.self), try parts.read(slot, 2, Third.self))
    }

    public static func toSlot(_ value: Triple, _ type: RuntimeType) throws -> AnySlot {
        let parts = try TupleParts(type, count: 3)
        let record = parts.record()
        try parts.write(value.first, to: record, 0)
        try parts.write(value.second, to: record, 1)
        try parts.write(value.third, to: record, 2)
        return .ref(record)
    }
}

/// The types of a tuple's elements, for reading and writing its words.
private struct TupleParts {
    let type: RuntimeType
    let types: [RuntimeType]

    init(_ type: RuntimeType, count: Int) throws {
        guard case .tuple(let parts) = type.kind, parts.count == count else {
            throw Trap.internalFault("a tuple of \(count) was expected")
        }
        self.type = type
        types = parts.map(\.type)
    }

    func read<T: Bridged>(_ slot: AnySlot, _ index: Int, _: T.Type) throws -> T {
        let words = slot.ref.cast(to: Record.self).words
        return try T.fromSlot(AnySlot.load(words + index, types[index].representation), types[index])
    }

    func record() -> Record { Record.make(type.layout) }

    func write<T: Bridged>(_ value: T, to record: Record, _ index: Int) throws {
        try T.toSlot(value, types[index]).initialize(record.words + index)
    }
}
