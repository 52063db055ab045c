/// Operations whose code is made here, with operands built in, because loops live on them.
enum Intrinsic {
    static func isArithmetic(_ declaration: FunctionDeclaration) -> Bool {
        guard let nominal = declaration.context.selfNominal, nominal.isLibrary, declaration.isStatic else { return false }
        guard nominal.name == "Int" || nominal.name == "Double" else { return false }
        switch declaration.name {
        case "+", "-", "*", "/", "%", "&", "|", "^", "&+", "&-", "&*", "==", "!=", "<", "<=", ">", ">=": return true
        default: return false
        }
    }
}

protocol IntOperation {
    static func apply(_ a: Int, _ b: Int, _ site: Site) throws -> Int
}

@inline(never)
private func overflow(_ site: Site, _ operation: String) -> Error { site.trap("arithmetic overflow in '\(operation)'") }

enum IntAdd: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) throws -> Int {
        let (result, isOver) = a.addingReportingOverflow(b)
        if isOver { throw overflow(site, "+") }
        return result
    }
}

enum IntSubtract: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) throws -> Int {
        let (result, isOver) = a.subtractingReportingOverflow(b)
        if isOver { throw overflow(site, "-") }
        return result
    }
}

enum IntMultiply: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) throws -> Int {
        let (result, isOver) = a.multipliedReportingOverflow(by: b)
        if isOver { throw overflow(site, "*") }
        return result
    }
}

enum IntDivide: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) throws -> Int {
        if b == 0 { throw site.trap("Division by zero") }
        if b == -1 && a == Int.min { throw site.trap("Division results in overflow") }
        return a / b
    }
}

enum IntRemainder: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) throws -> Int {
        if b == 0 { throw site.trap("Division by zero in remainder operation") }
        if b == -1 && a == Int.min { throw site.trap("Division results in overflow in remainder operation") }
        if b > 0, (a | b) >> 32 == 0 { return Int(UInt32(truncatingIfNeeded: a) % UInt32(truncatingIfNeeded: b)) }
        return a % b
    }
}

enum IntAnd: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a & b }
}

enum IntOr: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a | b }
}

enum IntXor: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a ^ b }
}

enum IntWrappingAdd: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a &+ b }
}

enum IntWrappingSubtract: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a &- b }
}

enum IntWrappingMultiply: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a &* b }
}

enum IntShiftLeft: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a << b }
}

enum IntShiftRight: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int, _ site: Site) -> Int { a >> b }
}

protocol DoubleOperation {
    static func apply(_ a: Double, _ b: Double) -> Double
}

enum DoubleAdd: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a + b }
}

enum DoubleSubtract: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a - b }
}

enum DoubleMultiply: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a * b }
}

enum DoubleDivide: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a / b }
}

protocol Comparison {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool
}

enum IsEqual: Comparison {
    @inline(__always) static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a == b }
}

enum IsUnequal: Comparison {
    @inline(__always) static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a != b }
}

enum IsLess: Comparison {
    @inline(__always) static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a < b }
}

enum IsLessOrEqual: Comparison {
    @inline(__always) static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a <= b }
}

enum IsGreater: Comparison {
    @inline(__always) static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a > b }
}

enum IsGreaterOrEqual: Comparison {
    @inline(__always) static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a >= b }
}

/// A call whose one argument is a local variable plus or minus a constant, as in most recursions.
private struct CallOfOffset<T: CallTarget, O: IntOperation, R: Slot>: Producer {
    let target: T
    let slot: Int
    let constant: Int
    let operation: Site
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let argument = try O.apply(frame[slot], constant, operation)
        let callee = site.state.pointee.top
        callee.pointee = argument
        return try perform(try target.cell(callee), callee, site, R.self)
    }
}

/// A local variable plus or minus a constant.
struct Offset {
    let slot: Int
    let constant: Int
    let isDifference: Bool
    let site: Site

