// A character tokenizer, then byte pair merges.
let text = "low lower lowest newest widest"
let characters = Array(Set(text)).sorted()
let encode = Dictionary(uniqueKeysWithValues: zip(characters, 0...))
let ids = text.map { encode[$0]! }
print(characters.count, ids.prefix(8), String(ids.map { characters[$0] }) == text)
var words = text.split(separator: " ").map { $0.map(String.init) + ["_"] }
for step in 1...5 {
    var pairs: [String: Int] = [:]
    for word in words { for (a, b) in zip(word, word.dropFirst()) { pairs[a + " " + b, default: 0] += 1 } }
    guard let best = pairs.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { break }
    let parts = best.key.split(separator: " ").map(String.init)
    words = words.map { word in
        var out: [String] = [], i = 0
        while i < word.count {
            if i + 1 < word.count && word[i] == parts[0] && word[i + 1] == parts[1] { out.append(word[i] + word[i + 1]); i += 2 } else { out.append(word[i]); i += 1 }
        }
        return out
    }
    print(step, best.key, best.value)
}
print(words.map { $0.joined(separator: "|") })
