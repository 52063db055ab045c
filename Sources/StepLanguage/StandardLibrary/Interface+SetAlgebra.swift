extension StandardLibrary {
    static let setAlgebra = #"""
        protocol SetAlgebra<Element>: Equatable, ExpressibleByArrayLiteral {
            associatedtype Element
            init()
            func contains(_ member: Element) -> Bool
            func union(_ other: Self) -> Self
            func intersection(_ other: Self) -> Self
            func symmetricDifference(_ other: Self) -> Self
            mutating func formUnion(_ other: Self)
            mutating func formIntersection(_ other: Self)
            mutating func formSymmetricDifference(_ other: Self)
            func subtracting(_ other: Self) -> Self
            func isSubset(of other: Self) -> Bool
            func isDisjoint(with other: Self) -> Bool
            func isSuperset(of other: Self) -> Bool
            var isEmpty: Bool { get }
            mutating func subtract(_ other: Self)
            @discardableResult
            mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)
            @discardableResult
            mutating func remove(_ member: Element) -> Element?
            @discardableResult
            mutating func update(with newMember: Element) -> Element?
        }

        extension SetAlgebra where ArrayLiteralElement == Element {
            init(arrayLiteral elements: Element...) {
                self.init()
                for element in elements { insert(element) }
            }
        }

        extension SetAlgebra {
            var isEmpty: Bool { self == Self() }
            func subtracting(_ other: Self) -> Self { intersection(symmetricDifference(other)) }
            mutating func subtract(_ other: Self) { formIntersection(symmetricDifference(other)) }
            func isSubset(of other: Self) -> Bool { intersection(other) == self }
            func isSuperset(of other: Self) -> Bool { other.isSubset(of: self) }
            init<S: Sequence>(_ sequence: S) where S.Element == Element {
                self.init()
                for element in sequence { insert(element) }
            }
            func isDisjoint(with other: Self) -> Bool { intersection(other).isEmpty }
            func isStrictSuperset(of other: Self) -> Bool { isSuperset(of: other) && self != other }
            func isStrictSubset(of other: Self) -> Bool { other.isStrictSuperset(of: self) }
        }

        protocol OptionSet<Element>: SetAlgebra, RawRepresentable {
            associatedtype Element = Self
            associatedtype ArrayLiteralElement = Self
            init(rawValue: RawValue)
        }

        extension OptionSet where Element == Self {
            func contains(_ member: Self) -> Bool { isSuperset(of: member) }
            @discardableResult
            mutating func insert(_ newMember: Self) -> (inserted: Bool, memberAfterInsert: Self) {
                if contains(newMember) { return (inserted: false, memberAfterInsert: intersection(newMember)) }
                self = union(newMember)
                return (inserted: true, memberAfterInsert: newMember)
            }
            @discardableResult
            mutating func remove(_ member: Self) -> Self? {
                let removed = intersection(member)
                if removed.isEmpty { return nil }
                self = subtracting(member)
                return removed
            }
            @discardableResult
            mutating func update(with newMember: Self) -> Self? {
                let present = intersection(newMember)
                self = union(newMember)
                return present.isEmpty ? nil : present
            }
        }

        extension OptionSet where RawValue: FixedWidthInteger, Element == Self, ArrayLiteralElement == Self {
            init() { self.init(rawValue: 0) }
            init(arrayLiteral elements: Self...) {
                var bits: RawValue = 0
                for element in elements { bits = bits | element.rawValue }
                self.init(rawValue: bits)
            }
            var isEmpty: Bool { rawValue == 0 }
            func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
            func intersection(_ other: Self) -> Self { Self(rawValue: rawValue & other.rawValue) }
            func symmetricDifference(_ other: Self) -> Self { Self(rawValue: rawValue ^ other.rawValue) }
            func subtracting(_ other: Self) -> Self { Self(rawValue: rawValue & ~other.rawValue) }
            func isSubset(of other: Self) -> Bool { rawValue & other.rawValue == rawValue }
            mutating func formUnion(_ other: Self) { self = union(other) }
            mutating func formIntersection(_ other: Self) { self = intersection(other) }
            mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }
            mutating func subtract(_ other: Self) { self = subtracting(other) }
        }
        """#
}
