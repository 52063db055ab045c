extension StandardLibrary {
    static let collection = #"""
        protocol Collection<Element>: Sequence {
            associatedtype Index: Comparable
            associatedtype Iterator = IndexingIterator<Self>
            associatedtype SubSequence: Collection = Slice<Self> where SubSequence.Element == Element, SubSequence.Index == Index, SubSequence.SubSequence == SubSequence
            associatedtype Indices: Collection = DefaultIndices<Self> where Indices.Element == Index, Indices.Index == Index
            var startIndex: Index { get }
            var endIndex: Index { get }
            subscript(position: Index) -> Element { get }
            subscript(bounds: Range<Index>) -> SubSequence { get }
            var indices: Indices { get }
            var isEmpty: Bool { get }
            var count: Int { get }
            func index(after i: Index) -> Index
            func formIndex(after i: inout Index)
            func index(_ i: Index, offsetBy distance: Int) -> Index
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
            func distance(from start: Index, to end: Index) -> Int
        }

        extension Collection where Iterator == IndexingIterator<Self> {
            func makeIterator() -> IndexingIterator<Self> { IndexingIterator(_elements: self) }
        }

        extension Collection where SubSequence == Slice<Self> {
            subscript(bounds: Range<Index>) -> Slice<Self> { Slice(base: self, bounds: bounds) }
        }

        extension Collection where Indices == DefaultIndices<Self> {
            var indices: DefaultIndices<Self> { DefaultIndices(_elements: self, startIndex: startIndex, endIndex: endIndex) }
        }

        extension Collection {
            var underestimatedCount: Int { count }
            var isEmpty: Bool { startIndex == endIndex }
            var count: Int { distance(from: startIndex, to: endIndex) }
            var first: Element? {
                let start = startIndex
                return start != endIndex ? self[start] : nil
            }
            func formIndex(after i: inout Index) { i = index(after: i) }
            func index(_ i: Index, offsetBy distance: Int) -> Index {
                if !(distance >= 0) { _fail("Only BidirectionalCollections can be advanced by a negative amount") }
                var position = i
                var left = distance
                while left > 0 {
                    position = index(after: position)
                    left -= 1
                }
                return position
            }
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
                if !(distance >= 0) { _fail("Only BidirectionalCollections can be advanced by a negative amount") }
                var position = i
                var left = distance
                while left > 0 {
                    if position == limit { return nil }
                    position = index(after: position)
                    left -= 1
                }
                return position
            }
            func formIndex(_ i: inout Index, offsetBy distance: Int) { i = index(i, offsetBy: distance) }
            func distance(from start: Index, to end: Index) -> Int {
                if !(start <= end) { _fail("Only BidirectionalCollections can have end come before start") }
                var position = start
                var count = 0
                while position != end {
                    position = index(after: position)
                    count += 1
                }
                return count
            }
            subscript<R: RangeExpression>(r: R) -> SubSequence where R.Bound == Index { self[r.relative(to: self)] }
            subscript(x: (UnboundedRange_) -> ()) -> SubSequence { self[startIndex..<endIndex] }
            func prefix(_ maxLength: Int) -> SubSequence {
                if !(maxLength >= 0) { _fail("Can't take a prefix of negative length from a collection") }
                let end = index(startIndex, offsetBy: maxLength, limitedBy: endIndex) ?? endIndex
                return self[startIndex..<end]
            }
            func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
                var end = startIndex
                while end != endIndex {
                    if !(try predicate(self[end])) { break }
                    end = index(after: end)
                }
                return self[startIndex..<end]
            }
            func prefix(upTo end: Index) -> SubSequence { self[startIndex..<end] }
            func prefix(through position: Index) -> SubSequence { self[startIndex..<index(after: position)] }
            func suffix(from start: Index) -> SubSequence { self[start..<endIndex] }
            func suffix(_ maxLength: Int) -> SubSequence {
                if !(maxLength >= 0) { _fail("Can't take a suffix of negative length from a collection") }
                let amount = Swift.max(0, count - maxLength)
                return self[index(startIndex, offsetBy: amount)..<endIndex]
            }
            func dropFirst(_ k: Int = 1) -> SubSequence {
                if !(k >= 0) { _fail("Can't drop a negative number of elements from a collection") }
                let start = index(startIndex, offsetBy: k, limitedBy: endIndex) ?? endIndex
                return self[start..<endIndex]
            }
            func dropLast(_ k: Int = 1) -> SubSequence {
                if !(k >= 0) { _fail("Can't drop a negative number of elements from a collection") }
                let amount = Swift.max(0, count - k)
                return self[startIndex..<index(startIndex, offsetBy: amount)]
            }
            func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
                var start = startIndex
                while start != endIndex {
                    if !(try predicate(self[start])) { break }
                    start = index(after: start)
                }
                return self[start..<endIndex]
            }
            func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
                var i = startIndex
                while i != endIndex {
                    if try predicate(self[i]) { return i }
                    i = index(after: i)
                }
                return nil
            }
            func randomElement<T: RandomNumberGenerator>(using generator: inout T) -> Element? {
                if isEmpty { return nil }
                let offset = Int.random(in: 0..<count, using: &generator)
                return self[index(startIndex, offsetBy: offset)]
            }
            func randomElement() -> Element? {
                if isEmpty { return nil }
                let offset = Int.random(in: 0..<count)
                return self[index(startIndex, offsetBy: offset)]
            }
            func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence] {
                try _split(maxSplits, omittingEmptySubsequences, isSeparator)
            }
            func _split(_ maxSplits: Int, _ omittingEmptySubsequences: Bool, _ isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence] {
                if !(maxSplits >= 0) { _fail("Must take zero or more splits") }
                var result: [SubSequence] = []
                var start = startIndex
                var end = startIndex
                while end != endIndex && result.count < maxSplits {
                    if try isSeparator(self[end]) {
                        if !(omittingEmptySubsequences && start == end) { result.append(self[start..<end]) }
                        end = index(after: end)
                        start = end
                    } else {
                        end = index(after: end)
                    }
                }
                if !(omittingEmptySubsequences && start == endIndex) { result.append(self[start..<endIndex]) }
                return result
            }
        }

        extension Collection where Element: Equatable {
            func firstIndex(of element: Element) -> Index? { firstIndex(where: { $0 == element }) }
            func split(separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [SubSequence] {
                split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: { $0 == separator })
            }
        }

        extension Collection where SubSequence == Self {
            mutating func popFirst() -> Element? {
                if isEmpty { return nil }
                let element = self[startIndex]
                self = self[index(after: startIndex)..<endIndex]
                return element
            }
            @discardableResult
            mutating func removeFirst() -> Element { _sliceFirst() }
            mutating func removeFirst(_ k: Int) { _sliceFirst(k) }
            mutating func _sliceFirst() -> Element {
                if isEmpty { _fail("Can't remove items from an empty collection") }
                let element = self[startIndex]
                self = self[index(after: startIndex)..<endIndex]
                return element
            }
            mutating func _sliceFirst(_ k: Int) {
                if k == 0 { return }
                if !(k >= 0) { _fail("Number of elements to remove should be non-negative") }
                guard let start = index(startIndex, offsetBy: k, limitedBy: endIndex) else {
                    _fail("Can't remove more items from a collection than it contains")
                }
                self = self[start..<endIndex]
            }
        }

        protocol BidirectionalCollection<Element>: Collection {
            func index(before i: Index) -> Index
            func formIndex(before i: inout Index)
            func index(_ i: Index, offsetBy distance: Int) -> Index
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
            func distance(from start: Index, to end: Index) -> Int
        }

        extension BidirectionalCollection {
            var last: Element? { isEmpty ? nil : self[index(before: endIndex)] }
            func formIndex(before i: inout Index) { i = index(before: i) }
            func index(_ i: Index, offsetBy distance: Int) -> Index {
                var position = i
                var left = distance
                while left > 0 {
                    position = index(after: position)
                    left -= 1
                }
                while left < 0 {
                    position = index(before: position)
                    left += 1
                }
                return position
            }
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
                var position = i
                var left = distance
                while left > 0 {
                    if position == limit { return nil }
                    position = index(after: position)
                    left -= 1
                }
                while left < 0 {
                    if position == limit { return nil }
                    position = index(before: position)
                    left += 1
                }
                return position
            }
            func distance(from start: Index, to end: Index) -> Int {
                var position = start
                var count = 0
                if start < end {
                    while position != end {
                        position = index(after: position)
                        count += 1
                    }
                } else {
                    while position != end {
                        position = index(before: position)
                        count -= 1
                    }
                }
                return count
            }
            func reversed() -> ReversedCollection<Self> { ReversedCollection(_base: self) }
            func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
                var i = endIndex
                while i != startIndex {
                    i = index(before: i)
                    let element = self[i]
                    if try predicate(element) { return element }
                }
                return nil
            }
            func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
                var i = endIndex
                while i != startIndex {
                    i = index(before: i)
                    if try predicate(self[i]) { return i }
                }
                return nil
            }
            func suffix(_ maxLength: Int) -> SubSequence {
                if !(maxLength >= 0) { _fail("Can't take a suffix of negative length from a collection") }
                let start = index(endIndex, offsetBy: -maxLength, limitedBy: startIndex) ?? startIndex
                return self[start..<endIndex]
            }
            func dropLast(_ k: Int = 1) -> SubSequence {
                if !(k >= 0) { _fail("Can't drop a negative number of elements from a collection") }
                let end = index(endIndex, offsetBy: -k, limitedBy: startIndex) ?? startIndex
                return self[startIndex..<end]
            }
        }

        extension BidirectionalCollection where Element: Equatable {
            func lastIndex(of element: Element) -> Index? { lastIndex(where: { $0 == element }) }
        }

        extension BidirectionalCollection where SubSequence == Self {
            mutating func popLast() -> Element? {
                if isEmpty { return nil }
                let element = self[index(before: endIndex)]
                self = self[startIndex..<index(before: endIndex)]
                return element
            }
            @discardableResult
            mutating func removeLast() -> Element {
                if isEmpty { _fail("Can't remove last element from an empty collection") }
                let element = self[index(before: endIndex)]
                self = self[startIndex..<index(before: endIndex)]
                return element
            }
        }

        extension BidirectionalCollection where Element == String {
            func joined(separator: String = "") -> String {
                var result = ""
                var isFirst = true
                for element in self {
                    if isFirst { isFirst = false } else { result += separator }
                    result += element
                }
                return result
            }
        }

        protocol RandomAccessCollection<Element>: BidirectionalCollection {
            associatedtype Indices: Collection = Range<Index>
        }

        extension RandomAccessCollection where Index: Strideable, Index.Stride == Int {
            func index(after i: Index) -> Index { i.advanced(by: 1) }
            func index(before i: Index) -> Index { i.advanced(by: -1) }
            func index(_ i: Index, offsetBy distance: Int) -> Index { i.advanced(by: distance) }
            func distance(from start: Index, to end: Index) -> Int { start.distance(to: end) }
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
                let left = i.distance(to: limit)
                if distance > 0 ? left >= 0 && left < distance : left <= 0 && distance < left { return nil }
                return i.advanced(by: distance)
            }
        }

        extension RandomAccessCollection where Index: Strideable, Index.Stride == Int, Indices == Range<Index> {
            var indices: Range<Index> { startIndex..<endIndex }
        }

        protocol MutableCollection<Element>: Collection {
            subscript(position: Index) -> Element { get set }
            mutating func swapAt(_ i: Index, _ j: Index)
        }

        extension MutableCollection {
            mutating func swapAt(_ i: Index, _ j: Index) {
                if i == j { return }
                let first = self[i]
                self[i] = self[j]
                self[j] = first
            }
            mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
                guard var pivot = try firstIndex(where: belongsInSecondPartition) else { return endIndex }
                var j = index(after: pivot)
                while j != endIndex {
                    if !(try belongsInSecondPartition(self[j])) {
                        swapAt(pivot, j)
                        pivot = index(after: pivot)
                    }
                    j = index(after: j)
                }
                return pivot
            }
        }

        extension MutableCollection where Self: BidirectionalCollection {
            mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
                var low = startIndex
                var high = endIndex
                while true {
                    while true {
                        if low == high { return low }
                        if try belongsInSecondPartition(self[low]) { break }
                        low = index(after: low)
                    }
                    while true {
                        high = index(before: high)
                        if low == high { return low }
                        if !(try belongsInSecondPartition(self[high])) { break }
                    }
                    swapAt(low, high)
                    low = index(after: low)
                }
            }
            mutating func reverse() {
                if isEmpty { return }
                var front = startIndex
                var back = index(before: endIndex)
                while front < back {
                    swapAt(front, back)
                    front = index(after: front)
                    back = index(before: back)
                }
            }
        }

        extension MutableCollection where Self: RandomAccessCollection {
            mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
                let ordered = try Array(self).sorted(by: areInIncreasingOrder)
                var i = startIndex
                for element in ordered {
                    self[i] = element
                    i = index(after: i)
                }
            }
            mutating func shuffle<T: RandomNumberGenerator>(using generator: inout T) {
                var amount = count
                var current = startIndex
                while amount > 1 {
                    let offset = Int.random(in: 0..<amount, using: &generator)
                    amount -= 1
                    swapAt(current, index(current, offsetBy: offset))
                    current = index(after: current)
                }
            }
            mutating func shuffle() {
                var amount = count
                var current = startIndex
                while amount > 1 {
                    let offset = Int.random(in: 0..<amount)
                    amount -= 1
                    swapAt(current, index(current, offsetBy: offset))
                    current = index(after: current)
                }
            }
        }

        extension MutableCollection where Self: RandomAccessCollection, Element: Comparable {
            mutating func sort() { sort(by: { $0 < $1 }) }
        }

        protocol RangeReplaceableCollection<Element>: Collection {
            init()
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C) where C.Element == Element
        }

        extension RangeReplaceableCollection {
            init(repeating repeatedValue: Element, count: Int) {
                self.init()
                for _ in 0..<count { append(repeatedValue) }
            }
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                self.init()
                append(contentsOf: elements)
            }
            mutating func append(_ newElement: Element) { insert(newElement, at: endIndex) }
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element {
                for element in newElements { append(element) }
            }
            mutating func insert(_ newElement: Element, at i: Index) { replaceSubrange(i..<i, with: [newElement]) }
            mutating func insert<C: Collection>(contentsOf newElements: C, at i: Index) where C.Element == Element { replaceSubrange(i..<i, with: newElements) }
            @discardableResult
            mutating func remove(at i: Index) -> Element {
                let element = self[i]
                replaceSubrange(i..<index(after: i), with: [])
                return element
            }
            mutating func removeSubrange(_ bounds: Range<Index>) { replaceSubrange(bounds, with: []) }
            mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index { removeSubrange(bounds.relative(to: self)) }
            mutating func replaceSubrange<C: Collection, R: RangeExpression>(_ subrange: R, with newElements: C) where C.Element == Element, R.Bound == Index {
                replaceSubrange(subrange.relative(to: self), with: newElements)
            }
            @discardableResult
            mutating func removeFirst() -> Element {
                if isEmpty { _fail("Can't remove first element from an empty collection") }
                return remove(at: startIndex)
            }
            mutating func removeFirst(_ k: Int) {
                if k == 0 { return }
                if !(k >= 0) { _fail("Number of elements to remove should be non-negative") }
                guard let end = index(startIndex, offsetBy: k, limitedBy: endIndex) else {
                    _fail("Can't remove more items from a collection than it has")
                }
                removeSubrange(startIndex..<end)
            }
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false) {
                if keepCapacity { replaceSubrange(startIndex..<endIndex, with: []) } else { self = Self() }
            }
            mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
                var kept = Self()
                for element in self {
                    if !(try shouldBeRemoved(element)) { kept.append(element) }
                }
                self = kept
            }
            mutating func reserveCapacity(_ n: Int) { }
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Self {
                var result = Self()
                for element in self {
                    if try isIncluded(element) { result.append(element) }
                }
                return result
            }
            static func + <Other: Sequence>(lhs: Self, rhs: Other) -> Self where Element == Other.Element {
                var result = lhs
                result.append(contentsOf: rhs)
                return result
            }
            static func + <Other: Sequence>(lhs: Other, rhs: Self) -> Self where Element == Other.Element {
                var result = Self()
                result.append(contentsOf: lhs)
                result.append(contentsOf: rhs)
                return result
            }
            static func + <Other: RangeReplaceableCollection>(lhs: Self, rhs: Other) -> Self where Element == Other.Element {
                var result = lhs
                result.append(contentsOf: rhs)
                return result
            }
            static func += <Other: Sequence>(lhs: inout Self, rhs: Other) where Other.Element == Element { lhs.append(contentsOf: rhs) }
        }

        extension RangeReplaceableCollection where Self: MutableCollection {
            mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
                var end = startIndex
                var next = startIndex
                while next != endIndex {
                    let element = self[next]
                    if !(try shouldBeRemoved(element)) {
                        if end != next { self[end] = element }
                        end = index(after: end)
                    }
                    next = index(after: next)
                }
                removeSubrange(end..<endIndex)
            }
        }

        extension RangeReplaceableCollection where SubSequence == Self {
            @discardableResult
            mutating func removeFirst() -> Element { _sliceFirst() }
            mutating func removeFirst(_ k: Int) { _sliceFirst(k) }
        }

        extension RangeReplaceableCollection where Self: BidirectionalCollection {
            mutating func popLast() -> Element? {
                if isEmpty { return nil }
                return remove(at: index(before: endIndex))
            }
            @discardableResult
            mutating func removeLast() -> Element {
                if isEmpty { _fail("Can't remove last element from an empty collection") }
                return remove(at: index(before: endIndex))
            }
            mutating func removeLast(_ k: Int) {
                if k == 0 { return }
                if !(k >= 0) { _fail("Number of elements to remove should be non-negative") }
                guard let start = index(endIndex, offsetBy: -k, limitedBy: startIndex) else {
                    _fail("Can't remove more items from a collection than it contains")
                }
                removeSubrange(start..<endIndex)
            }
        }

        struct IndexingIterator<Elements: Collection>: IteratorProtocol, Sequence {
            let _elements: Elements
            var _position: Elements.Index
            init(_elements: Elements) {
                self._elements = _elements
                self._position = _elements.startIndex
            }
            mutating func next() -> Elements.Element? {
                if _position == _elements.endIndex { return nil }
                let element = _elements[_position]
                _position = _elements.index(after: _position)
                return element
            }
        }

        struct Slice<Base: Collection>: Collection {
            typealias Element = Base.Element
            typealias Index = Base.Index
            typealias SubSequence = Slice<Base>
            typealias Indices = DefaultIndices<Slice<Base>>
            var _startIndex: Base.Index
            var _endIndex: Base.Index
            var _base: Base
            init(base: Base, bounds: Range<Base.Index>) {
                self._base = base
                self._startIndex = bounds.lowerBound
                self._endIndex = bounds.upperBound
            }
            var base: Base { _base }
            var startIndex: Base.Index { _startIndex }
            var endIndex: Base.Index { _endIndex }
            subscript(index: Base.Index) -> Base.Element { _base[index] }
            subscript(bounds: Range<Base.Index>) -> Slice<Base> { Slice(base: _base, bounds: bounds) }
            func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
        }

        extension Slice: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
        }

        extension Slice: RandomAccessCollection where Base: RandomAccessCollection {
        }

        struct DefaultIndices<Elements: Collection>: Collection {
            typealias Element = Elements.Index
            typealias Index = Elements.Index
            typealias SubSequence = DefaultIndices<Elements>
            typealias Indices = DefaultIndices<Elements>
            var _elements: Elements
            var _startIndex: Elements.Index
            var _endIndex: Elements.Index
            init(_elements: Elements, startIndex: Elements.Index, endIndex: Elements.Index) {
                self._elements = _elements
                self._startIndex = startIndex
                self._endIndex = endIndex
            }
            var startIndex: Elements.Index { _startIndex }
            var endIndex: Elements.Index { _endIndex }
            var indices: DefaultIndices<Elements> { self }
            subscript(i: Elements.Index) -> Elements.Index { i }
            subscript(bounds: Range<Elements.Index>) -> DefaultIndices<Elements> {
                DefaultIndices(_elements: _elements, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
            }
            func index(after i: Elements.Index) -> Elements.Index { _elements.index(after: i) }
        }

        extension DefaultIndices: BidirectionalCollection where Elements: BidirectionalCollection {
            func index(before i: Elements.Index) -> Elements.Index { _elements.index(before: i) }
        }
        """#
}
