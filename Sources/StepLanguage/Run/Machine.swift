#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What running code and natives share: the stack of activations, limits, hooks.
///
/// One program runs on one machine, on one thread at a time.
public final class Machine {
    /// What running code looks at often, at a fixed address.
    public struct State {
        /// The first free word of the stack.
        public var top: Frame
        /// The end of what the stack may use.
        var end: Frame
        /// Bytes that may still be taken before the memory limit is crossed.
        var memoryLeft: Int
    }

    public let state: UnsafeMutablePointer<State>
    /// Not zero: stop at the next loop turn or call. Set from a signal handler, a watchdog or another thread.
    public let stopFlag: UnsafeMutablePointer<Int>
    public var limits: Limits
    public var hooks: Hooks
    /// A fault is on its way out of the program, of which nothing runs any more: no deinitializer either.
    var isStopping = false
    let stack: Frame
    private let stackWords: Int
    /// Bytes printed in this step.
    var printed = 0
    /// Whether the deadline, not a user, set the flag.
    var deadlinePassed = false
    /// Whether memory ran short.
    var memoryExhausted = false
    /// An error of a deinitializer, which cannot throw it itself.
    var pendingError: Error?

    private var handedOut: [WeakObject] = []
    private var handedOutLimit = 64

    /// Takes note of a closure with variables of its own that the library was given, and may keep.
    func noteHandedOut(_ function: FunctionObject) {
        handedOut.append(WeakObject(function))
        guard handedOut.count > handedOutLimit else { return }
        handedOut.removeAll { $0.value == nil }
        handedOutLimit = max(64, handedOut.count * 2)
    }

    /// The closures with variables of their own that the library was given and that are still there.
    var heldClosures: [AnyObject] {
        handedOut.removeAll { $0.value == nil }
        return handedOut.compactMap(\.value)
    }

    /// How the world outside is reached.
    public struct Hooks {
        /// Called before a step runs, on the thread that runs it.
        public var stepBegan: () -> Void = {}
        /// Takes what the program prints.
        public var output: (String) -> Void = { _ in }
        /// Takes values given to `display(_:)` and the value of a step's last line.
        public var display: (DisplayedValue) -> Void = { _ in }
        /// The next 64 random bits: `random(in:)`, `shuffled()` and kin draw from it.
        public var random: () -> UInt64 = {
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        }
        /// Looked at after each call of the library; an error that it gives stops the step there.
        public var afterNativeCall: (() -> Error?)?
        /// Whether the step has to stop; asked when the stop flag is set.
        public var isInterrupted: () -> Bool = { true }

        public init() {}
    }

    public init(limits: Limits = Limits(), hooks: Hooks = Hooks()) {
        self.limits = limits
        self.hooks = hooks
        stackWords = limits.stackWords + 4_096
        stack = Frame.allocate(capacity: stackWords)
        state = .allocate(capacity: 1)
        state.initialize(
            to: State(top: stack, end: stack + limits.stackWords, memoryLeft: limits.memoryBytes))
        stopFlag = .allocate(capacity: 1)
        stopFlag.initialize(to: 0)
    }

    deinit {
        stack.deallocate()
        state.deallocate()
        stopFlag.deallocate()
    }

    /// Begins an activation of `size` words at `frame`.
    @inline(__always)
    func enter(_ frame: Frame, _ size: Int) throws {
        let top = frame + size
        if top > state.pointee.end || stopFlag.pointee != 0 { try stopOrOverflow(top) }
        state.pointee.top = top
    }

    @inline(never)
    func stopOrOverflow(_ top: Frame) throws {
        if top > state.pointee.end {
            throw Trap.limit("too many calls inside one another: the recursion does not end, or is too deep to run here")
        }
        try checkStop()
    }

    /// Runs work that goes one level deeper into a value; values that nest too deep are as calls that do.
    @inline(__always)
    func deeper<R>(_ body: () throws -> R) throws -> R {
        let frame = state.pointee.top
        defer { state.pointee.top = frame }
        try enter(frame, Machine.wordsOfNesting)
        return try body()
    }

    /// What one level of native code that goes into a value, or calls back into the program, counts for.
    static let wordsOfNesting = 24

    /// Throws when the step has to stop. Natives that run long call this now and then.
    @inline(__always)
    public func poll() throws {
        if stopFlag.pointee != 0 { try checkStop() }
    }

    /// What the stop flag asks for.
    ///
    /// - Throws: why the step has to stop, at `range` if it is known.
    @inline(never)
    func checkStop(at range: SourceRange? = nil) throws {
        do { try stopIfAsked() } catch let trap as Trap {
            if trap.range == nil { trap.range = range }
            throw trap
        }
    }

    private func stopIfAsked() throws {
        if let error = pendingError {
            pendingError = nil
            stopFlag.pointee = 0
            throw error
        }
        if memoryExhausted { throw memoryTrap() }
        if deadlinePassed {
            let seconds = limits.secondsPerStep ?? 0
            throw Trap.limit("the step took longer than the \(Text.number(seconds)) seconds it may take")
        }
        if hooks.isInterrupted() { throw Trap("interrupted", reason: .interruption) }
        stopFlag.pointee = 0
    }

    /// Asks before growing by a number of bytes; throws when that crosses the memory limit.
    @inline(__always)
    public func reserve(bytes: Int) throws {
        if bytes > 1 << 16 { try reserveSlowly(bytes) }
    }

    /// The same where no call says the place.
    @inline(__always)
    func reserve(bytes: Int, at range: SourceRange) throws {
        do { try reserve(bytes: bytes) } catch let trap as Trap {
            if trap.range == nil { trap.range = range }
            throw trap
        }
    }

    /// Asks before taking memory for a number of elements.
    @inline(__always)
    func reserve<Element>(elements count: Int, of _: Element.Type) throws {
        let (bytes, isOver) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        try reserve(bytes: isOver && count > 0 ? Int.max : bytes)
    }

    @inline(never)
    private func reserveSlowly(_ bytes: Int) throws {
        if bytes > limits.memoryBytes || Memory.resident &+ bytes > limits.memoryBytes {
            throw memoryTrap()
        }
    }

    private func memoryTrap() -> Trap {
        Trap.limit("this needs more memory than the \(Text.bytes(limits.memoryBytes)) that a program may use")
    }

    /// Prints text, within the limit on output.
    public func print(_ text: String) throws {
        printed += text.utf8.count
        if printed > limits.outputBytes {
            throw Trap.limit("the step printed more than the \(Text.bytes(limits.outputBytes)) it may print")
        }
        hooks.output(text)
        try poll()
    }
}

/// The memory of the process.
enum Memory {
    /// Bytes of memory that the process holds now.
    static var resident: Int {
        let file = open("/proc/self/statm", O_RDONLY)
        if file < 0 { return 0 }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = read(file, &buffer, buffer.count)
        if count <= 0 { return 0 }
        let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}

/// A value that a step shows, as its Swift value where it has one, and as text.
public struct DisplayedValue {
    /// The native value: a class instance or struct of the library, a number, a string, an array of these;
    /// for other values their text.
    public let value: Any
    /// As `print` would write it.
    public let text: String
    /// The static type, as Swift spells it.
    public let type: String
}
