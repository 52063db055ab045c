// Functions as stored properties, optional closures, closures with inout, throwing closures, autoclosures.
struct Button { var title: String; var action: (() -> String)?; var transform: (Int) -> Int = { $0 } }
var b = Button(title: "ok")
print(b.action?() ?? "no action", b.transform(3))
b.action = { "pressed" }
b.transform = { $0 * 10 }
print(b.action!(), b.transform(3))
func measure(_ name: String, _ body: () throws -> Int) rethrows -> String { "\(name)=\(try body())" }
print(measure("a") { 1 + 1 })
struct Bad: Error {}
print((try? measure("b") { throw Bad() }) ?? "failed")
let update: (inout [Int], Int) -> Void = { $0.append($1) }
var list = [1]
update(&list, 2)
print(list)
func unless(_ c: @autoclosure () -> Bool, _ run: () -> Void) { if !c() { run() } }
unless(list.count > 5) { print("short") }
func repeated(_ n: Int, _ f: (Int) -> Void) { (0..<n).forEach(f) }
repeated(3) { print($0, terminator: ",") }
print()
typealias Handler = (_ name: String, _ value: Int) -> Bool
let handlers: [Handler] = [{ n, v in n.count == v }, { $0.isEmpty || $1 > 2 }]
print(handlers.map { $0("abc", 3) }, handlers[0]("", 1))
func outer() -> (Int) -> (Int) -> Int { func add(_ a: Int) -> (Int) -> Int { { a + $0 } }; return add }
print(outer()(1)(2), [3, 1, 2].sorted(by: { $0 > $1 }), ["a": 1].map { $0 }.count)
class Emitter { var listeners: [(Int) -> Void] = []; func on(_ f: @escaping (Int) -> Void) { listeners.append(f) }; func emit(_ n: Int) { listeners.forEach { $0(n) } } }
let e = Emitter()
var got: [Int] = []
e.on { got.append($0) }
e.on { got.append($0 * 100) }
e.emit(1); e.emit(2)
print(got)
