extension StandardLibrary {
    static let range = #"""
        protocol RangeExpression<Bound> {
            associatedtype Bound: Comparable
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound
            func contains(_ element: Bound) -> Bool
            static func ~= (pattern: Self, value: Bound) -> Bool
        }

        extension RangeExpression {
            static func ~= (pattern: Self, value: Bound) -> Bool { pattern.contains(value) }
        }

        enum UnboundedRange_ {
            static postfix func ... (_ range: UnboundedRange_) {}
        }

        struct Range<Bound: Comparable>: RangeExpression {
            let lowerBound: Bound
            let upperBound: Bound
            init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
                self.lowerBound = bounds.lower
                self.upperBound = bounds.upper
            }
            var isEmpty: Bool { lowerBound == upperBound }
            func contains(_ element: Bound) -> Bool { lowerBound <= element && element < upperBound }
            func contains(_ other: Range<Bound>) -> Bool {
                if other.isEmpty { return true }
                return lowerBound <= other.lowerBound && other.upperBound <= upperBound
            }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { self }
            func overlaps(_ other: Range<Bound>) -> Bool {
                !isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound
            }
            func overlaps(_ other: ClosedRange<Bound>) -> Bool {
                !isEmpty && lowerBound <= other.upperBound && other.lowerBound < upperBound
            }
            func clamped(to limits: Range<Bound>) -> Range<Bound> {
                let lower = limits.lowerBound > lowerBound ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
                let upper = limits.upperBound < upperBound ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
                return Range(uncheckedBounds: (lower: lower, upper: upper))
            }
        }

        extension Range: Equatable {
            static func == (lhs: Range<Bound>, rhs: Range<Bound>) -> Bool {
                lhs.lowerBound == rhs.lowerBound && lhs.upperBound == rhs.upperBound
            }
        }

        extension Range: Hashable where Bound: Hashable {
            func hash(into hasher: inout Hasher) {
                hasher.combine(lowerBound)
                hasher.combine(upperBound)
            }
        }

        extension Range: CustomStringConvertible {
            var description: String { "\(lowerBound)..<\(upperBound)" }
        }

        extension Range: CustomDebugStringConvertible {
            var debugDescription: String { "Range(\(String(reflecting: lowerBound))..<\(String(reflecting: upperBound)))" }
        }

        extension Range: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Element = Bound
            typealias Iterator = IndexingIterator<Range<Bound>>
        }

        extension Range: Collection, BidirectionalCollection, RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Index = Bound
            typealias Indices = Range<Bound>
            typealias SubSequence = Range<Bound>
            init(_ other: ClosedRange<Bound>) {
                self.init(uncheckedBounds: (lower: other.lowerBound, upper: other.upperBound.advanced(by: 1)))
            }
            var startIndex: Bound { lowerBound }
            var endIndex: Bound { upperBound }
            var count: Int { Int(lowerBound.distance(to: upperBound)) }
            var indices: Range<Bound> { self }
            subscript(position: Bound) -> Bound {
                if !(lowerBound <= position && position < upperBound) { _fail("Index out of range") }
                return position
            }
            subscript(bounds: Range<Bound>) -> Range<Bound> {
                if !(lowerBound <= bounds.lowerBound && bounds.upperBound <= upperBound) { _fail("Index out of range") }
                return bounds
            }
            func index(after i: Bound) -> Bound { i.advanced(by: 1) }
            func index(before i: Bound) -> Bound { i.advanced(by: -1) }
            func index(_ i: Bound, offsetBy n: Int) -> Bound { i.advanced(by: Bound.Stride(n)) }
            func distance(from start: Bound, to end: Bound) -> Int { Int(start.distance(to: end)) }
        }

        struct ClosedRange<Bound: Comparable>: RangeExpression {
            let lowerBound: Bound
            let upperBound: Bound
            init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
                self.lowerBound = bounds.lower
                self.upperBound = bounds.upper
            }
            var isEmpty: Bool { false }
            func contains(_ element: Bound) -> Bool { lowerBound <= element && element <= upperBound }
            func contains(_ other: ClosedRange<Bound>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
                Range(uncheckedBounds: (lower: lowerBound, upper: collection.index(after: upperBound)))
            }
            func overlaps(_ other: ClosedRange<Bound>) -> Bool {
                lowerBound <= other.upperBound && other.lowerBound <= upperBound
            }
            func overlaps(_ other: Range<Bound>) -> Bool { other.overlaps(self) }
            func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound> {
                let lower = limits.lowerBound > lowerBound ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
                let upper = limits.upperBound < upperBound ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
                return ClosedRange(uncheckedBounds: (lower: lower, upper: upper))
            }
        }

        extension ClosedRange: Equatable {
            static func == (lhs: ClosedRange<Bound>, rhs: ClosedRange<Bound>) -> Bool {
                lhs.lowerBound == rhs.lowerBound && lhs.upperBound == rhs.upperBound
            }
        }

        extension ClosedRange: Hashable where Bound: Hashable {
            func hash(into hasher: inout Hasher) {
                hasher.combine(lowerBound)
                hasher.combine(upperBound)
            }
        }

        extension ClosedRange: CustomStringConvertible {
            var description: String { "\(lowerBound)...\(upperBound)" }
        }

        extension ClosedRange: CustomDebugStringConvertible {
            var debugDescription: String { "ClosedRange(\(String(reflecting: lowerBound))...\(String(reflecting: upperBound)))" }
        }

        enum _ClosedRangeIndex<Bound: Comparable>: Comparable {
            case inRange(Bound)
            case pastEnd
            static func < (lhs: _ClosedRangeIndex<Bound>, rhs: _ClosedRangeIndex<Bound>) -> Bool {
                switch (lhs, rhs) {
                case (.inRange(let l), .inRange(let r)): return l < r
                case (.inRange, .pastEnd): return true
                default: return false
                }
            }
            static func == (lhs: _ClosedRangeIndex<Bound>, rhs: _ClosedRangeIndex<Bound>) -> Bool {
                switch (lhs, rhs) {
                case (.inRange(let l), .inRange(let r)): return l == r
                case (.pastEnd, .pastEnd): return true
                default: return false
                }
            }
        }

        extension ClosedRange: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Element = Bound
            typealias Iterator = IndexingIterator<ClosedRange<Bound>>
        }

        extension ClosedRange: Collection, BidirectionalCollection, RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Index = _ClosedRangeIndex<Bound>
            typealias SubSequence = Slice<ClosedRange<Bound>>
            typealias Indices = DefaultIndices<ClosedRange<Bound>>
            init(_ other: Range<Bound>) {
                if other.isEmpty { _fail("Can't form an empty closed range") }
                self.init(uncheckedBounds: (lower: other.lowerBound, upper: other.upperBound.advanced(by: -1)))
            }
            var startIndex: _ClosedRangeIndex<Bound> { .inRange(lowerBound) }
            var endIndex: _ClosedRangeIndex<Bound> { .pastEnd }
            var count: Int { Int(lowerBound.distance(to: upperBound)) + 1 }
            subscript(position: _ClosedRangeIndex<Bound>) -> Bound {
                switch position {
                case .inRange(let value): return value
                case .pastEnd: _fail("Index out of range")
                }
            }
            subscript(bounds: Range<_ClosedRangeIndex<Bound>>) -> Slice<ClosedRange<Bound>> { Slice(base: self, bounds: bounds) }
            func index(after i: _ClosedRangeIndex<Bound>) -> _ClosedRangeIndex<Bound> {
                switch i {
                case .inRange(let value): return value == upperBound ? .pastEnd : .inRange(value.advanced(by: 1))
                case .pastEnd: _fail("Incrementing past end index")
                }
            }
            func index(before i: _ClosedRangeIndex<Bound>) -> _ClosedRangeIndex<Bound> {
                switch i {
                case .inRange(let value):
                    if !(value > lowerBound) { _fail("Incrementing past start index") }
                    return .inRange(value.advanced(by: -1))
                case .pastEnd: return .inRange(upperBound)
                }
            }
        }

        struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
            let upperBound: Bound
            init(_ upperBound: Bound) { self.upperBound = upperBound }
            func contains(_ element: Bound) -> Bool { element < upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { collection.startIndex..<upperBound }
        }

        struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
            let upperBound: Bound
            init(_ upperBound: Bound) { self.upperBound = upperBound }
            func contains(_ element: Bound) -> Bool { element <= upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { collection.startIndex..<collection.index(after: upperBound) }
        }

        struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
            let lowerBound: Bound
            init(_ lowerBound: Bound) { self.lowerBound = lowerBound }
            func contains(_ element: Bound) -> Bool { lowerBound <= element }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { lowerBound..<collection.endIndex }
        }

        extension PartialRangeFrom: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Element = Bound
            struct Iterator: IteratorProtocol {
                var _current: Bound
                init(_current: Bound) { self._current = _current }
                mutating func next() -> Bound? {
                    let value = _current
                    _current = value.advanced(by: 1)
                    return value
                }
            }
            func makeIterator() -> Iterator { Iterator(_current: lowerBound) }
        }

        struct StrideTo<Element: Strideable>: Sequence {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            init(_start: Element, end: Element, stride: Element.Stride) {
                if !(stride != 0) { _fail("Stride size must not be zero") }
                self._start = _start
                self._end = end
                self._stride = stride
            }
            func makeIterator() -> StrideToIterator<Element> { StrideToIterator(_start: _start, end: _end, stride: _stride) }
            var underestimatedCount: Int {
                var count = 0
                for _ in self { count += 1 }
                return count
            }
        }

        struct StrideToIterator<Element: Strideable>: IteratorProtocol {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            var _current: Element
            var _turn: Int
            var _isDone: Bool
            init(_start: Element, end: Element, stride: Element.Stride) {
                self._start = _start
                self._end = end
                self._stride = stride
                self._current = _start
                self._turn = 0
                self._isDone = false
            }
            mutating func next() -> Element? {
                if _isDone { return nil }
                let result = _current
                if _stride > 0 ? result >= _end : result <= _end { return nil }
                if Element._ends(result, _stride) {
                    _isDone = true
                    return result
                }
                _turn += 1
                _current = Element._step(_start, _stride, _turn, result)
                return result
            }
        }

        struct StrideThrough<Element: Strideable>: Sequence {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            init(_start: Element, end: Element, stride: Element.Stride) {
                if !(stride != 0) { _fail("Stride size must not be zero") }
                self._start = _start
                self._end = end
                self._stride = stride
            }
            func makeIterator() -> StrideThroughIterator<Element> { StrideThroughIterator(_start: _start, end: _end, stride: _stride) }
            var underestimatedCount: Int {
                var count = 0
                for _ in self { count += 1 }
                return count
            }
        }

        struct StrideThroughIterator<Element: Strideable>: IteratorProtocol {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            var _current: Element
            var _turn: Int
            var _isDone: Bool
            init(_start: Element, end: Element, stride: Element.Stride) {
                self._start = _start
                self._end = end
                self._stride = stride
                self._current = _start
                self._turn = 0
                self._isDone = false
            }
            mutating func next() -> Element? {
                if _isDone { return nil }
                let result = _current
                if _stride > 0 ? result >= _end : result <= _end {
                    if result == _end {
                        _isDone = true
                        return result
                    }
                    return nil
                }
                if Element._ends(result, _stride) {
                    _isDone = true
                    return result
                }
                _turn += 1
                _current = Element._step(_start, _stride, _turn, result)
                return result
            }
        }

        func stride<T: Strideable>(from start: T, to end: T, by stride: T.Stride) -> StrideTo<T> { StrideTo(_start: start, end: end, stride: stride) }

        func stride<T: Strideable>(from start: T, through end: T, by stride: T.Stride) -> StrideThrough<T> { StrideThrough(_start: start, end: end, stride: stride) }
        """#
}
