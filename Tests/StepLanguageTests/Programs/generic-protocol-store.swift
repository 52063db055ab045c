// Generic repositories, associated types, type erasure by closures.
protocol Entity: Identifiable, Equatable { var name: String { get } }
struct User: Entity { let id: Int; var name: String }
struct Book: Entity { let id: String; var name: String; var year = 2000 }
protocol Store { associatedtype Item: Entity; mutating func save(_ item: Item); func find(_ id: Item.ID) -> Item?; var all: [Item] { get } }
struct MemoryStore<Item: Entity>: Store {
    private var items: [Item.ID: Item] = [:]
    private var order: [Item.ID] = []
    init() {}
    mutating func save(_ item: Item) { if items.updateValue(item, forKey: item.id) == nil { order.append(item.id) } }
    func find(_ id: Item.ID) -> Item? { items[id] }
    var all: [Item] { order.compactMap { items[$0] } }
}
extension Store { func names(where keep: (Item) -> Bool = { _ in true }) -> [String] { all.filter(keep).map(\.name) } }
func copyAll<A: Store, B: Store>(from a: A, to b: inout B) where A.Item == B.Item { for x in a.all { b.save(x) } }
var users = MemoryStore<User>()
users.save(User(id: 1, name: "Ada"))
users.save(User(id: 2, name: "Bob"))
users.save(User(id: 1, name: "Ada L."))
var other = MemoryStore<User>()
copyAll(from: users, to: &other)
print(users.names(), other.names { $0.id > 1 }, users.find(1)!, users.find(9) as Any)
var books = MemoryStore<Book>()
books.save(Book(id: "b1", name: "Swift", year: 2014))
books.save(Book(id: "b2", name: "C"))
print(books.names { $0.year > 2010 }, books.find("b2")?.year ?? 0)
struct AnyShape { let area: () -> Double; init<S: Shape>(_ s: S) { area = { s.area } } }
protocol Shape { var area: Double { get } }
struct Sq: Shape { let s: Double; var area: Double { s * s } }
print([AnyShape(Sq(s: 2)), AnyShape(Sq(s: 3))].map { $0.area() })
