var n = 0
let f = [1,2,3,4,5,6].lazy.filter { n += 1; return $0 % 2 == 0 }
print(f.first!, n); n = 0
print(Array(f), n); n = 0
print(f.count, n); n = 0
print(f.isEmpty, n); n = 0
let m = [1,2,3].lazy.map { (x: Int) -> Int in n += 1; return x * x }
print(m.first!, n); n = 0
print(m.count, n); n = 0
print(m[1], n); n = 0
print(m.last!, n); n = 0
print(m.reversed().first!, n); n = 0
print(Array(f.prefix(2)), n); n = 0
print(f.map { $0 * 10 }.first!, n); n = 0
print(f.dropFirst().first!, n); n = 0
let g = (1...).lazy.map { (x: Int) -> Int in n += 1; return x * x }.filter { $0 % 3 == 0 }.prefix(3)
print(Array(g), n); n = 0
for x in (1...20).lazy.filter({ n += 1; return $0 % 7 == 0 }) { print(x, n) }; n = 0
print(f.contains(4), n); n = 0
print(f.map { $0 + 1 }.reduce(0, +), n); n = 0
print(f.prefix(while: { $0 < 5 }).map { $0 }, n); n = 0
print([[1,2],[3]].lazy.flatMap { $0 }.map { $0 * 2 }.first!, n)
print(f.first(where: { $0 > 2 })!, n); n = 0
print((1...10).lazy.compactMap { (x: Int) -> Int? in n += 1; return x > 3 ? x : nil }.first!, n); n = 0
print(f.min()!, f.max()!, n); n = 0
print(type(of: f), type(of: m), type(of: f.map { $0 }), type(of: [1].lazy))
print([[1,2],[],[3]].joined().count, Array([[1,2],[],[3]].joined().reversed()), [[1,2],[],[3]].joined().last!)
print(Array([1,2,3].lazy.reversed()), [1,2,3].lazy.drop(while: { $0 < 2 }).map { $0 })
for (i, x) in f.enumerated() { print(i, x) }
print(zip(f, m).map { $0 + $1 }, n)
