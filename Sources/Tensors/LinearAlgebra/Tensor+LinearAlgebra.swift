extension Tensor {
    private func matrix(_ name: StaticString, square: Bool = false) -> DoubleMatrix? {
        guard rank == 2, !square || extents[0] == extents[1] else {
            Faults.report("\(name)", "shape \(shape) is not a \(square ? "square " : "")matrix")
            return nil
        }
        let m = DoubleMatrix(detached())
        guard m.values.allSatisfy(\.isFinite) else {
            Faults.report("\(name)", "the matrix holds values that are not finite")
            return nil
        }
        return m
    }

    /// The singular value decomposition: this `[m, n]` is u `[m, k]` · diag(s) · vt `[k, n]`, k the smaller of both,
    /// s descending. In each row of vt the element of the largest size is positive.
    public func svd() -> (u: Tensor, s: Tensor, vt: Tensor) {
        guard let a = matrix("svd") else { return (.poisoned, .poisoned, .poisoned) }
        if Swift.min(a.rows, a.columns) > 400, let large = OpenBLAS.singularValues(a) {
            return (large.u.tensor, Tensor(large.s), large.vt.tensor)
        }
        let (u, s, vt) = a.singularValues()
        return (u.tensor, Tensor(s), vt.tensor)
    }

    /// Eigenvalues, descending, and eigenvectors as columns of a symmetric matrix. In each vector the element of the
    /// largest size is positive.
    public func symmetricEigen() -> (values: Tensor, vectors: Tensor) {
        guard let a = matrix("symmetricEigen", square: true) else { return (.poisoned, .poisoned) }
        for i in 0..<a.rows {
            for j in 0..<i where Swift.abs(a[i, j] - a[j, i]) > 1e-5 * (1 + Swift.abs(a[i, j])) {
                Faults.report("symmetricEigen", "the matrix of shape \(shape) is not symmetric: [\(i), \(j)] and [\(j), \(i)] differ")
                return (.poisoned, .poisoned)
            }
        }
        let (values, vectors) = a.symmetricEigen()
        return (Tensor(values), vectors.transposed.tensor)
    }

    /// x with this · x = right; right is a vector or has one column for each system.
    public func solve(_ right: Tensor) -> Tensor {
        guard let a = matrix("solve", square: true) else { return .poisoned }
        guard right.rank == 1 || right.rank == 2, right.extents[0] == extents[0] else {
            Faults.report("solve", "\(shape) and \(right.shape) do not go together")
            return .poisoned
        }
        let b = DoubleMatrix(right.rank == 1 ? right.detached().expandedDimensions(axis: 1) : right.detached())
        guard let (x, _) = a.solve(b) else {
            Faults.report("solve", "the matrix of shape \(shape) is singular")
            return .poisoned
        }
        return right.rank == 1 ? Tensor(x.values) : x.tensor
    }

    public func inverse() -> Tensor {
        guard rank == 2 else {
            Faults.report("inverse", "shape \(shape) is not a square matrix")
            return .poisoned
        }
        return solve(Tensor.eye(extents[0]))
    }

    public func determinant() -> Tensor {
        guard let a = matrix("determinant", square: true) else { return .poisoned }
        return Tensor(a.solve(DoubleMatrix(rows: a.rows, columns: 0))?.determinant ?? 0)
    }

    /// The x of smallest length that brings this · x closest to `right` (by singular values).
    public func leastSquares(_ right: Tensor) -> Tensor {
        guard let a = matrix("leastSquares") else { return .poisoned }
        guard right.rank == 1 || right.rank == 2, right.extents[0] == extents[0] else {
            Faults.report("leastSquares", "\(shape) and \(right.shape) do not go together")
            return .poisoned
        }
        let b = DoubleMatrix(right.rank == 1 ? right.detached().expandedDimensions(axis: 1) : right.detached())
        let (u, s, vt) = a.singularValues()
        let limit = (s.first ?? 0) * 1e-12 * Double(Swift.max(a.rows, a.columns))
        var x = DoubleMatrix(rows: a.columns, columns: b.columns)
        for k in 0..<s.count where s[k] > limit {
            for c in 0..<b.columns {
                var along = 0.0
                for i in 0..<a.rows { along += u[i, k] * b[i, c] }
                for j in 0..<a.columns { x[j, c] += along / s[k] * vt[k, j] }
            }
        }
        return right.rank == 1 ? Tensor(x.values) : x.tensor
    }
}

