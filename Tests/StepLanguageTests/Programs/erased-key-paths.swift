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
struct S { var pair = (1, "a"); var named = (x: 2, y: 3); var xs = [1, 2]; var o: Int? = 4; var d = ["k": 1] }
var s = S()
let first: WritableKeyPath<S, Int> = \.pair.0
let second: WritableKeyPath<S, Int> = \.xs[1]
let third: WritableKeyPath<S, Int> = \.o!
let fourth: WritableKeyPath<S, Int?> = \.d["k"]
for (path, value) in [(first, 9), (second, 7), (third, 6)] { s[keyPath: path] = value }
s[keyPath: fourth] = nil
let inferred = \S.xs[0]
s[keyPath: inferred] = 5
set(&s, \.named.x, 11)
set(&s, \.xs[1], 8)
print(s)
