// Mutating requirements through generics, existentials and inout.
protocol Movable { var x: Int { get set }; mutating func move(by d: Int) }
extension Movable { mutating func move(by d: Int) { x += d }; mutating func jump() { move(by: 10) } }
struct Car: Movable { var x = 0 }
struct Train: Movable { var x = 0; mutating func move(by d: Int) { x += d * 2 } }
final class Ship: Movable { var x = 0 }
func push<M: Movable>(_ m: inout M) { m.move(by: 1); m.jump() }
var car = Car(), train = Train(), ship = Ship()
push(&car); push(&train); push(&ship)
print(car.x, train.x, ship.x)
var things: [any Movable] = [car, train, ship]
for i in things.indices { things[i].move(by: 5) }
print(things.map(\.x), car.x, ship.x)
things[0].x = 100
var copy = things
copy[0].x += 1
print(things[0].x, copy[0].x)
extension Array where Element: Movable { mutating func moveAll() { for i in indices { self[i].move(by: 1) } } }
var cars = [Car(x: 1), Car(x: 2)]
cars.moveAll()
print(cars.map(\.x))
extension Array { mutating func mutate(_ f: (inout Element) -> Void) { for i in indices { f(&self[i]) } } }
cars.mutate { $0.x *= 10 }
print(cars.map(\.x))
