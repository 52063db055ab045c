/// How a statement in the middle of a body ended.
enum Ending {
    static let normal = 0
    /// The function returns; its result is in the result slot.
    static let returned = 1
    static let fellThrough = 2
    /// An `if` or `switch` expression has its value.
    static let yielded = 3
    static func broke(_ label: LabelID) -> Int { 4 + 2 * label.number }
    static func continued(_ label: LabelID) -> Int { 5 + 2 * label.number }
}

extension FunctionCompiler {
    // MARK: Sequences

    /// The code of steps taken one after the other; nil for none.
    func sequence(_ codes: [Effect]) -> Effect? {
        switch codes.count {
        case 0: return nil
        case 1: return codes[0]
        case 2:
            let (a, b) = (codes[0], codes[1])
            return Effect { try a($0); try b($0) }
        case 3:
            let (a, b, c) = (codes[0], codes[1], codes[2])
            return Effect { try a($0); try b($0); try c($0) }
        case 4:
            let (a, b, c, d) = (codes[0], codes[1], codes[2], codes[3])
            return Effect { try a($0); try b($0); try c($0); try d($0) }
        default:
            let (a, b, c, d) = (codes[0], codes[1], codes[2], codes[3])
            guard let rest = sequence(Array(codes[4...])) else { return nil }
            return Effect { try a($0); try b($0); try c($0); try d($0); try rest($0) }
        }
    }

    // MARK: Leaving a function

    /// Statements that end the function's body: their code gives the function's result.
    func tail(_ statements: ArraySlice<Statement>) throws -> Code {
        if statements.contains(where: { if case .defer = $0.kind { true } else { false } }) {
            return continuing(try block(Array(statements)), finishing())
        }
        var straight: [Effect] = []
        var index = statements.startIndex
        while index < statements.endIndex {
            let statement = statements[index]
            let rest = statements[(index + 1)...]
            if let end = try tailEnd(statement, rest) { return joined(straight, end) }
            if isStraight(statement) {
                if let code = try effect(statement) { straight.append(code) }
            } else {
                let flow = try flow(statement)
                return joined(straight, continuing(flow, try tail(rest)))
            }
            index += 1
        }
        return joined(straight, finishing())
    }

    func joined(_ codes: [Effect], _ end: Code) -> Code {
        guard let first = sequence(codes) else { return end }
        switch end {
        case .int(let end): return .int { try first($0); return try end($0) }
        case .double(let end): return .double { try first($0); return try end($0) }
        default:
            let end = end.ref
            return .ref { try first($0); return try end($0) }
        }
    }

    /// A statement that may return, and what follows it.
    private func continuing(_ flow: @escaping IntCode, _ next: Code) -> Code {
        let slot = resultSlot ?? newResultSlot()
        resultSlot = slot
        switch resultRepresentation {
        case .int:
            let next = next.int
            return .int { try flow($0) == Ending.normal ? try next($0) : $0[slot] }
        case .double:
            let next = next.double
            return .double { try flow($0) == Ending.normal ? try next($0) : Double.load($0 + slot) }
        case .ref:
            let next = next.ref
            return .ref { frame in
                if try flow(frame) == Ending.normal { return try next(frame) }
                let value = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                return value
            }
        }
    }

    private func choosing(_ test: @escaping (Frame) throws -> Bool, _ a: Code, _ b: Code) -> Code {
        switch resultRepresentation {
        case .int:
            let (a, b) = (a.int, b.int)
            return .int { try test($0) ? try a($0) : try b($0) }
        case .double:
            let (a, b) = (a.double, b.double)
            return .double { try test($0) ? try a($0) : try b($0) }
        case .ref:
            let (a, b) = (a.ref, b.ref)
            return .ref { try test($0) ? try a($0) : try b($0) }
        }
    }

    /// The result of falling off the end.
    private func finishing() -> Code {
        if let finish { return finish }
        let range = body.range
        switch resultRepresentation {
        case .int: return .int { _ in throw Trap("missing return", at: range) }
        case .double: return .double { _ in throw Trap("missing return", at: range) }
        case .ref: return .ref { _ in nil }
        }
    }

