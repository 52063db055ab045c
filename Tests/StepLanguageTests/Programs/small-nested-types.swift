// Types in types, in functions, in extensions; generic ones; shadowed names.
struct Deck {
    enum Suit: Character, CaseIterable { case spades = "♠", hearts = "♥" }
    struct Card: CustomStringConvertible { let suit: Suit; let rank: Rank; var description: String { "\(suit.rawValue)\(rank.symbol)" }
        enum Rank: Int, CaseIterable { case two = 2, three, jack = 11, ace
            var symbol: String { switch self { case .jack: "J"; case .ace: "A"; default: String(rawValue) } }
        }
    }
    var cards = Suit.allCases.flatMap { s in Card.Rank.allCases.map { Card(suit: s, rank: $0) } }
}
print(Deck().cards, Deck.Card.Rank.ace.rawValue, Deck.Card(suit: .hearts, rank: .two))
func local() -> String {
    struct Point { var x = 1; func twice() -> Int { x * 2 } }
    enum Kind: String { case only }
    func helper(_ p: Point) -> String { Kind.only.rawValue + "\(p.twice())" }
    return helper(Point(x: 4))
}
print(local())
struct Outer<T> { struct Inner { var value: T }; var inner: Inner; typealias Pair = (T, T); func pair() -> Pair { (inner.value, inner.value) } }
print(Outer<Int>(inner: .init(value: 3)).pair(), Outer<String>.Inner(value: "s").value)
extension Deck { struct Statistics { let count: Int }; var statistics: Statistics { Statistics(count: cards.count) } }
print(Deck().statistics.count, Deck.Statistics(count: 1))
enum Namespace { static let limit = 3; enum Deep { static func f() -> Int { limit * 2 } } }
print(Namespace.Deep.f())
