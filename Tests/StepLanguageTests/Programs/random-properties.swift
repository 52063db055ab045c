// Random numbers stay within their bounds; shuffling keeps the elements.
var inRange = true
for _ in 0..<200 {
    let a = Int.random(in: 1...6), b = Double.random(in: 0..<1), c = Int.random(in: -3 ..< 3), d = Float.random(in: 2...3)
    if !(1...6).contains(a) || b < 0 || b >= 1 || c < -3 || c >= 3 || d < 2 || d > 3 { inRange = false }
}
print(inRange)
var faces = Set<Int>()
for _ in 0..<500 { faces.insert(Int.random(in: 1...6)) }
print(faces.sorted())
let list = Array(1...20)
print(list.shuffled().sorted() == list, list.contains(list.randomElement()!), [Int]().randomElement() == nil)
var heads = 0
for _ in 0..<400 { if Bool.random() { heads += 1 } }
print(heads > 100, heads < 300)
var deck = ["a", "b", "c", "d"]
deck.shuffle()
print(deck.sorted(), UInt8.random(in: 5...5), (1...3).randomElement()! <= 3)
