// Names that are no members, looked up by a subscript: by text, by key path, in classes, called, in chains.
@dynamicMemberLookup struct Bag {
    var d: [String: Int] = [:]
    let title = "bag"
    subscript(dynamicMember key: String) -> Int? { get { d[key] } set { d[key] = newValue } }
}
var bag = Bag()
bag.a = 1
bag.b = (bag.a ?? 0) + 4
bag.a? += 10
print(bag.a ?? 0, bag.b!, bag.zz as Any, bag.title, bag.d.count)
bag.b = nil
print(bag.d, bag.b == nil)
struct Point { var x = 1, y = 2; var sum: Int { x + y }; func moved() -> Point { Point(x: x + 1, y: y) } }
@dynamicMemberLookup struct Lens<T> {
    var value: T
    var log: [String] = []
    subscript<U>(dynamicMember path: WritableKeyPath<T, U>) -> U {
        get { value[keyPath: path] }
        set { log.append("set"); value[keyPath: path] = newValue }
    }
}
var lens = Lens(value: Point())
lens.x += 41
lens.y = lens.x * 2
print(lens.x, lens.y, lens.value, lens.log.count)
@dynamicMemberLookup final class Ref<T> {
    let value: T
    init(_ value: T) { self.value = value }
    subscript<V>(dynamicMember path: KeyPath<T, V>) -> V { value[keyPath: path] }
}
let ref = Ref("hello")
print(ref.count, ref.isEmpty, ref.first!, ref.utf8.count, Ref(Point()).sum)
let double = Ref(Ref(Point(x: 5, y: 6)))
print(double.value.x, double.x, double.sum)
@dynamicMemberLookup struct Chain {
    var path: [String] = []
    subscript(dynamicMember name: String) -> Chain { Chain(path: path + [name]) }
    func callAsFunction(_ n: Int) -> String { path.joined(separator: ".") + "(\(n))" }
}
let root = Chain()
print(root.users.first.name.path, root.a.b(3), [root.x, root.y].map(\.path))
@dynamicMemberLookup class Calls {
    var calls: [String] = []
    subscript(dynamicMember name: String) -> (Int) -> Int { calls.append(name); return { $0 + name.count } }
}
class More: Calls { var own = 7 }
let more = More()
print(more.add(1), more.four(1), more.own, more.calls)
func read<T>(_ l: Lens<[T]>) -> Int { l.count2 }
extension Array { var count2: Int { get { count * 2 } set {} } }
print(read(Lens(value: [1, 2, 3])))
let points = [Lens(value: Point()), lens]
print(points.map(\.x), points.map { $0.y }, points.filter { $0.x > 1 }.count)
