struct Point { var x = 1, y = 2; var sum: Int { x + y }; func moved() -> Point { self } }
@dynamicMemberLookup struct Lens<T> {
    var value: T
    subscript<U>(dynamicMember path: WritableKeyPath<T, U>) -> U {
        get { value[keyPath: path] }
        set { value[keyPath: path] = newValue }
    }
}
@dynamicMemberLookup struct Bag { subscript(dynamicMember key: String) -> Int? { nil } }
@dynamicMemberLookup struct Without { var x = 1 } // error: attribute requires 'Without' to implement a 'subscript(dynamicMember:)'
@dynamicMemberLookup protocol P {} // error: '@dynamicMemberLookup' on a protocol is not supported in lessons
@dynamicMemberLookup func function() {} // error: '@dynamicMemberLookup' attribute cannot be applied to this declaration
extension Bag { func inside() -> Int? { a } } // error: cannot find 'a' in scope
var lens = Lens(value: Point()), bag = Bag()
print(lens.zz) // error: value of type 'Point' has no member 'zz'
lens.sum = 3 // error: cannot assign to property: 'sum' is a get-only property
print(lens.moved()) // error: key path cannot refer to this member
bag.a = 1 // error: subscript is get-only
print(bag.foo()) // error: cannot call value of non-function type 'Int?'
print(Bag.a) // error: type 'Bag' has no member 'a'
let path: WritableKeyPath<Point, Int> = \Point.sum // error: cannot convert key path type 'KeyPath<Point, Int>' to contextual type 'WritableKeyPath<Point, Int>'
