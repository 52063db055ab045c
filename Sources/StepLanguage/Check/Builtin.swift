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

    class AnyKeyPath {
        init() {}
    }
    class PartialKeyPath<Root>: AnyKeyPath {
        override init() { super.init() }
    }
    class KeyPath<Root, Value>: PartialKeyPath<Root> {
        let _get: (Root) -> Value
        init(_get: @escaping (Root) -> Value) {
            self._get = _get
            super.init()
        }
    }
    class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {
        let _set: (inout Root, Value) -> Void
        init(_get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
            self._set = _set
            super.init(_get: _get)
        }
    }
    class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {
        override init(_get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
            super.init(_get: _get, _set: _set)
        }
    }
    protocol _KeyPathTarget {
    }
    extension _KeyPathTarget {
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
