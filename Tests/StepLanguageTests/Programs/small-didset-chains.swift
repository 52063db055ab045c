// Observers that change other properties; observers on arrays, structs and through inout.
struct Sheet { var price = 1.0 { didSet { update() } }; var count = 1 { didSet { update() } }; private(set) var total = 1.0; private(set) var updates = 0
    mutating func update() { total = price * Double(count); updates += 1 }
}
var s = Sheet()
s.price = 2.5
s.count += 3
print(s.total, s.updates)
class Model { var items: [Int] = [] { didSet { changes.append("\(oldValue.count)>\(items.count)") } }; var changes: [String] = []; var point = (x: 0, y: 0) { willSet { changes.append("p\(newValue.x)") } } }
let m = Model()
m.items.append(1); m.items += [2, 3]; m.items[0] = 9; m.items.removeAll { $0 > 5 }; m.items.sort(by: >)
m.point.x = 4
print(m.items, m.changes)
func fill(_ a: inout [Int]) { a.append(7); a.append(8) }
fill(&m.items)
print(m.changes.last!, m.items)
var watched = 1 { willSet { print("will", newValue) } didSet { print("did", oldValue) } }
watched += 4
watched = watched * 2
class Limited { var level = 5 { didSet { level = min(max(level, 0), 10) } } }
let l = Limited()
l.level = 50
print(l.level)
l.level -= 100
print(l.level)
