// A required initializer that a class inherits, called through a metatype, fills the properties that the class adds.
class A { let o: String; required init(o: String) { self.o = o } ; var text: String { "A \(o)" } }
class B: A { var rate = 0.5; var names = ["x"]; override var text: String { "B \(o) \(rate) \(names)" } }
class C: B { var more = "m"; override var text: String { super.text + more } }
let types: [A.Type] = [A.self, B.self, C.self]
for t in types { print(t.init(o: "s").text) }
