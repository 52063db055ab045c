// Key paths as values and as functions.
struct Address { var city: String; var zip: Int }
struct Person { var name: String; var age: Int; var address: Address; var tags: [String] = [] }
var people = [
    Person(name: "Ada", age: 36, address: Address(city: "London", zip: 1)),
    Person(name: "Bob", age: 25, address: Address(city: "Paris", zip: 2), tags: ["x", "y"]),
]
print(people.map(\.name), people.map(\.address.city), people.map(\.name.count))
let age = \Person.age
print(people[0][keyPath: age])
people[0][keyPath: age] += 1
people[1][keyPath: \.address.zip] = 99
print(people[0].age, people[1].address.zip)
func sortedBy<T, V: Comparable>(_ list: [T], _ path: KeyPath<T, V>) -> [T] { list.sorted { $0[keyPath: path] < $1[keyPath: path] } }
print(sortedBy(people, \.age).map(\.name))
print(people.filter(\.tags.isEmpty).map(\.name), people.compactMap(\.tags.first))
let first = \Person.tags[0]
print(people[1][keyPath: first])
let paths: [WritableKeyPath<Address, Int>] = [\.zip]
for path in paths { people[0].address[keyPath: path] = 7 }
print(people[0].address.zip)
print(["a", "bb"].map(\.self), people.max { $0.age < $1.age }!.name)
