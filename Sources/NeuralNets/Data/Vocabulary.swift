/// The distinct items of a text, numbered: item to index and back.
///
/// Index 0 is kept for `unknown` (or padding), the others stand in the order of their Unicode values.
public struct Vocabulary: Sendable, Equatable {
    /// The items by index.
    public let items: [String]
    private let indexOf: [String: Int]
    private let joiner: String

    /// The characters of a text, one Unicode scalar each, after `unknown`.
    ///
    /// Scalars and not Swift's characters: a line end of two characters counts as two, as in other tools.
    public init(charactersOf text: String, unknown: String = "\0") {
        let scalars = Set(text.unicodeScalars).sorted().map { String($0) }
        self.init(items: [unknown] + scalars.filter { $0 != unknown }, joiner: "")
    }

    /// The distinct words of a text split at white space, after `unknown`.
    public init(words: [String], unknown: String = "\0") {
        self.init(items: [unknown] + Set(words).sorted().filter { $0 != unknown }, joiner: " ")
    }

    private init(items: [String], joiner: String) {
        self.items = items
        self.joiner = joiner
        indexOf = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of items, the unknown one counted.
    public var count: Int { items.count }

    /// The index of an item; 0 where it is not in the vocabulary.
    public func index(of item: String) -> Int { indexOf[item] ?? 0 }

    /// The item at an index; the unknown item where there is none.
    public func item(at index: Int) -> String {
        items.indices.contains(index) ? items[index] : items[0]
    }

    /// The indices of a text's characters.
    public func encode(_ text: String) -> [Int] {
        var byScalar: [Unicode.Scalar: Int] = [:]
        for (index, item) in items.enumerated() where item.unicodeScalars.count == 1 {
            if let scalar = item.unicodeScalars.first { byScalar[scalar] = index }
        }
        return text.unicodeScalars.map { byScalar[$0] ?? 0 }
    }

    /// The indices of words.
    public func encode(words: [String]) -> [Int] { words.map(index(of:)) }

    /// The text that indices stand for.
    public func decode(_ indices: [Int]) -> String { indices.map(item(at:)).joined(separator: joiner) }
}

/// Arbitrary numbers (user or movie ids) as indices from 0 without gaps, in the order of their first appearance.
public struct IdentifierIndex: Sendable, Equatable {
    /// The identifiers by index.
    public let identifiers: [Int]
    private let indexOf: [Int: Int]

    /// Numbers the distinct values of `identifiers`.
    public init(_ identifiers: [Int]) {
        var order: [Int] = []
        var indexOf: [Int: Int] = [:]
        for identifier in identifiers where indexOf[identifier] == nil {
            indexOf[identifier] = order.count
            order.append(identifier)
        }
        self.identifiers = order
        self.indexOf = indexOf
    }

    /// The number of distinct identifiers.
    public var count: Int { identifiers.count }

    /// The index of an identifier; `nil` where it never appeared.
    public func index(of identifier: Int) -> Int? { indexOf[identifier] }

    /// The indices of a column of identifiers; those that never appeared are left out.
    public func indices(of column: [Int]) -> [Int] { column.compactMap { indexOf[$0] } }
}
