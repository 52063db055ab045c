// Which of several functions of one name is called.
func show(_ x: Int) -> String { "Int" }
func show(_ x: Double) -> String { "Double" }
func show(_ x: Any) -> String { "Any" }
func show<T>(_ x: T) -> String { "generic" }
func show(_ x: String) -> String { "String" }
print(show(1), show(1.0), show("s"), show([1]), show(true), show(UInt8(1)))
func take(_ x: Int?) -> String { "optional" }
func take(_ x: Int) -> String { "plain" }
let maybe: Int? = 1
print(take(1), take(maybe))
class Animal {}
class Dog: Animal {}
func greet(_ a: Animal) -> String { "animal" }
func greet(_ d: Dog) -> String { "dog" }
let pet: Animal = Dog()
print(greet(Dog()), greet(pet), greet(Animal()))
protocol Named {}
struct Item: Named {}
func kind<T>(_ x: T) -> String { "any T" }
func kind<T: Named>(_ x: T) -> String { "named T" }
func kind(_ x: Item) -> String { "item" }
struct Other: Named {}
print(kind(1), kind(Other()), kind(Item()))
func result() -> Int { 1 }
func result() -> String { "text" }
let i: Int = result()
let s: String = result()
print(i, s)
func labelled(a: Int) -> Int { a }
func labelled(b: Int) -> Int { -b }
print(labelled(a: 1), labelled(b: 1))
func defaulted(_ x: Int, y: Int = 0) -> String { "two" }
func defaulted(_ x: Int) -> String { "one" }
print(defaulted(1), defaulted(1, y: 2))
func variadic(_ x: Int...) -> String { "variadic" }
func variadic(_ x: Int) -> String { "single" }
print(variadic(1), variadic(1, 2))
