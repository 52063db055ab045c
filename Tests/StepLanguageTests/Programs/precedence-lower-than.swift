import Foundation

// A precedence group that says what it is lower than.
precedencegroup ForwardPipe { associativity: left lowerThan: AdditionPrecedence higherThan: ComparisonPrecedence }
infix operator |>: ForwardPipe
func |> <A, B>(value: A, transform: (A) throws -> B) rethrows -> B { try transform(value) }
print(1 + 2 |> Double.init |> sqrt)
