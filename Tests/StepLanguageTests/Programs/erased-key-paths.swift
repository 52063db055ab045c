// Key paths whose value's type is left open: in tuples, arrays, dictionaries and arguments; the class that a path has.
struct Mayor { var name = "Ann"; var gold = 3; var isRich: Bool { gold > 5 } }
struct City { var name = "a"; let population = 3; var mayor = Mayor() }
let pair: (String, PartialKeyPath<City>) = ("x", \.name)
let pairs: [(String, PartialKeyPath<City>)] = [("name", \.name), ("pop", \.population), ("rich", \.mayor.isRich)]
for (label, path) in pairs { print(label, "=", City()[keyPath: path]) }
let named: [String: PartialKeyPath<City>] = ["n": \.name, "g": \.mayor.gold]
print(City()[keyPath: named["g"]!], City()[keyPath: pair.1])
func show(_ p: PartialKeyPath<City>) { print(City()[keyPath: p]) }
show(\.mayor.name)
let nested = (\City.mayor).appending(path: \.name.count)
print([City()].map { $0[keyPath: nested] })
var city = City()
let gold = (\City.mayor).appending(path: \.gold)
city[keyPath: gold] += 4
print(city.mayor.gold, city.mayor.isRich)
func set<Root, Value>(_ root: inout Root, _ path: WritableKeyPath<Root, Value>, _ value: Value) { root[keyPath: path] = value }
func get<Root, Value>(_ root: Root, _ path: KeyPath<Root, Value>) -> Value { root[keyPath: path] }
set(&city, \.mayor.name, "Bo")
print(get(city, \.mayor.name.count), get(city, \.mayor.isRich))
