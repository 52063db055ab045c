/// A dense matrix of doubles, for methods that need the precision.
struct DoubleMatrix {
    let rows: Int
    let columns: Int
    /// Row-major.
    var values: [Double]

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: 0, count: rows * columns)
    }

    init(_ t: Tensor) {
        rows = t.extents[0]
        columns = t.extents[1]
        values = t.doubles
    }

    subscript(_ i: Int, _ j: Int) -> Double {
        get { values[i * columns + j] }
        set { values[i * columns + j] = newValue }
    }

    var transposed: DoubleMatrix {
        var t = DoubleMatrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { t.values[j * rows + i] = values[i * columns + j] } }
        return t
    }

    var tensor: Tensor { Tensor(values, shape: [rows, columns]) }

    /// This · thisᵀ, sums over columns in order.
    var gram: DoubleMatrix {
        var g = DoubleMatrix(rows: rows, columns: rows)
        values.withUnsafeBufferPointer { v in
            for i in 0..<rows {
                for j in 0...i {
                    // Eight sums side by side, added in a fixed order.
                    var s = SIMD8<Double>(repeating: 0)
                    var p = 0
                    while p + 8 <= columns {
                        for l in 0..<8 { s[l] += v[i * columns + p + l] * v[j * columns + p + l] }
                        p += 8
                    }
                    var total = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
                    while p < columns {
                        total += v[i * columns + p] * v[j * columns + p]
                        p += 1
                    }
                    g.values[i * rows + j] = total
                    g.values[j * rows + i] = total
                }
            }
        }
        return g
    }

    /// The sign rule: in each row the element of the largest size (the first of equals) is positive. Gives the signs.
    @discardableResult
    mutating func orientRows() -> [Double] {
        (0..<rows).map { i in
            var best = 0
            for j in 1..<max(columns, 1) where abs(self[i, j]) > abs(self[i, best]) * (1 + 1e-12) { best = j }
            guard columns > 0, self[i, best] < 0 else { return 1 }
            for j in 0..<columns { self[i, j] = -self[i, j] }
            return -1
        }
    }

    /// U as columns, singular values descending, V as rows, by rotations of pairs of rows (Hestenes 1958).
    func singularValues() -> (u: DoubleMatrix, s: [Double], vt: DoubleMatrix) {
        if rows > columns {
            // aᵀ = V·S·Uᵀ
            let (v, s, ut) = transposed.singularValues()
            var vt = v.transposed
            var u = ut
            let signs = vt.orientRows()
            for (i, sign) in signs.enumerated() where sign < 0 { for j in 0..<u.columns { u[i, j] = -u[i, j] } }
            return (u.transposed, s, vt)
        }
        let (m, n) = (rows, columns)
        var a = values
        var u = [Double](repeating: 0, count: m * m)
        for i in 0..<m { u[i * m + i] = 1 }
        a.withUnsafeMutableBufferPointer { a in
            u.withUnsafeMutableBufferPointer { u in
                for _ in 0..<60 {
                    var turned = false
                    for p in 0..<m {
                        for q in (p + 1)..<max(m, p + 1) {
                            var (x, y, z) = (0.0, 0.0, 0.0)
                            for i in 0..<n {
                                let (f, g) = (a[p * n + i], a[q * n + i])
                                x += f * f
                                y += g * g
                                z += f * g
                            }
                            if abs(z) <= 1e-15 * (x * y).squareRoot() || z == 0 { continue }
                            turned = true
                            let theta = (y - x) / (2 * z)
                            let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
                            let c = 1 / (t * t + 1).squareRoot()
                            let s = t * c
                            for i in 0..<n {
                                let (f, g) = (a[p * n + i], a[q * n + i])
                                a[p * n + i] = c * f - s * g
                                a[q * n + i] = s * f + c * g
                            }
                            for i in 0..<m {
                                let (f, g) = (u[p * m + i], u[q * m + i])
                                u[p * m + i] = c * f - s * g
                                u[q * m + i] = s * f + c * g
                            }
                        }
                    }
                    if !turned { break }
                }
            }
        }
        let lengths = (0..<m).map { p in (0..<n).reduce(0.0) { $0 + a[p * n + $1] * a[p * n + $1] }.squareRoot() }
        let order = (0..<m).sorted { lengths[$0] != lengths[$1] ? lengths[$0] > lengths[$1] : $0 < $1 }
        var left = DoubleMatrix(rows: m, columns: m)
        var right = DoubleMatrix(rows: m, columns: n)
        for (row, p) in order.enumerated() {
            for i in 0..<m { left[row, i] = u[p * m + i] }
            if lengths[p] > 0 { for i in 0..<n { right[row, i] = a[p * n + i] / lengths[p] } }
        }
        right.complete(lengths: order.map { lengths[$0] })
        let signs = right.orientRows()
        for (i, sign) in signs.enumerated() where sign < 0 { for j in 0..<m { left[i, j] = -left[i, j] } }
        return (left.transposed, order.map { lengths[$0] }, right)
    }

    /// Rows that belong to singular values of zero become unit vectors at right angles to all others.
    private mutating func complete(lengths: [Double]) {
        let limit = (lengths.first ?? 0) * 1e-14
        for i in 0..<rows where lengths[i] <= limit {
            for axis in 0..<columns {
                var candidate = [Double](repeating: 0, count: columns)
                candidate[axis] = 1
                for _ in 0..<2 {
                    for k in 0..<rows where k != i && (k < i || lengths[k] > limit) {
                        let along = (0..<columns).reduce(0.0) { $0 + candidate[$1] * self[k, $1] }
                        for j in 0..<columns { candidate[j] -= along * self[k, j] }
                    }
                }
                let length = candidate.reduce(0) { $0 + $1 * $1 }.squareRoot()
                if length > 0.1 / Double(max(columns, 1)).squareRoot() {
                    for j in 0..<columns { self[i, j] = candidate[j] / length }
                    break
                }
            }
        }
    }

    /// Solves this · x = right by elimination with row exchanges; nil where the matrix is singular.
    func solve(_ right: DoubleMatrix) -> (solution: DoubleMatrix, determinant: Double)? {
        let n = rows
        var a = self
        var b = right
        var determinant = 1.0
        for p in 0..<n {
            var pivot = p
            for i in (p + 1)..<max(n, p + 1) where abs(a[i, p]) > abs(a[pivot, p]) { pivot = i }
            if a[pivot, p] == 0 { return nil }
            if pivot != p {
                determinant = -determinant
                for j in 0..<n { a.values.swapAt(p * n + j, pivot * n + j) }
                for j in 0..<b.columns { b.values.swapAt(p * b.columns + j, pivot * b.columns + j) }
            }
            determinant *= a[p, p]
            for i in (p + 1)..<max(n, p + 1) {
                let factor = a[i, p] / a[p, p]
                if factor == 0 { continue }
                for j in p..<n { a[i, j] -= factor * a[p, j] }
                for j in 0..<b.columns { b[i, j] -= factor * b[p, j] }
            }
        }
        for i in stride(from: n - 1, through: 0, by: -1) {
            for c in 0..<b.columns {
                var s = b[i, c]
                for j in (i + 1)..<max(n, i + 1) { s -= a[i, j] * b[j, c] }
                b[i, c] = s / a[i, i]
            }
        }
        return (b, determinant)
    }
}
