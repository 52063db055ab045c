// return from nested loops and closures, guard in loops, defer with early exits, Never.
func firstPair(_ a: [Int], sum: Int) -> (Int, Int)? {
    for (i, x) in a.enumerated() {
        for y in a[(i + 1)...] where x + y == sum { return (x, y) }
    }
    return nil
}
print(firstPair([1, 4, 6, 9], sum: 10)!, firstPair([1], sum: 2) == nil)
func validate(_ s: String) -> [String] {
    var problems: [String] = []
    defer { print("checked", s) }
    guard !s.isEmpty else { return ["empty"] }
    if s.count < 4 { problems.append("short") }
    guard s.contains(where: \.isNumber) else { problems.append("no digit"); return problems }
    return problems
}
for s in ["", "abc", "abcd1"] { print(validate(s)) }
let found = [1, 2, 3].first { x in
    guard x > 1 else { return false }
    return x % 2 == 1
}
print(found!)
[1, 2, 3].forEach { x in if x == 2 { return }; print("each", x) }
func crash() -> Never { fatalError() }
func pick(_ n: Int) -> String { switch n { case 1: return "one"; case 2: return "two"; default: crash() } }
print(pick(1), pick(2))
func depth(_ n: Int) -> Int { guard n > 0 else { return 0 }; return 1 + depth(n - 1) }
print(depth(2_000))
