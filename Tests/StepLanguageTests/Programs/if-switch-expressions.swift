// if and switch as expressions.
func sign(_ x: Int) -> String {
    if x > 0 { "plus" } else if x < 0 { "minus" } else { "zero" }
}
print(sign(3), sign(-3), sign(0))
let temperature = 31
let word = if temperature > 30 { "hot" } else { "mild" }
print(word)
enum Season: CaseIterable { case winter, spring, summer, autumn }
for s in Season.allCases {
    let months = switch s {
    case .winter: "Dec-Feb"
    case .spring: "Mar-May"
    case .summer: "Jun-Aug"
    case .autumn: "Sep-Nov"
    }
    print(s, months)
}
let ratio: Double = if word == "hot" { 1 } else { 0.5 }
print(ratio)
let value: Int? = switch word { case "hot": nil; default: 3 }
print(value as Any)
let square = { (n: Int) in if n < 0 { 0 } else { n * n } }
print(square(-2), square(4))
