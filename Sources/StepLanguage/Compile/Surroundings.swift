// What is done around the code of a call.

/// Faults that do not say where they happened happened here.
struct Located: Surrounding {
    let range: SourceRange

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        do { return try code(frame) } catch { throw located(error) }
    }

    @inline(__always)
    func run(_ code: VoidCode, _ frame: Frame) throws {
        do { try code(frame) } catch { throw located(error) }
    }

    @inline(never)
    private func located(_ error: Error) -> Error {
        if let trap = error as? Trap, trap.range == nil { trap.range = range }
        return error
    }
}

/// What a call's places need before it.
struct Prepared: Surrounding {
    let prepare: Effect

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        try prepare(frame)
        return try code(frame)
    }

    @inline(__always)
    func run(_ code: VoidCode, _ frame: Frame) throws {
        try prepare(frame)
        try code(frame)
    }
}

/// What a call's places need before and after it; the places are written back also when the call throws an error.
struct Accessed: Surrounding {
    let prepare: Effect
    let end: Effect

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        try prepare(frame)
        let result: R.Value
        do { result = try code(frame) } catch { throw try ended(frame, error) }
        try end(frame)
        return result
    }

    @inline(__always)
    func run(_ code: VoidCode, _ frame: Frame) throws {
        try prepare(frame)
        do { try code(frame) } catch { throw try ended(frame, error) }
        try end(frame)
    }

    @inline(never)
    private func ended(_ frame: Frame, _ error: Error) throws -> Error {
        if error is ThrownError { try end(frame) }
        return error
    }
}
