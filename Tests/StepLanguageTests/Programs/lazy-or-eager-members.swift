struct Tree: Sequence { func makeIterator() -> AnyIterator<Int> { var i = 0; return AnyIterator { i += 1; return i < 9 ? i : nil } } }
let tree = Tree()
print(tree.lazy.filter { $0 > 4 }.first ?? 0)
print(tree.lazy.map { $0 * 2 }.first ?? 0)
print(tree.lazy.filter { $0 > 4 }.first as Any)
print(tree.lazy.filter { $0 > 4 }.count)
