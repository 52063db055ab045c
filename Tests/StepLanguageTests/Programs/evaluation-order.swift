// Operands, arguments, elements and subscripts are evaluated from left to right.
func tell(_ name: String, _ value: Int) -> Int { print(name, terminator: " "); return value }
print(tell("a", 1) + tell("b", 2) * tell("c", 3))
func three(_ x: Int, _ y: Int, _ z: Int) -> Int { x + y + z }
print(three(tell("x", 1), tell("y", 2), tell("z", 3)))
print([tell("first", 1), tell("second", 2)], (tell("l", 1), tell("r", 2)))
var list = [10, 20, 30]
list[tell("index", 1)] = tell("value", 5)
print(list)
list[tell("i", 0)] += tell("v", 7)
print(list)
let and = tell("p", 1) > 1 && tell("q", 2) > 1
let or = tell("p", 1) == 1 || tell("q", 2) > 1
print(and, or)
let value: Int? = nil
print(value ?? tell("default", 3))
let sure: Int? = 1
print(sure ?? tell("unused", 3))
print(tell("t", 1) > 0 ? tell("yes", 1) : tell("no", 0))
func log(_ s: String) -> [Int] { print(s, terminator: " "); return [1, 2, 3] }
print(log("base")[tell("sub", 2)])
var n = 1
n += { n = 10; return 5 }()
print(n)
