// The views of a string: their elements, places, text and changes.
let s = "añb"
print(s.utf8, s.utf16, s.unicodeScalars)
debugPrint(s.utf8); debugPrint(s.utf16); debugPrint(s.unicodeScalars)
print([s.utf8], s.unicodeScalars.filter { $0 != "a" }, type(of: s.utf8), type(of: s.utf8.filter { $0 > 3 }))
print(s.utf8.startIndex == s.startIndex, s.utf8.count, s.utf16.count, s.unicodeScalars.count, s.dropFirst().utf8.count)
print(s.first!.utf8, s.last!.unicodeScalars, s.first!.utf16)
var u = s.unicodeScalars
u.append("x"); print(u, String(u))
var w = String.UnicodeScalarView(); w.append("y"); w += [Unicode.Scalar(65)]; print(w.count, String(w))
var q = s; q.unicodeScalars.append("z"); q.unicodeScalars.removeFirst(); print(q)
print(String(s.unicodeScalars.prefix(2)), s.utf8.elementsEqual("añb".utf8), s.utf8.firstIndex(of: 98)!.utf16Offset(in: s))
let place = s.utf8.index(s.utf8.startIndex, offsetBy: 1)
print(s[place], s.utf8[place], s.utf8[place...].count, Array(s.utf8[place...]), s.unicodeScalars[place].value)
var sum: UInt32 = 0
for scalar in "héllo".unicodeScalars { sum += scalar.value }
print(sum, "héllo".utf8.reduce(0) { $0 &+ Int($1) }, Array("hé".utf8), "😀a".utf16.map { $0 }, Array("😀é".unicodeScalars))
for (i, byte) in "abc".utf8.enumerated() { print(i, byte, terminator: " ") }
print()
print("Hello".utf8.map { String($0, radix: 16) }.joined(separator: " "), "hello".utf8.first!, "hello".utf8.last!, "cab".utf8.sorted())
print(String("Hello".unicodeScalars.map { Character(Unicode.Scalar($0.value + 1)!) }))
print("😀x".utf16.index(after: "😀x".startIndex) == "😀x".endIndex, "😀x".utf16.count, "e\u{301}".count, "e\u{301}".unicodeScalars.count)
print(String(decoding: [72, 105], as: UTF8.self), String(decoding: "Hi".utf8.reversed(), as: UTF8.self))
print("a-b".utf8.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) })
let family = "👨‍👩‍👧!"
print(family.count, family.unicodeScalars.count, family.utf16.count, family.utf8.count)
var half = family.utf16.startIndex
var words: [UInt16] = []
while half < family.utf16.endIndex {
    words.append(family.utf16[half])
    half = family.utf16.index(after: half)
}
print(words == Array(family.utf16), family.utf16.index(before: family.utf16.endIndex).utf16Offset(in: family))
