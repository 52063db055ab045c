// String indices, ranges and slices.
let s = "swift lessons"
let start = s.startIndex
let third = s.index(start, offsetBy: 2)
print(s[start], s[third], s[s.index(before: s.endIndex)], s[s.index(after: start)])
if let space = s.firstIndex(of: " ") {
    print(s[..<space], s[s.index(after: space)...], s[start...third], s[start..<third])
    print(s.distance(from: start, to: space))
}
print(s.index(start, offsetBy: 50, limitedBy: s.endIndex) == nil)
print(s.lastIndex(of: "s").map { s.distance(from: s.startIndex, to: $0) } ?? -1)
var m = "hello"
m.insert("!", at: m.endIndex)
m.insert(contentsOf: " there", at: m.index(before: m.endIndex))
print(m)
m.remove(at: m.startIndex)
m.removeSubrange(m.startIndex..<m.index(m.startIndex, offsetBy: 2))
print(m, m.removeLast(), m.removeFirst(), m)
m.replaceSubrange(m.startIndex..<m.index(after: m.startIndex), with: "ABC")
print(m)
m.removeAll { $0 == "e" }
print(m)
for i in s.indices where s[i] == "s" { print(s.distance(from: s.startIndex, to: i), terminator: " ") }
print()
let sub = s.dropFirst(6)
print(sub.first!, sub.startIndex == s.index(s.startIndex, offsetBy: 6), sub.count, String(sub) == "lessons", sub == "lessons")
print(s.prefix { $0 != " " }, s.drop { $0 != " " }, s.prefix(while: \.isLetter))
print(s.popFirstWord())
extension String { func popFirstWord() -> String { String(split(separator: " ")[0]) } }
