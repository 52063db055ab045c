// Longest common subsequence, edit distance, knapsack, coin change, memoisation.
func lcs(_ a: String, _ b: String) -> String {
    let x = Array(a), y = Array(b)
    var t = Array(repeating: Array(repeating: 0, count: y.count + 1), count: x.count + 1)
    for i in x.indices { for j in y.indices { t[i + 1][j + 1] = x[i] == y[j] ? t[i][j] + 1 : max(t[i][j + 1], t[i + 1][j]) } }
    var i = x.count, j = y.count, out: [Character] = []
    while i > 0 && j > 0 {
        if x[i - 1] == y[j - 1] { out.append(x[i - 1]); i -= 1; j -= 1 } else if t[i - 1][j] >= t[i][j - 1] { i -= 1 } else { j -= 1 }
    }
    return String(out.reversed())
}
func edits(_ a: String, _ b: String) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, y) in b.enumerated() { (diagonal, row[j + 1]) = (row[j + 1], min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)) }
    }
    return row.last!
}
print(lcs("AGGTAB", "GXTXAYB"), edits("kitten", "sitting"), edits("", "abc"))
func knapsack(_ items: [(weight: Int, value: Int)], _ capacity: Int) -> Int {
    var best = [Int](repeating: 0, count: capacity + 1)
    for item in items { for c in stride(from: capacity, through: item.weight, by: -1) { best[c] = max(best[c], best[c - item.weight] + item.value) } }
    return best[capacity]
}
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
func ways(_ amount: Int, _ coins: [Int]) -> Int { var w = [1] + Array(repeating: 0, count: amount); for c in coins { for a in c...amount { w[a] += w[a - c] } }; return w[amount] }
print(ways(100, [1, 5, 10, 25, 50]))
var memo: [Int: Int] = [:]
func fib(_ n: Int) -> Int { if let m = memo[n] { return m }; let r = n < 2 ? n : fib(n - 1) + fib(n - 2); memo[n] = r; return r }
print(fib(80), memo.count)
