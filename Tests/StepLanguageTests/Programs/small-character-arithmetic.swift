// Scalars, ASCII values and arithmetic on them.
let a = Character("a"), z = Character("z")
print(a < z, a.asciiValue!, z.asciiValue! - a.asciiValue!, Character(UnicodeScalar(a.asciiValue! + 1)))
let alphabet = (0..<26).map { Character(UnicodeScalar(UInt8(97 + $0))) }
print(String(alphabet), alphabet.firstIndex(of: "e")!, ("a"..."e").contains("c"))
func rot13(_ s: String) -> String {
    String(s.unicodeScalars.map { u -> Character in
        switch u {
        case "a"..."z": Character(UnicodeScalar((u.value - 97 + 13) % 26 + 97)!)
        case "A"..."Z": Character(UnicodeScalar((u.value - 65 + 13) % 26 + 65)!)
        default: Character(u)
        }
    })
}
print(rot13("Hello!"), rot13(rot13("Hello!")))
let digits: [Character] = ["1", "2", "3"]
print(digits.reduce(0) { $0 * 10 + Int(String($1))! }, digits.map { $0.wholeNumberValue! * 2 })
print("hello".map { $0.isLetter && "aeiou".contains($0) ? "*" : $0 }.map(String.init).joined())
print("a\u{301}".unicodeScalars.count, "\u{41}" == "A", "é".unicodeScalars.map { String($0.value, radix: 16) }, Character("\n").isNewline)
print("abc".utf8.reduce(0) { $0 + Int($1) }, Array("hé".utf8), "z".unicodeScalars.first!.value > 100)
