final class Event<T> {
    var hs: [(T) -> Void] = []
    func subscribe(_ f: @escaping (T) -> Void) { hs.append(f) }
    func fire(_ v: T) { for h in hs { h(v) } }
}
extension Event where T == Void { func fire() { fire(()) } }
let e = Event<Void>()
var n = 0
e.subscribe { n += 1; print("hit", n) }
e.fire(); e.fire(())
func run<A, B>(_ a: A, _ f: (A) -> B) -> B { f(a) }
print(run(()) { 5 })
