extension StandardLibrary {
    static let dictionary = #"""
        struct Dictionary<Key: Hashable, Value>: Collection, ExpressibleByDictionaryLiteral {
            typealias Element = (key: Key, value: Value)
            typealias Iterator = IndexingIterator<[(key: Key, value: Value)]>
            typealias SubSequence = Slice<Dictionary<Key, Value>>
            typealias Indices = DefaultIndices<Dictionary<Key, Value>>
            struct Index: Comparable, Hashable {
                let _offset: Int
                init(_offset: Int) { self._offset = _offset }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs._offset == rhs._offset }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs._offset < rhs._offset }
                func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
            }
            init()
            init(minimumCapacity: Int)
            init(dictionaryLiteral elements: (Key, Value)...)
            init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value) {
                self.init()
                for (key, value) in keysAndValues {
                    if !(self[key] == nil) { _fail("Duplicate values for key: '\(key)'") }
                    self[key] = value
                }
            }
            init<S: Sequence>(_ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {
                self.init()
                try merge(keysAndValues, uniquingKeysWith: combine)
            }
            init<S: Sequence>(grouping values: S, by keyForValue: (S.Element) throws -> Key) rethrows where Value == [S.Element] {
                self.init()
                for value in values { self[try keyForValue(value), default: []].append(value) }
            }
            var count: Int { get }
            var isEmpty: Bool { get }
            var capacity: Int { get }
            var keys: Keys { Keys(_dictionary: self) }
            var values: Values {
                get { Values(_dictionary: self) }
                set { self = newValue._dictionary }
            }
            subscript(key: Key) -> Value? { get set }
            subscript(key: Key, default defaultValue: @autoclosure () -> Value) -> Value { get set }
            subscript(position: Index) -> (key: Key, value: Value) { (key: _key(position._offset), value: _value(position._offset)) }
            subscript(bounds: Range<Index>) -> Slice<Dictionary<Key, Value>> { Slice(base: self, bounds: bounds) }
            func _key(_ offset: Int) -> Key
            func _value(_ offset: Int) -> Value
            func _offset(_ key: Key) -> Int?
            var _pairs: [(key: Key, value: Value)] { get }
            var _keys: [Key] { get }
            var _values: [Value] { get }
            var startIndex: Index { Index(_offset: 0) }
            var endIndex: Index { Index(_offset: count) }
            func index(after i: Index) -> Index { Index(_offset: i._offset + 1) }
            func index(forKey key: Key) -> Index? {
                guard let offset = _offset(key) else { return nil }
                return Index(_offset: offset)
            }
            func makeIterator() -> IndexingIterator<[(key: Key, value: Value)]> { _pairs.makeIterator() }
            mutating func reserveCapacity(_ minimumCapacity: Int)
            @discardableResult
            mutating func updateValue(_ value: Value, forKey key: Key) -> Value?
            @discardableResult
            mutating func removeValue(forKey key: Key) -> Value?
            @discardableResult
            mutating func remove(at index: Index) -> (key: Key, value: Value) {
                let element = self[index]
                removeValue(forKey: element.key)
                return element
            }
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
            mutating func popFirst() -> (key: Key, value: Value)? {
                if isEmpty { return nil }
                return remove(at: startIndex)
            }
            func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T] {
                var result: [Key: T] = [:]
                for (key, value) in _pairs { result[key] = try transform(value) }
                return result
            }
            func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T] {
                var result: [Key: T] = [:]
                for (key, value) in _pairs {
                    if let mapped = try transform(value) { result[key] = mapped }
                }
                return result
            }
            func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
                var result: [Key: Value] = [:]
                for pair in _pairs {
                    if try isIncluded(pair) { result[pair.key] = pair.value }
                }
                return result
            }
            mutating func merge<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {
                for (key, value) in other {
                    if let existing = self[key] {
                        self[key] = try combine(existing, value)
                    } else {
                        self[key] = value
                    }
                }
            }
            mutating func merge(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows {
                for (key, value) in other._pairs {
                    if let existing = self[key] {
                        self[key] = try combine(existing, value)
                    } else {
                        self[key] = value
                    }
                }
            }
            func merging<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] where S.Element == (Key, Value) {
                var result = self
                try result.merge(other, uniquingKeysWith: combine)
                return result
            }
            func merging(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] {
                var result = self
                try result.merge(other, uniquingKeysWith: combine)
                return result
            }
            struct Keys: Collection, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
                typealias Element = Key
                typealias Iterator = IndexingIterator<[Key]>
                typealias Index = Dictionary<Key, Value>.Index
                typealias SubSequence = Slice<Dictionary<Key, Value>.Keys>
                typealias Indices = DefaultIndices<Dictionary<Key, Value>.Keys>
                let _dictionary: [Key: Value]
                init(_dictionary: [Key: Value]) { self._dictionary = _dictionary }
                var count: Int { _dictionary.count }
                var isEmpty: Bool { _dictionary.isEmpty }
                var startIndex: Dictionary<Key, Value>.Index { _dictionary.startIndex }
                var endIndex: Dictionary<Key, Value>.Index { _dictionary.endIndex }
                func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index { _dictionary.index(after: i) }
                subscript(position: Dictionary<Key, Value>.Index) -> Key { _dictionary[position].key }
                func makeIterator() -> IndexingIterator<[Key]> { _dictionary._keys.makeIterator() }
                func contains(_ element: Key) -> Bool { _dictionary[element] != nil }
                var description: String { _dictionary._keys.description }
                var debugDescription: String { "Dictionary.Keys(" + _dictionary._keys.description + ")" }
                static func == (lhs: Keys, rhs: Keys) -> Bool {
                    if lhs.count != rhs.count { return false }
                    for key in lhs {
                        if !rhs.contains(key) { return false }
                    }
                    return true
                }
            }
            struct Values: Collection, CustomStringConvertible, CustomDebugStringConvertible {
                typealias Element = Value
                typealias Iterator = IndexingIterator<[Value]>
                typealias Index = Dictionary<Key, Value>.Index
                typealias SubSequence = Slice<Dictionary<Key, Value>.Values>
                typealias Indices = DefaultIndices<Dictionary<Key, Value>.Values>
                var _dictionary: [Key: Value]
                init(_dictionary: [Key: Value]) { self._dictionary = _dictionary }
                var count: Int { _dictionary.count }
                var isEmpty: Bool { _dictionary.isEmpty }
                var startIndex: Dictionary<Key, Value>.Index { _dictionary.startIndex }
                var endIndex: Dictionary<Key, Value>.Index { _dictionary.endIndex }
                func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index { _dictionary.index(after: i) }
                subscript(position: Dictionary<Key, Value>.Index) -> Value { _dictionary[position].value }
                func makeIterator() -> IndexingIterator<[Value]> { _dictionary._values.makeIterator() }
                var description: String { _dictionary._values.description }
                var debugDescription: String { "Dictionary.Values(" + _dictionary._values.description + ")" }
            }
        }

        extension Dictionary: Equatable where Value: Equatable {
            static func == (lhs: [Key: Value], rhs: [Key: Value]) -> Bool {
                if lhs.count != rhs.count { return false }
                for (key, value) in lhs._pairs {
                    guard let other = rhs[key] else { return false }
                    if other != value { return false }
                }
                return true
            }
        }

        extension Dictionary: Hashable where Value: Hashable {
            func hash(into hasher: inout Hasher)
        }

        extension Dictionary: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { get }
            var debugDescription: String { get }
        }

        struct KeyValuePairs<Key, Value>: RandomAccessCollection, ExpressibleByDictionaryLiteral {
            typealias Element = (key: Key, value: Value)
            typealias Index = Int
            typealias Indices = Range<Int>
            let _elements: [(Key, Value)]
            init(dictionaryLiteral elements: (Key, Value)...) { self._elements = elements }
            var startIndex: Int { 0 }
            var endIndex: Int { _elements.count }
            subscript(position: Int) -> (key: Key, value: Value) {
                let pair = _elements[position]
                return (key: pair.0, value: pair.1)
            }
        }

        extension KeyValuePairs: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String {
                if isEmpty { return "[:]" }
                return "[" + _elements.map { String(reflecting: $0.0) + ": " + String(reflecting: $0.1) }.joined(separator: ", ") + "]"
            }
            var debugDescription: String { description }
        }
        """#

    static let set = #"""
        struct Set<Element: Hashable>: Collection, Hashable, ExpressibleByArrayLiteral {
            typealias ArrayLiteralElement = Element
            typealias Iterator = IndexingIterator<[Element]>
            typealias SubSequence = Slice<Set<Element>>
            typealias Indices = DefaultIndices<Set<Element>>
            struct Index: Comparable, Hashable {
                let _offset: Int
                init(_offset: Int) { self._offset = _offset }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs._offset == rhs._offset }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs._offset < rhs._offset }
                func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
            }
            init()
            init(minimumCapacity: Int)
            init(arrayLiteral elements: Element...)
            init<S: Sequence>(_ sequence: S) where S.Element == Element {
                self.init()
                for element in sequence { insert(element) }
            }
            var count: Int { get }
            var isEmpty: Bool { get }
            var capacity: Int { get }
            var _elements: [Element] { get }
            func _element(_ offset: Int) -> Element
            func _offset(_ element: Element) -> Int?
            var startIndex: Index { Index(_offset: 0) }
            var endIndex: Index { Index(_offset: count) }
            func index(after i: Index) -> Index { Index(_offset: i._offset + 1) }
            subscript(position: Index) -> Element { _element(position._offset) }
            subscript(bounds: Range<Index>) -> Slice<Set<Element>> { Slice(base: self, bounds: bounds) }
            func makeIterator() -> IndexingIterator<[Element]> { _elements.makeIterator() }
            func contains(_ member: Element) -> Bool
            func firstIndex(of member: Element) -> Index? {
                guard let offset = _offset(member) else { return nil }
                return Index(_offset: offset)
            }
            @discardableResult
            mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
            @discardableResult
            mutating func update(with newMember: Element) -> Element?
            @discardableResult
            mutating func remove(_ member: Element) -> Element?
            @discardableResult
            mutating func remove(at position: Index) -> Element {
                let element = self[position]
                remove(element)
                return element
            }
            @discardableResult
            mutating func removeFirst() -> Element {
                if isEmpty { _fail("Can't removeFirst from an empty Set") }
                return remove(at: startIndex)
            }
            mutating func popFirst() -> Element? {
                if isEmpty { return nil }
                return remove(at: startIndex)
            }
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
            mutating func reserveCapacity(_ minimumCapacity: Int)
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
                var result = Set<Element>()
                for element in _elements {
                    if try isIncluded(element) { result.insert(element) }
                }
                return result
            }
            func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
                var result = self
                for element in other { result.insert(element) }
                return result
            }
            func intersection(_ other: Set<Element>) -> Set<Element> { filter({ other.contains($0) }) }
            func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { intersection(Set(other)) }
            func subtracting(_ other: Set<Element>) -> Set<Element> { filter({ !other.contains($0) }) }
            func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { subtracting(Set(other)) }
            func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
                let others = Set(other)
                return subtracting(others).union(others.subtracting(self))
            }
            mutating func formUnion<S: Sequence>(_ other: S) where S.Element == Element {
                for element in other { insert(element) }
            }
            mutating func formIntersection<S: Sequence>(_ other: S) where S.Element == Element { self = intersection(other) }
            mutating func formSymmetricDifference<S: Sequence>(_ other: S) where S.Element == Element { self = symmetricDifference(other) }
            mutating func subtract<S: Sequence>(_ other: S) where S.Element == Element {
                for element in other { remove(element) }
            }
            func isSubset(of other: Set<Element>) -> Bool {
                for element in _elements {
                    if !other.contains(element) { return false }
                }
                return true
            }
            func isSubset<S: Sequence>(of possibleSuperset: S) -> Bool where S.Element == Element { isSubset(of: Set(possibleSuperset)) }
            func isSuperset<S: Sequence>(of possibleSubset: S) -> Bool where S.Element == Element {
                for element in possibleSubset {
                    if !contains(element) { return false }
                }
                return true
            }
            func isStrictSubset(of other: Set<Element>) -> Bool { count < other.count && isSubset(of: other) }
            func isStrictSuperset(of other: Set<Element>) -> Bool { other.isStrictSubset(of: self) }
            func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element {
                for element in other {
                    if contains(element) { return false }
                }
                return true
            }
            func hash(into hasher: inout Hasher)
            static func == (lhs: Set<Element>, rhs: Set<Element>) -> Bool { lhs.count == rhs.count && lhs.isSubset(of: rhs) }
        }

        extension Set: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { get }
            var debugDescription: String { get }
        }
        """#
}
