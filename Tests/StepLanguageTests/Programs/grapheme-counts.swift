// A character is what a reader sees as one.
let words = ["hello", "café", "cafe\u{301}", "👨‍👩‍👧", "🇩🇪🇫🇷", "日本語", "e\u{301}\u{323}", "\r\n", ""]
for word in words {
    print(word.count, word.unicodeScalars.count, word.utf8.count, word.utf16.count)
}
print("café" == "cafe\u{301}", Set(["café", "cafe\u{301}"]).count)
print(Array("a👍🏽b"), String("naïve".reversed()))
let flag = "🇩🇪🇫🇷"
print(flag.first!, flag.last!, flag.dropFirst().count)
for c in "né👋" { print(c, c.isLetter, c.isASCII, terminator: "; ") }
print()
print("ß".uppercased(), "İ".lowercased().count, "ÀÉ".lowercased(), "straße".count)
print("Z" < "a", "a" < "b", "apple" < "banana", "10" < "9", "é" > "z")
print("abc".unicodeScalars.map { $0.value }, Character("A").asciiValue!, Character("é").asciiValue as Any)
