// Generic methods of classes that can be overridden, called through the base class, statically and with closures inside.
class Shelf {
    var items: [Int: String] = [1: "b", 2: "a", 3: "c"]
    func sorted<T: Comparable>(by key: (String) -> T) -> [String] {
        items.values.sorted { x, y in
            let (a, b) = (key(x), key(y))
            return a == b ? x < y : a < b
        }
    }
    func same<T: Equatable>(_ a: T, _ b: T) -> String { a == b ? "same \(T.self)" : "other \(T.self)" }
    class func make<T>(_ value: T) -> String { "Shelf of \(value)" }
    func pair<A, B>(_ a: A, _ b: B) -> (B, A) { (b, a) }
    convenience init<S: Sequence>(_ words: S) where S.Element == String {
        self.init()
        items = [:]
        for (index, word) in words.enumerated() { items[index] = word }
    }
}
class Rack: Shelf {
    override func same<U: Equatable>(_ a: U, _ b: U) -> String { "rack: " + super.same(a, b) }
    override class func make<V>(_ value: V) -> String { "Rack of \(value), " + super.make([value]) }
}
final class Typed<K: Hashable>: Shelf {
    var count: [K: Int] = [:]
    func add<T: Sequence>(_ keys: T) -> Int where T.Element == K {
        for key in keys { count[key, default: 0] += 1 }
        return count.count
    }
    override func same<U: Equatable>(_ a: U, _ b: U) -> String { "typed \(K.self): " + super.same(a, b) }
}
let shelves: [Shelf] = [Shelf(), Rack(), Typed<Double>()]
for shelf in shelves {
    print(shelf.sorted { $0 }, shelf.sorted { $0.count }, shelf.same(1, 1), shelf.same("x", "y"), shelf.pair(1, "z"))
    print(type(of: shelf).make(1.5))
}
print(Typed<Int>().add([1, 2, 1]), Typed<Character>().add("hello"))
print(Shelf(["q", "p"]).sorted { $0 }, Rack.make("r"))
class Person {
    class var title: String { "person" }
    static let legs = 2
    let id: Int
    static var made = 0
    required init() { Self.made += 1; id = Self.made }
    var text: String { "\(Self.title) \(Self.legs) \(Self.self)" }
    func twin() -> Self { Self() }
    class func who() -> String { Self.title + title }
}
class Teacher: Person { override class var title: String { "teacher" } }
let people: [Person] = [Person(), Teacher()]
for person in people { print(person.text, type(of: person.twin()), type(of: person).who(), person.id) }
protocol Listener: AnyObject { func heard(_ text: String) }
extension Listener { func heard(_ text: String) { print("heard", text) } }
class Ear: Listener {}
class Radio { weak var listener: Listener?; func play() { listener?.heard("music") } }
var ear: Ear? = Ear()
let radio = Radio()
radio.listener = ear
radio.play()
ear = nil
radio.play()
print(radio.listener == nil)
struct Item { var price: Double; var name: String }
var stock = [3: Item(price: 10, name: "x")]
stock[3]?.price *= 0.9
stock[4]?.price *= 0.9
stock[3]?.name += "!"
print(stock[3]!)
extension Array where Element == [Double] { func width() -> Int { guard let first else { return 0 }; return first.count } }
print([[1.0, 2]].width(), [[Double]]().width())
class Lazy { var k = 2; lazy var serial: String = { k += 1; return "s\(k)" }() }
print(Lazy().serial)
infix operator >>>: AdditionPrecedence
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(({ $0 + 1 } >>> { $0 * $0 } >>> String.init)(9))
struct Weak<T: AnyObject> { weak var object: T? }
let held = Ear()
print(Weak(object: held).object === held)
