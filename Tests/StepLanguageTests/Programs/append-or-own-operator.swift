// An array's own `+=` beside one that an extension declares for some arrays.
extension Array where Element == Double {
    static func += (a: inout [Double], b: [Double]) { for i in a.indices { a[i] += b[i] } }
}
var rows = [[1.0, 2.0]]
rows[0] += zip([1.0, 2.0], [3.0, 4.0]).map { $0 * $1 }
print(rows)
