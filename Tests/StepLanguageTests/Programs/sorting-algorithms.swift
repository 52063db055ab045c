// Sorting algorithms on inout arrays and generics.
func bubble<T: Comparable>(_ a: inout [T]) { for i in 0..<a.count { for j in 0..<(a.count - i - 1) where a[j] > a[j + 1] { a.swapAt(j, j + 1) } } }
func insertion(_ a: inout [Int]) { for i in 1..<a.count { var j = i; let x = a[i]; while j > 0 && a[j - 1] > x { a[j] = a[j - 1]; j -= 1 }; a[j] = x } }
func quick<T: Comparable>(_ a: [T]) -> [T] {
    guard let p = a.first else { return [] }
    let rest = a.dropFirst()
    return quick(rest.filter { $0 < p }) + [p] + quick(rest.filter { $0 >= p })
}
func quickInPlace(_ a: inout [Int], _ lo: Int, _ hi: Int) {
    if lo >= hi { return }
    let p = a[hi]
    var i = lo
    for j in lo..<hi where a[j] < p { a.swapAt(i, j); i += 1 }
    a.swapAt(i, hi)
    quickInPlace(&a, lo, i - 1)
    quickInPlace(&a, i + 1, hi)
}
func counting(_ a: [Int]) -> [Int] { var c = [Int](repeating: 0, count: (a.max() ?? 0) + 1); for x in a { c[x] += 1 }; return c.enumerated().flatMap { Array(repeating: $0, count: $1) } }
func shell(_ a: inout [Int]) { var gap = a.count / 2; while gap > 0 { for i in gap..<a.count { var j = i; while j >= gap, a[j - gap] > a[j] { a.swapAt(j, j - gap); j -= gap } }; gap /= 2 } }
let data = [38, 27, 43, 3, 9, 82, 10, 3]
var b = data, i = data, q = data, s = data
bubble(&b)
insertion(&i)
quickInPlace(&q, 0, q.count - 1)
shell(&s)
print(b, b == i, i == q, q == s, quick(data) == b, counting(data) == b, data)
var words = ["pear", "fig", "apple"]
bubble(&words)
print(words, quick([2.5, -1, 0]))
