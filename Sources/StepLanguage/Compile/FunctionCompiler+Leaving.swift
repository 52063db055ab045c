extension FunctionCompiler {
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
    func continuing(_ flow: @escaping IntCode, _ next: Code) -> Code {
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

    func choosing(_ test: Test, _ a: Code, _ b: Code) -> Code {
        if let choose = test.choose { return choose(a, b) }
        let test = test.run
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
    func finishing() -> Code {
        if let finish { return finish }
        let range = body.range
        switch resultRepresentation {
        case .int: return .int { _ in throw Trap("missing return", at: range) }
        case .double: return .double { _ in throw Trap("missing return", at: range) }
        case .ref:
            if isInitializer || type(body.resultType).type.isVoid { return .ref { _ in nil } }
            return .ref { _ in throw Trap("missing return", at: range) }
        }
    }

    /// Code for a statement that ends the body, with what follows it; nil when it does not always end it.
    func tailEnd(_ statement: Statement, _ rest: ArraySlice<Statement>) throws -> Code? {
        switch statement.kind {
        case .return(let value):
            return try returning(value)
        case .fail:
            return failure ?? finishing()
        case .if(let conditions, let then, let other, nil):
            guard rest.isEmpty || exits(then) || (other.map(exits) ?? false) else { return nil }
            let test = try combined(conditions)
            if rest.isEmpty || exits(then) {
                let first = try tail(then[...])
                if let other {
                    if !rest.isEmpty && declaresOrDefers(other) { return nil }
                    return choosing(test, first, try tail((other + rest)[...]))
                }
                return choosing(test, first, try tail(rest))
            }
            guard let other, !declaresOrDefers(then), !binds(conditions) else { return nil }
            let second = try tail(other[...])
            return choosing(test, try tail((then + rest)[...]), second)
        case .guard(let conditions, let other):
            guard exits(other) else { return nil }
            let test = try combined(conditions)
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

    /// What the statements declare would live on, and a `defer` run, to the end of those behind them.
    private func declaresOrDefers(_ statements: [Statement]) -> Bool {
        statements.contains {
            switch $0.kind {
            case .defer, .binding, .declare: true
            default: false
            }
        }
    }

    private func binds(_ conditions: [Condition]) -> Bool {
        conditions.contains {
            if case .pattern = $0 { return true }
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
    func exits(_ statements: [Statement]) -> Bool {
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
    func escapes(_ statements: [Statement]) -> Bool {
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

    // MARK: Errors

    func throwing(_ error: Expression, _ range: SourceRange) throws -> VoidCode {
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

    func catching(_ inner: [Statement], _ clauses: [CatchClause]) throws -> IntCode {
        let first = references.count
        let main = try block(inner)
        let slots = Array(references[first...].reversed())
        let state = machine.state
        let mark = newSlot(.int)
        var handlers: [(matches: (Frame, Ref) throws -> Bool, body: IntStep)] = []
        for clause in clauses {
            let bound = references.count
            let tests = try clause.items.map { item -> (Frame, Ref) throws -> Bool in
                let test = try matcher(item.pattern, Ref.self)
                guard let condition = item.guardCondition else { return test }
                let guarded = try boolean(condition)
                return { try test($0, $1) && guarded($0) }
            }
            let body = releasing(from: bound, try block(clause.body))
            if tests.count == 1 {
                handlers.append((tests[0], IntStep(body)))
            } else {
                handlers.append(({ frame, error in try tests.contains { try $0(frame, error) } }, IntStep(body)))
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
}
