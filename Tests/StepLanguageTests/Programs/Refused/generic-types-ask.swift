struct Q<T: Numeric> { init(_ t: T) { print("init", t) } }
enum E<T: Numeric> { case a(T) }
_ = Q("a")  // error: generic struct 'Q' requires that 'String' conform to 'Numeric'
let e = E.a("x")  // error: generic enum 'E' requires that 'String' conform to 'Numeric'
print(Q(1.5), e)
