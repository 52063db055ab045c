// A bank with errors, observers and a log.
enum BankError: Error, CustomStringConvertible {
    case insufficientFunds(short: Double), noAccount(String), invalid
    var description: String {
        switch self {
        case .insufficientFunds(let s): "short by \(s)"
        case .noAccount(let n): "no account '\(n)'"
        case .invalid: "invalid amount"
        }
    }
}
class Account {
    let owner: String
    private(set) var balance = 0.0 { didSet { history.append(balance - oldValue) } }
    private(set) var history: [Double] = []
    init(owner: String) { self.owner = owner }
    func deposit(_ x: Double) throws { guard x > 0 else { throw BankError.invalid }; balance += x }
    func withdraw(_ x: Double) throws { guard x <= limit else { throw BankError.insufficientFunds(short: x - limit) }; balance -= x }
    var limit: Double { balance }
}
class Credit: Account { override var limit: Double { balance + 100 } }
struct Bank {
    private var accounts: [String: Account] = [:]
    mutating func open(_ a: Account) { accounts[a.owner] = a }
    func find(_ n: String) throws -> Account { guard let a = accounts[n] else { throw BankError.noAccount(n) }; return a }
    func transfer(_ x: Double, from a: String, to b: String) throws { let (s, t) = (try find(a), try find(b)); try s.withdraw(x); try t.deposit(x) }
}
var bank = Bank()
bank.open(Account(owner: "ann"))
bank.open(Credit(owner: "bob"))
try bank.find("ann").deposit(50)
for (x, a, b) in [(20.0, "ann", "bob"), (100, "ann", "bob"), (110, "bob", "ann"), (1, "bob", "zoe"), (-1, "bob", "ann")] {
    do { try bank.transfer(x, from: a, to: b); print("moved", x) } catch let e as BankError { print("failed:", e) }
}
print(try bank.find("ann").balance, try bank.find("bob").balance, try bank.find("ann").history)