/// Principal components, with scikit-learn's conventions: rows are samples, columns features.
public struct PCA {
    /// `[components, features]`, unit rows in order of their variance; the largest element of each is positive.
    public let components: Tensor
    /// `[components]`
    public let explainedVariance: Tensor
    /// Each component's part of the whole variance, `[components]`.
    public let explainedVarianceRatio: Tensor
    public let singularValues: Tensor
    /// Mean of every feature.
    public let mean: Tensor

    /// Finds the first `count` components of `[samples, features]`.
    public init(_ x: Tensor, components count: Int) {
        guard x.rank == 2, count > 0, count <= min(x.extents[0], x.extents[1]) else {
            Faults.report("PCA", "\(count) components of shape \(x.shape) are not possible")
            components = .poisoned
            explainedVariance = .poisoned
            explainedVarianceRatio = .poisoned
            singularValues = .poisoned
            mean = .poisoned
            return
        }
        var a = DoubleMatrix(x.detached())
        var centre = [Double](repeating: 0, count: a.columns)
        for i in 0..<a.rows { for j in 0..<a.columns { centre[j] += a.values[i * a.columns + j] } }
        for j in 0..<a.columns { centre[j] /= Double(a.rows) }
        for i in 0..<a.rows { for j in 0..<a.columns { a.values[i * a.columns + j] -= centre[j] } }
        let wide = a.columns >= a.rows
        // The small one of both products of the matrix with its transpose has the same eigenvalues.
        let (values, vectors) = (wide ? a : a.transposed).gram.symmetricEigen()
        let squares = values.map { max($0, 0) }
        var found = DoubleMatrix(rows: count, columns: a.columns)
        for k in 0..<count {
            guard wide else {
                for j in 0..<a.columns { found[k, j] = vectors[k, j] }
                continue
            }
            for i in 0..<a.rows {
                let weight = vectors[k, i]
                for j in 0..<a.columns { found.values[k * a.columns + j] += weight * a.values[i * a.columns + j] }
            }
            let length = (0..<a.columns).reduce(0.0) { $0 + found[k, $1] * found[k, $1] }.squareRoot()
            if length > 0 { for j in 0..<a.columns { found[k, j] /= length } }
        }
        found.orientRows()
        let total = squares.reduce(0, +)
        components = found.tensor
        explainedVariance = Tensor(squares.prefix(count).map { $0 / Double(max(a.rows - 1, 1)) })
        explainedVarianceRatio = Tensor(squares.prefix(count).map { total > 0 ? $0 / total : 0 })
        singularValues = Tensor(squares.prefix(count).map { $0.squareRoot() })
        mean = Tensor(centre)
    }

    /// Samples in terms of the components, `[samples, components]`.
    public func transform(_ x: Tensor) -> Tensor { (x - mean).matmul(components.transposed()) }

    /// Samples from their components.
    public func inverseTransform(_ scores: Tensor) -> Tensor { scores.matmul(components) + mean }
}

extension Tensor {
    /// The rows' scores on the first `count` principal components, `[rows, count]`.
    public func pca(_ count: Int) -> Tensor { PCA(self, components: count).transform(self) }
}

extension OpenBLAS {
    /// LAPACK's dgesdd, with the sign rule of the own method; nil where the library is not there.
    static func singularValues(_ a: DoubleMatrix) -> (u: DoubleMatrix, s: [Double], vt: DoubleMatrix)? {
        guard let solve = library?.singularValues else { return nil }
        // Fortran's columns are our rows: it decomposes the transpose, whose factors are exchanged.
        var (m, n) = (Int32(a.columns), Int32(a.rows))
        var k = min(m, n)
        var values = a.values
        var s = [Double](repeating: 0, count: Int(k))
        var vt = DoubleMatrix(rows: Int(k), columns: Int(m))
        var u = DoubleMatrix(rows: Int(n), columns: Int(k))
        var job = CChar(83)
        var info: Int32 = 0
        var index = [Int32](repeating: 0, count: 8 * Int(k))
        var size: Int32 = -1
        var wish = [0.0]
        solve(&job, &m, &n, &values, &m, &s, &vt.values, &m, &u.values, &k, &wish, &size, &index, &info)
        size = Int32(clamping: Int(wish[0]))
        var work = [Double](repeating: 0, count: max(Int(size), 1))
        solve(&job, &m, &n, &values, &m, &s, &vt.values, &m, &u.values, &k, &work, &size, &index, &info)
        guard info == 0 else { return nil }
        let signs = vt.orientRows()
        for (j, sign) in signs.enumerated() where sign < 0 { for i in 0..<u.rows { u[i, j] = -u[i, j] } }
        return (u, s, vt)
    }
}
