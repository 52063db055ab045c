// split, joined, components, trimming, replacing.
import Foundation
let csv = "id,name,,score"
print(csv.split(separator: ","), csv.split(separator: ",", omittingEmptySubsequences: false), csv.split(separator: ",", maxSplits: 1))
print(csv.components(separatedBy: ","), "a--b--c".components(separatedBy: "--"), "abc".components(separatedBy: "x"))
print("one two  three".split(separator: " ").map(String.init), "x1y22z".split(whereSeparator: \.isNumber), "a,b;c".split { $0 == "," || $0 == ";" })
print(["a", "b", "c"].joined(separator: "-"), ["a", "b"].joined(), [1, 2].map(String.init).joined(separator: ", "), "abc".map { String($0) }.joined(separator: "."))
print("|" + "  padded \n".trimmingCharacters(in: .whitespacesAndNewlines) + "|", "|" + "  x \n".trimmingCharacters(in: .whitespaces) + "|")
print("xxabcx".trimmingCharacters(in: CharacterSet(charactersIn: "x")))
print("the cat sat".replacingOccurrences(of: "at", with: "og"), "aaa".replacingOccurrences(of: "aa", with: "b"))
print("hello world".capitalized, "mIxEd cAse".capitalized)
print("7".padding(toLength: 3, withPad: "0", startingAt: 0), "toolong".padding(toLength: 4, withPad: " ", startingAt: 0))
print("a b,c".components(separatedBy: CharacterSet(charactersIn: " ,")))
print("line1\nline2\n\nline3".split(separator: "\n").count, "line1\nline2\n\nline3".components(separatedBy: "\n").count)
print("".split(separator: ",").count, "".components(separatedBy: ","), ",".split(separator: ","), ",".components(separatedBy: ","))
print("key=value=x".split(separator: "=", maxSplits: 1)[1], "a b c d".split(separator: " ").dropFirst().joined(separator: "+"))
