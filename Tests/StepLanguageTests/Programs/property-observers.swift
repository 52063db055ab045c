// willSet and didSet, and when they do not run.
class Account {
    var balance: Int = 0 {
        willSet { print("will set to", newValue) }
        didSet { print("did set from", oldValue, "to", balance) }
    }
    init(_ start: Int) { balance = start }
}
let account = Account(10)
account.balance = 20
account.balance += 5
struct Temperature {
    var celsius: Double {
        didSet {
            if celsius < -273.15 { celsius = -273.15 }
            history.append(celsius)
        }
    }
    var history: [Double] = []
    var fahrenheit: Double {
        get { celsius * 9 / 5 + 32 }
        set { celsius = (newValue - 32) * 5 / 9 }
    }
}
var t = Temperature(celsius: 20)
t.celsius = -500
t.fahrenheit = 212
print(t.celsius, t.history, t.fahrenheit)
struct Team { var members: [String] = [] { didSet { print("members", oldValue.count, "->", members.count) } } }
var team = Team()
team.members.append("a")
team.members += ["b", "c"]
team.members[0] = "z"
var global = 1 { didSet { print("global", oldValue, global) } }
global = 2
func bump(_ x: inout Int) { x += 1; x += 1 }
bump(&global)
bump(&account.balance)
