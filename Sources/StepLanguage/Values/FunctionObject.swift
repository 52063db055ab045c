/// Compiled code of a function, by the representation of its result. Only the one that fits is ever run.
public final class Entry {
    /// How many words an activation needs.
    let size: Int
    let int: IntCode
    let double: DoubleCode
    let ref: RefCode

    init(size: Int, _ code: Code) {
        self.size = size
        switch code {
        case .int(let c):
            (int, double, ref) = (c, Entry.noDouble, Entry.noRef)
        case .double(let c):
            (int, double, ref) = (Entry.noInt, c, Entry.noRef)
        case .ref(let c):
            (int, double, ref) = (Entry.noInt, Entry.noDouble, c)
        case .void(let c):
            (int, double, ref) = (Entry.noInt, Entry.noDouble, { try c($0); return nil })
        case .address:
            (int, double, ref) = (Entry.noInt, Entry.noDouble, Entry.noRef)
        }
    }

    private static let noInt: IntCode = { _ in throw Trap.internalFault("a function's result") }
    private static let noDouble: DoubleCode = { _ in throw Trap.internalFault("a function's result") }
    private static let noRef: RefCode = { _ in throw Trap.internalFault("a function's result") }
}

/// Where the code of a function is found once it is compiled; until then it holds code that compiles it.
typealias EntryCell = UnsafeMutablePointer<Unmanaged<Entry>>

/// A function value: code and what it captured.
///
/// Calling convention: the arguments stand in the first words of the new activation (references are owned by the
/// callee), the word after them is the address of the captures.
public final class FunctionObject {
    let cell: EntryCell
    let captures: Record?
    let machine: Machine
    /// The number of parameters.
    public let arity: Int

    init(_ cell: EntryCell, captures: Record?, arity: Int, machine: Machine) {
        self.cell = cell
        self.captures = captures
        self.arity = arity
        self.machine = machine
    }

    /// Runs the code on an activation whose arguments are in place.
    @inline(__always)
    func run<R: Slot>(_ frame: Frame, _ type: R.Type) throws -> R {
        if let captures { frame[arity] = Int(bitPattern: captures.words) }
        return try cell.pointee._withUnsafeGuaranteedRef { entry in
            // The native code that calls takes stack, too.
            try machine.enter(frame, entry.size &+ Machine.wordsOfNesting)
            let result = try R.run(entry, frame)
            machine.state.pointee.top = frame
            return result
        }
    }

    /// Calls a function of no parameters. A `Void` result is asked for as `Ref`.
    public func call<R: Slot>(as type: R.Type = R.self) throws -> R {
        try run(machine.state.pointee.top, R.self)
    }

    /// Calls a function of one parameter.
    @inline(__always)
    public func call<A: Slot, R: Slot>(_ a: A, as type: R.Type = R.self) throws -> R {
        let frame = machine.state.pointee.top
        A.initialize(a, frame)
        return try run(frame, R.self)
    }

    /// Calls a function of two parameters.
    @inline(__always)
    public func call<A: Slot, B: Slot, R: Slot>(_ a: A, _ b: B, as type: R.Type = R.self) throws -> R {
        let frame = machine.state.pointee.top
        A.initialize(a, frame)
        B.initialize(b, frame + 1)
        return try run(frame, R.self)
    }

    /// Calls a function of any number of parameters. An `inout` parameter takes the address as an integer.
    public func call<R: Slot>(_ arguments: [AnySlot], as type: R.Type = R.self) throws -> R {
        let frame = machine.state.pointee.top
        for (index, argument) in arguments.enumerated() { argument.initialize(frame + index) }
        return try run(frame, R.self)
    }
}

extension Slot {
    @inline(__always)
    static func run(_ entry: Entry, _ frame: Frame) throws -> Self {
        if Self.self == Int.self { return unsafeBitCast(try entry.int(frame), to: Self.self) }
        if Self.self == Double.self { return unsafeBitCast(try entry.double(frame), to: Self.self) }
        let result = try entry.ref(frame)
        return unsafeBitCast(result, to: Self.self)
    }
}
