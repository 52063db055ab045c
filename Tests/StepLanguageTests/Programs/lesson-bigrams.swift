// A bigram model of names, sampled with a generator of one's own.
let names = ["emma", "olivia", "ava", "isabella", "sophia", "mia", "amelia"]
var counts: [String: [String: Int]] = [:]
for name in names {
    let letters = ["."] + name.map(String.init) + ["."]
    for (a, b) in zip(letters, letters.dropFirst()) { counts[a, default: [:]][b, default: 0] += 1 }
}
print(counts.keys.sorted().joined(), counts["a"]!.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
struct LCG { var state: UInt64
    mutating func next() -> Double { state = state &* 6364136223846793005 &+ 1442695040888963407; return Double(state >> 11) / Double(1 << 53) }
}
var random = LCG(state: 42)
func sample(_ table: [String: Int]) -> String {
    let entries = table.sorted { $0.key < $1.key }
    let total = entries.reduce(0) { $0 + $1.value }
    var threshold = random.next() * Double(total)
    for (key, value) in entries {
        threshold -= Double(value)
        if threshold < 0 { return key }
    }
    return entries.last!.key
}
for _ in 0..<5 {
    var word = "", current = "."
    repeat { current = sample(counts[current]!); if current != "." { word += current } } while current != "." && word.count < 12
    print(word)
}
