// Optional(…) in print, interpolation and collections.
let some: Int? = 5
let none: Int? = nil
print(some as Any, none as Any)
print("\(String(describing: some)) \(String(describing: none))")
let doubled: Int?? = .some(nil)
print(doubled as Any)
let deep: Int?? = 3
print(deep as Any)
print([some, none], ["k": some])
let words: [String?] = ["a", nil]
print(words)
print(Optional(2.5) as Any, Optional("s") as Any, Optional([1]) as Any)
struct Size { var width = 1, height: Double? = nil }
print(Size(), Optional(Size()) as Any)
let pair: (Int?, String?) = (1, nil)
print(pair)
print(some.map { $0 * 2 } as Any, none.map { $0 * 2 } as Any)
print(some ?? 0, none ?? -1, some!)
if let some { print("has", some) }
