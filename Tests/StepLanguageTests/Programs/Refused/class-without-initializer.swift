class A {  // error: class 'A' has no initializers
    var x: Int
}
