import CKernels
#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// A mistake in the use of tensors: which operation, and what was wrong, with the shapes concerned.
public struct TensorFault: Error, Equatable, Sendable, CustomStringConvertible {
    public let operation: String
    public let message: String

    public init(_ operation: String, _ message: String) {
        self.operation = operation
        self.message = message
    }

    public var description: String { "\(operation): \(message)" }
}

/// Where tensor operations, which do not throw, report their mistakes.
///
/// The first fault of a thread is kept until it is taken; what follows from it is not reported again. Inside
/// ``withFaults(_:)`` it is thrown when the body ends. With a ``handler`` the handler is told at once and the program
/// goes on with a poisoned result. A program that sets none stops with the message and exit status 1.
public enum Faults {
    private final class Box {
        let fault: TensorFault
        init(_ fault: TensorFault) { self.fault = fault }
    }

    /// Told of each first fault outside `withFaults`. The fault stays pending until ``take()``.
    nonisolated(unsafe) public static var handler: ((TensorFault) -> Void)?

    /// Whether a fault of this thread waits to be taken.
    public static var isPending: Bool { ck_context().pointee.faulted != 0 }

    /// The fault that waits, left in place.
    public static var pending: TensorFault? {
        guard let raw = ck_context().pointee.fault else { return nil }
        return Unmanaged<Box>.fromOpaque(raw).takeUnretainedValue().fault
    }

    /// Reports a fault of this thread.
    public static func report(_ fault: TensorFault) {
        let context = ck_context()
        if context.pointee.faulted != 0 { return }
        let collecting = context.pointee.collecting > 0
        guard collecting || handler != nil else { stop(fault) }
        context.pointee.faulted = 1
        context.pointee.fault = Unmanaged.passRetained(Box(fault)).toOpaque()
        if !collecting { handler?(fault) }
    }

    @inline(never)
    public static func report(_ operation: String, _ message: String) {
        report(TensorFault(operation, message))
    }

    /// Whether so many values can be had that an operation makes before a tensor holds them: not negative, and within the memory that
    /// tensors may take, or that a machine has. A fault where not.
    public static func allows(_ operation: String, count: Int) -> Bool {
        let most = (MemoryBudget.limit ?? 1 << 37) / MemoryLayout<Double>.size
        if (0...most).contains(count) { return true }
        report(operation, count < 0 ? "\(count) is not a number of things" : "\(count) of them are more than there is memory for")
        return false
    }

    /// The fault that waits, if any; afterwards none does.
    public static func take() -> TensorFault? {
        let context = ck_context()
        guard context.pointee.faulted != 0, let raw = context.pointee.fault else { return nil }
        context.pointee.faulted = 0
        context.pointee.fault = nil
        return Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().fault
    }

    /// Throws the fault that waits, if any.
    public static func check() throws {
        if let fault = take() { throw fault }
    }

    /// What happens to a fault that nobody handles: the message on standard error, exit status 1.
    static func stop(_ fault: TensorFault) -> Never {
        fflush(stdout)
        fputs("Fault: \(fault)\n", stderr)
        exit(1)
    }
}

/// Runs the body and throws the first fault that was reported in it.
///
/// - Throws: `TensorFault`, or what the body throws.
@discardableResult
public func withFaults<T>(_ body: () throws -> T) throws -> T {
    let context = ck_context()
    // A fault that waits already belongs to the caller: it is put back when the body is done.
    let outer = Faults.take()
    context.pointee.collecting += 1
    let result: Result<T, any Error>
    do { result = .success(try body()) } catch { result = .failure(error) }
    let inner = Faults.take()
    if let outer { Faults.report(outer) }
    context.pointee.collecting -= 1
    if let inner { throw inner }
    return try result.get()
}