    /// Code for a statement that ends the body, with what follows it; nil when it does not always end it.
    private func tailEnd(_ statement: Statement, _ rest: ArraySlice<Statement>) throws -> Code? {
        switch statement.kind {
        case .return(let value):
            return try returning(value)
        case .fail:
            return failure ?? finishing()
        case .if(let conditions, let then, let other, nil):
            guard rest.isEmpty || exits(then) || (other.map(exits) ?? false) else { return nil }
            let test = try condition(conditions)
            if rest.isEmpty || exits(then) {
                let first = try tail(then[...])
                if let other {
                    if !rest.isEmpty && declaresOrDefers(other) { return nil }
                    return choosing(test, first, try tail((other + rest)[...]))
                }
                return choosing(test, first, try tail(rest))
            }
            guard let other, !declaresOrDefers(then) else { return nil }
            let second = try tail(other[...])
            return choosing(test, try tail((then + rest)[...]), second)
        case .guard(let conditions, let other):
            guard exits(other) else { return nil }
            let test = try condition(conditions)
            let second = try tail(other[...])
            return choosing(test, try tail(rest), second)
        case .switch(let item):
            guard rest.isEmpty || item.cases.allSatisfy({ exits($0.body) }),
                item.cases.allSatisfy({ !escapes($0.body) })
            else { return nil }
            let select = try selector(item)
            let bodies = try item.cases.map { try tail($0.body[...]) } + [try tail(rest)]
            switch resultRepresentation {
            case .int:
                let bodies = bodies.map { IntRunner(code: $0.int) }
                return .int { try bodies[try select($0)]($0) }
            case .double:
                let bodies = bodies.map { DoubleRunner(code: $0.double) }
                return .double { try bodies[try select($0)]($0) }
            case .ref:
                let bodies = bodies.map { RefRunner(code: $0.ref) }
                return .ref { try bodies[try select($0)]($0) }
            }
        default:
            return nil
        }
    }

    /// Declarations would meet those of the statements behind them; a `defer` would run too late.
    private func declaresOrDefers(_ statements: [Statement]) -> Bool {
        statements.contains {
            if case .defer = $0.kind { return true }
            return false
        }
    }

    /// The code of a returned value, in the function's representation.
    func returning(_ value: Expression?) throws -> Code {
        guard let value, !isInitializer else { return finishing() }
        let code = try expression(value)
        if case .ref = resultRepresentation, type(value).type.isVoid { return .ref(code.ref) }
        if type(value).type == compiler.neverType {
            let effect = code.discarded
            let range = value.range
            switch resultRepresentation {
            case .int: return .int { try effect($0); throw Trap("unreachable", at: range) }
            case .double: return .double { try effect($0); throw Trap("unreachable", at: range) }
            case .ref: return .ref { try effect($0); throw Trap("unreachable", at: range) }
            }
        }
        return code
    }

    /// Whether control cannot come out at the end of the statements.
    private func exits(_ statements: [Statement]) -> Bool {
        guard let last = statements.last else { return false }
        switch last.kind {
        case .return, .fail, .throw: return true
        case .expression(let expression): return type(expression).type == compiler.neverType
        case .if(_, let then, let other, _): return exits(then) && (other.map(exits) ?? false)
        case .switch(let item): return item.cases.allSatisfy { exits($0.body) && !escapes($0.body) }
        default: return false
        }
    }

    /// Whether a `break`, `continue`, `fallthrough` or `yield` may stand in the statements (nested functions apart).
    private func escapes(_ statements: [Statement]) -> Bool {
        statements.contains { statement in
            switch statement.kind {
            case .break, .continue, .fallthrough, .yield: return true
            case .block(let inner, _): return escapes(inner)
            case .if(_, let then, let other, _): return escapes(then) || escapes(other ?? [])
            case .guard(_, let other): return escapes(other)
            case .while(_, let inner, _): return escapes(inner)
            case .repeatWhile(let inner, _, _): return escapes(inner)
            case .forIn(let loop): return escapes(loop.body)
            case .switch(let item): return item.cases.contains { escapes($0.body) }
            case .doCatch(let inner, let clauses, _): return escapes(inner) || clauses.contains { escapes($0.body) }
            default: return false
            }
        }
    }

