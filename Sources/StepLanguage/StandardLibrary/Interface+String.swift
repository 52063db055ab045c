extension StandardLibrary {
    static let string = #"""
        protocol StringProtocol: BidirectionalCollection, Hashable, Comparable, ExpressibleByStringInterpolation, CustomStringConvertible, LosslessStringConvertible where Element == Character, Index == String.Index, SubSequence: StringProtocol {
            func lowercased() -> String
            func uppercased() -> String
            func hasPrefix(_ prefix: String) -> Bool
            func hasSuffix(_ suffix: String) -> Bool
        }

        extension StringProtocol {
            static func == <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { String(lhs) == String(rhs) }
            static func != <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { String(lhs) != String(rhs) }
            static func < <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { String(lhs) < String(rhs) }
            static func > <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { String(rhs) < String(lhs) }
            static func <= <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { !(String(rhs) < String(lhs)) }
            static func >= <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { !(String(lhs) < String(rhs)) }
            func hasPrefix<Prefix: StringProtocol>(_ prefix: Prefix) -> Bool { String(self).hasPrefix(String(prefix)) }
            func hasSuffix<Suffix: StringProtocol>(_ suffix: Suffix) -> Bool { String(self).hasSuffix(String(suffix)) }
            func contains<Other: StringProtocol>(_ other: Other) -> Bool { String(self)._contains(String(other)) }
            func components<T: StringProtocol>(separatedBy separator: T) -> [String] { String(self)._components(String(separator)) }
            func components(separatedBy separator: CharacterSet) -> [String] { String(self)._components(separator) }
            func trimmingCharacters(in set: CharacterSet) -> String { String(self)._trimming(set) }
            func replacingOccurrences<Target: StringProtocol, Replacement: StringProtocol>(of target: Target, with replacement: Replacement) -> String {
                String(self)._replacing(String(target), String(replacement))
            }
            func padding<T: StringProtocol>(toLength newLength: Int, withPad padString: T, startingAt padIndex: Int) -> String {
                String(self)._padding(newLength, String(padString), padIndex)
            }
            func replacing(_ target: String, with replacement: String) -> String { String(self)._replacing(target, replacement) }
            func range<T: StringProtocol>(of aString: T, options mask: String.CompareOptions = [], range searchRange: Range<String.Index>? = nil) -> Range<String.Index>? {
                let searched = searchRange.map { String(self[$0]) } ?? String(self)
                let found = searched._find(String(aString), mask.rawValue)
                if found < 0 { return nil }
                let start = (searchRange?.lowerBound ?? startIndex)._offset
                return String.Index(_offset: start + found >> 32)..<String.Index(_offset: start + found & 0xFFFF_FFFF)
            }
            func commonPrefix<T: StringProtocol>(with aString: T) -> String {
                var result = ""
                for (character, other) in zip(self, aString) {
                    if character != other { break }
                    result.append(character)
                }
                return result
            }
            var capitalized: String { String(self)._capitalized }
        }

        struct String: StringProtocol, RangeReplaceableCollection, ExpressibleByStringLiteral, CustomDebugStringConvertible, TextOutputStream, Sendable {
            typealias Element = Character
            typealias SubSequence = Substring
            typealias Iterator = IndexingIterator<String>
            typealias Indices = DefaultIndices<String>
            typealias StringLiteralType = String
            typealias ExtendedGraphemeClusterLiteralType = String
            typealias UnicodeScalarLiteralType = String
            struct Index: Comparable, Hashable {
                let _offset: Int
                init(_offset: Int) { self._offset = _offset }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs._offset == rhs._offset }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs._offset < rhs._offset }
                func hash(into hasher: inout Hasher) { hasher.combine(_offset) }
            }
            init()
            init(stringLiteral value: String)
            init(_ value: String)
            init(_ value: Substring)
            init(_ value: Character)
            init(_ scalar: Unicode.Scalar)
            init(_ characters: [Character])
            init<C: Collection>(decoding codeUnits: C, as sourceEncoding: UTF8.Type) where C.Element == UInt8 {
                self = String._decoded(Array(codeUnits))
            }
            static func _decoded(_ bytes: [UInt8]) -> String
            init<S: Sequence>(_ characters: S) where S.Element == Character {
                self.init()
                for character in characters { append(character) }
            }
            init<T: LosslessStringConvertible>(_ value: T) { self = value.description }
            init<Subject>(describing instance: Subject)
            init<Subject>(reflecting subject: Subject)
            init(repeating repeatedValue: String, count: Int)
            init(repeating repeatedValue: Character, count: Int)
            init<T: BinaryInteger>(_ value: T) { self = value.description }
            init<T: BinaryInteger>(_ value: T, radix: Int = 10, uppercase: Bool = false) { self = String._digits(value._word, T.isSigned, radix, uppercase) }
            static func _digits(_ word: Int, _ signed: Bool, _ radix: Int, _ uppercase: Bool) -> String
            init(format: String, _ arguments: CVarArg...)
            init(format: String, arguments: [CVarArg])
            var description: String { self }
            var debugDescription: String { get }
            var count: Int { get }
            var isEmpty: Bool { get }
            var first: Character? { get }
            var last: Character? { get }
            var startIndex: String.Index { Index(_offset: 0) }
            var endIndex: String.Index { Index(_offset: _end) }
            var _end: Int { get }
            func _after(_ offset: Int) -> Int
            func _before(_ offset: Int) -> Int
            func _offset(_ offset: Int, _ distance: Int) -> Int
            func _distance(_ start: Int, _ end: Int) -> Int
            func _character(_ offset: Int) -> Character
            func _substring(_ start: Int, _ end: Int) -> Substring
            func index(after i: String.Index) -> String.Index { Index(_offset: _after(i._offset)) }
            func index(before i: String.Index) -> String.Index { Index(_offset: _before(i._offset)) }
            func index(_ i: String.Index, offsetBy distance: Int) -> String.Index { Index(_offset: _offset(i._offset, distance)) }
            func distance(from start: String.Index, to end: String.Index) -> Int { _distance(start._offset, end._offset) }
            subscript(i: String.Index) -> Character { _character(i._offset) }
            subscript(r: Range<String.Index>) -> Substring { _substring(r.lowerBound._offset, r.upperBound._offset) }
            func makeIterator() -> IndexingIterator<String> { IndexingIterator(_elements: self) }
            mutating func append(_ other: String)
            mutating func append(_ other: Substring)
            mutating func append(_ c: Character)
            mutating func append(contentsOf newElements: String)
            mutating func append(contentsOf newElements: Substring)
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Character {
                for character in newElements { append(character) }
            }
            mutating func reserveCapacity(_ n: Int)
            mutating func write(_ other: String) { append(other) }
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Character {
                _replace(subrange.lowerBound._offset, subrange.upperBound._offset, String(newElements))
            }
            mutating func _replace(_ start: Int, _ end: Int, _ replacement: String)
            func lowercased() -> String
            func uppercased() -> String
            func hasPrefix(_ prefix: String) -> Bool
            func hasSuffix(_ suffix: String) -> Bool
            func split(separator: Character, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring]
            @_disfavoredOverload
            func split(separator: String, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring]
            struct CompareOptions: OptionSet, Sendable {
                let rawValue: Int
                init(rawValue: Int) { self.rawValue = rawValue }
                static var caseInsensitive: String.CompareOptions { String.CompareOptions(rawValue: 1) }
                static var backwards: String.CompareOptions { String.CompareOptions(rawValue: 4) }
                static var anchored: String.CompareOptions { String.CompareOptions(rawValue: 8) }
            }
            func _find(_ target: String, _ options: Int) -> Int
            func _contains(_ other: String) -> Bool
            func _components(_ separator: String) -> [String]
            func _components(_ separator: CharacterSet) -> [String]
            func _trimming(_ set: CharacterSet) -> String
            func _replacing(_ target: String, _ replacement: String) -> String
            func _padding(_ length: Int, _ pad: String, _ start: Int) -> String
            var _capitalized: String { get }
            func hash(into hasher: inout Hasher)
            static func + (lhs: String, rhs: String) -> String
            static func += (lhs: inout String, rhs: String)
            static func == (lhs: String, rhs: String) -> Bool
            static func != (lhs: String, rhs: String) -> Bool
            static func < (lhs: String, rhs: String) -> Bool
            static func <= (lhs: String, rhs: String) -> Bool
            static func > (lhs: String, rhs: String) -> Bool
            static func >= (lhs: String, rhs: String) -> Bool
        }

        extension Substring {
            func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
                var result = ""
                for character in self { if try isIncluded(character) { result.append(character) } }
                return result
            }
        }

        struct Substring: StringProtocol, RangeReplaceableCollection, ExpressibleByStringLiteral, CustomDebugStringConvertible, Sendable {
            typealias Element = Character
            typealias Index = String.Index
            typealias SubSequence = Substring
            typealias Iterator = IndexingIterator<Substring>
            typealias Indices = DefaultIndices<Substring>
            typealias StringLiteralType = String
            typealias ExtendedGraphemeClusterLiteralType = String
            typealias UnicodeScalarLiteralType = String
            init()
            init(stringLiteral value: String) { self.init(value) }
            init(_ value: String)
            var base: String { get }
            var description: String { get }
            var debugDescription: String { get }
            var count: Int { get }
            var isEmpty: Bool { get }
            var first: Character? { get }
            var last: Character? { get }
            var startIndex: String.Index { String.Index(_offset: _start) }
            var endIndex: String.Index { String.Index(_offset: _end) }
            var _start: Int { get }
            var _end: Int { get }
            func _after(_ offset: Int) -> Int
            func _before(_ offset: Int) -> Int
            func _offset(_ offset: Int, _ distance: Int) -> Int
            func _distance(_ start: Int, _ end: Int) -> Int
            func _character(_ offset: Int) -> Character
            func _substring(_ start: Int, _ end: Int) -> Substring
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Character {
                self = Substring(String(self[startIndex..<subrange.lowerBound]) + String(newElements) + String(self[subrange.upperBound..<endIndex]))
            }
            mutating func append(_ newElement: Character) { self = Substring(String(self) + String(newElement)) }
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Character {
                self = Substring(String(self) + String(newElements))
            }
            @discardableResult
            mutating func removeFirst() -> Character {
                guard let character = first else { _fail("Can't remove items from an empty collection") }
                self = self[index(after: startIndex)..<endIndex]
                return character
            }
            mutating func removeFirst(_ k: Int) {
                if !(k >= 0) { _fail("Number of elements to remove should be non-negative") }
                if !(k <= count) { _fail("Can't remove more items from a collection than it contains") }
                self = self[index(startIndex, offsetBy: k)..<endIndex]
            }
            @discardableResult
            mutating func removeLast() -> Character {
                guard let character = last else { _fail("Can't remove last element from an empty collection") }
                self = self[startIndex..<index(before: endIndex)]
                return character
            }
            mutating func removeLast(_ k: Int) {
                if !(k >= 0) { _fail("Number of elements to remove should be non-negative") }
                if !(k <= count) { _fail("Can't remove more items from a collection than it contains") }
                self = self[startIndex..<index(endIndex, offsetBy: -k)]
            }
            mutating func popFirst() -> Character? { isEmpty ? nil : removeFirst() }
            mutating func popLast() -> Character? { isEmpty ? nil : removeLast() }
            func index(after i: String.Index) -> String.Index { String.Index(_offset: _after(i._offset)) }
            func index(before i: String.Index) -> String.Index { String.Index(_offset: _before(i._offset)) }
            func index(_ i: String.Index, offsetBy distance: Int) -> String.Index { String.Index(_offset: _offset(i._offset, distance)) }
            func distance(from start: String.Index, to end: String.Index) -> Int { _distance(start._offset, end._offset) }
            subscript(i: String.Index) -> Character { _character(i._offset) }
            subscript(r: Range<String.Index>) -> Substring { _substring(r.lowerBound._offset, r.upperBound._offset) }
            func makeIterator() -> IndexingIterator<Substring> { IndexingIterator(_elements: self) }
            func lowercased() -> String
            func uppercased() -> String
            func hasPrefix(_ prefix: String) -> Bool
            func hasSuffix(_ suffix: String) -> Bool
            func split(separator: Character, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring]
            @_disfavoredOverload
            func split(separator: String, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring]
            func hash(into hasher: inout Hasher)
            static func == (lhs: Substring, rhs: Substring) -> Bool
            static func < (lhs: Substring, rhs: Substring) -> Bool
        }

        protocol CVarArg {
        }

        extension Int: CVarArg {
        }

        extension Int8: CVarArg {
        }

        extension Int16: CVarArg {
        }

        extension Int32: CVarArg {
        }

        extension Int64: CVarArg {
        }

        extension UInt: CVarArg {
        }

        extension UInt8: CVarArg {
        }

        extension UInt16: CVarArg {
        }

        extension UInt32: CVarArg {
        }

        extension UInt64: CVarArg {
        }

        extension Double: CVarArg {
        }

        extension Float: CVarArg {
        }

        extension String: CVarArg {
        }

        enum UTF8 {
        }

        struct CharacterSet {
            let _kind: Int
            let _members: String
            init(_kind: Int, members: String) {
                self._kind = _kind
                self._members = members
            }
            init() { self.init(_kind: 0, members: "") }
            init(charactersIn string: String) { self.init(_kind: 0, members: string) }
            static var whitespaces: CharacterSet { CharacterSet(_kind: 1, members: "") }
            static var whitespacesAndNewlines: CharacterSet { CharacterSet(_kind: 2, members: "") }
            static var newlines: CharacterSet { CharacterSet(_kind: 3, members: "") }
            static var decimalDigits: CharacterSet { CharacterSet(_kind: 4, members: "") }
            static var letters: CharacterSet { CharacterSet(_kind: 5, members: "") }
            static var alphanumerics: CharacterSet { CharacterSet(_kind: 6, members: "") }
            static var punctuationCharacters: CharacterSet { CharacterSet(_kind: 7, members: "") }
            func contains(_ member: Unicode.Scalar) -> Bool
            var inverted: CharacterSet { CharacterSet(_kind: _kind ^ 16, members: _members) }
        }
        """#

    static let character = #"""
        struct Character: Comparable, Hashable, ExpressibleByExtendedGraphemeClusterLiteral, CustomStringConvertible, CustomDebugStringConvertible, LosslessStringConvertible, Sendable {
            typealias ExtendedGraphemeClusterLiteralType = Character
            typealias UnicodeScalarLiteralType = Character
            init(extendedGraphemeClusterLiteral value: Character)
            init(_ s: String)
            init(_ content: Unicode.Scalar)
            var description: String { get }
            var debugDescription: String { get }
            var isLetter: Bool { get }
            var isNumber: Bool { get }
            var isWholeNumber: Bool { get }
            var isHexDigit: Bool { get }
            var isWhitespace: Bool { get }
            var isNewline: Bool { get }
            var isPunctuation: Bool { get }
            var isSymbol: Bool { get }
            var isMathSymbol: Bool { get }
            var isCurrencySymbol: Bool { get }
            var isUppercase: Bool { get }
            var isLowercase: Bool { get }
            var isCased: Bool { get }
            var isASCII: Bool { get }
            var asciiValue: UInt8? { get }
            var wholeNumberValue: Int? { get }
            var hexDigitValue: Int? { get }
            func uppercased() -> String
            func lowercased() -> String
            func hash(into hasher: inout Hasher)
            static func == (lhs: Character, rhs: Character) -> Bool
            static func < (lhs: Character, rhs: Character) -> Bool
        }

        enum Unicode {
            struct Scalar: Comparable, Hashable, ExpressibleByUnicodeScalarLiteral, CustomStringConvertible, CustomDebugStringConvertible, Sendable {
                typealias UnicodeScalarLiteralType = Unicode.Scalar
                let value: UInt32
                init(_value: UInt32) { self.value = _value }
                init(unicodeScalarLiteral value: Unicode.Scalar) { self = value }
                init?(_ v: UInt32) {
                    if v > 0x10FFFF || (v >= 0xD800 && v < 0xE000) { return nil }
                    self.value = v
                }
                init?(_ v: UInt16) {
                    if v >= 0xD800 && v < 0xE000 { return nil }
                    self.value = UInt32(v)
                }
                init(_ v: UInt8) { self.value = UInt32(v) }
                init?(_ v: Int) {
                    guard let exact = UInt32(exactly: v) else { return nil }
                    self.init(exact)
                }
                var isASCII: Bool { value < 128 }
                var description: String { String(Character(self)) }
                var debugDescription: String { get }
                func hash(into hasher: inout Hasher) { hasher.combine(value) }
                static func == (lhs: Unicode.Scalar, rhs: Unicode.Scalar) -> Bool { lhs.value == rhs.value }
                static func < (lhs: Unicode.Scalar, rhs: Unicode.Scalar) -> Bool { lhs.value < rhs.value }
            }
        }

        typealias UnicodeScalar = Unicode.Scalar
        """#
}
