/// Bindings of typed Swift closures to the functions of an interface text.
///
/// ```swift
/// library.bind("Tensor.sum(axis:keepDims:)") { (t: Tensor, axis: Int?, keep: Bool) in t.sum(axis: axis, keepDims: keep) }
/// library.bind("Tensor.shape") { (t: Tensor) in t.shape }
/// library.bind("Tensor.requiresGradient=") { (t: Tensor, on: Bool) in t.requiresGradient = on }
/// library.bind("Tensor.zeros(_:)") { (shape: [Int]) in Tensor.zeros(shape) }              // static: no receiver
/// library.bind("Figure.title=", mutating: Figure.self) { (f: inout Figure, title: String) in f.title = title }
/// ```
/// A closure's parameters are those of the declaration, in order, after the receiver if it is an instance member.
/// What it throws becomes an error that the program can catch; a ``Trap`` cannot be caught.
extension Library {
    /// Binds a function that gives a value.
    public func bind<each A: Bridged, R: Bridged>(_ key: String, _ body: @escaping (repeat each A) throws -> R) {
        natives.bind(code: key) { call in
            var index = 0
            func reader<T: Bridged>(_: T.Type) -> (Frame) throws -> T {
                defer { index += 1 }
                guard index < call.arguments.count else { return { _ in throw Trap.internalFault("\(key): too few arguments") } }
                return T.reader(call.arguments[index], call.argumentTypes[index])
            }
            let readers = (repeat reader((each A).self))
            let type = call.resultType
            let guarded = NativeGuard(call)
            switch type.representation {
            case .int:
                return .int { frame in
                    let arguments = (repeat try (each readers)(frame))
                    return try guarded.run { try R.toSlot(try body(repeat each arguments), type).int }
                }
            case .double:
                return .double { frame in
                    let arguments = (repeat try (each readers)(frame))
                    return try guarded.run { try R.toSlot(try body(repeat each arguments), type).double }
                }
            case .ref:
                return .ref { frame in
                    let arguments = (repeat try (each readers)(frame))
                    return try guarded.run { try R.toSlot(try body(repeat each arguments), type).ref }
                }
            }
        }
    }

    /// Binds a function that gives nothing.
    public func bind<each A: Bridged>(_ key: String, _ body: @escaping (repeat each A) throws -> Void) {
        natives.bind(code: key) { call in
            var index = 0
            func reader<T: Bridged>(_: T.Type) -> (Frame) throws -> T {
                defer { index += 1 }
                guard index < call.arguments.count else { return { _ in throw Trap.internalFault("\(key): too few arguments") } }
                return T.reader(call.arguments[index], call.argumentTypes[index])
            }
            let readers = (repeat reader((each A).self))
            let guarded = NativeGuard(call)
            return .void { frame in
                let arguments = (repeat try (each readers)(frame))
                try guarded.run { try body(repeat each arguments) }
            }
        }
    }

    /// Binds a mutating function, or a setter, of a struct of the library.
    public func bind<Receiver: NativeValue, each A: Bridged>(
        _ key: String, mutating: Receiver.Type, _ body: @escaping (inout Receiver, repeat each A) throws -> Void
    ) {
        natives.bind(code: key) { call in
            var index = 1
            func reader<T: Bridged>(_: T.Type) -> (Frame) throws -> T {
                defer { index += 1 }
                guard index < call.arguments.count else { return { _ in throw Trap.internalFault("\(key): too few arguments") } }
                return T.reader(call.arguments[index], call.argumentTypes[index])
            }
            let readers = (repeat reader((each A).self))
            let address = call.address(0)
            let guarded = NativeGuard(call)
            return .void { frame in
                let arguments = (repeat try (each readers)(frame))
                let place = try address(frame)
                let receiver = NativeObject<Receiver>.makeUnique(place)
                try guarded.run { try body(&receiver.value, repeat each arguments) }
            }
        }
    }

    /// Binds a function at the lowest level: see ``NativeCall``.
    public func bind(code key: String, _ binder: @escaping NativeBinder) { natives.bind(code: key, binder) }

    /// How objects of a class of the library are printed, if not by their `String(describing:)`.
    public func describe<T: AnyObject>(_ type: String, _ describer: @escaping (T) -> String) {
        natives.describers[type] = { describer(unsafeDowncast($0, to: T.self)) }
    }
}

/// What stands around a native: its errors become the program's, and the machine's hook has its say afterwards.
struct NativeGuard {
    let machine: Machine
    let site: Site
    let compiler: Compiler

    init(_ call: NativeCall) {
        machine = call.machine
        site = call.site
        compiler = call.compiler
    }

    @inline(__always)
    func run<R>(_ body: () throws -> R) throws -> R {
        let result: R
        do {
            result = try body()
        } catch {
            // What went wrong in the program while the library called it is the cause.
            if let cause = machine.hooks.afterNativeCall?() { throw converted(cause) }
            throw converted(error)
        }
        if let check = machine.hooks.afterNativeCall, let error = check() { throw converted(error) }
        return result
    }

    @inline(never)
    func converted(_ error: Error) -> Error {
        if let trap = error as? Trap {
            if trap.range == nil { trap.range = site.range }
            return trap
        }
        if error is ThrownError { return error }
        return compiler.thrown(error, at: site)
    }
}
