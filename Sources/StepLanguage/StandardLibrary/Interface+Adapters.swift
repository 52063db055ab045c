extension StandardLibrary {
    static let adapters = #"""
        struct EnumeratedSequence<Base: Sequence>: Sequence {
            typealias Element = (offset: Int, element: Base.Element)
            let _base: Base
            init(_base: Base) { self._base = _base }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                var _count: Int
                init(_base: Base.Iterator) {
                    self._base = _base
                    self._count = 0
                }
                mutating func next() -> (offset: Int, element: Base.Element)? {
                    guard let element = _base.next() else { return nil }
                    let offset = _count
                    _count += 1
                    return (offset: offset, element: element)
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator()) }
        }

        struct Zip2Sequence<Sequence1: Sequence, Sequence2: Sequence>: Sequence {
            typealias Element = (Sequence1.Element, Sequence2.Element)
            let _sequence1: Sequence1
            let _sequence2: Sequence2
            init(_sequence1: Sequence1, _sequence2: Sequence2) {
                self._sequence1 = _sequence1
                self._sequence2 = _sequence2
            }
            struct Iterator: IteratorProtocol {
                var _first: Sequence1.Iterator
                var _second: Sequence2.Iterator
                var _isDone: Bool
                init(_first: Sequence1.Iterator, _second: Sequence2.Iterator) {
                    self._first = _first
                    self._second = _second
                    self._isDone = false
                }
                mutating func next() -> (Sequence1.Element, Sequence2.Element)? {
                    if _isDone { return nil }
                    guard let first = _first.next(), let second = _second.next() else {
                        _isDone = true
                        return nil
                    }
                    return (first, second)
                }
            }
            func makeIterator() -> Iterator { Iterator(_first: _sequence1.makeIterator(), _second: _sequence2.makeIterator()) }
        }

        struct DropFirstSequence<Base: Sequence>: Sequence {
            typealias Element = Base.Element
            let _base: Base
            let _limit: Int
            init(_ base: Base, dropping limit: Int) {
                self._base = base
                self._limit = limit
            }
            func makeIterator() -> Base.Iterator {
                var iterator = _base.makeIterator()
                var left = _limit
                while left > 0 {
                    if iterator.next() == nil { break }
                    left -= 1
                }
                return iterator
            }
        }

        struct PrefixSequence<Base: Sequence>: Sequence {
            typealias Element = Base.Element
            let _base: Base
            let _maxLength: Int
            init(_ base: Base, maxLength: Int) {
                self._base = base
                self._maxLength = maxLength
            }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                var _remaining: Int
                init(_base: Base.Iterator, maxLength: Int) {
                    self._base = _base
                    self._remaining = maxLength
                }
                mutating func next() -> Base.Element? {
                    if _remaining == 0 { return nil }
                    _remaining -= 1
                    return _base.next()
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), maxLength: _maxLength) }
        }

        struct DropWhileSequence<Base: Sequence>: Sequence {
            typealias Element = Base.Element
            let _iterator: Base.Iterator
            let _nextElement: Base.Element?
            init(_iterator: Base.Iterator, _nextElement: Base.Element?) {
                self._iterator = _iterator
                self._nextElement = _nextElement
            }
            struct Iterator: IteratorProtocol {
                var _iterator: Base.Iterator
                var _nextElement: Base.Element?
                init(_iterator: Base.Iterator, _nextElement: Base.Element?) {
                    self._iterator = _iterator
                    self._nextElement = _nextElement
                }
                mutating func next() -> Base.Element? {
                    guard let element = _nextElement else { return nil }
                    _nextElement = _iterator.next()
                    return element
                }
            }
            func makeIterator() -> Iterator { Iterator(_iterator: _iterator, _nextElement: _nextElement) }
        }

        struct FlattenSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
            typealias Element = Base.Element.Element
            var _base: Base
            init(_base: Base) { self._base = _base }
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                var _inner: Base.Element.Iterator?
                init(_base: Base.Iterator) {
                    self._base = _base
                    self._inner = nil
                }
                mutating func next() -> Base.Element.Element? {
                    while true {
                        if let element = _inner?.next() { return element }
                        guard let segment = _base.next() else { return nil }
                        _inner = segment.makeIterator()
                    }
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator()) }
        }

        struct JoinedSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
            typealias Element = Base.Element.Element
            var _base: Base
            var _separator: [Base.Element.Element]
            init(_base: Base, _separator: [Base.Element.Element]) {
                self._base = _base
                self._separator = _separator
            }
            func makeIterator() -> IndexingIterator<[Base.Element.Element]> {
                var result: [Base.Element.Element] = []
                var isFirst = true
                for segment in _base {
                    if isFirst { isFirst = false } else { result.append(contentsOf: _separator) }
                    result.append(contentsOf: segment)
                }
                return result.makeIterator()
            }
        }

        struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
            typealias Element = Base.Element
            typealias SubSequence = Slice<ReversedCollection<Base>>
            typealias Indices = DefaultIndices<ReversedCollection<Base>>
            struct Index: Comparable {
                let base: Base.Index
                init(_ base: Base.Index) { self.base = base }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs.base == rhs.base }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs.base > rhs.base }
            }
            struct Iterator: IteratorProtocol {
                let _base: Base
                var _position: Base.Index
                init(_base: Base) {
                    self._base = _base
                    self._position = _base.endIndex
                }
                mutating func next() -> Base.Element? {
                    if _position == _base.startIndex { return nil }
                    _position = _base.index(before: _position)
                    return _base[_position]
                }
            }
            let _base: Base
            init(_base: Base) { self._base = _base }
            func makeIterator() -> Iterator { Iterator(_base: _base) }
            var startIndex: Index { Index(_base.endIndex) }
            var endIndex: Index { Index(_base.startIndex) }
            var count: Int { _base.count }
            func index(after i: Index) -> Index { Index(_base.index(before: i.base)) }
            func index(before i: Index) -> Index { Index(_base.index(after: i.base)) }
            subscript(position: Index) -> Base.Element { _base[_base.index(before: position.base)] }
            func reversed() -> Base { _base }
        }

        extension ReversedCollection: RandomAccessCollection where Base: RandomAccessCollection {
        }

        struct Repeated<Element>: RandomAccessCollection {
            typealias Index = Int
            typealias Indices = Range<Int>
            let count: Int
            let repeatedValue: Element
            init(_repeating repeatedValue: Element, count: Int) {
                if !(count >= 0) { _fail("Repetition count should be non-negative") }
                self.count = count
                self.repeatedValue = repeatedValue
            }
            var startIndex: Int { 0 }
            var endIndex: Int { count }
            subscript(position: Int) -> Element {
                if !(position >= 0 && position < count) { _fail("Index out of range") }
                return repeatedValue
            }
        }

        struct CollectionOfOne<Element>: RandomAccessCollection {
            typealias Index = Int
            typealias Indices = Range<Int>
            var _element: Element
            init(_ element: Element) { self._element = element }
            var startIndex: Int { 0 }
            var endIndex: Int { 1 }
            subscript(position: Int) -> Element {
                if !(position == 0) { _fail("Index out of range") }
                return _element
            }
        }

        struct EmptyCollection<Element>: RandomAccessCollection {
            typealias Index = Int
            typealias Indices = Range<Int>
            init() {}
            var startIndex: Int { 0 }
            var endIndex: Int { 0 }
            subscript(position: Int) -> Element { _fail("Index out of range") }
        }

        struct UnfoldFirstSequence<Element>: Sequence, IteratorProtocol {
            var _pending: Element?
            var _isFirst: Bool
            let _next: (Element) -> Element?
            init(_first: Element, _next: @escaping (Element) -> Element?) {
                self._pending = _first
                self._isFirst = true
                self._next = _next
            }
            mutating func next() -> Element? {
                guard let current = _pending else { return nil }
                if _isFirst {
                    _isFirst = false
                    return current
                }
                _pending = _next(current)
                return _pending
            }
        }

        struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
            var _state: State
            let _next: (inout State) -> Element?
            var _isDone: Bool
            init(_state: State, _next: @escaping (inout State) -> Element?) {
                self._state = _state
                self._next = _next
                self._isDone = false
            }
            mutating func next() -> Element? {
                if _isDone { return nil }
                guard let element = _next(&_state) else {
                    _isDone = true
                    return nil
                }
                return element
            }
        }

        struct AnyIterator<Element>: IteratorProtocol, Sequence {
            let _body: () -> Element?
            init(_ body: @escaping () -> Element?) { self._body = body }
            init<I: IteratorProtocol>(_ base: I) where I.Element == Element {
                var iterator = base
                self._body = { iterator.next() }
            }
            func next() -> Element? { _body() }
        }

        struct AnySequence<Element>: Sequence {
            let _make: () -> AnyIterator<Element>
            init<I: IteratorProtocol>(_ makeUnderlyingIterator: @escaping () -> I) where I.Element == Element {
                self._make = { AnyIterator(makeUnderlyingIterator()) }
            }
            init<S: Sequence>(_ base: S) where S.Element == Element {
                self._make = { AnyIterator(base.makeIterator()) }
            }
            func makeIterator() -> AnyIterator<Element> { _make() }
        }

        protocol LazySequenceProtocol: Sequence {
        }

        extension LazySequenceProtocol {
            var lazy: Self { self }
            func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<Self, U> { LazyMapSequence(_base: self, transform: transform) }
            func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Self> { LazyFilterSequence(_base: self, isIncluded) }
            func compactMap<U>(_ transform: @escaping (Element) -> U?) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Self, U?>>, U> {
                map(transform).filter({ $0 != nil }).map({ $0! })
            }
            func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Self> { LazyPrefixWhileSequence(_base: self, predicate) }
            func prefix(_ maxLength: Int) -> LazySequence<PrefixSequence<Self>> { LazySequence(_base: PrefixSequence(self, maxLength: maxLength)) }
            func dropFirst(_ k: Int = 1) -> LazySequence<DropFirstSequence<Self>> { LazySequence(_base: DropFirstSequence(self, dropping: k)) }
            var first: Element? {
                var iterator = makeIterator()
                return iterator.next()
            }
        }

        struct LazySequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
            var _base: Base
            init(_base: Base) { self._base = _base }
            func makeIterator() -> Base.Iterator { _base.makeIterator() }
        }

        struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {
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

        struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
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

        protocol _CountedSequence: Sequence {
            var count: Int { get }
        }

        extension LazySequence: _CountedSequence where Base: Collection {
            var count: Int { _base.count }
            var isEmpty: Bool { _base.isEmpty }
        }

        extension LazyMapSequence: _CountedSequence where Base: _CountedSequence {
            var count: Int { _base.count }
            var isEmpty: Bool { first == nil }
        }

        extension LazyFilterSequence: _CountedSequence where Base: _CountedSequence {
            var count: Int { _base.count(where: _predicate) }
            var isEmpty: Bool { first == nil }
        }

        struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol {
            typealias Element = Base.Element
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
        """#
}
