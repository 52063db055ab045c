class A { var x: Int; init(x: Int) { self.x = x } }
class B: A {
    var y: Int
    init(y: Int) {
        self.y = y
    }  // error: 'super.init' isn't called on all paths before returning from initializer
}
print(B(y: 1))
