// Associated types: inference, primary ones, constraints between them.
protocol Transformer<Input, Output> { associatedtype Input; associatedtype Output; func transform(_ x: Input) -> Output }
struct Length: Transformer { func transform(_ x: String) -> Int { x.count } }
struct Half: Transformer { func transform(_ x: Int) -> Double { Double(x) / 2 } }
struct Chain<A: Transformer, B: Transformer>: Transformer where A.Output == B.Input { let a: A, b: B; func transform(_ x: A.Input) -> B.Output { b.transform(a.transform(x)) } }
print(Chain(a: Length(), b: Half()).transform("hello"))
func run<T: Transformer<String, Int>>(_ t: T, _ s: [String]) -> [Int] { s.map(t.transform) }
print(run(Length(), ["a", "bb"]))
let any: any Transformer<Int, Double> = Half()
print(any.transform(7))
protocol Source { associatedtype Item; mutating func next() -> Item? }
struct Count: Source { var n = 0; mutating func next() -> Int? { n += 1; return n <= 3 ? n : nil } }
func drain<S: Source>(_ s: S) -> [S.Item] { var s = s, out: [S.Item] = []; while let x = s.next() { out.append(x) }; return out }
print(drain(Count()))
extension Source where Item: Numeric { mutating func sum() -> Item { var t: Item = 0; while let x = next() { t += x }; return t } }
var c = Count()
print(c.sum())
func pairs<S: Sequence>(_ s: S) -> [(S.Element, S.Element)] where S.Element: Comparable { let a = s.sorted(); return Array(zip(a, a.dropFirst())) }
print(pairs(Set([3, 1, 2])), pairs("cab").map { "\($0)\($1)" })
func firstWord(_ words: some Collection<String>) -> String { words.first ?? "" }
print(firstWord(["x", "y"]), firstWord(["q"].dropFirst()))
