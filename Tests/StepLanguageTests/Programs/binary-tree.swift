// A binary search tree of classes.
final class Tree<Element: Comparable> {
    var value: Element
    var left: Tree?, right: Tree?
    init(_ value: Element) { self.value = value }
    func insert(_ x: Element) {
        if x < value { if let left { left.insert(x) } else { left = Tree(x) } }
        else if x > value { if let right { right.insert(x) } else { right = Tree(x) } }
    }
    func contains(_ x: Element) -> Bool { x == value ? true : (x < value ? left : right)?.contains(x) ?? false }
    var depth: Int { 1 + max(left?.depth ?? 0, right?.depth ?? 0) }
    func walk(_ visit: (Element) -> Void) { left?.walk(visit); visit(value); right?.walk(visit) }
    var sorted: [Element] { (left?.sorted ?? []) + [value] + (right?.sorted ?? []) }
    func height(of x: Element, at level: Int = 0) -> Int? {
        if x == value { return level }
        return x < value ? left?.height(of: x, at: level + 1) : right?.height(of: x, at: level + 1)
    }
}
let tree = Tree(50)
for x in [30, 70, 20, 40, 60, 80, 30, 65] { tree.insert(x) }
print(tree.sorted, tree.depth, tree.contains(60), tree.contains(61), tree.height(of: 65) as Any, tree.height(of: 1) as Any)
var total = 0
tree.walk { total += $0 }
print(total)
let words = Tree("m")
"zebra apple mango kiwi".split(separator: " ").forEach { words.insert(String($0)) }
print(words.sorted.joined(separator: " "))
