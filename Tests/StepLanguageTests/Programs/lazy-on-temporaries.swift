// The base of a lazy property is evaluated once; strides of floats are fused; `??` with an optional of an optional.
final class Counter {
    static var made = 0
    let id: Int
    lazy var name = "number \(id)"
    init() { Counter.made += 1; id = Counter.made }
}
struct Box { var v: Int; lazy var twice = v * 2 }
print(Counter().name, Counter.made)
var turns = 0
func next() -> Int { turns += 1; return turns - 1 }
var boxes = [Box(v: 1), Box(v: 2), Box(v: 3)]
print(boxes[next()].twice, turns, boxes[next()].twice, turns)
print(boxes.map { $0.v })
for (i, x) in stride(from: Float(0.1), to: 10, by: 0.1).enumerated() where i % 25 == 0 { print(x) }
print(Array(stride(from: Float(1), through: 0, by: -0.3)))
let list: [Int?] = [1, nil, 3], none: [Int?] = []
print(type(of: list.first ?? nil), (list.first ?? nil) as Any, (none.first ?? nil) as Any)
let s: Int? = nil
print(type(of: list.first ?? s), type(of: s ?? nil))
struct Outer<T> { struct Inner {}; enum Kind { case one }; class Holder { struct Deep<U> {} } }
print(Outer<Int>.Inner.self, type(of: Outer<Int>.Kind.one), Outer<String>.Holder.Deep<Int>.self, [Outer<Int>.Inner].self)
print(String(reflecting: Outer<Int>.Holder.Deep<[String]>.self), String(reflecting: [String: Int].Keys.self))
print([3, 1, 2].lazy.filter { $0 > 1 }.map { $0 * 2 }.count, "hello".lazy.filter { $0 != "l" }.isEmpty)
