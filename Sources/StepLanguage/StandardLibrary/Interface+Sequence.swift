extension StandardLibrary {
    static let sequence = #"""
        protocol IteratorProtocol<Element> {
            associatedtype Element
            mutating func next() -> Element?
        }

        protocol Sequence<Element> {
            associatedtype Element
            associatedtype Iterator: IteratorProtocol where Iterator.Element == Element
            func makeIterator() -> Iterator
            var underestimatedCount: Int { get }
        }

        extension Sequence where Self: IteratorProtocol, Iterator == Self {
            func makeIterator() -> Self { self }
        }

        extension Sequence {
            var underestimatedCount: Int { 0 }
            func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {
                var result: [T] = []
                for element in self { result.append(try transform(element)) }
                return result
            }
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
                var result: [Element] = []
                for element in self {
                    if try isIncluded(element) { result.append(element) }
                }
                return result
            }
            func forEach(_ body: (Element) throws -> Void) rethrows {
                for element in self { try body(element) }
            }
            func compactMap<ElementOfResult>(_ transform: (Element) throws -> ElementOfResult?) rethrows -> [ElementOfResult] {
                var result: [ElementOfResult] = []
                for element in self {
                    if let value = try transform(element) { result.append(value) }
                }
                return result
            }
            func flatMap<SegmentOfResult: Sequence>(_ transform: (Element) throws -> SegmentOfResult) rethrows -> [SegmentOfResult.Element] {
                var result: [SegmentOfResult.Element] = []
                for element in self { result.append(contentsOf: try transform(element)) }
                return result
            }
            func reduce<Result>(_ initialResult: Result, _ nextPartialResult: (_ partialResult: Result, Element) throws -> Result) rethrows -> Result {
                var result = initialResult
                for element in self { result = try nextPartialResult(result, element) }
                return result
            }
            func reduce<Result>(into initialResult: Result, _ updateAccumulatingResult: (_ partialResult: inout Result, Element) throws -> Void) rethrows -> Result {
                var result = initialResult
                for element in self { try updateAccumulatingResult(&result, element) }
                return result
            }
            func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
                for element in self {
                    if try predicate(element) { return element }
                }
                return nil
            }
            func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
                for element in self {
                    if try predicate(element) { return true }
                }
                return false
            }
            func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
                for element in self {
                    if !(try predicate(element)) { return false }
                }
                return true
            }
            func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
                var count = 0
                for element in self {
                    if try predicate(element) { count += 1 }
                }
                return count
            }
            @warn_unqualified_access
            func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
                var result: Element? = nil
                for element in self {
                    if let least = result {
                        if try areInIncreasingOrder(element, least) { result = element }
                    } else {
                        result = element
                    }
                }
                return result
            }
            @warn_unqualified_access
            func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
                var result: Element? = nil
                for element in self {
                    if let greatest = result {
                        if try areInIncreasingOrder(greatest, element) { result = element }
                    } else {
                        result = element
                    }
                }
                return result
            }
            func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
                var result = Array(self)
                try result.sort(by: areInIncreasingOrder)
                return result
            }
            func reversed() -> [Element] {
                var result = Array(self)
                result.reverse()
                return result
            }
            func shuffled<T: RandomNumberGenerator>(using generator: inout T) -> [Element] {
                var result = Array(self)
                result.shuffle(using: &generator)
                return result
            }
            func shuffled() -> [Element] {
                var result = Array(self)
                result.shuffle()
                return result
            }
            func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(_base: self) }
            func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self> {
                if !(k >= 0) { _fail("Can't drop a negative number of elements from a sequence") }
                return DropFirstSequence(self, dropping: k)
            }
            func dropLast(_ k: Int = 1) -> [Element] {
                if !(k >= 0) { _fail("Can't drop a negative number of elements from a sequence") }
                let all = Array(self)
                return Array(all.prefix(Swift.max(0, all.count - k)))
            }
            func prefix(_ maxLength: Int) -> PrefixSequence<Self> {
                if !(maxLength >= 0) { _fail("Can't take a prefix of negative length from a sequence") }
                return PrefixSequence(self, maxLength: maxLength)
            }
            func suffix(_ maxLength: Int) -> [Element] {
                if !(maxLength >= 0) { _fail("Can't take a suffix of negative length from a sequence") }
                return Array(Array(self).suffix(maxLength))
            }
            func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
                var result: [Element] = []
                for element in self {
                    if !(try predicate(element)) { break }
                    result.append(element)
                }
                return result
            }
            func drop(while predicate: (Element) throws -> Bool) rethrows -> DropWhileSequence<Self> {
                var iterator = makeIterator()
                var next = iterator.next()
                while let element = next {
                    if !(try predicate(element)) { break }
                    next = iterator.next()
                }
                return DropWhileSequence(_iterator: iterator, _nextElement: next)
            }
            func elementsEqual<OtherSequence: Sequence>(_ other: OtherSequence, by areEquivalent: (Element, OtherSequence.Element) throws -> Bool) rethrows -> Bool {
                var first = makeIterator()
                var second = other.makeIterator()
                while true {
                    let left = first.next()
                    let right = second.next()
                    if let x = left, let y = right {
                        if !(try areEquivalent(x, y)) { return false }
                    } else {
                        return left == nil && right == nil
                    }
                }
            }
            func starts<PossiblePrefix: Sequence>(with possiblePrefix: PossiblePrefix, by areEquivalent: (Element, PossiblePrefix.Element) throws -> Bool) rethrows -> Bool {
                var iterator = makeIterator()
                for expected in possiblePrefix {
                    guard let element = iterator.next() else { return false }
                    if !(try areEquivalent(element, expected)) { return false }
                }
                return true
            }
            func lexicographicallyPrecedes<OtherSequence: Sequence>(_ other: OtherSequence, by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Bool where OtherSequence.Element == Element {
                var first = makeIterator()
                var second = other.makeIterator()
                while true {
                    guard let y = second.next() else { return false }
                    guard let x = first.next() else { return true }
                    if try areInIncreasingOrder(x, y) { return true }
                    if try areInIncreasingOrder(y, x) { return false }
                }
            }
            func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>] {
                try Array(self)._split(maxSplits, omittingEmptySubsequences, isSeparator)
            }
            var lazy: LazySequence<Self> { LazySequence(_base: self) }
        }

        extension Sequence where Element: Equatable {
            func contains(_ element: Element) -> Bool {
                for candidate in self {
                    if candidate == element { return true }
                }
                return false
            }
            func elementsEqual<OtherSequence: Sequence>(_ other: OtherSequence) -> Bool where OtherSequence.Element == Element {
                elementsEqual(other, by: { $0 == $1 })
            }
            func starts<PossiblePrefix: Sequence>(with possiblePrefix: PossiblePrefix) -> Bool where PossiblePrefix.Element == Element {
                starts(with: possiblePrefix, by: { $0 == $1 })
            }
            func split(separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [ArraySlice<Element>] {
                Array(self)._split(maxSplits, omittingEmptySubsequences, { $0 == separator })
            }
        }

        extension Sequence where Element: Comparable {
            @warn_unqualified_access
            func min() -> Element? { self.min(by: { $0 < $1 }) }
            @warn_unqualified_access
            func max() -> Element? { self.max(by: { $0 < $1 }) }
            func sorted() -> [Element] {
                var result = Array(self)
                result.sort()
                return result
            }
            func lexicographicallyPrecedes<OtherSequence: Sequence>(_ other: OtherSequence) -> Bool where OtherSequence.Element == Element {
                lexicographicallyPrecedes(other, by: { $0 < $1 })
            }
        }

        extension Sequence where Element: Sequence {
            @_disfavoredOverload
            func joined() -> FlattenSequence<Self> { FlattenSequence(_base: self) }
            func joined<Separator: Sequence>(separator: Separator) -> JoinedSequence<Self> where Separator.Element == Element.Element {
                JoinedSequence(_base: self, _separator: Array(separator))
            }
        }

        extension Sequence where Element: StringProtocol {
            func joined(separator: String = "") -> String {
                var result = ""
                var isFirst = true
                for element in self {
                    if isFirst { isFirst = false } else { result += separator }
                    result += String(element)
                }
                return result
            }
        }

        extension Sequence where Element == String {
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
        """#
}
