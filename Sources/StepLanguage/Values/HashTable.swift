/// How keys of one type are hashed and compared.
public struct KeyOperations<Key: Slot> {
    public let hash: (Key) throws -> Int
    public let equal: (Key, Key) throws -> Bool

    public init(hash: @escaping (Key) throws -> Int, equal: @escaping (Key, Key) throws -> Bool) {
        self.hash = hash
        self.equal = equal
    }
}

/// What every dictionary or set object can be asked without knowing its representations.
public class AnyTableObject {
    public var count: Int { 0 }
    /// The entries in order.
    public var entries: [(key: AnySlot, value: AnySlot)] { [] }
    /// Puts an entry in, replacing one with the same key.
    public func insert(_ key: AnySlot, _ value: AnySlot) throws {}
    /// The value of a key, or `nil`.
    public func lookUp(_ key: AnySlot) throws -> AnySlot? { nil }

    /// An empty table for keys of a type and values of a representation (`int` for sets).
    public static func make(_ key: RuntimeType, _ value: Representation) throws -> AnyTableObject {
        switch key.representation {
        case .int: try make(key, Int.self, value)
        case .double: try make(key, Double.self, value)
        case .ref: try make(key, Ref.self, value)
        }
    }

    private static func make<K: Slot>(_ key: RuntimeType, _: K.Type, _ value: Representation) throws -> AnyTableObject {
        let operations = try key.keyOperations(K.self)
        switch value {
        case .int: return TableObject<K, Int>(operations)
        case .double: return TableObject<K, Double>(operations)
        case .ref: return TableObject<K, Ref>(operations)
        }
    }
}

/// A `Dictionary`, or a `Set` (with values of no meaning), whose entries keep the order in which they were put in.
///
/// Entries stand in a row; a table of open addresses holds their positions. A removed entry leaves a gap that the
/// next growth closes. Removing and putting in anew moves a key to the end.
public final class TableObject<Key: Slot, Value: Slot>: AnyTableObject {
    @exclusivity(unchecked) public private(set) var keys: [Key] = []
    @exclusivity(unchecked) public private(set) var values: [Value] = []
    @exclusivity(unchecked) private var hashes: [Int] = []
    /// Positions in `keys` plus one; 0 is free. Its size is a power of two.
    @exclusivity(unchecked) private var table: [Int32] = []
    /// The number of entries; `keys` may hold gaps besides.
    @exclusivity(unchecked) private var live = 0
    /// Marks the hash of a gap; hashes themselves are never negative.
    private static var gap: Int { -1 }
    public let operations: KeyOperations<Key>

    public init(_ operations: KeyOperations<Key>) { self.operations = operations }

    public init(copying other: TableObject<Key, Value>) {
        keys = other.keys
        values = other.values
        hashes = other.hashes
        table = other.table
        live = other.live
        operations = other.operations
    }

    deinit {
        if Key.self == Ref.self { Teardown.release(elements: &keys) }
        if Value.self == Ref.self { Teardown.release(elements: &values) }
    }

    public override var count: Int { live }

    public override var entries: [(key: AnySlot, value: AnySlot)] {
        positions.map { (AnySlot(keys[$0]), AnySlot(values[$0])) }
    }

    public override func lookUp(_ key: AnySlot) throws -> AnySlot? { try find(key.of(Key.self)).map { AnySlot(values[$0]) } }

    /// The address of an entry's value, until the table is changed.
    func valueAddress(_ position: Int) -> Address {
        values.withUnsafeMutableBufferPointer {
            UnsafeMutableRawPointer($0.baseAddress.unsafelyUnwrapped + position).assumingMemoryBound(to: Int.self)
        }
    }

    public override func insert(_ key: AnySlot, _ value: AnySlot) throws { try set(key.of(Key.self), value.of(Value.self)) }

    /// The positions of the entries, in order.
    public var positions: [Int] { live == keys.count ? Array(0..<live) : hashes.indices.filter { hashes[$0] >= 0 } }

    /// The first position that holds an entry, from `position` on; `keys.count` if there is none.
    @inline(__always)
    public func position(from position: Int) -> Int {
        var position = position
        while position < hashes.count && hashes[position] < 0 { position += 1 }
        return position
    }

