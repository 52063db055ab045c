// Own subscripts: several parameters, labels, setters, static, generic.
struct Grid {
    let rows: Int, columns: Int
    private var cells: [Double]
    init(rows: Int, columns: Int) { self.rows = rows; self.columns = columns; cells = Array(repeating: 0, count: rows * columns) }
    subscript(row: Int, column: Int) -> Double {
        get { cells[row * columns + column] }
        set { cells[row * columns + column] = newValue }
    }
    subscript(row r: Int) -> [Double] { Array(cells[r * columns..<(r + 1) * columns]) }
}
var g = Grid(rows: 2, columns: 3)
g[0, 1] = 5
g[1, 2] += 2.5
g[1, 2] *= 2
print(g[0, 1], g[1, 2], g[row: 0], g[row: 1])
struct Defaults { private var values: [String: Int] = [:]
    subscript(key: String, default fallback: Int = -1) -> Int {
        get { values[key] ?? fallback }
        set { values[key] = newValue }
    }
    static subscript(n: Int) -> String { "static \(n)" }
}
var d = Defaults()
d["a"] = 3
d["a"] += 1
print(d["a"], d["b"], d["b", default: 7], Defaults[2])
class Polynomial {
    var coefficients: [Int]
    init(_ c: Int...) { coefficients = c }
    subscript(power: Int) -> Int {
        get { power < coefficients.count ? coefficients[power] : 0 }
        set {
            while coefficients.count <= power { coefficients.append(0) }
            coefficients[power] = newValue
        }
    }
    func callAsFunction(_ x: Int) -> Int { coefficients.reversed().reduce(0) { $0 * x + $1 } }
}
let p = Polynomial(1, 2)
p[3] = 4
print(p.coefficients, p[9], p(2))
extension Array { subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil } }
print([1, 2][safe: 5] as Any, [1, 2][safe: 1]!)
