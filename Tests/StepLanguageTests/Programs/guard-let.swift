// guard, if let, while let, shorthand and chained conditions.
func parse(_ text: String?) -> String {
    guard let text else { return "no text" }
    guard let number = Int(text), number >= 0 else { return "not a natural number: \(text)" }
    guard case 0...100 = number else { return "out of range" }
    return "ok \(number)"
}
print(parse(nil), parse("x"), parse("-1"), parse("500"), parse("42"), separator: "\n")
let name: String? = "Ada"
let age: Int? = 36
if let name, let age, age > 30 { print(name, age) }
if var copy = age { copy += 1; print(copy, age!) }
if let _ = name { print("there is a name") }
if case .some(let x) = age, x % 2 == 0 { print("even") }
func firstEven(_ list: [Int]) -> Int? {
    for x in list {
        guard x % 2 == 0 else { continue }
        return x
    }
    return nil
}
print(firstEven([1, 3, 4, 6]) ?? -1, firstEven([]) == nil)
if name == nil || age! < 10 { print("never") } else { print("else branch") }
if let n = name, n.hasPrefix("B") { print("B") } else if let n = name { print("other:", n) }
