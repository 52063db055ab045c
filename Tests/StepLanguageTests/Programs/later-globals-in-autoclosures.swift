struct P<T> { let run: (Int) -> T
  static func lazy(_ p: @autoclosure @escaping () -> P) -> P { P { p().run($0) } } }
let a: P<Int> = .lazy(b)
let b: P<Int> = P { $0 + 1 }
print(a.run(3))
