/// A failable initializer that was delegated to has failed; caught by the initializer that delegated.
final class InitializerFailed: Error {
    static let shared = InitializerFailed()
}

/// A place where a function is called, with what its code needs at hand.
final class CallSite {
    let state: UnsafeMutablePointer<Machine.State>
    let stop: UnsafeMutablePointer<Int>
    let machine: Machine
    let range: SourceRange
    let name: String

    init(_ machine: Machine, _ range: SourceRange, _ name: String) {
        self.machine = machine
        state = machine.state
        stop = machine.stopFlag
        self.range = range
        self.name = name
    }

    /// Notes on an error's way out that this call was under way.
    @inline(never)
    func note(_ error: Error, _ frame: Frame) -> Error {
        state.pointee.top = frame
        if let trap = error as? Trap {
            if trap.range == nil { trap.range = range }
            if range.file.isLibrary { return trap }
            // A fault inside the library's own code is the caller's.
            if trap.range?.file.isLibrary == true {
                trap.range = range
                return trap
            }
            if trap.chain.count < 32 { trap.chain.append((name, range)) } else { trap.omittedCalls += 1 }
        } else if let thrown = error as? ThrownError, !range.file.isLibrary {
            thrown.outermost = range
            if thrown.chain.count < 32 { thrown.chain.append((name, range)) }
        }
        return error
    }
}

/// Runs the code in a cell on an activation whose arguments are in place.
@inline(__always)
func perform<R: Slot>(_ cell: EntryCell, _ frame: Frame, _ site: CallSite, _: R.Type) throws -> R {
    try cell.pointee._withUnsafeGuaranteedRef { entry in
        let top = frame + entry.size
        if top > site.state.pointee.end || site.stop.pointee != 0 { try site.machine.stopOrOverflow(top) }
        site.state.pointee.top = top
        do {
            let result = try R.run(entry, frame)
            site.state.pointee.top = frame
            return result
        } catch {
            throw site.note(error, frame)
        }
    }
}

/// How a call finds the code to run once its arguments are in place.
protocol CallTarget {
    func cell(_ frame: Frame) throws -> EntryCell
}

struct DirectTarget: CallTarget {
    let cell: EntryCell

    @inline(__always)
    func cell(_ frame: Frame) -> EntryCell { cell }
}

/// A method of a class, found through the object in the first word; what was found last is kept.
struct VirtualTarget: CallTarget {
    private let declaration: FunctionDeclaration
    private let own: [Type]
    private let peer: ((AnyObject) -> Instance)?
    private let cache: UnsafeMutablePointer<(type: UnsafeRawPointer?, cell: EntryCell)>

    /// - Parameter own: what the method's own generic parameters stand for.
    init(_ code: FunctionCode, own: [Type], _ peer: ((AnyObject) -> Instance)?) {
        declaration = code.declaration
        self.own = own
        self.peer = peer
        cache = .allocate(capacity: 1)
        cache.initialize(to: (nil, code.cell))
    }

    @inline(__always)
    func cell(_ frame: Frame) throws -> EntryCell {
        let type: UnsafeRawPointer
        if let peer {
            let object = Unmanaged<AnyObject>.fromOpaque(object(frame[0])).takeUnretainedValue()
            type = UnsafeRawPointer(Unmanaged.passUnretained(peer(object).classType).toOpaque())
        } else {
            // The header of an instance is its class.
            type = (object(frame[0]) + 16).load(as: UnsafeRawPointer.self)
        }
        if type == cache.pointee.type { return cache.pointee.cell }
        return find(type)
    }

    @inline(never)
    private func find(_ type: UnsafeRawPointer) -> EntryCell {
        let classType = Unmanaged<ClassType>.fromOpaque(type).takeUnretainedValue()
        cache.pointee = (type, classType.method(declaration, own: own).cell)
        return cache.pointee.cell
    }
}

/// A call without arguments.
private struct CallOfNone<T: CallTarget, R: Slot>: Producer {
    let target: T
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let callee = site.state.pointee.top
        return try perform(try target.cell(callee), callee, site, R.self)
    }
}

/// A call with one argument.
private struct CallOfOne<T: CallTarget, A: Slot, R: Slot>: Producer {
    let target: T
    let a: A.Run
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let a = try a(frame)
        let callee = site.state.pointee.top
        A.initialize(a, callee)
        return try perform(try target.cell(callee), callee, site, R.self)
    }
}

/// A call with two arguments.
private struct CallOfTwo<T: CallTarget, A: Slot, B: Slot, R: Slot>: Producer {
    let target: T
    let a: A.Run
    let b: B.Run
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let a = try a(frame)
        let b = try b(frame)
        let callee = site.state.pointee.top
        A.initialize(a, callee)
        B.initialize(b, callee + 1)
        return try perform(try target.cell(callee), callee, site, R.self)
    }
}

