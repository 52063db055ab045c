@propertyWrapper struct W<T> { var wrappedValue: T }
struct A { @W var x: Int; init() {} } // error: return from initializer without initializing all stored properties
struct B { @W var x: Int; init(_ b: Bool) { if b { x = 1 } } } // error: return from initializer without initializing all stored properties
class C { @W var x = 1; var y: Int; init() { print(x); y = 1 } } // error: 'self' used in property access 'x' before all stored properties are initialized
