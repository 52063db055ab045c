// Grids: building, transposing, spirals, flood fill, sums.
var grid = (0..<3).map { r in (0..<4).map { c in r * 4 + c } }
print(grid, grid.map { $0.reduce(0, +) }, (0..<4).map { c in grid.reduce(0) { $0 + $1[c] } })
let transposed = grid[0].indices.map { c in grid.map { $0[c] } }
print(transposed, transposed.count, grid.flatMap { $0 }.filter { $0 % 5 == 0 })
func spiral(_ m: [[Int]]) -> [Int] { guard let first = m.first else { return [] }; let rest = m.dropFirst(); guard !rest.isEmpty else { return first }; return first + spiral(rest[1].indices.reversed().map { c in rest.map { $0[c] } }) }
print(spiral(grid))
grid[1][2] = -1
grid[0].append(100)
grid.append([])
grid[3] += [5, 6]
grid.swapAt(0, 3)
print(grid, grid.map(\.count))
var picture = ["..#..", ".###.", "..#.."].map { Array($0) }
func fill(_ r: Int, _ c: Int) { guard picture.indices.contains(r), picture[r].indices.contains(c), picture[r][c] == "." else { return }; picture[r][c] = "~"; for (dr, dc) in [(0, 1), (1, 0), (0, -1), (-1, 0)] { fill(r + dr, c + dc) } }
fill(0, 0)
print(picture.map { String($0) }.joined(separator: "\n"))
let identity = (0..<3).map { i in (0..<3).map { $0 == i ? 1.0 : 0 } }
print(identity, identity == identity.map { Array($0) }, [[Int]](repeating: [1], count: 2))
