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

    /// The code of a step that may be none.
    func running(_ effect: Effect?) -> VoidCode {
        // An optional closure would be held, and called, in the most general form.
        if let effect { return effect.run }
        return { _ in }
    }

    // MARK: Blocks

    private func deferredBlock(_ statements: [Statement]) throws -> IntCode {
        deferDepth += 1
        defer { deferDepth -= 1 }
        return try block(statements)
    }

    /// A block whose references are released at its end.
    func block(_ statements: [Statement]) throws -> IntCode {
        let first = references.count
        var codes: [IntStep] = []
        var deferred: [(code: VoidCode, flag: Int, references: Int)] = []
        for statement in statements {
            if case .defer(let inner) = statement.kind {
                let flag = newSlot(.int)
                let body = try deferredBlock(inner)
                deferred.append(({ _ = try body($0) }, flag, references.count))
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
            // What was declared after a `defer` ends before it runs.
            let actions = deferred.reversed().map { item -> (VoidCode, Int) in
                let (code, release) = (item.code, releasing(from: item.references, { _ in }) as VoidCode)
                return ({ frame in
                    try release(frame)
                    try code(frame)
                }, item.flag)
            }
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
        return releasing(from: first, running(sequence(codes)))
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

    /// Code at whose end what a condition bound is released, too.
    private func released(by release: VoidCode?, _ code: @escaping VoidCode) -> VoidCode {
        guard let release else { return code }
        return { frame in
            try code(frame)
            try release(frame)
        }
    }

    private func released(by release: VoidCode?, _ code: @escaping IntCode) -> IntCode {
        guard let release else { return code }
        return { frame in
            let result = try code(frame)
            try release(frame)
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
            let (test, release) = try condition(conditions)
            let first = released(by: release, try straightBlock(then))
            guard let other else { return Effect { if try test($0) { try first($0) } } }
            let second = try straightBlock(other)
            return Effect { if try test($0) { try first($0) } else { try second($0) } }
        case .guard(let conditions, let other):
            let (test, _) = try condition(conditions)
            let second = try straightBlock(other)
            return Effect { if !(try test($0)) { try second($0) } }
        case .while(let conditions, let inner, _):
            let (test, release) = try condition(conditions)
            let main = released(by: release, try straightBlock(inner))
            let (stop, machine, range) = (machine.stopFlag, machine, statement.range)
            return Effect { frame in
                while try test(frame) {
                    try main(frame)
                    if stop.pointee != 0 { try machine.checkStop(at: range) }
                }
            }
        case .repeatWhile(let inner, let test, _):
            let main = try straightBlock(inner)
            let test = try boolean(test)
            let (stop, machine, range) = (machine.stopFlag, machine, statement.range)
            return Effect { frame in
                repeat {
                    try main(frame)
                    if stop.pointee != 0 { try machine.checkStop(at: range) }
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
            let (test, release) = try condition(conditions)
            let first = released(by: release, try block(then))
            guard let other else { return absorbing(label) { try test($0) ? try first($0) : Ending.normal } }
            let second = try block(other)
            return absorbing(label) { try test($0) ? try first($0) : try second($0) }
        case .guard(let conditions, let other):
            let (test, _) = try condition(conditions)
            let second = try block(other)
            return { try test($0) ? Ending.normal : try second($0) }
        case .while(let conditions, let inner, let label):
            let (test, release) = try condition(conditions)
            let main = released(by: release, try block(inner))
            let (stop, machine, range) = (machine.stopFlag, machine, statement.range)
            let (broke, continued) = (Ending.broke(label), Ending.continued(label))
            return { frame in
                while try test(frame) {
                    let flow = try main(frame)
                    if flow != Ending.normal && flow != continued { return flow == broke ? Ending.normal : flow }
                    if stop.pointee != 0 { try machine.checkStop(at: range) }
                }
                return Ending.normal
            }
        case .repeatWhile(let inner, let test, let label):
            let main = try block(inner)
            let test = try boolean(test)
            let (stop, machine, range) = (machine.stopFlag, machine, statement.range)
            let (broke, continued) = (Ending.broke(label), Ending.continued(label))
            return { frame in
                repeat {
                    let flow = try main(frame)
                    if flow != Ending.normal && flow != continued { return flow == broke ? Ending.normal : flow }
                    if stop.pointee != 0 { try machine.checkStop(at: range) }
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
            return try deferredBlock(inner)
        default:
            guard let code = try effect(statement) else { return { _ in Ending.normal } }
            return { frame in
                try code(frame)
                return Ending.normal
            }
        }
    }

    func storing(_ code: Code, _ slot: Int, _ representation: Representation, _ flow: Int) -> IntCode {
        let store = store(code, slot, representation)
        return { frame in
            try store(frame)
            return flow
        }
    }

    func storeResult(_ code: Code) -> IntCode {
        let slot = resultSlot ?? newResultSlot()
        resultSlot = slot
        return storing(code, slot, resultRepresentation, Ending.returned)
    }

    /// The result outlives the scopes whose references are released when they end.
    func newResultSlot() -> Int {
        let slot = size
        size += 1
        if resultRepresentation == .ref { outliving.append(slot) }
        return slot
    }

    func absorbing(_ label: LabelID?, _ code: @escaping IntCode) -> IntCode {
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

    // MARK: Conditions

    /// The code of a condition list, and what releases the references that it bound.
    private func condition(_ conditions: [Condition]) throws -> (test: (Frame) throws -> Bool, release: VoidCode?) {
        let first = references.count
        let test = try combined(conditions).run
        return (test, references.count == first ? nil : releasing(from: first) { _ in })
    }

    /// The code of a condition list. Where it does not hold, what it bound is released.
    func combined(_ conditions: [Condition]) throws -> Test {
        let first = references.count
        let test = try all(conditions)
        if references.count == first { return test }
        let release: VoidCode = releasing(from: first) { _ in }
        return Test { frame in
            if try test(frame) { return true }
            try release(frame)
            return false
        }
    }

    private func all(_ conditions: [Condition]) throws -> Test {
        var codes: [Test] = []
        for condition in conditions {
            switch condition {
            case .boolean(let expression): codes.append(try test(expression))
            case .pattern(let pattern, let value): codes.append(Test(try test(pattern, value)))
            }
        }
        switch codes.count {
        case 1: return codes[0]
        case 2:
            let (a, b) = (codes[0], codes[1])
            return Test { try a($0) && b($0) }
        default:
            return Test { frame in
                for code in codes where !(try code(frame)) { return false }
                return true
            }
        }
    }
}
