// Symbolic differentiation and simplification.
indirect enum E: Equatable, CustomStringConvertible {
    case n(Int), x, add(E, E), mul(E, E), pow(E, Int)
    var description: String {
        switch self {
        case .n(let v): "\(v)"
        case .x: "x"
        case let .add(a, b): "(\(a) + \(b))"
        case let .mul(a, b): "\(a)*\(b)"
        case let .pow(a, k): "\(a)^\(k)"
        }
    }
    var derivative: E {
        switch self {
        case .n: .n(0)
        case .x: .n(1)
        case let .add(a, b): .add(a.derivative, b.derivative)
        case let .mul(a, b): .add(.mul(a.derivative, b), .mul(a, b.derivative))
        case let .pow(a, k): .mul(.mul(.n(k), .pow(a, k - 1)), a.derivative)
        }
    }
    var simple: E {
        switch self {
        case .n, .x: return self
        case let .add(a, b):
            switch (a.simple, b.simple) {
            case (.n(0), let e), (let e, .n(0)): return e
            case let (.n(p), .n(q)): return .n(p + q)
            case let (p, q): return .add(p, q)
            }
        case let .mul(a, b):
            switch (a.simple, b.simple) {
            case (.n(0), _), (_, .n(0)): return .n(0)
            case (.n(1), let e), (let e, .n(1)): return e
            case let (.n(p), .n(q)): return .n(p * q)
            case let (p, q): return .mul(p, q)
            }
        case .pow(_, 0): return .n(1)
        case .pow(let a, 1): return a.simple
        case let .pow(a, k): return .pow(a.simple, k)
        }
    }
    func at(_ v: Int) -> Int {
        switch self { case .n(let k): k; case .x: v; case let .add(a, b): a.at(v) + b.at(v); case let .mul(a, b): a.at(v) * b.at(v); case let .pow(a, k): (0..<k).reduce(1) { r, _ in r * a.at(v) } }
    }
}
let f = E.add(.mul(.n(3), .pow(.x, 2)), .add(.mul(.n(2), .x), .n(1)))
print(f, f.derivative.simple, f.derivative.simple.at(2), f.at(3), E.mul(.n(0), .x).simple == .n(0))
