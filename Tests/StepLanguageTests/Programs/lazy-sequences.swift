// Lazy maps and filters compute only what is asked for.
var computed = 0
let lazySquares = (1...1000).lazy.map { n -> Int in computed += 1; return n * n }
print(lazySquares.first { $0 > 50 }!, computed > 0, computed < 20)
print(Array((1...).lazy.filter { $0 % 7 == 0 }.map { $0 * 10 }.prefix(3)))
let evens = [1, 2, 3, 4].lazy.filter { $0 % 2 == 0 }
print(Array(evens), evens.map { $0 + 1 }.reduce(0, +))
for x in (1...10).lazy.map({ $0 * 3 }).filter({ $0 > 20 }) { print(x, terminator: " ") }
print()
print(Array(["1", "x", "3"].lazy.compactMap { Int($0) }), Array((1...5).lazy.prefix { $0 < 4 }))
