// Wrappers with generics, projections, statics, inheritance, key paths and protocols.
@propertyWrapper struct Box<T> { var wrappedValue: T }
@propertyWrapper struct Counted<Value> {
    private var value: Value
    private(set) var reads = 0
    private(set) var writes = 0
    init(wrappedValue: Value) { value = wrappedValue }
    var wrappedValue: Value {
        mutating get { reads += 1; return value }
        set { writes += 1; value = newValue }
    }
    var projectedValue: (Int, Int) { (reads, writes) }
}
struct Tally {
    @Counted var a = 1
    @Counted var b: [String] = []
}
var tally = Tally()
tally.a += 1
tally.b.append("x")
tally.b.append("y")
print(tally.a, tally.b, tally.$a, tally.$b)
@propertyWrapper final class Shared<T> {
    var wrappedValue: T { didSet { changes += 1 } }
    var changes = 0
    init(wrappedValue: T) { self.wrappedValue = wrappedValue }
    var projectedValue: Shared<T> { self }
}
struct View { @Shared var n = 1; @Shared var names: [String] = ["a"]; func bump() { n += 1; names.append("b") } }
let view = View(), copy = view
view.bump(); copy.n *= 10
print(view.n, copy.names, view.$n.changes, view.$n === copy.$n)
protocol Named { var name: String { get set }; var size: Int { get } }
@propertyWrapper enum Either<T> {
    case none
    case some(T, Int)
    init(wrappedValue: T?) { if let value = wrappedValue { self = .some(value, 0) } else { self = .none } }
    var wrappedValue: T? {
        get { if case .some(let value, _) = self { return value } else { return nil } }
        set { if let value = newValue { self = .some(value, count + 1) } else { self = .none } }
    }
    var count: Int { if case .some(_, let n) = self { return n } else { return 0 } }
    var projectedValue: Int { count }
}
class Base: Named {
    @Box var name: String
    @Either var note: String?
    @Box<Int> var size: Int
    static let limit = 3
    @Box static var made = 0
    init(name: String, size: Int) { self.name = name; _size = Box(wrappedValue: size); Self.made += 1 }
}
final class Derived: Base {
    @Counted var extra: Double
    init(extra: Double) {
        self.extra = extra
        super.init(name: "derived", size: 2)
        self.extra += 1
        note = "n"
    }
    func describe() -> String { "\(name) \(size) \(extra) \($extra) \(note ?? "-") \($note)" }
}
let d = Derived(extra: 2.5)
d.note? += "!"
d.name += "?"
print(d.describe(), Base.made)
d.note = nil
func rename(_ x: inout some Named) { x.name = x.name.uppercased() }
var base: Base = d
rename(&base)
print(d.describe(), d.note as Any)
let path = \Derived.name, writable: ReferenceWritableKeyPath<Derived, Int> = \.size
d[keyPath: writable] = 40
print(d[keyPath: path], d.size)
struct Pair<A, B> {
    @Box var first: A
    @Box var second: B
    @Counted var both: (A, B)
    init(_ first: A, _ second: B) { self.first = first; self.second = second; both = (first, second) }
    func swapped() -> Pair<B, A> { Pair<B, A>(second, first) }
}
let pair = Pair(1, "one").swapped()
print(pair.first, pair.second)
struct Outer {
    @propertyWrapper struct Doubled {
        private var half: Int
        init(wrappedValue: Int) { half = wrappedValue / 2 }
        init() { half = 21 }
        var wrappedValue: Int { get { half * 2 } set { half = newValue / 2 } }
    }
    @Doubled var a: Int
    @Doubled var b = 7
    private(set) var c = 1
    var sum: Int { a + b + c }
}
extension Outer { struct Inner { @Outer.Doubled var z = 9 } }
var outer = Outer()
outer.a = 5
print(outer, outer.sum, Outer.Inner().z, Outer(b: 100).b)
var boxes = [Tally(), Tally()]
boxes[1].a = 9
boxes[0].b = ["q"]
print(boxes.map { item in var item = item; return item.a }, boxes[0])
func change(_ n: inout Int) { n += 100 }
change(&outer.b); change(&boxes[1].a)
print(outer.b, boxes[1].$a)
@propertyWrapper struct Validated<Value> {
    var wrappedValue: Value { didSet { if !test(wrappedValue) { wrappedValue = oldValue; failures += 1 } } }
    private let test: (Value) -> Bool
    private var failures = 0
    var projectedValue: Int { get { failures } set { failures = newValue } }
    init(wrappedValue: Value, _ test: @escaping (Value) -> Bool) { self.wrappedValue = wrappedValue; self.test = test }
}
struct Form {
    @Validated({ $0 > 0 }) var age = 5
    @Validated({ text in
        !text.isEmpty && text.count < 9
    }) var name: String = "none"
    @Validated({ $0.count < 3 }) var tags: [String] = []
}
var form = Form(age: 9)
form.age = -1; form.name = ""; form.name = "Ann"; form.tags += ["a", "b"]; form.tags.append("c")
print(form.age, form.name, form.tags, form.$age, form.$name, form.$tags)
form.$age = 0; form.$tags += 5
print(form.$age, form.$tags)
struct Reset { @Box var a = 1; @Box var b: Int?; var log = [String](); mutating func reset() { self = Reset(a: 0) } }
var reset = Reset(b: 3); reset.a = 5
print(reset); reset.reset(); print(reset, reset.b == nil)
func local() {
    struct Point: Equatable { @EBox var x = 0; @EBox var y = 0 }
    print(Point(x: 1) == Point(x: 1), Point(x: 1) == Point(y: 1), Point(x: 1, y: 2))
}
@propertyWrapper struct EBox: Equatable, Hashable { var wrappedValue: Int }
local()
