// swiftc takes one or the other as its search goes; an argument with a name decides it.
func kind<T>(_ x: T) -> String { "generic" }
func kind(_ x: Int?) -> String { "optional" }
func kind(_ x: [Int]) -> String { "numbers" }
let maybe = Optional(1)
print(kind(maybe), kind([1, 2]), kind(2.5))
print(kind(Optional(1))) // error: 'kind' fits in more than one way here; give the argument a name first
print(kind([2, 1].sorted())) // error: 'kind' fits in more than one way here; give the argument a name first
