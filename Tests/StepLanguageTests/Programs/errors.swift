// throw, do-catch with patterns, try?, try!, rethrows, errors with payloads.
enum BankError: Error { case insufficient(needed: Int), frozen, unknown(String) }
struct Invalid: Error { let reason: String }
func withdraw(_ amount: Int, from balance: Int) throws -> Int {
    guard amount > 0 else { throw Invalid(reason: "amount \(amount)") }
    if balance < 0 { throw BankError.frozen }
    guard balance >= amount else { throw BankError.insufficient(needed: amount - balance) }
    return balance - amount
}
for (amount, balance) in [(10, 50), (60, 50), (-1, 5), (1, -1)] {
    do {
        print("left", try withdraw(amount, from: balance))
    } catch BankError.insufficient(let needed) where needed > 5 {
        print("much more needed:", needed)
    } catch BankError.frozen {
        print("frozen")
    } catch let error as Invalid {
        print("invalid", error.reason)
    } catch {
        print("other", error)
    }
}
print((try? withdraw(1, from: 3)) as Any, (try? withdraw(9, from: 3)) as Any)
print(try! withdraw(1, from: 3))
func twice(_ f: () throws -> Int) rethrows -> Int { try f() + f() }
print(twice { 2 })
do { print(try twice { try withdraw(5, from: 1) }) } catch { print("rethrown:", error) }
func nested() throws {
    do { throw BankError.unknown("inner") } catch BankError.frozen { print("not here") }
}
do { try nested() } catch { print(error) }
let results = ["1", "x", "3"].map { text -> Result<Int, Invalid> in
    Int(text).map { .success($0) } ?? .failure(Invalid(reason: text))
}
for r in results {
    switch r { case .success(let v): print("ok", v); case .failure(let e): print("bad", e.reason) }
}
if let x = try? withdraw(1, from: 2), x == 1 { print("one left") }
func total(_ texts: [String]) throws -> Int { try texts.reduce(0) { sum, t in guard let n = Int(t) else { throw Invalid(reason: t) }; return sum + n } }
print((try? total(["1", "2"])) ?? -1, (try? total(["1", "b"])) ?? -1)
