// How types print themselves.
struct A { struct B {} ; enum C { case c } }
class K<T> { var t: T; init(_ t: T) { self.t = t } }
protocol Q {}
print(type(of: 1), type(of: 1.0), type(of: "s"), type(of: true), type(of: [1]), type(of: ["a": 1]), type(of: Set([1])))
print(type(of: (1, "a")), type(of: (x: 1, y: 2.0)), type(of: Optional(1)), type(of: 1...2), type(of: 1..<2), type(of: "a" as Character))
print(A.B.self, type(of: A.C.c), type(of: K(1)), type(of: K([""])), [A].self, A?.self)
print(type(of: { (x: Int) -> Double in 1 }), type(of: "abc".dropFirst()), type(of: [1, 2][0...]), type(of: [1].reversed()), type(of: ["a": 1].keys))
print(type(of: 1 as Any), type(of: [1, "a"] as [Any]), Any.self, (any Q).self, Never.self, Void.self)
print(String(describing: Int.self), "\(K<Int>.self)", UInt8.self, Result<Int, Error>.self)
print(type(of: [1].enumerated()), type(of: zip([1], ["a"])), type(of: [1].lazy.map { $0 }) == Int.self)
