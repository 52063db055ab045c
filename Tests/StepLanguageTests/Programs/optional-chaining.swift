// Chains flatten; calls after a nil are not evaluated.
class Address { var street: String? = "High Street"; var number = 5; func full() -> String { "\(number) \(street ?? "-")" } }
class Person { var address: Address?; var friends: [Person] = []; var name: String; init(_ name: String) { self.name = name } }
let ada = Person("Ada")
print(ada.address?.street as Any, ada.address?.number as Any)
ada.address = Address()
print(ada.address?.street as Any, ada.address?.street?.count as Any, ada.address?.full() as Any)
ada.address?.number = 7
ada.address?.street?.append("!")
print(ada.address!.full())
func loud() -> Int { print("evaluated"); return 1 }
let nobody: Person? = nil
nobody?.address?.number = loud()
print(nobody?.friends.first?.name as Any)
ada.friends.append(Person("Bob"))
print(ada.friends.first?.name ?? "none", ada.friends.last?.address?.number ?? -1)
let names: [String: [Int]] = ["a": [1, 2]]
print(names["a"]?.first as Any, names["b"]?.first as Any, names["a"]?.count ?? 0)
if let street = ada.address?.street, street.count > 3 { print(street) }
let length = ada.address?.street?.uppercased().count
print(length == nil ? "nil" : "\(length!)")
let assigned: ()? = ada.address?.number = 9
print(assigned != nil, ada.address!.number)
var table: [String: Int]? = ["x": 1]
table?["x"]? += 5
table?["y"] = 2
print(table?["x"] as Any, table!.count)
