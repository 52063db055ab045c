// inout: copy in, copy out; elements, properties, computed ones.
func double(_ x: inout Int) { x *= 2 }
var a = [1, 2, 3]
double(&a[1])
for i in a.indices { double(&a[i]) }
print(a)
struct Box { var v = 1 { didSet { print("set", oldValue, v) } }; var half: Int { get { v / 2 } set { v = newValue * 2 } } }
var b = Box()
double(&b.v)
double(&b.half)
print(b.v)
var d = ["a": 1]
double(&d["a"]!)
double(&d["b", default: 5])
print(d["a"]!, d["b"]!)
func append(_ list: inout [String], _ s: String...) { list += s }
var names = ["x"]
append(&names, "y", "z")
print(names)
func modify(_ t: inout (Int, String)) { t.0 += 1; t.1 += "!" }
var t = (1, "hi")
modify(&t)
print(t)
var o: Int? = 3
func clear(_ x: inout Int?) { x = nil }
clear(&o)
print(o as Any)
