precedencegroup Apart { associativity: left }
infix operator <+>: Apart
func <+> (a: Int, b: Int) -> Int { a + b }
print(1 + 2 <+> 3)  // error: adjacent operators are in unordered precedence groups 'AdditionPrecedence' and 'Apart'
