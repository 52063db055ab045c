import Foundation
let s = "banana nab an"
var start = s.startIndex
var n = 0
while let r = s.range(of: "an", range: start..<s.endIndex) { n += 1; start = r.upperBound; print(s.distance(from: s.startIndex, to: r.lowerBound)) }
print(n)
print(s.range(of: "AN", options: .caseInsensitive, range: s.index(after: s.startIndex)..<s.endIndex) != nil)
print(s.range(of: "an", options: [.backwards], range: s.startIndex..<s.index(s.startIndex, offsetBy: 5)).map { s[$0] } ?? "-")
