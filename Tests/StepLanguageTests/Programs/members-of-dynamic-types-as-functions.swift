// A type that is known only when the program runs, named with a member as a function.
class Device {
    let name: String
    required init(name: String) { self.name = name }
    class func label(_ n: Int) -> String { "device \(n)" }
    class func both() -> [Device] { ["a", "b"].map(Self.init(name:)) }
    class func labels() -> [String] { [1, 2].map(label) }
    func more() -> [Device] { ["m"].map(type(of: self).init(name:)) }
}
class Lamp: Device { override class func label(_ n: Int) -> String { "lamp \(n)" } }
func make<D: Device>(_ type: D.Type, _ names: String...) -> [D] { names.map(type.init(name:)) }
func labels(_ type: Device.Type) -> [String] { [1, 2].map(type.label) }
print(make(Lamp.self, "desk", "porch").map { $0.name }, make(Device.self, "box").count)
print(labels(Lamp.self), labels(Device.self))
print(Lamp.both().map { Swift.type(of: $0).label(0) }, Lamp.labels(), Device.labels())
print(Lamp(name: "x").more().map { type(of: $0) })
protocol Shape { init(side: Int); static func title(_ n: Int) -> String; var area: Int { get } }
struct Square: Shape { let side: Int; init(side: Int) { self.side = side }; static func title(_ n: Int) -> String { "square \(n)" }; var area: Int { side * side } }
struct Half: Shape { let side: Int; init(side: Int) { self.side = side }; static func title(_ n: Int) -> String { "half \(n)" }; var area: Int { side * side / 2 } }
func areas<S: Shape>(_ type: S.Type) -> [Int] { [2, 4].map(type.init(side:)).map(\.area) }
print(areas(Square.self), areas(Half.self))
let kinds: [any Shape.Type] = [Square.self, Half.self]
for kind in kinds { print([1, 2].map(kind.title)) }
var current: Device.Type = Device.self
let maker = current.init(name:)
current = Lamp.self
print(type(of: maker("late")), type(of: current.init(name: "now")))