    @inline(__always)
    public func key(at position: Int) -> Key { keys[position] }
    @inline(__always)
    public func value(at position: Int) -> Value { values[position] }
    @inline(__always)
    public func setValue(_ value: Value, at position: Int) { values[position] = value }

    /// The table at an address, as an object that nobody else shares.
    @inline(__always)
    public static func makeUnique(_ address: Address) -> TableObject<Key, Value> {
        let slot = UnsafeMutableRawPointer(address).assumingMemoryBound(to: TableObject<Key, Value>.self)
        if !isKnownUniquelyReferenced(&slot.pointee) { slot.pointee = TableObject(copying: slot.pointee) }
        return slot.pointee
    }

    /// Spreads the bits of a hash and makes it non-negative.
    @inline(__always)
    private static func mix(_ hash: Int) -> Int {
        let product = UInt(bitPattern: hash) &* 0x9E37_79B9_7F4A_7C15
        return Int(bitPattern: (product ^ (product >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
    }

    /// The position of a key, or `nil`.
    @inline(__always)
    public func find(_ key: Key) throws -> Int? {
        if table.isEmpty { return nil }
        return try find(key, Self.mix(try operations.hash(key)))
    }

    @inline(__always)
    private func find(_ key: Key, _ hash: Int) throws -> Int? {
        let mask = table.count &- 1
        var place = hash & mask
        while true {
            let entry = Int(table[place])
            if entry == 0 { return nil }
            let position = entry &- 1
            if hashes[position] == hash {
                if try operations.equal(keys[position], key) { return position }
            }
            place = (place &+ 1) & mask
        }
    }

    /// The position of a key; when it is new, an entry for it is made with what `value` gives.
    public func findOrInsert(_ key: Key, _ value: () throws -> Value) throws -> (position: Int, isNew: Bool) {
        let hash = Self.mix(try operations.hash(key))
        if !table.isEmpty, let position = try find(key, hash) { return (position, false) }
        let value = try value()
        append(key, value, hash)
        return (keys.count - 1, true)
    }

    /// Puts a value in for a key; gives back the value it replaces.
    @discardableResult
    public func set(_ key: Key, _ value: Value) throws -> Value? {
        let hash = Self.mix(try operations.hash(key))
        if !table.isEmpty, let position = try find(key, hash) {
            let old = values[position]
            values[position] = value
            return old
        }
        append(key, value, hash)
        return nil
    }

    private func append(_ key: Key, _ value: Value, _ hash: Int) {
        if (keys.count + 1) * 4 > table.count * 3 { grow() }
        keys.append(key)
        values.append(value)
        hashes.append(hash)
        live += 1
        enter(hash, keys.count)
    }

    private func enter(_ hash: Int, _ entry: Int) {
        let mask = table.count &- 1
        var place = hash & mask
        while table[place] != 0 { place = (place &+ 1) & mask }
        table[place] = Int32(truncatingIfNeeded: entry)
    }

    private func grow() {
        if live < keys.count {
            let kept = positions
            keys = kept.map { keys[$0] }
            values = kept.map { values[$0] }
            hashes = kept.map { hashes[$0] }
        }
        var size = 8
        while size * 3 < (live + 1) * 4 * 2 { size *= 2 }
        table = [Int32](repeating: 0, count: size)
        for position in hashes.indices { enter(hashes[position], position + 1) }
    }

    /// Makes room for a number of entries.
    public func reserve(_ count: Int) {
        keys.reserveCapacity(count)
        values.reserveCapacity(count)
        hashes.reserveCapacity(count)
    }

    /// Removes a key; gives back its value.
    @discardableResult
    public func remove(_ key: Key) throws -> Value? {
        guard let position = try find(key) else { return nil }
        let old = values[position]
        remove(at: position)
        return old
    }

    /// Removes the entry at a position.
    public func remove(at position: Int) {
        hashes[position] = Self.gap
        keys[position] = Key.empty
        values[position] = Value.empty
        live -= 1
        if live == 0 { removeAll() }
    }

    public func removeAll() {
        keys = []
        values = []
        hashes = []
        table = []
        live = 0
    }
}

/// A set of keys: a table whose values mean nothing.
public typealias SetObject<Key: Slot> = TableObject<Key, Int>
