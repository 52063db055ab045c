// An initializer that a subclass overrides, called in generic code.
protocol Shape { init(); var name: String { get } }
class C: Shape { var name: String; required init() { name = "C" } }
class D: C { required init() { super.init(); name = "D" } }
class F: D { }
func make<T: Shape>(_ t: T.Type) -> T { T() }
func make2<T: Shape>(_ t: T.Type) -> T { t.init() }
func make3<T: C>(_ t: T.Type) -> T { T.init() }
func make4<T: Shape>() -> T { T() }
print(make(D.self).name, make2(D.self).name, make3(D.self).name, make(F.self).name, make2(F.self).name, make3(F.self).name)
let d: D = make4(); print(d.name)
let c: C.Type = D.self
print(make(c).name, make2(c).name, make3(c).name, type(of: make(c)), type(of: make3(c)))
extension Shape { static func build() -> Self { Self() }; func again() -> Self { Self() } }
print(D.build().name, c.build().name, F().again().name, (D() as C).again().name, type(of: (D() as C).again()))
