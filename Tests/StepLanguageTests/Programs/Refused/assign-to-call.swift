struct P { var x = 1 }
func make() -> P { P() }
make().x = 2  // error: cannot assign to property: 'make' returns immutable value
