// `T.init` of a type parameter as a function.
func parse<T: LosslessStringConvertible>(_ text: String?, as type: T.Type) -> T? { text.flatMap(T.init) }
print(parse("4", as: Int.self) ?? 0, parse("x", as: Double.self) as Any, parse(nil, as: Bool.self) as Any)
