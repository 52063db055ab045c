struct Point { var x: Int }
func largest<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
print(largest(Point(x: 1), Point(x: 2)))  // error: global function 'largest' requires that 'Point' conform to 'Comparable'
