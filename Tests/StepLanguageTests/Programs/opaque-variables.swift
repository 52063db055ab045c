// `some P` as the type of variables and stored properties.
protocol Shape { var area: Double { get }; func scaled(_ k: Double) -> Self }
struct Sq: Shape { var s: Double; var area: Double { s * s }; func scaled(_ k: Double) -> Sq { Sq(s: s * k) } }
let one: some Shape = Sq(s: 2)
print(one.area, one.scaled(2).area, type(of: one))
var two: some Shape = one.scaled(3)
two = two.scaled(0.5)
print(two.area)
struct Holder { var sh: some Shape { Sq(s: 3) }; let k: some Shape = Sq(s: 4); static let shared: some Shape = Sq(s: 5) }
print(Holder().sh.area, Holder().k.area, Holder.shared.area)
func inside() -> Double {
    let items: some Collection<Int> = [3, 1, 2]
    let seq: some Sequence = 1...3
    for _ in seq { }
    return Double(items.reduce(0, +)) + items.map { Double($0) }.reduce(0, +)
}
print(inside())
class Keeper { let f: some Equatable = 5; var same: Bool { f == f } }
print(Keeper().same)
func total(_ xs: some Sequence<Double>) -> Double { var t = 0.0; for x in xs { t += x }; return t }
let numbers: some Sequence<Double> = [1.5, 2.5].lazy.map { $0 * 2 }
print(total(numbers))
