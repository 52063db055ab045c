// Gaussian elimination with pivoting; the determinant on the way.
func solve(_ matrix: [[Double]], _ right: [Double]) -> (x: [Double], determinant: Double)? {
    var a = matrix, b = right
    let n = b.count
    var determinant = 1.0
    for k in 0..<n {
        let pivot = (k..<n).max { abs(a[$0][k]) < abs(a[$1][k]) }!
        if abs(a[pivot][k]) < 1e-12 { return nil }
        if pivot != k { a.swapAt(pivot, k); b.swapAt(pivot, k); determinant = -determinant }
        determinant *= a[k][k]
        for i in (k + 1)..<max(n, k + 1) {
            let f = a[i][k] / a[k][k]
            for j in k..<n { a[i][j] -= f * a[k][j] }
            b[i] -= f * b[k]
        }
    }
    var x = [Double](repeating: 0, count: n)
    for i in stride(from: n - 1, through: 0, by: -1) {
        var s = b[i]
        for j in stride(from: i + 1, to: n, by: 1) { s -= a[i][j] * x[j] }
        x[i] = s / a[i][i]
    }
    return (x, determinant)
}
if let s = solve([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]], [8, -11, -3]) {
    print(s.x.map { ($0 * 1e9).rounded() / 1e9 }, (s.determinant * 1e9).rounded() / 1e9)
}
print(solve([[1, 2], [2, 4]], [1, 2]) == nil)
