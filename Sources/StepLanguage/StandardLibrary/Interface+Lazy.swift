extension StandardLibrary {
    static let lazy = #"""
        protocol LazySequenceProtocol: Sequence {
            associatedtype Elements: Sequence = Self where Elements.Element == Element
            var elements: Elements { get }
        }

        protocol LazyCollectionProtocol: Collection, LazySequenceProtocol where Elements: Collection {
        }

        extension LazySequenceProtocol where Elements == Self {
            var elements: Self { self }
        }

        extension LazySequenceProtocol {
            var lazy: Self { self }
            func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<Elements, U> { LazyMapSequence(_base: elements, transform: transform) }
            func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Elements> { LazyFilterSequence(_base: elements, isIncluded) }
            func compactMap<U>(_ transform: @escaping (Element) -> U?) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Elements, U?>>, U> {
                map(transform).filter({ $0 != nil }).map({ $0! })
            }
            func flatMap<Segment: Sequence>(_ transform: @escaping (Element) -> Segment) -> LazySequence<FlattenSequence<LazyMapSequence<Elements, Segment>>> {
                LazySequence(_base: FlattenSequence(_base: map(transform)))
            }
            func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Elements> { LazyPrefixWhileSequence(_base: elements, predicate) }
            func drop(while predicate: @escaping (Element) -> Bool) -> LazyDropWhileSequence<Elements> { LazyDropWhileSequence(_base: elements, predicate) }
        }

        extension LazySequenceProtocol where Element: Sequence {
            func joined() -> LazySequence<FlattenSequence<Elements>> { LazySequence(_base: FlattenSequence(_base: elements)) }
        }

        struct LazySequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = Base
            var _base: Base
            init(_base: Base) { self._base = _base }
            var elements: Base { _base }
            func makeIterator() -> Base.Iterator { _base.makeIterator() }
        }

        extension LazySequence: Collection, LazyCollectionProtocol where Base: Collection {
            typealias Index = Base.Index
            typealias Indices = Base.Indices
            typealias SubSequence = Slice<LazySequence<Base>>
            var startIndex: Base.Index { _base.startIndex }
            var endIndex: Base.Index { _base.endIndex }
            var indices: Base.Indices { _base.indices }
            var isEmpty: Bool { _base.isEmpty }
            var count: Int { _base.count }
            func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
            func index(_ i: Base.Index, offsetBy n: Int) -> Base.Index { _base.index(i, offsetBy: n) }
            func index(_ i: Base.Index, offsetBy n: Int, limitedBy limit: Base.Index) -> Base.Index? { _base.index(i, offsetBy: n, limitedBy: limit) }
            func distance(from start: Base.Index, to end: Base.Index) -> Int { _base.distance(from: start, to: end) }
            subscript(position: Base.Index) -> Base.Element { _base[position] }
        }

        extension LazySequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
        }

        extension LazySequence: RandomAccessCollection where Base: RandomAccessCollection {
        }

        struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {
            typealias Elements = LazyMapSequence<Base, Element>
            var _base: Base
            let _transform: (Base.Element) -> Element
            init(_base: Base, transform: @escaping (Base.Element) -> Element) {
                self._base = _base
                self._transform = transform
            }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _transform: (Base.Element) -> Element
                init(_base: Base.Iterator, _transform: @escaping (Base.Element) -> Element) {
                    self._base = _base
                    self._transform = _transform
                }
                mutating func next() -> Element? {
                    guard let element = _base.next() else { return nil }
                    return _transform(element)
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _transform: _transform) }
        }

        extension LazyMapSequence: Collection, LazyCollectionProtocol where Base: Collection {
            typealias Index = Base.Index
            typealias Indices = Base.Indices
            typealias SubSequence = LazyMapSequence<Base.SubSequence, Element>
            var startIndex: Base.Index { _base.startIndex }
            var endIndex: Base.Index { _base.endIndex }
            var indices: Base.Indices { _base.indices }
            var isEmpty: Bool { _base.isEmpty }
            var count: Int { _base.count }
            func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
            func index(_ i: Base.Index, offsetBy n: Int) -> Base.Index { _base.index(i, offsetBy: n) }
            func index(_ i: Base.Index, offsetBy n: Int, limitedBy limit: Base.Index) -> Base.Index? { _base.index(i, offsetBy: n, limitedBy: limit) }
            func distance(from start: Base.Index, to end: Base.Index) -> Int { _base.distance(from: start, to: end) }
            subscript(position: Base.Index) -> Element { _transform(_base[position]) }
            subscript(bounds: Range<Base.Index>) -> LazyMapSequence<Base.SubSequence, Element> {
                LazyMapSequence<Base.SubSequence, Element>(_base: _base[bounds], transform: _transform)
            }
        }

        extension LazyMapSequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
        }

        extension LazyMapSequence: RandomAccessCollection where Base: RandomAccessCollection {
        }

        struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = LazyFilterSequence<Base>
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            init(_base: Base, _ isIncluded: @escaping (Base.Element) -> Bool) {
                self._base = _base
                self._predicate = isIncluded
            }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                init(_base: Base.Iterator, _predicate: @escaping (Base.Element) -> Bool) {
                    self._base = _base
                    self._predicate = _predicate
                }
                mutating func next() -> Base.Element? {
                    while let element = _base.next() {
                        if _predicate(element) { return element }
                    }
                    return nil
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _predicate: _predicate) }
        }

        extension LazyFilterSequence: Collection, LazyCollectionProtocol where Base: Collection {
            typealias Index = Base.Index
            typealias Indices = DefaultIndices<LazyFilterSequence<Base>>
            typealias SubSequence = LazyFilterSequence<Base.SubSequence>
            var underestimatedCount: Int { 0 }
            var startIndex: Base.Index {
                var index = _base.startIndex
                while index != _base.endIndex && !_predicate(_base[index]) { index = _base.index(after: index) }
                return index
            }
            var endIndex: Base.Index { _base.endIndex }
            func index(after i: Base.Index) -> Base.Index {
                var index = i
                if !(index != _base.endIndex) { _fail("Can't advance past endIndex") }
                while true {
                    index = _base.index(after: index)
                    if index == _base.endIndex || _predicate(_base[index]) { return index }
                }
            }
            subscript(position: Base.Index) -> Base.Element { _base[position] }
            subscript(bounds: Range<Base.Index>) -> LazyFilterSequence<Base.SubSequence> {
                LazyFilterSequence<Base.SubSequence>(_base: _base[bounds], _predicate)
            }
        }

        extension LazyFilterSequence where Element: Equatable {
            func contains(_ element: Base.Element) -> Bool {
                // What the filter does not let through is not looked for.
                if !_predicate(element) { return false }
                for candidate in self {
                    if candidate == element { return true }
                }
                return false
            }
        }

        extension LazyFilterSequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index {
                var index = i
                if !(index != _base.startIndex) { _fail("Can't retreat before startIndex") }
                while true {
                    index = _base.index(before: index)
                    if _predicate(_base[index]) { return index }
                }
            }
        }

        struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = LazyPrefixWhileSequence<Base>
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            init(_base: Base, _ predicate: @escaping (Base.Element) -> Bool) {
                self._base = _base
                self._predicate = predicate
            }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                var _isDone: Bool
                init(_base: Base.Iterator, _predicate: @escaping (Base.Element) -> Bool) {
                    self._base = _base
                    self._predicate = _predicate
                    self._isDone = false
                }
                mutating func next() -> Base.Element? {
                    if _isDone { return nil }
                    if let element = _base.next() {
                        if _predicate(element) { return element }
                    }
                    _isDone = true
                    return nil
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _predicate: _predicate) }
        }

        extension LazyPrefixWhileSequence: Collection, LazyCollectionProtocol where Base: Collection {
            typealias Indices = DefaultIndices<LazyPrefixWhileSequence<Base>>
            typealias SubSequence = Slice<LazyPrefixWhileSequence<Base>>
            struct Index: Comparable {
                let _position: Base.Index?
                init(_ position: Base.Index?) { self._position = position }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs._position == rhs._position }
                static func < (lhs: Index, rhs: Index) -> Bool {
                    guard let left = lhs._position else { return false }
                    guard let right = rhs._position else { return true }
                    return left < right
                }
            }
            func _index(_ position: Base.Index) -> Index {
                position != _base.endIndex && _predicate(_base[position]) ? Index(position) : Index(nil)
            }
            var startIndex: Index { _index(_base.startIndex) }
            var endIndex: Index { Index(nil) }
            func index(after i: Index) -> Index {
                guard let position = i._position else { _fail("Can't advance past endIndex") }
                return _index(_base.index(after: position))
            }
            subscript(position: Index) -> Base.Element {
                guard let position = position._position else { _fail("Index out of range") }
                return _base[position]
            }
        }

        struct LazyDropWhileSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            typealias Elements = LazyDropWhileSequence<Base>
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            init(_base: Base, _ predicate: @escaping (Base.Element) -> Bool) {
                self._base = _base
                self._predicate = predicate
            }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                var _predicateHasFailed: Bool
                init(_base: Base.Iterator, _predicate: @escaping (Base.Element) -> Bool) {
                    self._base = _base
                    self._predicate = _predicate
                    self._predicateHasFailed = false
                }
                mutating func next() -> Base.Element? {
                    if _predicateHasFailed { return _base.next() }
                    while let element = _base.next() {
                        if !_predicate(element) {
                            _predicateHasFailed = true
                            return element
                        }
                    }
                    return nil
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _predicate: _predicate) }
        }

        extension LazyDropWhileSequence: Collection, LazyCollectionProtocol where Base: Collection {
            typealias Index = Base.Index
            typealias Indices = DefaultIndices<LazyDropWhileSequence<Base>>
            typealias SubSequence = Slice<LazyDropWhileSequence<Base>>
            var startIndex: Base.Index {
                var index = _base.startIndex
                while index != _base.endIndex && _predicate(_base[index]) { index = _base.index(after: index) }
                return index
            }
            var endIndex: Base.Index { _base.endIndex }
            func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
            subscript(position: Base.Index) -> Base.Element { _base[position] }
        }

        extension Slice: LazySequenceProtocol, LazyCollectionProtocol where Base: LazyCollectionProtocol {
            typealias Elements = Slice<Base>
        }

        extension ReversedCollection: LazySequenceProtocol, LazyCollectionProtocol where Base: LazyCollectionProtocol {
            typealias Elements = ReversedCollection<Base>
        }
        """#
}
