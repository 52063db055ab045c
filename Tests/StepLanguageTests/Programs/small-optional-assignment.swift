// Assigning through optionals and implicitly unwrapped ones.
var a: [Int]? = [1]
a?.append(2)
a?[0] = 9
print(a!, a?.count ?? 0)
a = nil
a?.append(3)
print(a as Any)
class N { var next: N?; var v: Int; init(_ v: Int) { self.v = v } }
let root = N(1)
root.next = N(2)
root.next?.next = N(3)
root.next?.next?.v = 30
root.next?.next?.next?.v = 40
print(root.next!.next!.v, root.next?.next?.next?.v as Any)
var text: String! = nil
print(text == nil)
text = "set"
print(text.count, text!)
let implicit: Int! = 5
print(implicit + 1, implicit as Any)
var x: Int? = 1
x! += 1
x = x.map { $0 * 10 }
print(x!, x.flatMap { $0 > 10 ? "big" : nil } ?? "small")
let both: (Int, String)? = x == nil ? nil : (x!, "v")
if let (n, s) = both { print(n, s) }
