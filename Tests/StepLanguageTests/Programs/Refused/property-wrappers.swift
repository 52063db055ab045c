@propertyWrapper struct W<T> { var wrappedValue: T }
@propertyWrapper struct N { var wrappedValue: Int }
@propertyWrapper struct C<T: Comparable> {
    var wrappedValue: T
    init(wrappedValue: T, _ range: ClosedRange<T>) { self.wrappedValue = wrappedValue }
}
@propertyWrapper struct G { var wrappedValue: Int { 1 } }
@propertyWrapper struct Bare { var value = 1 } // error: does not contain a non-static property named 'wrappedValue'
struct NotOne { var value = 1 }
struct A { @W let x = 1 } // error: property wrapper can only be applied to a 'var'
struct B { @W lazy var x = 1 } // error: property 'x' with a wrapper cannot also be lazy
struct D { @W var x: Int { 1 } } // error: property wrapper cannot be applied to a computed property
struct E { @Missing var x = 1 } // error: unknown attribute 'Missing'
struct F { @NotOne var x = 1 } // error: unknown attribute 'NotOne'
struct H { @W var x: Int; func f() { print($x) } } // error: cannot find '$x' in scope
struct I { @W(5) var x: Int } // error: missing argument label 'wrappedValue:' in call
struct J { @W var (a, b) = (1, 2) } // error: property wrapper can only apply to a single variable
struct K { @W var x = 1, y = 2 } // error: property wrapper can only apply to a single variable
struct L: Equatable { @W var x = 1 } // error: type 'L' does not conform to protocol 'Equatable'
struct M { @G var x: Int; init() { x = 1 } } // error: cannot assign to property: 'x' is a get-only property
struct O { @N var x: String = "a" } // error: cannot convert value of type 'String'
struct P { @W var x = 1; func f() { x = 2 } } // error: 'self' is immutable
struct Q { @W var s: Q? } // error: cannot have a stored property that recursively contains it
struct R { @W var x = 1; var _x = 2 } // error: invalid redeclaration of '_x'
struct S { @N var x } // error: type annotation missing in pattern
struct T { @C(0...1) var x: Int } // error: missing argument
enum U { case a; @W var x = 1 } // error: enums must not contain stored properties
func parameter(@W x: Int) {} // error: an attribute of a parameter is not supported in lessons
func local() { @W var x = 1; print(x) } // error: an attribute of a local variable is not supported in lessons
@propertyWrapper func wrapper() {} // error: attribute cannot be applied to this declaration
@W var top = 1 // error: property wrappers are not yet supported in top-level code
print(P()._x) // error: '_x' is inaccessible due to 'private' protection level
let p = P(); p.x = 2 // error: 'p' is a 'let' constant
print({ (@W x: Int) in x }(1)) // error: an attribute of a parameter is not supported in lessons
