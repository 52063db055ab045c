// A linear congruential generator, an estimate of pi, random walks.
struct Generator: Sequence, IteratorProtocol {
    var state: UInt32
    mutating func next() -> UInt32? { state = 1_664_525 &* state &+ 1_013_904_223; return state }
    mutating func uniform() -> Double { Double(next()!) / 4_294_967_296 }
    mutating func pick<T>(_ list: [T]) -> T { list[Int(next()! >> 16) % list.count] }
}
var g = Generator(state: 7)
print(Array(Generator(state: 1).prefix(3)))
var inside = 0
for _ in 0..<20_000 { let x = g.uniform(), y = g.uniform(); if x * x + y * y < 1 { inside += 1 } }
print(Double(inside) / 5_000)
var position = (x: 0, y: 0)
for _ in 0..<1_000 { let step = g.pick([(0, 1), (1, 0), (0, -1), (-1, 0)]); position.x += step.0; position.y += step.1 }
print(position)
var histogram = [Int](repeating: 0, count: 6)
for _ in 0..<600 { histogram[Int(g.uniform() * 6)] += 1 }
print(histogram, histogram.reduce(0, +))
let rolls = (0..<5).map { _ in Int(g.uniform() * 6) + 1 }
print(rolls, rolls.sorted(), Set(rolls).count)
var deck = Array(1...10)
for i in stride(from: deck.count - 1, to: 0, by: -1) { deck.swapAt(i, Int(g.next()! % UInt32(i + 1))) }
print(deck)
