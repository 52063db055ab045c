// Existentials, opaque types, casts, extensions of arrays of existentials.
protocol Shape { var area: Double { get }; func describe() -> String }
extension Shape { func describe() -> String { "area \(area)" }
  func scaled(by k: Double) -> Double { area * k } }
struct Circle: Shape { var r: Double; var area: Double { 3 * r * r } }
struct Square: Shape { var side: Double
  var area: Double { side * side }
  func describe() -> String { "square \(side)" } }
let shapes: [any Shape] = [Circle(r: 1), Square(side: 2)]
for s in shapes { print(s.describe(), s.scaled(by: 2)) }
print(shapes.map { $0.area }.reduce(0, +))
print(shapes.map(\.area).max() ?? 0)
func biggest(_ s: [any Shape]) -> (any Shape)? { s.max { $0.area < $1.area } }
print(biggest(shapes)?.area ?? -1)
func total<S: Shape>(_ s: [S]) -> Double { s.reduce(0) { $0 + $1.area } }
print(total([Circle(r: 1), Circle(r: 2)]))
func make(_ big: Bool) -> some Shape { Square(side: big ? 10 : 1) }
print(make(true).area)
if let c = shapes[0] as? Circle { print("circle", c.r) }
print(shapes.filter { $0 is Square }.count)
print(shapes.compactMap { $0 as? Square }.map(\.side))
switch shapes[1] { case let s as Square where s.side > 1: print("big", s.side); case is Circle: print("c"); default: print("?") }
func show(_ x: some Shape) { print(x.describe()) }
show(Circle(r: 3))
extension Array where Element == any Shape { var totalArea: Double { reduce(0) { $0 + $1.area } } }
print(shapes.totalArea)
