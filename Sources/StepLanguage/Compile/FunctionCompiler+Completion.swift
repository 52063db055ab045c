/// Initializers of classes that are left early: for an object that is not whole yet, no deinitializer runs.
extension FunctionCompiler {
    /// Sets aside the slot that tells whether the object is whole; gives what begins it.
    func trackCompletion(_ initializer: FunctionDeclaration, _ nominal: NominalDeclaration) -> [Effect] {
        guard initializer.isThrowing || initializer.isRethrowing || initializer.isFailable else { return [] }
        let slot = newSlot(.int)
        completion = slot
        let isWhole = nominal.superclass == nil && !initializer.isConvenience
            && nominal.storedProperties.allSatisfy(\.hasDefaultValue)
        return [Effect { $0[slot] = isWhole ? Completion.whole : Completion.begun }]
    }

    /// What `return nil` gives.
    func unfinishedFailure() -> Code {
        guard let leaving else { return .int { _ in 0 } }
        return .int { frame in
            leaving.note(frame, isFault: false)
            return 0
        }
    }

    /// The assignment after which the object is whole.
    func completing(_ code: Code, _ e: Expression) -> Code {
        guard e.completesSelf, let slot = completion else { return code }
        return code.surrounded(by: Completing(slot: slot, state: Completion.whole))
    }

    /// The arguments of the initializer that another one hands over to: from the call on, that one answers for the object.
    func handingOver(_ arguments: [Code]) -> [Code] {
        guard let slot = completion, let last = arguments.last else { return arguments }
        return arguments.dropLast() + [last.surrounded(by: Completing(slot: slot, state: Completion.handedOver))]
    }

    /// The call of the initializer that another one hands over to, after which the object is whole.
    func takingBack(_ call: Code) -> Code {
        guard let slot = completion else { return call }
        return call.surrounded(by: Completing(slot: slot, state: Completion.whole))
    }

    /// The code of an initializer of a class; where an error leaves it, the object may not be whole.
    func leavingUnfinished(_ code: Code) -> Code { leaving.map { code.surrounded(by: $0) } ?? code }

    /// What is done where an initializer of a class is left early.
    private var leaving: Leaving? {
        guard isInitializer, let nominal = function?.declaration.context.selfNominal, nominal.kind == .class,
            let type = function?.selfClass?.type ?? body.selfVariable?.type ?? function?.declaration.selfVariable?.type,
            compiler.classType(substitutions.apply(type)).native == nil
        else { return nil }
        return Leaving(nominal: nominal, completion: completion)
    }
}

/// What ``FunctionCompiler/completion`` tells of an object.
private enum Completion {
    static let begun = 0
    /// Another initializer is at work on it.
    static let handedOver = 1
    static let whole = 2
}

/// Sets the slot of ``FunctionCompiler/completion`` after its code.
private struct Completing: Surrounding {
    let slot: Int
    let state: Int

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        let value = try code(frame)
        frame[slot] = state
        return value
    }

    func run(_ code: VoidCode, _ frame: Frame) throws {
        try code(frame)
        frame[slot] = state
    }
}

/// Notes an error on its way out of an initializer. After a fault of the program nothing of it runs any more.
private struct Leaving: Surrounding {
    let nominal: NominalDeclaration
    let completion: Int?

    func note(_ frame: Frame, isFault: Bool) {
        let state = completion.map { frame[$0] } ?? Completion.whole
        if isFault || state == Completion.begun {
            Instance.leaveUnfinished(frame[0], in: nominal)
        } else if state == Completion.handedOver {
            Instance.end(frame[0])
        }
    }

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        do { return try code(frame) } catch {
            note(frame, isFault: error is Trap)
            throw error
        }
    }

    func run(_ code: VoidCode, _ frame: Frame) throws {
        do { try code(frame) } catch {
            note(frame, isFault: error is Trap)
            throw error
        }
    }
}
