struct Matrix<Scalar> {
    init(rows: Int, columns: Int, repeating value: Scalar) { print("value") }
    init(rows: Int, columns: Int, _ generator: (Int, Int) throws -> Scalar) rethrows { print(try generator(1, 2)) }
}
let a = Matrix(rows: 2, columns: 3) { $0 * 3 + $1 }
print(type(of: a))
struct M2<Scalar: Numeric> {
    init(rows: Int, columns: Int, repeating value: Scalar = .zero) { print("value") }
    init(rows: Int, columns: Int, _ generator: (Int, Int) throws -> Scalar) rethrows { print(try generator(1, 2)) }
}
let b = M2(rows: 2, columns: 3) { $0 * 3 + $1 }
print(type(of: b))
struct Mt<S> {
  init(rows: Int, repeating v: S) { print("value") }
  init(rows: Int, _ g: (Int) throws -> S) rethrows { print("gen") }
}
let aa = Mt(rows: 2) { $0 * 3 }
let bb = Mt(rows: 2) { (x: Int) in x * 3 }
struct Mu<S> {
  init(rows: Int, repeating v: S) { print("value") }
  init(rows: Int, _ g: (Int) -> S) { print("gen") }
}
let cc = Mu(rows: 2) { $0 * 3 }
let dd = Mu(rows: 2) { (x: Int) in x * 3 }
struct Mv<S> {
  init(rows: Int, r v: S) { print("value") }
  init(rows: Int, g g: (Int) -> S) { print("gen") }
}
let ee = Mv(rows: 2) { $0 * 3 }
let ff = Mv(rows: 2) { (x: Int) in x * 3 }
struct Mw<S> {
  init(rows: Int, g g: (Int) -> S) { print("gen") }
  init(rows: Int, r v: S) { print("value") }
}
let gg = Mw(rows: 2) { $0 * 3 }
let hh = Mw(rows: 2) { (x: Int) in x * 3 }
