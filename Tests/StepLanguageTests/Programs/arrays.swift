// Arrays: making, changing, searching, slicing.
var a = [3, 1, 2]
a.append(5)
a += [4, 6]
a.insert(0, at: 0)
a.append(contentsOf: 7...8)
print(a, a.count, a.first!, a.last!, a.isEmpty)
print(a.remove(at: 1), a.removeFirst(), a.removeLast(), a)
a[0] = 10
a[1...2] = [20]
print(a, a.contains(20), a.firstIndex(of: 20)!, a.firstIndex { $0 > 100 } as Any, a.lastIndex(of: 5) as Any)
a.reverse()
print(a, a.sorted(), a.sorted(by: >), Array(a.reversed()))
a.swapAt(0, 1)
a.removeAll { $0 % 2 == 0 }
print(a)
a.removeAll()
print(a, a.first as Any, a.popLast() as Any)
let zeros = [Int](repeating: 0, count: 3)
var grid = Array(repeating: Array(repeating: ".", count: 3), count: 2)
grid[1][2] = "#"
print(zeros, grid, [Int]())
let letters = ["a", "b", "c", "d", "e"]
print(letters[1...3], letters[..<2], letters[3...], letters.prefix(2), letters.suffix(2), letters.dropFirst(), letters.dropLast(2))
let slice = letters[2...]
print(slice.startIndex, slice[2], slice.indices, Array(slice)[0], slice.first!, slice.count)
print([1, 2] + [3], [[1], [2, 3]].flatMap { $0 }, Array([[1], [2]].joined()), [1, 2] == [1, 2], [1, 2] != [2, 1])
print(Array(1...5), Array("abc"), [Int](0..<3), letters.enumerated().map { "\($0)\($1)" })
var b = [1, 2, 3, 4, 5, 6]
b.removeSubrange(1...2)
b.replaceSubrange(0..<1, with: [7, 8, 9])
b.removeFirst(2)
b.removeLast(1)
print(b, b.min()!, b.max()!, b.reduce(0, +), b.indices, b.startIndex, b.endIndex)
b.insert(contentsOf: [0, 0], at: 1)
print(b, b.allSatisfy { $0 >= 0 }, b.starts(with: [9, 0]), b.elementsEqual([9, 0, 0, 4, 5]), b.randomElement() != nil)
