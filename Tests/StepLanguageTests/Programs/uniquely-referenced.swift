final class Storage { var a: [Int] = [] }
struct Stack { private var s = Storage()
 mutating func push(_ x: Int) { if !isKnownUniquelyReferenced(&s) { let n = Storage(); n.a = s.a; s = n; print("copy") }; s.a.append(x) }
 var all: [Int] { s.a } }
var a = Stack(); a.push(1); var b = a; b.push(2); a.push(3); print(a.all, b.all)
