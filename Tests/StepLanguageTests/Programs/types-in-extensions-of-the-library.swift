extension Int {
    enum Kind { case negative, zero, positive }
    struct Half { var value: Double }
    var kind: Kind { self == 0 ? .zero : self > 0 ? .positive : .negative }
}
print([3, -1, 0].map(\.kind), 3.kind, Optional(4.kind) as Any)
print([Int.Half(value: 1.5)], Int.Half(value: 2), type(of: 3.kind))
print(String(reflecting: 3.kind))
