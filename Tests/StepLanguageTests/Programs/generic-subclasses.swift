class Base<T: CustomStringConvertible> { let t: T; init(t: T) { self.t = t } }
class D1<T: CustomStringConvertible>: Base<T> { func m() -> T { t } }
print(D1(t: 3).m())
class Animal { func s() -> String { "woof" } }
class Holder<T: Animal> { let t: T; init(t: T) { self.t = t } }
class GenSub<T: Animal>: Holder<T> { var k = 0 }
print(GenSub(t: Animal()).t.s())
