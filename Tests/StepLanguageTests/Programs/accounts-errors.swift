// Classes with errors, results, weak links, deinitializers.
class Account { let owner: String; private(set) var balance: Double { didSet { log.append(balance - oldValue) } }
  var log: [Double] = []
  init(owner: String, balance: Double = 0) { self.owner = owner; self.balance = balance }
  func deposit(_ x: Double) throws { guard x > 0 else { throw BankError.invalid(amount: x) }; balance += x }
  func withdraw(_ x: Double) throws { if x > balance { throw BankError.insufficient(needed: x - balance) }; balance -= x } }
enum BankError: Error, Equatable { case invalid(amount: Double), insufficient(needed: Double) }
final class Savings: Account { let rate: Double
  init(owner: String, rate: Double) { self.rate = rate; super.init(owner: owner, balance: 100) }
  override func withdraw(_ x: Double) throws { try super.withdraw(x + 1) }
  var yearly: Double { balance * rate } }
let a = Savings(owner: "Ann", rate: 0.05)
do { try a.deposit(50); try a.withdraw(20); try a.withdraw(1000) }
catch BankError.insufficient(let n) { print("need", n) }
catch { print("other", error) }
print(a.balance, a.yearly, a.log)
do { try a.deposit(-1) } catch let e as BankError { print(e) }
let r = try? a.withdraw(5); print(r != nil, (try? a.withdraw(1e9)) == nil)
func attempt(_ f: () throws -> Void) -> String { do { try f(); return "ok" } catch { return "\(error)" } }
print(attempt { try a.deposit(1) }, attempt { try a.deposit(0) })
let res = Result { try a.withdraw(1e6) }
switch res { case .success: print("yes"); case .failure(let e): print(e) }
func div(_ a: Int, _ b: Int) -> Result<Int, BankError> { b == 0 ? .failure(.invalid(amount: 0)) : .success(a / b) }
print(div(7, 2), div(1, 0), div(9, 3).map { $0 * 2 }, (try? div(8, 2).get()) ?? -1)
print([(6, 3), (1, 0)].map { div($0, $1) }.map { (try? $0.get()) ?? -1 })
class Node { var value: Int; var next: Node?; weak var prev: Node?
  init(_ v: Int, next: Node? = nil) { value = v; self.next = next; next?.prev = self } 
  deinit { print("bye", value) } }
var head: Node? = Node(1, next: Node(2, next: Node(3)))
var it = head; while let n = it { print(n.value, n.prev?.value ?? 0); it = n.next }
head = nil
print(a === a as Account, a is Savings)
