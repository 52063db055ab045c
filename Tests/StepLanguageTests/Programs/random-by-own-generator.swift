// Random numbers, elements and shuffles by a generator of the program's own are swiftc's.
struct LCG: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 { state = state &* 6364136223846793005 &+ 1442695040888963407; return state }
}
var g = LCG(state: 1)
print(Int.random(in: 0..<10, using: &g), Int.random(in: 1...6, using: &g), UInt8.random(in: 3...9, using: &g))
print(Double.random(in: 0..<1, using: &g), Double.random(in: -1...1, using: &g), Float.random(in: 0..<1, using: &g), Bool.random(using: &g))
print([1,2,3,4,5].shuffled(using: &g), [7,8,9].randomElement(using: &g)!, Float.random(in: -2...2, using: &g))
var xs = Array(0..<8); xs.shuffle(using: &g); print(xs, (0..<100).randomElement(using: &g)!, g.next(upperBound: UInt(10)))
print(Set([1]).randomElement(using: &g)!, "abc".randomElement(using: &g)!, (0..<6).shuffled(using: &g), "hello".shuffled(using: &g))
print(UInt64.random(in: 0...UInt64.max, using: &g), Int.random(in: Int.min...Int.max, using: &g), Int8.random(in: -5..<5, using: &g), g.next() as UInt32)
func pick<G: RandomNumberGenerator>(_ g: inout G) -> Int { Int.random(in: 0...1_000_000_000_000, using: &g) }
print(pick(&g))
var any: any RandomNumberGenerator = LCG(state: 3)
print(Int.random(in: 0..<10, using: &any), [1,2,3].shuffled(using: &any))
class Net { var g = LCG(state: 5); lazy var w = (0..<3).map { _ in Double.random(in: -1...1, using: &g) } 
 func go() -> [Double] { (0..<2).map { _ in .random(in: 0..<1, using: &self.g) } } }
print(Net().w, Net().go())
extension RandomNumberGenerator { mutating func gauss() -> Double { let u = Double.random(in: 0..<1, using: &self); return u * 2 } }
var h = LCG(state: 9); print(h.gauss())
func split<G: RandomNumberGenerator>(_ n: Int, _ g: inout G) -> ([Int], [Int]) { let p = Array(0..<n).shuffled(using: &g); return (Array(p.prefix(n / 2)), Array(p.dropFirst(n / 2))) }
print(split(6, &h))
