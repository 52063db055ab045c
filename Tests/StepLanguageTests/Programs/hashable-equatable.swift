// Synthesised and own Equatable, Hashable, Comparable.
struct Coordinate: Hashable, Comparable {
    var row: Int, column: Int
    static func < (a: Coordinate, b: Coordinate) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
let c = [Coordinate(row: 1, column: 2), Coordinate(row: 0, column: 9), Coordinate(row: 1, column: 0)]
print(c.sorted().map { "\($0.row),\($0.column)" }, c[0] > c[2], c.min()!.row, c[0] == Coordinate(row: 1, column: 2))
var grid: [Coordinate: String] = [:]
grid[c[0]] = "a"
grid[Coordinate(row: 1, column: 2)] = "b"
print(grid.count, grid[c[0]]!)
struct CaseInsensitive: Hashable {
    let text: String
    static func == (a: Self, b: Self) -> Bool { a.text.lowercased() == b.text.lowercased() }
    func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
print(Set([CaseInsensitive(text: "Hi"), CaseInsensitive(text: "HI")]).count)
final class Token: Hashable {
    let id: Int
    init(_ id: Int) { self.id = id }
    static func == (a: Token, b: Token) -> Bool { a.id == b.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
print([Token(1): "x"][Token(1)]!, Token(1) == Token(1), Token(1) === Token(1), Set([Token(1), Token(2), Token(1)]).count)
enum Move: Hashable { case left, right(Int), jump(by: Int, high: Bool) }
print(Move.right(1) == .right(1), Move.jump(by: 1, high: true) == .jump(by: 1, high: false), Set<Move>([.left, .left, .right(2)]).count)
struct Nested: Equatable { var list: [Coordinate]; var name: String?; var pair: [String: Int] }
print(Nested(list: c, name: nil, pair: ["a": 1]) == Nested(list: c, name: nil, pair: ["a": 1]))
print([[1], [2]] == [[1], [2]], Optional(1) == 1, nil == Optional<Int>.none, ["a": [1]] == ["a": [1]])
