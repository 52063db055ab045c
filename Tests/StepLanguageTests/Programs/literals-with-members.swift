// A member that only one of the types a literal may have declares.
extension Double {
    var km: Double { self * 1000 }
    var squared: Double { self * self }
}
extension Int {
    var squared: Int { self * self }
    func times(_ body: (Int) -> Void) { for i in 0..<self { body(i) } }
}
print(3.km, 2.5.km, 3.squared, 1.5.squared)
3.times { print($0, terminator: " ") }
let distance = 5.km + 200
print(distance)
precedencegroup ForwardPipe { associativity: left lowerThan: AdditionPrecedence higherThan: ComparisonPrecedence }
infix operator |>: ForwardPipe
func |> <A, B>(value: A, transform: (A) -> B) -> B { transform(value) }
print(1 + 2 |> Double.init |> { $0 / 2 }, 2 * 3 |> String.init == "6")
func ~= (pattern: String, value: Int) -> Bool { Int(pattern) == value }
switch 7 {
case "3": print("three")
case "7": print("seven")
default: print("other")
}
struct Counter {
    private var (a, b) = (0, 10)
    mutating func next() -> (Int, Int) { a += 1; b -= 1; return (a, b) }
    static let words: Set = ["a", "b"]
}
var counter = Counter()
print(counter.next(), counter.next(), Counter.words.count)
