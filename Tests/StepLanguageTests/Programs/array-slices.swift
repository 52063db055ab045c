// Slices share indices with their array; changing a slice leaves the array alone.
let base = Array(10..<20)
var slice = base[3..<7]
print(slice, slice.startIndex, slice.endIndex, slice.count)
slice[4] = 99
slice.append(100)
print(slice, base[4], slice.last!)
print([slice], slice.map { $0 + 1 }, slice.sorted(by: >), slice.contains(99), slice.firstIndex(of: 99)!)
func sum(_ s: ArraySlice<Int>) -> Int { s.isEmpty ? 0 : s.first! + sum(s.dropFirst()) }
print(sum(base[...]), sum([1, 2, 3]), sum(base[2..<4]))
func mergeSort(_ a: [Int]) -> [Int] {
    guard a.count > 1 else { return a }
    let mid = a.count / 2
    let left = mergeSort(Array(a[..<mid])), right = mergeSort(Array(a[mid...]))
    var result: [Int] = [], i = 0, j = 0
    while i < left.count && j < right.count {
        if left[i] <= right[j] { result.append(left[i]); i += 1 } else { result.append(right[j]); j += 1 }
    }
    return result + left[i...] + right[j...]
}
print(mergeSort([5, 2, 9, 1, 5, 6]))
func binarySearch(_ s: ArraySlice<Int>, _ x: Int) -> Int? {
    guard !s.isEmpty else { return nil }
    let mid = s.startIndex + s.count / 2
    if s[mid] == x { return mid }
    return s[mid] < x ? binarySearch(s[(mid + 1)...], x) : binarySearch(s[..<mid], x)
}
print(binarySearch(base[...], 17) ?? -1, binarySearch(base[...], 7) ?? -1)
var numbers = [5, 4, 3, 2, 1]
numbers[1..<4].sort()
print(numbers)
numbers[0...1] = [9, 9, 9]
numbers[2...].reverse()
print(numbers, numbers[1...].reduce(0, +), Array(numbers[..<2]) == [9, 9])
var rest = numbers[...]
while let x = rest.popFirst() { print(x, terminator: " ") }
print(rest.isEmpty)
for (i, x) in zip(slice.indices, slice) { print("\(i):\(x)", terminator: " ") }
print()
