// Sieve, primes, perfect numbers, Collatz, roots by Newton, base conversion.
func sieve(_ n: Int) -> [Int] {
    var composite = [Bool](repeating: false, count: n + 1)
    var primes: [Int] = []
    for i in 2...n where !composite[i] {
        primes.append(i)
        for j in stride(from: i * i, through: n, by: i) { composite[j] = true }
    }
    return primes
}
print(sieve(50))
func factors(_ n: Int) -> [Int] { (1..<n).filter { n % $0 == 0 } }
print((2...500).filter { factors($0).reduce(0, +) == $0 })
func newton(_ a: Double, tolerance: Double = 1e-12) -> (root: Double, steps: Int) {
    var x = a, steps = 0
    while abs(x * x - a) > tolerance { x = (x + a / x) / 2; steps += 1 }
    return (x, steps)
}
print(newton(2), newton(144).root)
func collatz(_ n: Int) -> Int { var n = n, c = 1; while n != 1 { n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1; c += 1 }; return c }
print((1...30).max { collatz($0) < collatz($1) }!)
func binary(_ n: Int) -> String { n < 2 ? "\(n)" : binary(n / 2) + "\(n % 2)" }
print(binary(37), String(37, radix: 2), Int("100101", radix: 2)!)
func pascal(_ rows: Int) -> [[Int]] {
    var t = [[1]]
    for _ in 1..<rows { let l = t.last!; t.append([1] + zip(l, l.dropFirst()).map(+) + [1]) }
    return t
}
for row in pascal(6) { print(row.map(String.init).joined(separator: " ")) }
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String) -> [String] { n == 0 ? [] : hanoi(n - 1, a, c, b) + ["\(a)\(c)"] + hanoi(n - 1, b, a, c) }
print(hanoi(3, "A", "B", "C").joined(separator: " "))
print((1...15).map { $0 % 15 == 0 ? "FizzBuzz" : $0 % 5 == 0 ? "Buzz" : $0 % 3 == 0 ? "Fizz" : "\($0)" }.joined(separator: " "))
