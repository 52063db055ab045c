// Properties of characters, ciphers and counts.
for c in "aZ5 é\n$+½" as String {
    print(c == "\n" ? "\\n" : c, c.isLetter, c.isNumber, c.isWholeNumber, c.isWhitespace, c.isUppercase, c.isLowercase, c.isPunctuation, c.isSymbol)
}
print(Character("7").wholeNumberValue!, Character("x").wholeNumberValue as Any, Character("f").hexDigitValue!, Character("A").asciiValue!)
print(Character("a") < "b", Character("ß").uppercased(), "é".lowercased(), Character("a").isHexDigit)
func caesar(_ text: String, by shift: Int) -> String {
    String(text.map { c -> Character in
        guard let a = c.asciiValue, c.isLetter else { return c }
        let base: UInt8 = c.isUppercase ? 65 : 97
        let moved = (Int(a - base) + shift + 26) % 26
        return Character(UnicodeScalar(base + UInt8(moved)))
    })
}
let secret = caesar("Hello, World!", by: 3)
print(secret, caesar(secret, by: -3))
func isPalindrome(_ s: String) -> Bool {
    let letters = s.lowercased().filter(\.isLetter)
    return letters == String(letters.reversed())
}
print(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("Swift"))
var counts: [Character: Int] = [:]
for c in "mississippi" { counts[c, default: 0] += 1 }
print(counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { "\($0.key)\($0.value)" })
print("a".unicodeScalars.first!.value, UnicodeScalar(97), Character(UnicodeScalar(0x41)!), String(UnicodeScalar(960)!))
let digits = "90210".compactMap(\.wholeNumberValue)
print(digits, digits.reduce(0) { $0 * 10 + $1 })
