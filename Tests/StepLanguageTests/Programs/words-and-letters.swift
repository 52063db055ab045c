// Words, letters, ciphers and counts of a text.
let text = "the quick brown fox jumps over the lazy dog the end"
let words = text.split(separator: " ").map(String.init)
var counts: [String: Int] = [:]
for w in words { counts[w, default: 0] += 1 }
let top = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(3)
for (w, c) in top { print(w, c) }
print(words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
print(Dictionary(grouping: words) { $0.count }.mapValues { $0.count }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ","))
let letters = text.filter { $0.isLetter }.reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(letters.max { ($0.value, $1.key) < ($1.value, $0.key) }!)
print(String(text.reversed()).hasPrefix("dne"), text.contains("fox"), text.firstIndex(of: "q").map { text.distance(from: text.startIndex, to: $0) } ?? -1)
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
print(text.filter { vowels.contains($0) }.count, Set(text).intersection(vowels).sorted())
func caesar(_ s: String, _ k: Int) -> String { String(s.map { c in guard let a = c.asciiValue, c.isLowercase else { return c }; return Character(UnicodeScalar((a - 97 + UInt8(k)) % 26 + 97)) }) }
print(caesar("hello, world", 3))
let isPal = { (s: String) -> Bool in let t = s.lowercased().filter(\.isLetter); return t == String(t.reversed()) }
print(isPal("A man, a plan"), isPal("Never odd or even"))
print(words.enumerated().map { "\($0 + 1). \($1)" }.prefix(2))
print(words.min { $0.count < $1.count }!, words.max(by: { $0.count < $1.count })!)
print(Dictionary(uniqueKeysWithValues: zip(words.prefix(3), 1...)).sorted { $0.value < $1.value }.map(\.key))
print(words.reduce("") { $0 + String($1.first!) })
print("a,b,,c".split(separator: ",", omittingEmptySubsequences: false).map { $0.isEmpty ? "-" : String($0) })
let padded = (1...3).map { n in String(repeating: "*", count: n) + String(repeating: ".", count: 3 - n) }
print(padded.joined(separator: "|"))
var s = "abc"; s.insert("X", at: s.index(s.startIndex, offsetBy: 1)); s.append(contentsOf: "yz"); s += "!"; print(s, s.count, s.last!)
let digits = "a1b2c3".compactMap { $0.wholeNumberValue }; print(digits, digits.reduce(0) { $0 * 10 + $1 })
print("line1\nline2".split(separator: "\n").count, Int("42")! + (Int("x") ?? 0), Double("2.5") ?? 0)
