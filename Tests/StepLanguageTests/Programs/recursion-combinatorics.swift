// Permutations, subsets, queens, Ackermann, mutual recursion.
func permutations<T>(_ a: [T]) -> [[T]] {
    a.isEmpty ? [[]] : a.indices.flatMap { i -> [[T]] in var rest = a; let x = rest.remove(at: i); return permutations(rest).map { [x] + $0 } }
}
print(permutations([1, 2, 3]), permutations(Array("ab")).map { String($0) })
func subsets<T>(_ a: [T]) -> [[T]] { a.reduce([[]]) { acc, x in acc + acc.map { $0 + [x] } } }
print(subsets(["x", "y", "z"]), subsets([Int]()).count)
func queens(_ n: Int) -> [[Int]] {
    func place(_ rows: [Int]) -> [[Int]] {
        guard rows.count < n else { return [rows] }
        return (0..<n).filter { c in rows.enumerated().allSatisfy { $1 != c && abs($1 - c) != rows.count - $0 } }.flatMap { place(rows + [$0]) }
    }
    return place([])
}
print(queens(6), queens(7).count)
func ackermann(_ m: Int, _ n: Int) -> Int { m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)) }
print(ackermann(2, 3))
func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }
print(isEven(10), isOdd(7))
func combinations(_ n: Int, _ k: Int) -> [[Int]] { k == 0 ? [[]] : k > n ? [] : combinations(n - 1, k) + combinations(n - 1, k - 1).map { $0 + [n] } }
print(combinations(4, 2))
