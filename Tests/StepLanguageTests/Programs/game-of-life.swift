// Conway's game of life on a set of cells.
struct Cell: Hashable { let x, y: Int
    var neighbours: [Cell] { (-1...1).flatMap { dx in (-1...1).compactMap { dy in dx == 0 && dy == 0 ? nil : Cell(x: x + dx, y: y + dy) } } }
}
func step(_ alive: Set<Cell>) -> Set<Cell> {
    var counts: [Cell: Int] = [:]
    for cell in alive { for n in cell.neighbours { counts[n, default: 0] += 1 } }
    return Set(counts.filter { $0.value == 3 || $0.value == 2 && alive.contains($0.key) }.keys)
}
func show(_ alive: Set<Cell>, _ size: Int) { for y in 0..<size { print((0..<size).map { alive.contains(Cell(x: $0, y: y)) ? "#" : "." }.joined()) } }
var world = Set([(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)].map { Cell(x: $0.0, y: $0.1) })
show(world, 5)
for _ in 0..<4 { world = step(world) }
print("after 4")
show(world, 5)
print(world.count, world.map(\.x).min()!, world.map(\.y).max()!)
