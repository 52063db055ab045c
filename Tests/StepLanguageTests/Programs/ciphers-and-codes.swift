// Run lengths, Vigenère, Roman numerals, Morse, anagrams.
func encode(_ s: String) -> String {
    var out = "", rest = Substring(s)
    while let c = rest.first { let run = rest.prefix { $0 == c }; out += (run.count > 1 ? "\(run.count)" : "") + String(c); rest = rest.dropFirst(run.count) }
    return out
}
func decode(_ s: String) -> String {
    var out = "", n = 0
    for c in s { if let d = c.wholeNumberValue { n = n * 10 + d } else { out += String(repeating: c, count: max(n, 1)); n = 0 } }
    return out
}
print(encode("WWWBBACCCCCCCCCCCC"), decode(encode("WWWBBACCCCCCCCCCCC")))
func vigenere(_ text: String, _ key: String, sign: Int = 1) -> String {
    let shifts = key.unicodeScalars.map { Int($0.value) - 97 }
    return String(text.enumerated().map { i, c in
        let n = Int(c.asciiValue!) - 97
        return Character(UnicodeScalar(UInt8((n + sign * shifts[i % shifts.count] + 26) % 26 + 97)))
    })
}
print(vigenere("attackatdawn", "lemon"), vigenere(vigenere("attackatdawn", "lemon"), "lemon", sign: -1))
func roman(_ n: Int) -> String {
    var n = n, out = ""
    for (value, symbol) in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while n >= value { out += symbol; n -= value }
    }
    return out
}
print([4, 9, 14, 1994, 2024].map(roman))
let anagrams = Dictionary(grouping: ["listen", "silent", "enlist", "google", "gogole"]) { String($0.sorted()) }
print(anagrams.values.map { $0.sorted() }.sorted { $0[0] < $1[0] })
let binary = "Hi".utf8.map { String(String($0, radix: 2).reversed()).padding(8) }
extension String { func padding(_ n: Int) -> String { String((self + String(repeating: "0", count: max(0, n - count))).reversed()) } }
print(binary)
