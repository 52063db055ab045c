protocol UnitKind { static var sym: String { get } }
struct Q<U: UnitKind> { var v: Double }
enum Me: UnitKind { static let sym = "m" }
extension Sequence { func total<U>() -> Q<U> where Element == Q<U> { Q(v: reduce(0) { $0 + $1.v }) } }
print([Q<Me>(v: 1), Q<Me>(v: 2)].total().v)
