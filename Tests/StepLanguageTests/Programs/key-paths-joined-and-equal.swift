struct Address { var city: String; var zip: Int }
struct Person { var name: String; var address: Address; var skills: [String]; var nick: String? }
let city = (\Person.address).appending(path: \Address.city)
var ps = [Person(name: "A", address: Address(city: "X", zip: 1), skills: ["a", "b"], nick: nil), Person(name: "B", address: Address(city: "Y", zip: 2), skills: ["c", "d"], nick: "bb")]
print(ps.map { $0[keyPath: city] }, ps.map(\.skills[1]), ps.map(\.nick?.count), ps.map(\.skills.count))
ps[0][keyPath: city] = "Z"
print(ps[0].address.city, city == \Person.address.city, city == \Person.name)
let fields: [PartialKeyPath<Person>] = [\Person.name, \Person.address.zip]
for f in fields { print(ps[1][keyPath: f]) }
var i = 0
let kp = \Person.skills[i]
i = 1
print(ps[0][keyPath: kp])
func sorted<T, V: Comparable>(_ xs: [T], by k: KeyPath<T, V>) -> [T] { xs.sorted { $0[keyPath: k] < $1[keyPath: k] } }
print(sorted(ps, by: \.address.zip).map(\.name))
let self_ = [1,2,3].map(\.self)
print(self_)
