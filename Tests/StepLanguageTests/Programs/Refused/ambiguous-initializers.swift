// Both initializers of a generic type fit, and neither is the more special: its type parameter is the same in both.
struct R<S> {
    init(_ a: [S]) { print("array") }
    init(_ s: S) { print("value") }
}
let r = R([1])  // error: ambiguous use of 'init(_:)'
struct U<S> {
    init(_ a: (S, Int)) { print("pair") }
    init(_ s: S) { print("value") }
}
let u = U((1, 2))  // error: ambiguous use of 'init(_:)'
