/// The code of operations by the shapes of their operands: one closure where both are at hand.
extension FunctionCompiler {
    /// A choice between two results by a comparison of a local variable with a constant.
    static func choose<C: Comparison>(_: C.Type, _ slot: Int, _ constant: Int, _ a: Code, _ b: Code) -> Code {
        switch (a, b) {
        case (.int(let a), .int(let b)): .int { C.apply($0[slot], constant) ? try a($0) : try b($0) }
        case (.double(let a), .double(let b)): .double { C.apply($0[slot], constant) ? try a($0) : try b($0) }
        default: .ref(choose(C.self, slot, constant, a.ref, b.ref))
        }
    }

    static func choose<C: Comparison>(
        _: C.Type, _ slot: Int, _ constant: Int, _ a: @escaping RefCode, _ b: @escaping RefCode
    ) -> RefCode {
        { C.apply($0[slot], constant) ? try a($0) : try b($0) }
    }

    static func compare<C: Comparison>(_: C.Type, _ a: IntOperand, _ b: IntOperand) -> (Frame) throws -> Bool {
        switch (a, b) {
        case (.slot(let a), .constant(let b)): return { C.apply($0[a], b) }
        case (.slot(let a), .slot(let b)): return { C.apply($0[a], $0[b]) }
        case (.code(let a), .constant(let b)): return { C.apply(try a($0), b) }
        case (.code(let a), .slot(let b)): return { C.apply(try a($0), $0[b]) }
        case (.slot(let a), .code(let b)): return { frame in
            let x = frame[a]
            return C.apply(x, try b(frame))
        }
        default:
            let (a, b) = (a.code, b.code)
            return { frame in
                let x = try a(frame)
                return C.apply(x, try b(frame))
            }
        }
    }

    static func compare<C: Comparison>(_: C.Type, _ a: DoubleOperand, _ b: DoubleOperand) -> (Frame) throws -> Bool {
        switch (a, b) {
        case (.slot(let a), .constant(let b)): return { C.apply(Double.load($0 + a), b) }
        case (.slot(let a), .slot(let b)): return { C.apply(Double.load($0 + a), Double.load($0 + b)) }
        default:
            let (a, b) = (a.code, b.code)
            return { frame in
                let x = try a(frame)
                return C.apply(x, try b(frame))
            }
        }
    }

    static func binary<O: IntOperation>(_: O.Type, _ a: IntOperand, _ b: IntOperand, _ site: Site) -> IntCode {
        switch (a, b) {
        case (.slot(let a), .constant(let b)): return { try O.apply($0[a], b, site) }
        case (.slot(let a), .slot(let b)): return { try O.apply($0[a], $0[b], site) }
        case (.code(let a), .constant(let b)): return { try O.apply(try a($0), b, site) }
        case (.code(let a), .slot(let b)): return { try O.apply(try a($0), $0[b], site) }
        case (.slot(let a), .code(let b)): return { frame in
            let x = frame[a]
            return try O.apply(x, try b(frame), site)
        }
        default:
            let (a, b) = (a.code, b.code)
            return { frame in
                let x = try a(frame)
                return try O.apply(x, try b(frame), site)
            }
        }
    }

    static func binary<O: DoubleOperation>(_: O.Type, _ a: DoubleOperand, _ b: DoubleOperand) -> DoubleCode {
        switch (a, b) {
        case (.slot(let a), .constant(let b)): return { O.apply(Double.load($0 + a), b) }
        case (.constant(let a), .slot(let b)): return { O.apply(a, Double.load($0 + b)) }
        case (.slot(let a), .slot(let b)): return { O.apply(Double.load($0 + a), Double.load($0 + b)) }
        case (.field(let a, let i), .field(let b, let j)):
            return { O.apply(DoubleOperand.field($0, a, i), DoubleOperand.field($0, b, j)) }
        case (.field(let a, let i), .slot(let b)): return { O.apply(DoubleOperand.field($0, a, i), Double.load($0 + b)) }
        case (.slot(let a), .field(let b, let j)): return { O.apply(Double.load($0 + a), DoubleOperand.field($0, b, j)) }
        case (.code(let a), .field(let b, let j)): return { O.apply(try a($0), DoubleOperand.field($0, b, j)) }
        case (.code(let a), .constant(let b)): return { O.apply(try a($0), b) }
        case (.code(let a), .slot(let b)): return { O.apply(try a($0), Double.load($0 + b)) }
        case (.slot(let a), .code(let b)): return { frame in
            let x = Double.load(frame + a)
            return O.apply(x, try b(frame))
        }
        default:
            let (a, b) = (a.code, b.code)
            return { frame in
                let x = try a(frame)
                return O.apply(x, try b(frame))
            }
        }
    }

    func update<O: IntOperation>(_: O.Type, _ target: Expression, _ value: Expression, _ site: Site) throws -> Code {
        if case .variable(let variable) = target.kind, case .slot(let s) = location(variable) {
            switch try intOperand(value) {
            case .constant(let c): return .void { $0[s] = try O.apply($0[s], c, site) }
            case .slot(let b): return .void { $0[s] = try O.apply($0[s], $0[b], site) }
            case .code(let b): return .void { frame in
                let value = try b(frame)
                frame[s] = try O.apply(frame[s], value, site)
            }
            }
        }
        let access = try before(value) { try self.access(target) }
        let (prepare, begin, end) = (access.prepare, access.begin, access.end)
        let value = try expression(value).int
        if prepare == nil && end == nil {
            return .void { frame in
                let value = try value(frame)
                let address = try begin(frame)
                address.pointee = try O.apply(address.pointee, value, site)
            }
        }
        return .void { frame in
            try prepare?(frame)
            let value = try value(frame)
            let address = try begin(frame)
            address.pointee = try O.apply(address.pointee, value, site)
            try end?(frame)
        }
    }

    func update<O: DoubleOperation>(_: O.Type, _ target: Expression, _ value: Expression) throws -> Code {
        if case .variable(let variable) = target.kind, case .slot(let s) = location(variable) {
            let value = try expression(value).double
            return .void { frame in
                let value = try value(frame)
                Double.store(O.apply(Double.load(frame + s), value), frame + s)
            }
        }
        let access = try before(value) { try self.access(target) }
        let (prepare, begin, end) = (access.prepare, access.begin, access.end)
        let value = try expression(value).double
        return .void { frame in
            try prepare?(frame)
            let value = try value(frame)
            let address = try begin(frame)
            Double.store(O.apply(Double.load(address), value), address)
            try end?(frame)
        }
    }
}