    /// The code of a call with this as its argument.
    func call(_ cell: EntryCell, _ result: Representation, _ site: CallSite) -> Code {
        func make<O: IntOperation, R: Slot>(_: O.Type, _: R.Type) -> Code {
            Code(CallOfOffset<DirectTarget, O, R>(
                target: DirectTarget(cell: cell), slot: slot, constant: constant, operation: self.site, site: site))
        }
        func make<R: Slot>(_: R.Type) -> Code { isDifference ? make(IntSubtract.self, R.self) : make(IntAdd.self, R.self) }
        switch result {
        case .int: return make(Int.self)
        case .double: return make(Double.self)
        case .ref: return make(Ref.self)
        }
    }
}

extension FunctionCompiler {
    /// The variable and the constant of an argument such as `n - 1`.
    func offset(_ e: Expression) -> Offset? {
        guard case .call(let declaration, let substitutions, _, let arguments, let dispatch) = e.kind, arguments.count == 2,
            let function = resolve(declaration, substitutions, dispatch)?.declaration, Intrinsic.isArithmetic(function),
            function.name == "+" || function.name == "-", case .integer(64, true) = type(e).kind,
            case .slot(let slot) = shape(arguments[0]), case .constant(.int(let constant)) = shape(arguments[1])
        else { return nil }
        return Offset(slot: slot, constant: constant, isDifference: function.name == "-", site: Site(e.range))
    }

    /// An operand of an intrinsic.
    enum IntOperand {
        case constant(Int)
        case slot(Int)
        case code(IntCode)

        var code: IntCode {
            switch self {
            case .constant(let value): { _ in value }
            case .slot(let slot): { $0[slot] }
            case .code(let code): code
            }
        }
    }

    enum DoubleOperand {
        case constant(Double)
        case slot(Int)
        /// A field of the object in a slot.
        case field(slot: Int, offset: Int)
        case code(DoubleCode)

        var code: DoubleCode {
            switch self {
            case .constant(let value): { _ in value }
            case .slot(let slot): { Double.load($0 + slot) }
            case .field(let slot, let offset): { Self.field($0, slot, offset) }
            case .code(let code): code
            }
        }

        @inline(__always)
        static func field(_ frame: Frame, _ slot: Int, _ offset: Int) -> Double {
            (object(frame[slot]) + offset).load(as: Double.self)
        }
    }

    func intOperand(_ e: Expression) throws -> IntOperand {
        switch shape(e) {
        case .constant(let value): .constant(value.int)
        case .slot(let slot): .slot(slot)
        case .other: .code(try expression(e).int)
        }
    }

    func doubleOperand(_ e: Expression) throws -> DoubleOperand {
        switch shape(e) {
        case .constant(let value): .constant(value.double)
        case .slot(let slot): .slot(slot)
        case .other:
            if let (slot, offset) = slotField(e) { .field(slot: slot, offset: offset) } else { .code(try expression(e).double) }
        }
    }

    /// The code of a call that is made here; nil for all others.
    func intrinsic(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ base: Expression?, _ arguments: [Expression],
        _ dispatch: Dispatch, _ e: Expression
    ) throws -> Code? {
        guard dispatch == .direct || dispatch == .witness, arguments.count <= 2, let target = resolve(declaration, substitutions, dispatch)
        else { return nil }
        let function = target.declaration
        guard let nominal = function.context.selfNominal, nominal.isLibrary else { return nil }
        switch nominal.name {
        case "Int" where function.isStatic && arguments.count == 2:
            return try intIntrinsic(function, arguments, e)
        case "Double" where function.isStatic && arguments.count == 2:
            return try doubleIntrinsic(function, arguments, e)
        case "Double" where function.kind == .initializer && arguments.count == 1 && !function.isFailable:
            guard case .integer(64, true) = type(arguments[0]).kind, function.parameters.first?.label == nil else { return nil }
            switch try intOperand(arguments[0]) {
            case .constant(let c): return .double { _ in Double(c) }
            case .slot(let s): return .double { Double($0[s]) }
            case .code(let a): return .double { Double(try a($0)) }
            }
        case "String" where function.kind == .initializer && arguments.count == 1 && function.parameters.count == 1:
            guard case .integer(64, true) = type(arguments[0]).kind, function.parameters[0].label == nil else { return nil }
            let number = try expression(arguments[0]).int
            return .ref { frame in
                var text = ""
                Text.append(try number(frame), to: &text)
                return StringObject(text)
            }
        case "Bool" where function.name == "!" && arguments.count == 1:
            let test = try boolean(arguments[0])
            return .int { try test($0) ? 0 : 1 }
        case "Array" where function.name == "append" && arguments.count == 1:
            return try appendIntrinsic(function, base, arguments[0], e)
        default: break
        }
        if let test = try intrinsicTest(declaration, substitutions, arguments, dispatch, e) { return .int { try test($0) ? 1 : 0 } }
        return nil
    }

