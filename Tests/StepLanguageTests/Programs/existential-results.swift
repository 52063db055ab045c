protocol Animal { associatedtype Food: CustomStringConvertible; func preferred() -> Food; var all: [Food] { get } }
struct Hay: CustomStringConvertible { let kilos: Int; var description: String { "\(kilos)kg" } }
struct Cow: Animal { func preferred() -> Hay { Hay(kilos: 3) }; var all: [Hay] { [Hay(kilos: 1)] } }
let a: any Animal = Cow()
let f = a.preferred()
print(f)
print(f.description)
print(a.preferred().description)
print(a.all)
protocol Chain { func next() -> Self?; var both: [Self] { get }; func me() -> Self }
struct A: Chain { var x = 1; func next() -> A? { A(x: x + 1) }; var both: [A] { [self, self] }; func me() -> A { self } }
let c: any Chain = A()
print(c.me())
print(c.next()!)
print(c.both)
