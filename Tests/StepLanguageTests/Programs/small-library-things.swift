// Small things of the library that hunts for differences found.
import Foundation
struct R: CustomStringConvertible { let description = "R." }
struct R2: CustomStringConvertible { var description: String = "R2." }
class R4: CustomStringConvertible { var description: String; init(_ s: String) { description = s } }
struct R6: CustomDebugStringConvertible { let debugDescription = "R6" }
struct Er: Error, CustomStringConvertible { let description = "er!" }
print(R(), R2(), R4("R4."), R6(), [R6()], [R()], "\(R()) \(R4("x"))", String(describing: R2()))
do { throw Er() } catch { print(error, "\(error)") }
print(stride(from: 0, to: 10, by: 1).split { $0 % 4 == 0 }, zip([1, 2, 3], [4, 5, 6]).split { $0.0 == 2 }.count)
var s = [1, 2, 3, 4, 5][1...]
s.removeFirst()
print(s.startIndex, s[2])
var u = [1, 2, 3, 4, 5][1...3]
u.removeFirst(2)
print(u.startIndex, u)
u.removeAll()
print(u.startIndex, u.isEmpty)
var w = [1, 2, 3, 4, 5][2...]
w.remove(at: 2)
w.removeAll { $0 == 4 }
print(w.startIndex, w)
w.replaceSubrange(2..<3, with: [1, 2, 3])
print(w, w.startIndex)
for i in stride(from: UInt8(250), through: 255, by: 4) { print(i, terminator: " ") }
for i in stride(from: UInt8(5), through: 0, by: -2) { print(i, terminator: " ") }
for i in stride(from: Int8(120), through: 127, by: 3) { print(i, terminator: " ") }
for i in stride(from: Int.max - 1, to: Int.max, by: 5) { print(i, terminator: " ") }
print(Array(stride(from: UInt8(250), through: 255, by: 5)), Array(stride(from: Int.max - 1, through: Int.max, by: 1)).count)
for shift: UInt32 in stride(from: 0, to: 32, by: 8) { print(UInt32(0x01020304) >> shift & 0xFF, terminator: " ") }
let kv: KeyValuePairs = ["a": 1, "b": 2], none: KeyValuePairs<String, Int> = [:]
print(kv, none, kv.description)
enum B { case p((Int, Int)), v(()), g(x: (Int, String)), two(Int, Int) }
print(B.p((1, 2)), B.v(()), B.g(x: (1, "z")), B.two(3, 4), Result<(Int, Int), Never>.success((1, 2)))
print("x1y 2nd".capitalized, "3d it's o'neil".capitalized, "ß ﬁsh".capitalized)
func typeName<T>(_ x: T) -> String { "\(type(of: x))" }
print(typeName(5 as Any), typeName(5), typeName(R() as CustomStringConvertible))
struct Tagged: TextOutputStream { var text = ""; mutating func write(_ s: String) { text += "<\(s)>" } }
var tagged = Tagged()
print("a", 1, to: &tagged)
print(tagged.text)
print((1...5).contains(1...3), (1...5).contains(3...6), modf(3.25), numericCast(UInt8(7)) as Int)
var all = [1, 2, 3]
all[...] = [9]
print(all, withExtendedLifetime(R4("kept")) { $0.description })
