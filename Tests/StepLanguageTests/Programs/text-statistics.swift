// Word counts, longest words, histogram bars.
let text = """
It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness.
"""
let words = text.lowercased().split { !$0.isLetter }.map(String.init)
let counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
let ranked = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
for (word, n) in ranked.prefix(4) { print(word + String(repeating: " ", count: 6 - word.count) + String(repeating: "#", count: n), n) }
print(words.count, counts.count, words.max { $0.count < $1.count }!, text.filter { $0 == "\n" }.count)
let lengths = Dictionary(grouping: Set(words), by: \.count).mapValues { $0.sorted() }
for n in lengths.keys.sorted() { print(n, lengths[n]!) }
let acronym = "portable network graphics".split(separator: " ").map { $0.prefix(1).uppercased() }.joined()
print(acronym, text.split(separator: "\n")[1].hasSuffix("."), words.joined(separator: " ").count)
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
print(text.lazy.filter { vowels.contains($0) }.count, text.contains("wisdom"), text.first { $0.isLowercase }!)
