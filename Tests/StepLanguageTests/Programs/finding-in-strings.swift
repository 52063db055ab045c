// `range(of:)` and its options, common prefixes, and scalars of character sets.
import Foundation
let text = "The quick brown fox"
if let r = text.range(of: "quick") { print(text[r], text[..<r.lowerBound], text[r.upperBound...]) }
print(text.range(of: "cat") == nil, text.range(of: "") == nil)
if let r = text.range(of: "QUICK", options: .caseInsensitive) { print(text[r]) }
if let r = text.range(of: "o", options: [.backwards, .caseInsensitive]) { print(text.distance(from: text.startIndex, to: r.lowerBound)) }
if let r = text.dropFirst(4).range(of: "brown") { print(text[r], text.distance(from: text.startIndex, to: r.lowerBound)) }
print(text.range(of: "The", options: .anchored) != nil, text.range(of: "fox", options: .anchored) == nil)
print("interview".commonPrefix(with: "internet"), "abc".commonPrefix(with: "x").isEmpty)
print("a1,b2".unicodeScalars.filter { CharacterSet.letters.contains($0) }.count)
print("hello".unicodeScalars.filter { CharacterSet.alphanumerics.inverted.contains($0) }.isEmpty)
var line = "name=Ada=x"
if let r = line.range(of: "=") { line.replaceSubrange(r, with: ": ") }
print(line)
