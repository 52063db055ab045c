// Getters that change the value they are asked of, and computed variables of the top level.
struct C { var r = 0; var _v = 1; var v: Int { mutating get { r += 1; return _v } set { _v = newValue } }
 subscript(i: Int) -> Int { mutating get { r += 10; return _v } set { _v = newValue } } }
var c = C(); c.v += 1; print(c.v, c.r); c[0] += 1; print(c[0], c.r)
var celsius = 20.0
var fahrenheit: Double {
    get { celsius * 9 / 5 + 32 }
    set { celsius = (newValue - 32) * 5 / 9 }
}
print(fahrenheit); fahrenheit = 212; print(celsius)
struct X<T> { var v: T }
struct Y { var a = X(v: Optional(3)); var b = X(v: [Optional(3)]) }
print(Y(), [X(v: X(v: Optional("a")))])
