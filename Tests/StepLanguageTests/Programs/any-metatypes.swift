protocol Scale { init(); static var name: String { get } }
struct K: Scale { static var name: String { "K" } }
struct C: Scale { static var name: String { "C" } }
let scales: [any Scale.Type] = [K.self, C.self]
for s in scales { print(s.name) }
func show(_ t: any Scale.Type) { print(t.name) }
show(C.self)
let m: [Scale.Type] = [C.self]
print(m[0].name)
