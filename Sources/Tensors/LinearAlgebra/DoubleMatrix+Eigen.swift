extension DoubleMatrix {
    /// Eigenvalues in descending order and eigenvectors as rows of a symmetric matrix: reflections bring it to tridiagonal
    /// form, implicit QL steps to diagonal form (Golub and Van Loan, Matrix Computations, 8.3). All in a fixed order.
    func symmetricEigen() -> (values: [Double], vectors: DoubleMatrix) {
        var form = Tridiagonal(self)
        form.diagonalize()
        let order = (0..<rows).sorted { form.diagonal[$0] != form.diagonal[$1] ? form.diagonal[$0] > form.diagonal[$1] : $0 < $1 }
        var vectors = DoubleMatrix(rows: rows, columns: rows)
        for (row, i) in order.enumerated() {
            for j in 0..<rows { vectors.values[row * rows + j] = form.basis.values[i * rows + j] }
        }
        vectors.orientRows()
        return (order.map { form.diagonal[$0] }, vectors)
    }
}

/// A symmetric matrix as basisᵀ · T · basis, T having nothing beyond the diagonal and its neighbours.
private struct Tridiagonal {
    private(set) var diagonal: [Double]
    /// Beside the diagonal: element i joins rows i and i + 1; the last one is 0.
    private var beside: [Double]
    /// Unit rows at right angles to each other; eigenvectors once T is diagonal.
    private(set) var basis: DoubleMatrix

    /// Reduces one row after the other by Householder's reflections. Every inner loop runs along a row, each element's
    /// sum in the order of the rows, so vector instructions do not change it.
    init(_ matrix: DoubleMatrix) {
        let n = matrix.rows
        var a = matrix.values
        var beside = [Double](repeating: 0, count: n)
        var halves = [Double](repeating: 0, count: n)
        var product = [Double](repeating: 0, count: n)
        a.withUnsafeMutableBufferPointer { a in
            product.withUnsafeMutableBufferPointer { p in
                for k in 0..<max(n - 1, 0) {
                    let u = UnsafeMutableBufferPointer(rebasing: a[(k * n)..<(k * n + n)])
                    let scale = (k + 1..<n).reduce(0.0) { $0 + abs(u[$1]) }
                    guard scale > 0, k + 2 < n else {
                        beside[k] = u[k + 1]
                        continue
                    }
                    for j in k + 1..<n { u[j] /= scale }
                    let square = (k + 1..<n).reduce(0.0) { $0 + u[$1] * u[$1] }
                    let length = u[k + 1] > 0 ? -square.squareRoot() : square.squareRoot()
                    let half = square - u[k + 1] * length
                    beside[k] = scale * length
                    u[k + 1] -= length
                    halves[k] = half
                    // A − u·qᵀ − q·uᵀ with p = A·u / half and q = p − (u·p / 2·half)·u.
                    for j in k + 1..<n { p[j] = 0 }
                    for i in k + 1..<n {
                        let factor = u[i]
                        for j in k + 1..<n { p[j] += factor * a[i * n + j] }
                    }
                    for j in k + 1..<n { p[j] /= half }
                    let along = (k + 1..<n).reduce(0.0) { $0 + u[$1] * p[$1] } / (2 * half)
                    for j in k + 1..<n { p[j] -= along * u[j] }
                    for i in k + 1..<n {
                        let (f, g) = (u[i], p[i])
                        for j in k + 1..<n { a[i * n + j] -= f * p[j] + g * u[j] }
                    }
                }
            }
        }
        diagonal = (0..<n).map { a[$0 * n + $0] }
        self.beside = beside
        basis = Self.product(ofReflections: a, halves, n).transposed
    }

    /// The product of the reflections I − u·uᵀ / half, u standing right of the diagonal in each row of `a`.
    private static func product(ofReflections a: [Double], _ halves: [Double], _ n: Int) -> DoubleMatrix {
        var q = DoubleMatrix(rows: n, columns: n)
        for i in 0..<n { q[i, i] = 1 }
        var row = [Double](repeating: 0, count: n)
        q.values.withUnsafeMutableBufferPointer { q in
            row.withUnsafeMutableBufferPointer { t in
                a.withUnsafeBufferPointer { a in
                    for k in stride(from: n - 3, through: 0, by: -1) where halves[k] != 0 {
                        for j in k + 1..<n { t[j] = 0 }
                        for i in k + 1..<n {
                            let factor = a[k * n + i] / halves[k]
                            for j in k + 1..<n { t[j] += factor * q[i * n + j] }
                        }
                        for i in k + 1..<n {
                            let factor = a[k * n + i]
                            for j in k + 1..<n { q[i * n + j] -= factor * t[j] }
                        }
                    }
                }
            }
        }
        return q
    }

    /// Brings T to diagonal form by implicit QL steps, turning the basis along.
    mutating func diagonalize() {
        let n = diagonal.count
        for first in 0..<n {
            // Three steps a value are usual; the bound only keeps numbers that are not finite from going on forever.
            for _ in 0..<90 {
                let last = (first..<n - 1).first { abs(beside[$0]) <= .ulpOfOne * (abs(diagonal[$0]) + abs(diagonal[$0 + 1])) } ?? n - 1
                if last == first { break }
                step(first, last)
            }
        }
    }

    /// One step on the block of rows `first...last`, shifted by the eigenvalue of its upper corner.
    private mutating func step(_ first: Int, _ last: Int) {
        let slope = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first])
        let root = Self.hypotenuse(slope, 1)
        var g = diagonal[last] - diagonal[first] + beside[first] / (slope + (slope < 0 ? -root : root))
        var (sine, cosine, shift) = (1.0, 1.0, 0.0)
        for i in stride(from: last - 1, through: first, by: -1) {
            let (f, b) = (sine * beside[i], cosine * beside[i])
            let r = Self.hypotenuse(f, g)
            beside[i + 1] = r
            guard r != 0 else {
                diagonal[i + 1] -= shift
                beside[last] = 0
                return
            }
            sine = f / r
            cosine = g / r
            let lower = diagonal[i + 1] - shift
            let turn = (diagonal[i] - lower) * sine + 2 * cosine * b
            shift = sine * turn
            diagonal[i + 1] = lower + shift
            g = cosine * turn - b
            rotate(i, sine, cosine)
        }
        diagonal[first] -= shift
        beside[first] = g
        beside[last] = 0
    }

    /// Turns rows i and i + 1 of the basis.
    private mutating func rotate(_ i: Int, _ sine: Double, _ cosine: Double) {
        let n = basis.columns
        basis.values.withUnsafeMutableBufferPointer { values in
            let upper = UnsafeMutableBufferPointer(rebasing: values[(i * n)..<(i * n + n)])
            let lower = UnsafeMutableBufferPointer(rebasing: values[(i * n + n)..<(i * n + 2 * n)])
            for j in 0..<n {
                let (x, y) = (upper[j], lower[j])
                upper[j] = cosine * x - sine * y
                lower[j] = sine * x + cosine * y
            }
        }
    }

    /// √(x² + y²) without overflow, by operations that every processor rounds alike.
    private static func hypotenuse(_ x: Double, _ y: Double) -> Double {
        let (a, b) = (max(abs(x), abs(y)), min(abs(x), abs(y)))
        guard a > 0, a.isFinite else { return a }
        return a * (1 + (b / a) * (b / a)).squareRoot()
    }
}
