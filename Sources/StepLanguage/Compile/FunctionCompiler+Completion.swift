/// Initializers of classes that are left early: for an object that is not whole yet, no deinitializer runs.
extension FunctionCompiler {
    /// Sets aside the slot that tells whether the object is whole; gives what begins it.
    func trackCompletion(_ initializer: FunctionDeclaration, _ nominal: NominalDeclaration) -> [Effect] {
        guard initializer.isThrowing || initializer.isRethrowing || initializer.isFailable else { return [] }
        let slot = newSlot(.int)
        completion = slot
        let isWhole = nominal.superclass == nil && !initializer.isConvenience
            && nominal.storedProperties.allSatisfy(\.hasDefaultValue)
        return [Effect { $0[slot] = isWhole ? 1 : 0 }]
    }

    /// What `return nil` gives.
    func unfinishedFailure() -> Code {
        guard let slot = completion else { return .int { _ in 0 } }
        return .int { frame in
            if frame[slot] == 0 { Instance.leaveUnfinished(frame[0]) }
            return 0
        }
    }

    /// The assignment after which the object is whole.
    func completing(_ code: Code, _ e: Expression) -> Code {
        guard e.completesSelf, let slot = completion else { return code }
        return code.surrounded(by: Completing(slot: slot))
    }

    /// The arguments of the initializer that another one hands over to: from the call on, that one answers for the object.
    func completing(_ arguments: [Code]) -> [Code] {
        guard let slot = completion, let last = arguments.last else { return arguments }
        return arguments.dropLast() + [last.surrounded(by: Completing(slot: slot))]
    }

    /// The code of an initializer of a class; where an error leaves it, the object may not be whole.
    func leavingUnfinished(_ code: Code) -> Code {
        guard isInitializer, let nominal = function?.declaration.context.selfNominal, nominal.kind == .class,
            let type = function?.selfClass?.type ?? body.selfVariable?.type ?? function?.declaration.selfVariable?.type,
            compiler.classType(substitutions.apply(type)).native == nil
        else { return code }
        return code.surrounded(by: Leaving(completion: completion))
    }
}

/// Sets the slot of ``FunctionCompiler/completion`` after its code.
private struct Completing: Surrounding {
    let slot: Int

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        let value = try code(frame)
        frame[slot] = 1
        return value
    }

    func run(_ code: VoidCode, _ frame: Frame) throws {
        try code(frame)
        frame[slot] = 1
    }
}

/// Notes an error on its way out of an initializer. After a fault of the program nothing of it runs any more.
private struct Leaving: Surrounding {
    let completion: Int?

    private func note(_ error: Error, _ frame: Frame) {
        if error is Trap || completion.map({ frame[$0] == 0 }) ?? false { Instance.leaveUnfinished(frame[0]) }
    }

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        do { return try code(frame) } catch {
            note(error, frame)
            throw error
        }
    }

    func run(_ code: VoidCode, _ frame: Frame) throws {
        do { try code(frame) } catch {
            note(error, frame)
            throw error
        }
    }
}