/// A call with any number of arguments.
private struct CallOfMany<T: CallTarget, R: Slot>: Producer {
    let target: T
    let write: (Frame) throws -> Frame
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let callee = try write(frame)
        return try perform(try target.cell(callee), callee, site, R.self)
    }
}

/// A call of a static member on a metatype that is known when it runs.
struct CallOfStatic<R: Slot>: Producer {
    let write: (Frame) throws -> Frame
    let target: (Frame) -> EntryCell
    let site: CallSite

    func produce(_ frame: Frame) throws -> R {
        let callee = try write(frame)
        return try perform(target(frame), callee, site, R.self)
    }
}

/// The code of calls with typed arguments.
enum CallCode {
    static func make<T: CallTarget>(_ target: T, _ arguments: [Code], _ result: Representation, _ site: CallSite) -> Code {
        switch result {
        case .int: make(target, arguments, site, Int.self)
        case .double: make(target, arguments, site, Double.self)
        case .ref: make(target, arguments, site, Ref.self)
        }
    }

    private static func make<T: CallTarget, R: Slot>(_ target: T, _ arguments: [Code], _ site: CallSite, _: R.Type) -> Code {
        if arguments.isEmpty { return Code(CallOfNone<T, R>(target: target, site: site)) }
        if arguments.count > 2 { return Code(CallOfMany<T, R>(target: target, write: writer(arguments, site), site: site)) }
        switch arguments[0].word {
        case .int(let a): return make(target, IntRunner(code: a), Int.self, arguments, site, R.self)
        case .double(let a): return make(target, DoubleRunner(code: a), Double.self, arguments, site, R.self)
        default: return make(target, RefRunner(code: arguments[0].ref), Ref.self, arguments, site, R.self)
        }
    }

    private static func make<T: CallTarget, A: Slot, R: Slot>(
        _ target: T, _ a: A.Run, _: A.Type, _ arguments: [Code], _ site: CallSite, _: R.Type
    ) -> Code {
        if arguments.count == 1 { return Code(CallOfOne<T, A, R>(target: target, a: a, site: site)) }
        switch arguments[1].word {
        case .int(let b):
            return Code(CallOfTwo<T, A, Int, R>(target: target, a: a, b: IntRunner(code: b), site: site))
        case .double(let b):
            return Code(CallOfTwo<T, A, Double, R>(target: target, a: a, b: DoubleRunner(code: b), site: site))
        default:
            return Code(CallOfTwo<T, A, Ref, R>(target: target, a: a, b: RefRunner(code: arguments[1].ref), site: site))
        }
    }

    /// Evaluates arguments one after the other into a new activation. All of it stays below the top of the stack, so
    /// that calls inside arguments leave it alone.
    static func writer(_ arguments: [Code], _ site: CallSite) -> (Frame) throws -> Frame {
        let references = arguments.indices.filter { if case .ref = arguments[$0].word { true } else { false } }
        let fill = fill(arguments)
        let (count, state, machine) = (arguments.count, site.state, site.machine)
        return { frame in
            let callee = state.pointee.top
            if callee + count > state.pointee.end { try machine.stopOrOverflow(callee + count) }
            for index in references { callee[index] = 0 }
            state.pointee.top = callee + count
            do { try fill(frame, callee) } catch {
                if error is Trap { machine.isStopping = true }
                for index in references { Ref.store(nil, callee + index) }
                state.pointee.top = callee
                throw error
            }
            state.pointee.top = callee
            return callee
        }
    }

    /// Writes all arguments; each closure calls the one for those before it, since a list of closures would be counted
    /// at every step.
    private static func fill(_ arguments: [Code]) -> (Frame, Frame) throws -> Void {
        var all: (Frame, Frame) throws -> Void = { _, _ in }
        for (index, argument) in arguments.enumerated() {
            let before = all
            switch (argument.word, index) {
            case (.int(let c), 0): all = { $1.pointee = try c($0) }
            case (.double(let c), 0): all = { Double.store(try c($0), $1) }
            case (.ref(let c), 0): all = { Ref.initialize(try c($0), $1) }
            case (.int(let c), _): all = { try before($0, $1); $1[index] = try c($0) }
            case (.double(let c), _): all = { try before($0, $1); Double.store(try c($0), $1 + index) }
            case (.ref(let c), _): all = { try before($0, $1); Ref.initialize(try c($0), $1 + index) }
            default: break
            }
        }
        return all
    }
}

extension Code {
    /// The code as one that gives a word: an address as an integer, nothing as a nil reference.
    var word: Code {
        switch self {
        case .address(let c): .int { Int(bitPattern: try c($0)) }
        case .void(let c): .ref { try c($0); return nil }
        default: self
        }
    }
}
