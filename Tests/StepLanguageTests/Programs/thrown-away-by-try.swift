struct E: Error {}
class T { deinit { print("T-") } }
class A { let a = T(); init(g: Int) throws { if g == 1 { throw E() } } }
for i in 0...1 { let b = try? A(g: i); print(b == nil) }
extension A: Equatable { static func == (a: A, b: A) -> Bool { true } }
