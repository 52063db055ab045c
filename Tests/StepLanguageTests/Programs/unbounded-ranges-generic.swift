extension Collection where Element: Comparable {
  func sortedCopy() -> [Element] { self[...].sorted() }
  func tail(_ n: Int) -> SubSequence { self[index(startIndex, offsetBy: n)...] }
}
func rotate<C: RandomAccessCollection>(_ c: C, by n: Int) -> [C.Element] where C.Index == Int { Array(c[n...]) + Array(c[..<n]) }
print([3,1,2].sortedCopy(), [1,2,3].tail(1), rotate([1,2,3,4], by: 1))
let a = [1,2,3]
print(a[...], "abc"[...])
func total<T: Numeric>(_ xs: [T]) -> T { (0..<xs.count).reduce(T.zero) { $0 + xs[$1] * xs[$1] } }
print(total([1,2,3]), total([1.5,2]))
func dot<T: FloatingPoint>(_ a: [T], _ b: [T]) -> T { zip(a, b).map(*).reduce(0, +) }
print(dot([1.0,2], [3,4]))
