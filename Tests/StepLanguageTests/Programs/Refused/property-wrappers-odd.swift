@propertyWrapper struct W<T> { var wrappedValue: T }
@propertyWrapper struct Inner<T> { @W var wrappedValue: T } // error: a wrapper on the property 'wrappedValue' is not supported in lessons
@propertyWrapper typealias Alias = Int // error: '@propertyWrapper' attribute cannot be applied to this declaration
class A { @W static var x = 1 { didSet { print(oldValue) } } } // error: an observer of a static property with a wrapper is not supported in lessons