    private func intIntrinsic(_ function: FunctionDeclaration, _ arguments: [Expression], _ e: Expression) throws -> Code? {
        let site = Site(e.range)
        func operation<O: IntOperation>(_: O.Type) throws -> Code {
            .int(Self.binary(O.self, try intOperand(arguments[0]), try intOperand(arguments[1]), site))
        }
        func update<O: IntOperation>(_: O.Type) throws -> Code? {
            guard case .inout(let operand) = arguments[0].kind else { return nil }
            return try self.update(O.self, operand, arguments[1], site)
        }
        guard case .integer(64, true) = type(arguments[1]).kind else { return nil }
        switch function.name {
        case "+": return try operation(IntAdd.self)
        case "-": return try operation(IntSubtract.self)
        case "*": return try operation(IntMultiply.self)
        case "/": return try operation(IntDivide.self)
        case "%": return try operation(IntRemainder.self)
        case "&": return try operation(IntAnd.self)
        case "|": return try operation(IntOr.self)
        case "^": return try operation(IntXor.self)
        case "&+": return try operation(IntWrappingAdd.self)
        case "&-": return try operation(IntWrappingSubtract.self)
        case "&*": return try operation(IntWrappingMultiply.self)
        case "<<": return try operation(IntShiftLeft.self)
        case ">>": return try operation(IntShiftRight.self)
        case "+=": return try update(IntAdd.self)
        case "-=": return try update(IntSubtract.self)
        case "*=": return try update(IntMultiply.self)
        case "/=": return try update(IntDivide.self)
        case "%=": return try update(IntRemainder.self)
        case "==", "!=", "<", "<=", ">", ">=":
            guard let test = try comparison(function.name, arguments, isDouble: false) else { return nil }
            return .int { try test($0) ? 1 : 0 }
        default: return nil
        }
    }

    private func doubleIntrinsic(_ function: FunctionDeclaration, _ arguments: [Expression], _ e: Expression) throws -> Code? {
        func operation<O: DoubleOperation>(_: O.Type) throws -> Code {
            .double(Self.binary(O.self, try doubleOperand(arguments[0]), try doubleOperand(arguments[1])))
        }
        func update<O: DoubleOperation>(_: O.Type) throws -> Code? {
            guard case .inout(let operand) = arguments[0].kind else { return nil }
            return try self.update(O.self, operand, arguments[1])
        }
        guard case .double = type(arguments[1]).kind else { return nil }
        switch function.name {
        case "+": return try operation(DoubleAdd.self)
        case "-": return try operation(DoubleSubtract.self)
        case "*": return try operation(DoubleMultiply.self)
        case "/": return try operation(DoubleDivide.self)
        case "+=": return try update(DoubleAdd.self)
        case "-=": return try update(DoubleSubtract.self)
        case "*=": return try update(DoubleMultiply.self)
        case "/=": return try update(DoubleDivide.self)
        case "==", "!=", "<", "<=", ">", ">=":
            guard let test = try comparison(function.name, arguments, isDouble: true) else { return nil }
            return .int { try test($0) ? 1 : 0 }
        default: return nil
        }
    }

