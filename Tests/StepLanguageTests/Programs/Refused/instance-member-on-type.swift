struct S { func f() {} }
S.f()  // error: instance member 'f' cannot be used on type 'S'; did you mean to use a value of this type instead?
