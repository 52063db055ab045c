// The default text of structs, classes, enums and tuples.
struct Point { var x: Int; var y: Double }
struct Line { let from: Point; let to: Point; var name: String? }
class Node { var value = 1 }
enum Shape { case dot; case circle(radius: Double); case rectangle(Double, Double); case labelled(name: String, at: Point) }
struct Empty {}
struct Generic<T> { var item: T; var list: [T] }
let p = Point(x: 1, y: 2)
print(p)
print([p], Optional(p) as Any, (p, 1))
print(Line(from: p, to: Point(x: 3, y: 4.5), name: "edge"))
print(Shape.dot, Shape.circle(radius: 2), Shape.rectangle(1, 2))
print([Shape.dot, .circle(radius: 1)], Shape.labelled(name: "n", at: p))
print(Empty(), Generic(item: 1, list: [2]), Generic(item: "a", list: []))
print((1, b: "two", c: 3.0), ((1, 2), 3))
print(type(of: p), type(of: Generic(item: 1.5, list: [])), Point.self, [Int].self)
print(Node(), [Shape.dot as Shape?])
struct Outer { struct Inner { var v = 1 }; var inner = Inner(); var list = [Inner()] }
print(Outer(), Outer.Inner())
print("\(p) and \(Shape.circle(radius: 0.5))")
debugPrint(p)
