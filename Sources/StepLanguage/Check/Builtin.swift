/// Declarations that belong to the language rather than to a library: comparison of tuples, key paths.
let builtinInterface = """
    func == <A: Equatable, B: Equatable>(lhs: (A, B), rhs: (A, B)) -> Bool { lhs.0 == rhs.0 && lhs.1 == rhs.1 }
    func != <A: Equatable, B: Equatable>(lhs: (A, B), rhs: (A, B)) -> Bool { lhs.0 != rhs.0 || lhs.1 != rhs.1 }
    func < <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; return lhs.1 < rhs.1 }
    func > <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; return lhs.1 > rhs.1 }
    func <= <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; return lhs.1 <= rhs.1 }
    func >= <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; return lhs.1 >= rhs.1 }
    func == <A: Equatable, B: Equatable, C: Equatable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { lhs.0 == rhs.0 && lhs.1 == rhs.1 && lhs.2 == rhs.2 }
    func != <A: Equatable, B: Equatable, C: Equatable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { lhs.0 != rhs.0 || lhs.1 != rhs.1 || lhs.2 != rhs.2 }
    func < <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; return lhs.2 < rhs.2 }
    func > <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; return lhs.2 > rhs.2 }
    func <= <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; return lhs.2 <= rhs.2 }
    func >= <A: Comparable, B: Comparable, C: Comparable>(lhs: (A, B, C), rhs: (A, B, C)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; return lhs.2 >= rhs.2 }
    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool { lhs.0 == rhs.0 && lhs.1 == rhs.1 && lhs.2 == rhs.2 && lhs.3 == rhs.3 }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool { lhs.0 != rhs.0 || lhs.1 != rhs.1 || lhs.2 != rhs.2 || lhs.3 != rhs.3 }
    func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 < rhs.2 }; return lhs.3 < rhs.3 }
    func > <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 > rhs.2 }; return lhs.3 > rhs.3 }
    func <= <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 < rhs.2 }; return lhs.3 <= rhs.3 }
    func >= <A: Comparable, B: Comparable, C: Comparable, D: Comparable>(lhs: (A, B, C, D), rhs: (A, B, C, D)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 > rhs.2 }; return lhs.3 >= rhs.3 }
    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable>(lhs: (A, B, C, D, E), rhs: (A, B, C, D, E)) -> Bool { lhs.0 == rhs.0 && lhs.1 == rhs.1 && lhs.2 == rhs.2 && lhs.3 == rhs.3 && lhs.4 == rhs.4 }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable>(lhs: (A, B, C, D, E), rhs: (A, B, C, D, E)) -> Bool { lhs.0 != rhs.0 || lhs.1 != rhs.1 || lhs.2 != rhs.2 || lhs.3 != rhs.3 || lhs.4 != rhs.4 }
    func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(lhs: (A, B, C, D, E), rhs: (A, B, C, D, E)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 < rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 < rhs.3 }; return lhs.4 < rhs.4 }
    func > <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(lhs: (A, B, C, D, E), rhs: (A, B, C, D, E)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 > rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 > rhs.3 }; return lhs.4 > rhs.4 }
    func <= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(lhs: (A, B, C, D, E), rhs: (A, B, C, D, E)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 < rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 < rhs.3 }; return lhs.4 <= rhs.4 }
    func >= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable>(lhs: (A, B, C, D, E), rhs: (A, B, C, D, E)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 > rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 > rhs.3 }; return lhs.4 >= rhs.4 }
    func == <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable, F: Equatable>(lhs: (A, B, C, D, E, F), rhs: (A, B, C, D, E, F)) -> Bool { lhs.0 == rhs.0 && lhs.1 == rhs.1 && lhs.2 == rhs.2 && lhs.3 == rhs.3 && lhs.4 == rhs.4 && lhs.5 == rhs.5 }
    func != <A: Equatable, B: Equatable, C: Equatable, D: Equatable, E: Equatable, F: Equatable>(lhs: (A, B, C, D, E, F), rhs: (A, B, C, D, E, F)) -> Bool { lhs.0 != rhs.0 || lhs.1 != rhs.1 || lhs.2 != rhs.2 || lhs.3 != rhs.3 || lhs.4 != rhs.4 || lhs.5 != rhs.5 }
    func < <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(lhs: (A, B, C, D, E, F), rhs: (A, B, C, D, E, F)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 < rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 < rhs.3 }; if lhs.4 != rhs.4 { return lhs.4 < rhs.4 }; return lhs.5 < rhs.5 }
    func > <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(lhs: (A, B, C, D, E, F), rhs: (A, B, C, D, E, F)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 > rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 > rhs.3 }; if lhs.4 != rhs.4 { return lhs.4 > rhs.4 }; return lhs.5 > rhs.5 }
    func <= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(lhs: (A, B, C, D, E, F), rhs: (A, B, C, D, E, F)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 < rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 < rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 < rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 < rhs.3 }; if lhs.4 != rhs.4 { return lhs.4 < rhs.4 }; return lhs.5 <= rhs.5 }
    func >= <A: Comparable, B: Comparable, C: Comparable, D: Comparable, E: Comparable, F: Comparable>(lhs: (A, B, C, D, E, F), rhs: (A, B, C, D, E, F)) -> Bool { if lhs.0 != rhs.0 { return lhs.0 > rhs.0 }; if lhs.1 != rhs.1 { return lhs.1 > rhs.1 }; if lhs.2 != rhs.2 { return lhs.2 > rhs.2 }; if lhs.3 != rhs.3 { return lhs.3 > rhs.3 }; if lhs.4 != rhs.4 { return lhs.4 > rhs.4 }; return lhs.5 >= rhs.5 }

    class AnyKeyPath: Hashable {
        let _path: [String]
        init(_path: [String]) { self._path = _path }
        static func == (a: AnyKeyPath, b: AnyKeyPath) -> Bool { a._path == b._path }
        func hash(into hasher: inout Hasher) { hasher.combine(_path) }
    }
    class PartialKeyPath<Root>: AnyKeyPath {
        override init(_path: [String]) { super.init(_path: _path) }
        func _any(_ root: Root) -> Any { _fail("a key path without a value") }
    }
    class KeyPath<Root, Value>: PartialKeyPath<Root> {
        let _get: (Root) -> Value
        init(_path: [String], _get: @escaping (Root) -> Value) {
            self._get = _get
            super.init(_path: _path)
        }
        override func _any(_ root: Root) -> Any { _get(root) }
        func appending<Appended>(path: KeyPath<Value, Appended>) -> KeyPath<Root, Appended> {
            let first = _get
            let second = path._get
            return KeyPath<Root, Appended>(_path: _path + path._path, _get: { second(first($0)) })
        }
        func appending<Appended>(path: ReferenceWritableKeyPath<Value, Appended>) -> ReferenceWritableKeyPath<Root, Appended> {
            let first = _get
            let second = path._get
            let set = path._set
            return ReferenceWritableKeyPath<Root, Appended>(
                _path: _path + path._path, _get: { second(first($0)) },
                _set: { root, value in
                    var middle = first(root)
                    set(&middle, value)
                })
        }
    }
    class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {
        let _set: (inout Root, Value) -> Void
        init(_path: [String], _get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
            self._set = _set
            super.init(_path: _path, _get: _get)
        }
        func appending<Appended>(path: WritableKeyPath<Value, Appended>) -> WritableKeyPath<Root, Appended> {
            let first = _get
            let write = _set
            let second = path._get
            let set = path._set
            return WritableKeyPath<Root, Appended>(
                _path: _path + path._path, _get: { second(first($0)) },
                _set: { root, value in
                    var middle = first(root)
                    set(&middle, value)
                    write(&root, middle)
                })
        }
    }
    class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {
        override init(_path: [String], _get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
            super.init(_path: _path, _get: _get, _set: _set)
        }
    }
    protocol _KeyPathTarget {
    }
    extension _KeyPathTarget {
        subscript(keyPath path: PartialKeyPath<Self>) -> Any { path._any(self) }
        subscript<Value>(keyPath path: KeyPath<Self, Value>) -> Value { path._get(self) }
        subscript<Value>(keyPath path: WritableKeyPath<Self, Value>) -> Value {
            get { path._get(self) }
            set { path._set(&self, newValue) }
        }
        subscript<Value>(keyPath path: ReferenceWritableKeyPath<Self, Value>) -> Value {
            get { path._get(self) }
            nonmutating set {
                var target = self
                path._set(&target, newValue)
            }
        }
    }
    """
