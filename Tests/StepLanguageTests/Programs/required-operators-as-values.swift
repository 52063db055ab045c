protocol Vec { static var zero: Self { get }; static func + (a: Self, b: Self) -> Self; static func * (a: Self, k: Double) -> Self }
extension Double: Vec { }
func sum<T: Vec>(_ a: [T]) -> T { a.reduce(.zero, +) }
func sum2<T: Vec>(_ a: [T]) -> T { a.reduce(T.zero) { $0 + $1 * 2 } }
print(sum([1.5, 2]), sum2([1.0, 2]))
