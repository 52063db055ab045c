// FizzBuzz, leap years, comparisons by tuple switches.
func fizz(_ n: Int) -> String { switch (n % 3, n % 5) { case (0, 0): "FizzBuzz"; case (0, _): "Fizz"; case (_, 0): "Buzz"; default: "\(n)" } }
print((1...15).map(fizz).joined(separator: ","))
func isLeap(_ y: Int) -> Bool { switch (y % 4, y % 100, y % 400) { case (_, _, 0): true; case (_, 0, _): false; case (0, _, _): true; default: false } }
print([1900, 2000, 2023, 2024].filter(isLeap))
func play(_ a: String, _ b: String) -> String {
    switch (a, b) {
    case let (x, y) where x == y: "draw"
    case ("rock", "scissors"), ("paper", "rock"), ("scissors", "paper"): "first"
    default: "second"
    }
}
print(play("rock", "rock"), play("paper", "rock"), play("paper", "scissors"))
let point: (x: Int?, y: Int?) = (3, nil)
switch point { case let (x?, y?): print(x, y); case let (x?, nil): print("only x", x); case (nil, let y?): print("only y", y); case (nil, nil): print("none") }
func range(_ t: Double) -> String { switch t { case ..<0: "ice"; case 0: "melting"; case 0..<100: "water"; case 100...: "steam"; default: "nan" } }
print([-5, 0, 37.5, 100, .nan].map(range))