    /// Whether a statement always goes on with the next one (unless it throws).
    func isStraight(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .expression, .binding, .declare, .function, .throw: return true
        case .return, .fail, .break, .continue, .fallthrough, .yield, .defer: return false
        case .block(let inner, _): return inner.allSatisfy(isStraight)
        case .if(_, let then, let other, _): return then.allSatisfy(isStraight) && (other ?? []).allSatisfy(isStraight)
        case .guard(_, let other): return other.allSatisfy(isStraight)
        case .while(_, let inner, _): return inner.allSatisfy(isStraight)
        case .repeatWhile(let inner, _, _): return inner.allSatisfy(isStraight)
        case .forIn(let loop): return loop.body.allSatisfy(isStraight)
        case .switch(let item): return item.cases.allSatisfy { $0.body.allSatisfy(isStraight) }
        case .doCatch(let inner, let clauses, _):
            return inner.allSatisfy(isStraight) && clauses.allSatisfy { $0.body.allSatisfy(isStraight) }
        }
    }

    // MARK: Blocks

    /// A block whose references are released at its end.
    func block(_ statements: [Statement]) throws -> IntCode {
        let first = references.count
        var codes: [IntStep] = []
        var deferred: [(index: Int, code: VoidCode, flag: Int)] = []
        for statement in statements {
            if case .defer(let inner) = statement.kind {
                let flag = newSlot(.int)
                let body = try block(inner)
                deferred.append((codes.count, { _ = try body($0) }, flag))
                codes.append(IntStep { frame in
                    frame[flag] = 1
                    return Ending.normal
                })
            } else if isStraight(statement) {
                guard let code = try effect(statement) else { continue }
                codes.append(IntStep { frame in
                    try code(frame)
                    return Ending.normal
                })
            } else {
                codes.append(IntStep(try flow(statement)))
            }
        }
        let all = codes
        var main: IntCode = { frame in
            for code in all {
                let flow = try code(frame)
                if flow != Ending.normal { return flow }
            }
            return Ending.normal
        }
        if all.count == 1 { main = all[0].run }
        if all.count == 2 {
            let (a, b) = (all[0], all[1])
            main = { frame in
                let flow = try a(frame)
                return flow != Ending.normal ? flow : try b(frame)
            }
        }
        if !deferred.isEmpty {
            let inner = main
            let flags = deferred.map(\.flag)
            let actions = deferred.reversed().map { ($0.code, $0.flag) }
            let state = machine.state
            main = { frame in
                for flag in flags { frame[flag] = 0 }
                let result: Int
                do {
                    result = try inner(frame)
                } catch {
                    // Calls that were under way when the error was thrown are over.
                    if !(error is Trap) {
                        for (action, flag) in actions where frame[flag] != 0 {
                            frame[flag] = 0
                            try action(frame)
                        }
                    }
                    _ = state
                    throw error
                }
                for (action, flag) in actions where frame[flag] != 0 {
                    frame[flag] = 0
                    try action(frame)
                }
                return result
            }
        }
        return releasing(from: first, main)
    }

    /// A block that always runs to its end.
    func straightBlock(_ statements: [Statement]) throws -> VoidCode {
        let first = references.count
        var codes: [Effect] = []
        for statement in statements { if let code = try effect(statement) { codes.append(code) } }
        return releasing(from: first, sequence(codes)?.run ?? { _ in })
    }

    func releasing(from first: Int, _ code: @escaping VoidCode) -> VoidCode {
        let slots = Array(references[first...].reversed())
        if slots.isEmpty { return code }
        if slots.count == 1 {
            let s = slots[0]
            return { try code($0); if $0[s] != 0 { Ref.store(nil, $0 + s) } }
        }
        if slots.count == 2 {
            let (s, t) = (slots[0], slots[1])
            return {
                try code($0)
                if $0[s] != 0 { Ref.store(nil, $0 + s) }
                if $0[t] != 0 { Ref.store(nil, $0 + t) }
            }
        }
        return { frame in
            try code(frame)
            for slot in slots where frame[slot] != 0 { Ref.store(nil, frame + slot) }
        }
    }

    func releasing(from first: Int, _ code: @escaping IntCode) -> IntCode {
        let slots = Array(references[first...].reversed())
        if slots.isEmpty { return code }
        return { frame in
            let result = try code(frame)
            for slot in slots where frame[slot] != 0 { Ref.store(nil, frame + slot) }
            return result
        }
    }

    // MARK: Statements

    /// The code of a statement after which the next one always follows; nil when there is nothing to do.
    func effect(_ statement: Statement) throws -> Effect? {
        switch statement.kind {
        case .expression(let expression):
            return Effect(try self.effect(of: expression))
        case .binding(let pattern, let value):
            return Effect(try binding(pattern, value))
        case .declare(let variables):
            return sequence(variables.compactMap { declare($0) })
        case .function: return nil
        case .throw(let error): return Effect(try throwing(error, statement.range))
        case .block(let inner, _): return Effect(try straightBlock(inner))
        case .if(let conditions, let then, let other, _):
            let test = try condition(conditions)
            let first = try straightBlock(then)
            guard let other else { return Effect { if try test($0) { try first($0) } } }
            let second = try straightBlock(other)
            return Effect { if try test($0) { try first($0) } else { try second($0) } }
        case .guard(let conditions, let other):
            let test = try condition(conditions)
            let second = try straightBlock(other)
            return Effect { if !(try test($0)) { try second($0) } }
        case .while(let conditions, let inner, _):
            let first = references.count
            let test = try condition(conditions)
            let main = try straightBlock(inner)
            let (stop, machine) = (machine.stopFlag, machine)
            return Effect(releasing(from: first) { frame in
                while try test(frame) {
                    try main(frame)
                    if stop.pointee != 0 { try machine.checkStop() }
                }
            })
        case .repeatWhile(let inner, let test, _):
            let main = try straightBlock(inner)
            let test = try boolean(test)
            let (stop, machine) = (machine.stopFlag, machine)
            return Effect { frame in
                repeat {
                    try main(frame)
                    if stop.pointee != 0 { try machine.checkStop() }
                } while try test(frame)
            }
        case .forIn(let loop):
            let flow = try self.loop(loop)
            return Effect { _ = try flow($0) }
        case .switch(let item):
            let first = references.count
            let select = try selector(item)
            let bodies = try item.cases.map { Effect(try straightBlock($0.body)) }
            let count = bodies.count
            return Effect(releasing(from: first) { frame in
                let index = try select(frame)
                if index < count { try bodies[index](frame) }
            })
        default:
            let code = try flow(statement)
            return Effect { _ = try code($0) }
        }
    }

    /// The code of any statement, which says how it ended.
    func flow(_ statement: Statement) throws -> IntCode {
        switch statement.kind {
        case .return(let value): return storeResult(try returning(value))
        case .fail:
            guard let failure else { return { _ in Ending.returned } }
            return storeResult(failure)
        case .break(let label):
            let code = Ending.broke(label)
            return { _ in code }
        case .continue(let label):
            let code = Ending.continued(label)
            return { _ in code }
        case .fallthrough: return { _ in Ending.fellThrough }
        case .yield(let value):
            guard let (slot, representation) = yieldSlots.last else { return { _ in Ending.yielded } }
            let code = try expression(value)
            return storing(code, slot, representation, Ending.yielded)
        case .block(let inner, let label): return absorbing(label, try block(inner))
        case .if(let conditions, let then, let other, let label):
            let test = try condition(conditions)
            let first = try block(then)
            guard let other else { return absorbing(label) { try test($0) ? try first($0) : Ending.normal } }
            let second = try block(other)
            return absorbing(label) { try test($0) ? try first($0) : try second($0) }
        case .guard(let conditions, let other):
            let test = try condition(conditions)
            let second = try block(other)
            return { try test($0) ? Ending.normal : try second($0) }
        case .while(let conditions, let inner, let label):
            let first = references.count
            let test = try condition(conditions)
            let main = try block(inner)
            let (stop, machine) = (machine.stopFlag, machine)
            let (broke, continued) = (Ending.broke(label), Ending.continued(label))
            return releasing(from: first) { frame in
                while try test(frame) {
                    let flow = try main(frame)
                    if flow != Ending.normal && flow != continued { return flow == broke ? Ending.normal : flow }
                    if stop.pointee != 0 { try machine.checkStop() }
                }
                return Ending.normal
            }
        case .repeatWhile(let inner, let test, let label):
            let main = try block(inner)
            let test = try boolean(test)
            let (stop, machine) = (machine.stopFlag, machine)
            let (broke, continued) = (Ending.broke(label), Ending.continued(label))
            return { frame in
                repeat {
                    let flow = try main(frame)
                    if flow != Ending.normal && flow != continued { return flow == broke ? Ending.normal : flow }
                    if stop.pointee != 0 { try machine.checkStop() }
                } while try test(frame)
                return Ending.normal
            }
        case .forIn(let loop): return try self.loop(loop)
        case .switch(let item):
            let first = references.count
            let select = try selector(item)
            let bodies = try item.cases.map { IntStep(try block($0.body)) }
            let count = bodies.count
            let broke = Ending.broke(item.label)
            return releasing(from: first) { frame in
                var index = try select(frame)
                while index < count {
                    let flow = try bodies[index](frame)
                    if flow != Ending.fellThrough { return flow == broke ? Ending.normal : flow }
                    index += 1
                }
                return Ending.normal
            }
        case .doCatch(let inner, let clauses, let label):
            return absorbing(label, try catching(inner, clauses))
        case .defer(let inner):
            return try block(inner)
        default:
            guard let code = try effect(statement) else { return { _ in Ending.normal } }
            return { frame in
                try code(frame)
                return Ending.normal
            }
        }
    }

    private func storing(_ code: Code, _ slot: Int, _ representation: Representation, _ flow: Int) -> IntCode {
        let store = store(code, slot, representation)
        return { frame in
            try store(frame)
            return flow
        }
    }

    private func storeResult(_ code: Code) -> IntCode {
        let slot = resultSlot ?? newResultSlot()
        resultSlot = slot
        return storing(code, slot, resultRepresentation, Ending.returned)
    }

    /// The result outlives the scopes whose references are released when they end.
    private func newResultSlot() -> Int {
        let slot = size
        size += 1
        if resultRepresentation == .ref { outliving.append(slot) }
        return slot
    }

    private func absorbing(_ label: LabelID?, _ code: @escaping IntCode) -> IntCode {
        guard let label else { return code }
        let broke = Ending.broke(label)
        return { frame in
            let flow = try code(frame)
            return flow == broke ? Ending.normal : flow
        }
    }

    /// An expression that stands as a statement.
    func effect(of expression: Expression) throws -> VoidCode {
        try self.expression(expression).discarded
    }

    // MARK: Errors

    private func throwing(_ error: Expression, _ range: SourceRange) throws -> VoidCode {
        let value = try expression(error)
        let errorType = type(error)
        if case .existential = errorType.kind {
            let code = value.ref
            return { frame in
                let box = try code(frame)
                throw ThrownError(box.cast(to: Existential.self), at: range)
            }
        }
        switch value {
        case .int(let code): return { throw ThrownError(Existential(errorType, .int(try code($0))), at: range) }
        case .double(let code): return { throw ThrownError(Existential(errorType, .double(try code($0))), at: range) }
        default:
            let code = value.ref
            return { throw ThrownError(Existential(errorType, .ref(try code($0))), at: range) }
        }
    }

    private func catching(_ inner: [Statement], _ clauses: [CatchClause]) throws -> IntCode {
        let first = references.count
        let main = try block(inner)
        let slots = Array(references[first...].reversed())
        let state = machine.state
        let mark = newSlot(.int)
        var handlers: [((Frame, Ref) throws -> Bool, IntCode)] = []
        for clause in clauses {
            let tests = try clause.items.map { item -> (Frame, Ref) throws -> Bool in
                let test = try matcher(item.pattern, Ref.self)
                guard let condition = item.guardCondition else { return test }
                let guarded = try boolean(condition)
                return { try test($0, $1) && guarded($0) }
            }
            let body = try block(clause.body)
            if tests.count == 1 {
                handlers.append((tests[0], body))
            } else {
                handlers.append(({ frame, error in try tests.contains { try $0(frame, error) } }, body))
            }
        }
        return { frame in
            frame[mark] = Int(bitPattern: state.pointee.top)
            do {
                return try main(frame)
            } catch let error as ThrownError {
                if let top = Frame(bitPattern: frame[mark]) { state.pointee.top = top }
                for slot in slots where frame[slot] != 0 { Ref.store(nil, frame + slot) }
                for (test, body) in handlers where try test(frame, error.value) { return try body(frame) }
                throw error
            }
        }
    }

    // MARK: Conditions

    /// The code of a condition list.
    func condition(_ conditions: [Condition]) throws -> (Frame) throws -> Bool {
        var codes: [Test] = []
        for condition in conditions {
            switch condition {
            case .boolean(let expression): codes.append(Test(try boolean(expression)))
            case .pattern(let pattern, let value): codes.append(Test(try test(pattern, value)))
            }
        }
        switch codes.count {
        case 1: return codes[0].run
        case 2:
            let (a, b) = (codes[0], codes[1])
            return { try a($0) && b($0) }
        default:
            return { frame in
                for code in codes where !(try code(frame)) { return false }
                return true
            }
        }
    }
}
