// Sorting keeps the order of equal elements.
struct Card: CustomStringConvertible { let suit: String; let rank: Int; var description: String { suit + String(rank) } }
var cards: [Card] = []
for (i, suit) in ["h", "s", "d", "c"].enumerated() {
    for rank in 1...13 { cards.append(Card(suit: suit, rank: (rank * 7 + i) % 5)) }
}
print(cards.sorted { $0.rank < $1.rank })
cards.sort { $0.suit < $1.suit }
print(cards.map(\.rank))
let words = ["delta", "Alpha", "charlie", "Bravo", "echo", "alpha"]
print(words.sorted(), words.sorted { $0.lowercased() < $1.lowercased() }, words.sorted { $0.count < $1.count })
print([3.5, -1, 2, -0.0, 0.0].sorted(), [true, false, true].sorted { !$0 && $1 })
let people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25)]
print(people.sorted { $0.1 == $1.1 ? $0.0 > $1.0 : $0.1 < $1.1 })
print([[2, 1], [1, 2], [1]].sorted { $0.lexicographicallyPrecedes($1) })
