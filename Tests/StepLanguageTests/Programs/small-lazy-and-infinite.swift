// Infinite sequences cut down; generators by closures; sequence(state:).
let powers = sequence(first: 1) { $0 * 2 }
print(Array(powers.prefix(8)), powers.first { $0 > 500 }!, Array(powers.lazy.map { $0 + 1 }.filter { $0 % 3 == 0 }.prefix(3)))
struct Primes: Sequence, IteratorProtocol { var found: [Int] = [], n = 1
    mutating func next() -> Int? { repeat { n += 1 } while found.contains { n % $0 == 0 }; found.append(n); return n }
}
print(Array(Primes().prefix(10)), Primes().prefix { $0 < 20 })
let fib = sequence(state: (0, 1)) { (s: inout (Int, Int)) -> Int? in let x = s.0; s = (s.1, s.0 + s.1); return x }
print(fib.prefix(10).map { $0 }, Array(fib.dropFirst(5).prefix(3)))
for (i, x) in zip(1..., "abc") { print(i, x, terminator: " ") }
for i in 1... where i % 4 == 0 { if i > 12 { break }; print(i, terminator: " ") }
print()
let collatz = sequence(first: 6) { $0 == 1 ? nil : $0 % 2 == 0 ? $0 / 2 : 3 * $0 + 1 }
print(collatz.map(String.init).joined(separator: ">"), Array(collatz).count)
var counter = 0
let any = AnyIterator { () -> Int? in counter += 1; return counter > 3 ? nil : counter }
print(Array(any), any.next() as Any)
func digits(_ n: Int) -> some Sequence<Int> { sequence(state: n) { (r: inout Int) -> Int? in guard r > 0 else { return nil }; defer { r /= 10 }; return r % 10 } }
print(Array(digits(9072)), digits(123).reduce(0, +))
