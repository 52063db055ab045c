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
            var underestimatedCount: Int { _base.underestimatedCount }
        }

        extension EnumeratedSequence: Collection where Base: Collection {
            typealias Indices = DefaultIndices<EnumeratedSequence<Base>>
            typealias SubSequence = Slice<EnumeratedSequence<Base>>
            struct Index: Comparable {
                let base: Base.Index
                let _offset: Int
                init(_ base: Base.Index, _ offset: Int) {
                    self.base = base
                    self._offset = offset
                }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs.base == rhs.base }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs.base < rhs.base }
            }
            var count: Int { _base.count }
            var isEmpty: Bool { _base.isEmpty }
            var startIndex: Index { Index(_base.startIndex, 0) }
            var endIndex: Index { Index(_base.endIndex, _base.count) }
            func index(after i: Index) -> Index { Index(_base.index(after: i.base), i._offset + 1) }
            func distance(from start: Index, to end: Index) -> Int { end._offset - start._offset }
            subscript(position: Index) -> (offset: Int, element: Base.Element) { (offset: position._offset, element: _base[position.base]) }
        }

        extension EnumeratedSequence: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Index) -> Index { Index(_base.index(before: i.base), i._offset - 1) }
        }

        extension EnumeratedSequence: RandomAccessCollection where Base: RandomAccessCollection {
            func index(_ i: Index, offsetBy distance: Int) -> Index { Index(_base.index(i.base, offsetBy: distance), i._offset + distance) }
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

        extension FlattenSequence: Collection where Base: Collection, Base.Element: Collection {
            typealias Indices = DefaultIndices<FlattenSequence<Base>>
            typealias SubSequence = Slice<FlattenSequence<Base>>
            struct Index: Comparable {
                let _outer: Base.Index
                let _inner: Base.Element.Index?
                init(_ outer: Base.Index, _ inner: Base.Element.Index?) {
                    self._outer = outer
                    self._inner = inner
                }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs._outer == rhs._outer && lhs._inner == rhs._inner }
                static func < (lhs: Index, rhs: Index) -> Bool {
                    if lhs._outer != rhs._outer { return lhs._outer < rhs._outer }
                    guard let left = lhs._inner, let right = rhs._inner else { return false }
                    return left < right
                }
            }
            func _first(from start: Base.Index) -> Index {
                var outer = start
                while outer != _base.endIndex {
                    let segment = _base[outer]
                    if !segment.isEmpty { return Index(outer, segment.startIndex) }
                    outer = _base.index(after: outer)
                }
                return endIndex
            }
            var startIndex: Index { _first(from: _base.startIndex) }
            var endIndex: Index { Index(_base.endIndex, nil) }
            func index(after i: Index) -> Index {
                guard let inner = i._inner else { _fail("Can't advance past endIndex") }
                let segment = _base[i._outer]
                let next = segment.index(after: inner)
                if next != segment.endIndex { return Index(i._outer, next) }
                return _first(from: _base.index(after: i._outer))
            }
            subscript(position: Index) -> Base.Element.Element {
                guard let inner = position._inner else { _fail("Index out of range") }
                return _base[position._outer][inner]
            }
        }

        extension FlattenSequence: BidirectionalCollection where Base: BidirectionalCollection, Base.Element: BidirectionalCollection {
            func index(before i: Index) -> Index {
                var outer = i._outer
                if let inner = i._inner {
                    let segment = _base[outer]
                    if inner != segment.startIndex { return Index(outer, segment.index(before: inner)) }
                }
                while true {
                    outer = _base.index(before: outer)
                    let segment = _base[outer]
                    if !segment.isEmpty { return Index(outer, segment.index(before: segment.endIndex)) }
                }
            }
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

        struct IteratorSequence<Base: IteratorProtocol>: IteratorProtocol, Sequence {
            typealias Element = Base.Element
            var _base: Base
            init(_ base: Base) { self._base = base }
            mutating func next() -> Base.Element? { _base.next() }
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
        """#
}
