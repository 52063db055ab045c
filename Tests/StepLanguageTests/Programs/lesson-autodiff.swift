// A tiny scalar autodiff engine.
final class Value: CustomStringConvertible {
    var data: Double
    var grad = 0.0
    private let parents: [Value]
    private var push: () -> Void = {}
    init(_ data: Double, parents: [Value] = []) { self.data = data; self.parents = parents }
    var description: String { "Value(data: \(data), grad: \(grad))" }
    static func + (a: Value, b: Value) -> Value {
        let out = Value(a.data + b.data, parents: [a, b])
        out.push = { [unowned out] in a.grad += out.grad; b.grad += out.grad }
        return out
    }
    static func * (a: Value, b: Value) -> Value {
        let out = Value(a.data * b.data, parents: [a, b])
        out.push = { [unowned out] in a.grad += b.data * out.grad; b.grad += a.data * out.grad }
        return out
    }
    func relu() -> Value {
        let out = Value(max(0, data), parents: [self])
        out.push = { [unowned out] in self.grad += out.data > 0 ? out.grad : 0 }
        return out
    }
    func backward() {
        var order: [Value] = []
        var seen = Set<ObjectIdentifier>()
        func visit(_ v: Value) {
            guard seen.insert(ObjectIdentifier(v)).inserted else { return }
            for p in v.parents { visit(p) }
            order.append(v)
        }
        visit(self)
        grad = 1
        for v in order.reversed() { v.push() }
    }
}
let a = Value(2), b = Value(-3), c = Value(10)
let e = a * b
let d = e + c
let f = (d * a).relu()
f.backward()
print(f, d, a, b, c, separator: "\n")