    /// A call whose Boolean is wanted as such.
    func intrinsicTest(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ arguments: [Expression], _ dispatch: Dispatch,
        _ e: Expression
    ) throws -> Test? {
        guard dispatch == .direct || dispatch == .witness, let target = resolve(declaration, substitutions, dispatch) else { return nil }
        let function = target.declaration
        guard let nominal = function.context.selfNominal, nominal.isLibrary, function.isStatic else { return nil }
        switch nominal.name {
        case "Int" where arguments.count == 2:
            guard case .integer(64, true) = type(arguments[1]).kind else { return nil }
            return try comparison(function.name, arguments, isDouble: false)
        case "Double" where arguments.count == 2:
            guard case .double = type(arguments[1]).kind else { return nil }
            return try comparison(function.name, arguments, isDouble: true)
        case "Bool" where function.name == "!" && arguments.count == 1:
            let test = try boolean(arguments[0])
            return Test { !(try test($0)) }
        case "Bool" where function.name == "==" && arguments.count == 2:
            let (a, b) = (try boolean(arguments[0]), try boolean(arguments[1]))
            return Test { try a($0) == b($0) }
        case "Bool" where function.name == "!=" && arguments.count == 2:
            let (a, b) = (try boolean(arguments[0]), try boolean(arguments[1]))
            return Test { try a($0) != b($0) }
        case "Character" where arguments.count == 2 && (function.name == "==" || function.name == "!="):
            let wanted = function.name == "=="
            switch (try intOperand(arguments[0]), try intOperand(arguments[1])) {
            case (.slot(let s), .constant(let c)): return Test { Characters.equal($0[s], c) == wanted }
            default:
                let (a, b) = (try expression(arguments[0]).int, try expression(arguments[1]).int)
                return Test { Characters.equal(try a($0), try b($0)) == wanted }
            }
        case "Optional" where arguments.count == 2 && (function.name == "==" || function.name == "!="):
            // Against `nil`.
            guard let nilIndex = arguments.firstIndex(where: { type($0).type.nominal?.name == "_OptionalNilComparisonType" })
            else { return nil }
            let value = try expression(arguments[1 - nilIndex]).ref
            let wanted = function.name == "=="
            return Test { (try value($0) == nil) == wanted }
        default: return nil
        }
    }

    private func comparison(_ name: String, _ arguments: [Expression], isDouble: Bool) throws -> Test? {
        func make<C: Comparison>(_: C.Type) throws -> Test {
            if isDouble { return Test(Self.compare(C.self, try doubleOperand(arguments[0]), try doubleOperand(arguments[1]))) }
            let (a, b) = (try intOperand(arguments[0]), try intOperand(arguments[1]))
            var test = Test(Self.compare(C.self, a, b))
            if case (.slot(let slot), .constant(let constant)) = (a, b) {
                test.choose = { Self.choose(C.self, slot, constant, $0, $1) }
            }
            return test
        }
        switch name {
        case "==": return try make(IsEqual.self)
        case "!=": return try make(IsUnequal.self)
        case "<": return try make(IsLess.self)
        case "<=": return try make(IsLessOrEqual.self)
        case ">": return try make(IsGreater.self)
        case ">=": return try make(IsGreaterOrEqual.self)
        default: return nil
        }
    }

    /// `array.append(x)`
    private func appendIntrinsic(_ function: FunctionDeclaration, _ base: Expression?, _ value: Expression, _ e: Expression) throws -> Code? {
        guard let base, function.isNativeInLibrary, function.parameters.first?.label == nil, case .array(let element) = type(base).kind,
            type(value) === element
        else { return nil }
        let access = try before(value) { try self.access(base) }
        let code = try expression(value)
        switch element.representation {
        case .int: return append(access, Int.runner(code), e.range, Int.self)
        case .double: return append(access, Double.runner(code), e.range, Double.self)
        case .ref: return append(access, Ref.runner(code), e.range, Ref.self)
        }
    }

    private func append<S: Slot>(_ access: Access, _ value: S.Run, _ range: SourceRange, _: S.Type) -> Code {
        let (prepare, begin, end) = (access.prepare, access.begin, access.end)
        let machine = machine
        return .void { frame in
            try prepare?(frame)
            let value = try value(frame)
            let array = ArrayObject<S>.makeUnique(try begin(frame))
            let items = ArrayObject<S>.items(at: Unmanaged.passUnretained(array).toOpaque())
            if items.pointee.count == items.pointee.capacity { try machine.reserve(bytes: items.pointee.count * 16, at: range) }
            items.pointee.append(value)
            try end?(frame)
        }
    }
}
