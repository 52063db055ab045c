// What filters a slice gives: an array, unless a slice is asked for.
let a = [1,2,3,4].dropFirst().filter { $0 > 2 }
print(type(of: a))
func g<T: Comparable>(_ items: [T]) { let r = items.dropFirst().filter { $0 > items[0] }; print(type(of: r))
 let q = items[...].filter { $0 > items[0] }; print(type(of: q)); 
 let s = items.dropFirst(); let f = s.filter { $0 > items[0] }; print(type(of: f)) ; let k = s.filter { !($0 > items[0]) }; print(type(of: k))}
g([1,2,3])
let d = [1,2,3].prefix(2); let m = d.filter { $0 > 1 }; print(type(of: m))
print(type(of: [1,2,3][...].filter { $0 > 1 }), type(of: "abc".dropFirst().filter { $0 != "b" }), type(of: [1,2].reversed().filter { $0 > 1 }))
let kept: ArraySlice<Int> = [1, 2, 3].dropFirst().filter { $0 > 2 }
print(kept, type(of: kept))
func quickSorted<T: Comparable>(_ items: [T], comparisons: inout Int) -> [T] {
    guard let pivot = items.first else { return [] }
    comparisons += items.count - 1
    let rest = items.dropFirst()
    let smaller = rest.filter { $0 < pivot }
    let larger = rest.filter { !($0 < pivot) }
    return quickSorted(smaller, comparisons: &comparisons) + [pivot] + quickSorted(larger, comparisons: &comparisons)
}
var comparisons = 0
print(quickSorted([3, 1, 2, 5, 4], comparisons: &comparisons), comparisons)
