// some and any, opaque results, existential collections.
protocol Animal { var name: String { get }; func speak() -> String }
struct Dog: Animal { let name = "dog"; func speak() -> String { "woof" } }
struct Cat: Animal { let name = "cat"; func speak() -> String { "meow" } }
func make(_ loud: Bool) -> any Animal { loud ? Dog() : Cat() }
func quiet() -> some Animal { Cat() }
func describe(_ a: some Animal) -> String { "\(a.name): \(a.speak())" }
print(describe(quiet()), make(true).speak(), [make(true), make(false)].map { $0.name })
var pet: any Animal = Dog()
print(pet.name, type(of: pet))
pet = Cat()
print(pet.name, describe(pet))
let zoo: [String: any Animal] = ["a": Dog(), "b": Cat()]
print(zoo.sorted { $0.key < $1.key }.map { $0.value.speak() }, zoo["z"]?.name ?? "none")
func evens() -> some Sequence<Int> { (1...10).filter { $0 % 2 == 0 } }
print(Array(evens()), evens().reduce(0, +))
func longest(_ s: any Collection<String>) -> Int { s.map(\.count).max() ?? 0 }
print(longest(["a", "bbb"]), longest(Set(["zz"])))
