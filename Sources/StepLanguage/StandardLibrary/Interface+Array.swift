extension StandardLibrary {
    static let array = #"""
        struct Array<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral {
            typealias Index = Int
            typealias Indices = Range<Int>
            typealias Iterator = IndexingIterator<Array<Element>>
            typealias SubSequence = ArraySlice<Element>
            typealias ArrayLiteralElement = Element
            init()
            init(arrayLiteral elements: Element...)
            init(repeating repeatedValue: Element, count: Int)
            init(_ elements: [Element])
            init(_ range: Range<Int>) where Element == Int
            init(_ range: ClosedRange<Int>) where Element == Int
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                self.init()
                for element in elements { append(element) }
            }
            var count: Int { get }
            var isEmpty: Bool { get }
            var capacity: Int { get }
            var startIndex: Int { get }
            var endIndex: Int { get }
            var indices: Range<Int> { 0..<count }
            var first: Element? { get }
            var last: Element? { get }
            subscript(index: Int) -> Element { get set }
            subscript(bounds: Range<Int>) -> ArraySlice<Element> {
                get {
                    if !(bounds.lowerBound >= 0) { _fail("Array index is out of range") }
                    if !(bounds.upperBound <= count) { _fail("Array index is out of range") }
                    return ArraySlice(_base: self, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
                }
                set { replaceSubrange(bounds, with: newValue) }
            }
            subscript(x: (UnboundedRange_) -> ()) -> ArraySlice<Element> {
                get { self[startIndex..<endIndex] }
                set { self[startIndex..<endIndex] = newValue }
            }
            subscript<R: RangeExpression>(r: R) -> ArraySlice<Element> where R.Bound == Int {
                get { self[r.relative(to: self)] }
                set { self[r.relative(to: self)] = newValue }
            }
            func makeIterator() -> IndexingIterator<Array<Element>> { IndexingIterator(_elements: self) }
            func index(after i: Int) -> Int { i + 1 }
            func index(before i: Int) -> Int { i - 1 }
            func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
            func distance(from start: Int, to end: Int) -> Int { end - start }
            mutating func reserveCapacity(_ minimumCapacity: Int)
            mutating func append(_ newElement: Element)
            mutating func append(contentsOf newElements: [Element])
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element {
                for element in newElements { append(element) }
            }
            mutating func insert(_ newElement: Element, at i: Int)
            mutating func insert<C: Collection>(contentsOf newElements: C, at i: Int) where C.Element == Element {
                replaceSubrange(i..<i, with: newElements)
            }
            @discardableResult
            mutating func remove(at index: Int) -> Element
            @discardableResult
            mutating func removeFirst() -> Element
            @discardableResult
            mutating func removeLast() -> Element
            mutating func popLast() -> Element?
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
            mutating func removeSubrange(_ bounds: Range<Int>) { _replace(bounds.lowerBound, bounds.upperBound, []) }
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C) where C.Element == Element {
                _replace(subrange.lowerBound, subrange.upperBound, Array(newElements))
            }
            mutating func _replace(_ lower: Int, _ upper: Int, _ newElements: [Element])
            mutating func swapAt(_ i: Int, _ j: Int)
            mutating func reverse()
            mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows
            func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element]
            func map<T>(_ transform: (Element) throws -> T) rethrows -> [T]
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]
            mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
                self = try filter { !(try shouldBeRemoved($0)) }
            }
            func forEach(_ body: (Element) throws -> Void) rethrows
            func reduce<Result>(_ initialResult: Result, _ nextPartialResult: (_ partialResult: Result, Element) throws -> Result) rethrows -> Result
            static func + (lhs: [Element], rhs: [Element]) -> [Element]
            static func += (lhs: inout [Element], rhs: [Element])
        }

        extension Array: Equatable where Element: Equatable {
            static func == (lhs: [Element], rhs: [Element]) -> Bool
            static func != (lhs: [Element], rhs: [Element]) -> Bool
            func contains(_ element: Element) -> Bool
            func firstIndex(of element: Element) -> Int?
        }

        extension Array: Hashable where Element: Hashable {
            func hash(into hasher: inout Hasher)
        }

        extension Array where Element: Comparable {
            mutating func sort()
            func sorted() -> [Element]
            @warn_unqualified_access
            func min() -> Element?
            @warn_unqualified_access
            func max() -> Element?
        }

        extension Array where Element == String {
            func joined(separator: String = "") -> String
        }

        extension Array: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { get }
            var debugDescription: String { get }
        }

        struct ArraySlice<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral {
            typealias Index = Int
            typealias Indices = Range<Int>
            typealias Iterator = IndexingIterator<ArraySlice<Element>>
            typealias SubSequence = ArraySlice<Element>
            typealias ArrayLiteralElement = Element
            var _base: [Element]
            var _lower: Int
            var _upper: Int
            init() {
                _base = []
                _lower = 0
                _upper = 0
            }
            init(_base base: [Element], startIndex: Int, endIndex: Int) {
                _base = base
                _lower = startIndex
                _upper = endIndex
            }
            init(arrayLiteral elements: Element...) { self.init(_base: elements, startIndex: 0, endIndex: elements.count) }
            init(repeating repeatedValue: Element, count: Int) {
                self.init(_base: Array(repeating: repeatedValue, count: count), startIndex: 0, endIndex: count)
            }
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                let all = Array(elements)
                self.init(_base: all, startIndex: 0, endIndex: all.count)
            }
            var startIndex: Int { _lower }
            var endIndex: Int { _upper }
            var count: Int { _upper - _lower }
            var isEmpty: Bool { _upper == _lower }
            var indices: Range<Int> { _lower..<_upper }
            subscript(index: Int) -> Element {
                get {
                    if !(index >= _lower) { _fail("Index out of bounds") }
                    if !(index < _upper) { _fail("Index out of bounds") }
                    return _base[index]
                }
                set {
                    if !(index >= _lower) { _fail("Index out of bounds") }
                    if !(index < _upper) { _fail("Index out of bounds") }
                    _base[index] = newValue
                }
            }
            subscript(bounds: Range<Int>) -> ArraySlice<Element> {
                get {
                    if !(bounds.lowerBound >= _lower) { _fail("ArraySlice index is out of range (before startIndex)") }
                    if !(bounds.upperBound <= _upper) { _fail("ArraySlice index is out of range (past endIndex)") }
                    return ArraySlice(_base: _base, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
                }
                set { replaceSubrange(bounds, with: newValue) }
            }
            subscript(x: (UnboundedRange_) -> ()) -> ArraySlice<Element> {
                get { self[startIndex..<endIndex] }
                set { self[startIndex..<endIndex] = newValue }
            }
            subscript<R: RangeExpression>(r: R) -> ArraySlice<Element> where R.Bound == Int {
                get { self[r.relative(to: self)] }
                set { self[r.relative(to: self)] = newValue }
            }
            func makeIterator() -> IndexingIterator<ArraySlice<Element>> { IndexingIterator(_elements: self) }
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
                var result: [Element] = []
                for element in self { if try isIncluded(element) { result.append(element) } }
                return result
            }
            func index(after i: Int) -> Int { i + 1 }
            func index(before i: Int) -> Int { i - 1 }
            func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
            func distance(from start: Int, to end: Int) -> Int { end - start }
            mutating func append(_ newElement: Element) {
                _base._replace(_upper, _base.count, [newElement])
                _upper += 1
            }
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C) where C.Element == Element {
                if !(subrange.lowerBound >= _lower) { _fail("ArraySlice replace: subrange start is before the startIndex") }
                if !(subrange.upperBound <= _upper) { _fail("ArraySlice replace: subrange extends past the end") }
                let replacement = Array(newElements)
                _base._replace(subrange.lowerBound, subrange.upperBound, replacement)
                _upper += replacement.count - (subrange.upperBound - subrange.lowerBound)
            }
        }

        extension ArraySlice: Equatable where Element: Equatable {
            static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool { lhs.elementsEqual(rhs) }
        }

        extension ArraySlice: Hashable where Element: Hashable {
            func hash(into hasher: inout Hasher) {
                hasher.combine(count)
                for element in self { hasher.combine(element) }
            }
        }

        extension ArraySlice: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { Array(self).description }
            var debugDescription: String { "ArraySlice(" + Array(self).description + ")" }
        }
        """#
}
