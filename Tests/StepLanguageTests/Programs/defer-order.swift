// Deferred blocks run last to first, at the end of their scope.
func work(_ fail: Bool) throws -> String {
    defer { print("cleanup 1") }
    defer { print("cleanup 2") }
    print("working")
    if fail { throw Failure.bad }
    do {
        defer { print("inner done") }
        print("inner")
    }
    return "result"
}
enum Failure: Error { case bad }
print(try work(false))
do { _ = try work(true) } catch { print("caught", error) }
func value() -> Int {
    var x = 1
    defer { x = 100; print("deferred", x) }
    return x
}
print(value())
for i in 1...3 {
    defer { print("end of turn", i) }
    if i == 2 { continue }
    print("turn", i)
}
func early(_ n: Int) {
    defer { print("always") }
    guard n > 0 else { print("guarded"); return }
    defer { print("only when positive") }
    print("body")
}
early(0)
early(1)
