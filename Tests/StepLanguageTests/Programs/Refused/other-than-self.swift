class Shape {
    required init() {}
    var other: Shape { self }
    func a() -> Self { return Shape() }  // error: cannot convert return expression of type 'Shape' to return type 'Self'
    func b(_ shape: Shape) -> Self { return shape.c() }  // error: cannot convert return expression of type 'Shape' to return type 'Self'
    func c() -> Self { let made = type(of: self).init(); return made }
    func d() -> Self { other }  // error: cannot convert return expression of type 'Shape' to return type 'Self'
    func e() -> Self { var made = self; made = Self(); return made.c() }
    func f(_ shape: Shape) -> Self { return shape as! Self }
    static func make() -> Self { let made = Self.init(); return made }
}
print(Shape().c())
