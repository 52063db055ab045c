import LessonKit
import StepLanguage

/// LessonKit as steps see it: its declarations, and the native function behind each.
public enum LessonLibrary {
    /// The library that lessons are checked against and run with. Made once; declarations are parsed when they are used.
    public static func library() -> Library { shared }

    nonisolated(unsafe) private static let shared: Library = {
        let library = Library()
        library.addStandardLibrary()
        addModules(to: library)
        library.declare(interfaceByHand, name: "LessonKit")
        library.declare(interfaceDisplay, name: "LessonKit")
        library.declare(interfaceTensorIndexing, name: "Tensors")
        bindDisplay(library)
        bindTensorIndexing(library)
        bindGenericFunctions(library)
        bindSubclasses(library)
        addKeepers(to: library)
        return library
    }()

    /// Lets the library's faults stop a step at the line that made them.
    public static func connect(_ machine: Machine) {
        Faults.handler = { _ in }
        // Half of what the program may hold: a tensor is refused before it is filled, which nothing could interrupt.
        MemoryBudget.limit = machine.limits.memoryBytes / 2
        pendingError = nil
        machine.hooks.afterNativeCall = {
            if let error = pendingError {
                pendingError = nil
                _ = Faults.take()
                return error
            }
            guard Faults.isPending, let fault = Faults.take() else { return nil }
            // The words of an exercise's check are for the reader as they are.
            return Trap.fault(fault.operation == "check" ? fault.message : fault.description)
        }
    }

    /// What a closure of a step threw while the library, which cannot pass it on, was calling it.
    nonisolated(unsafe) static var pendingError: Error?

    /// Calls a step's closure from library code that does not throw: an error is kept for the end of the library's call.
    static func guarded<R: Placeholder>(_ body: () throws -> R) -> R {
        if pendingError != nil { return R.placeholder }
        do {
            return try body()
        } catch {
            pendingError = error
            return R.placeholder
        }
    }

    static func guarded(_ body: () throws -> Void) {
        guard pendingError == nil else { return }
        do { try body() } catch { pendingError = error }
    }
}

/// A type with a value that stands in where a step's closure failed; nobody sees it, since the step stops.
protocol Placeholder {
    static var placeholder: Self { get }
}

extension Int: Placeholder { static var placeholder: Int { 0 } }
extension Double: Placeholder { static var placeholder: Double { .nan } }
extension Bool: Placeholder { static var placeholder: Bool { false } }
extension String: Placeholder { static var placeholder: String { "" } }
extension Array: Placeholder { static var placeholder: [Element] { [] } }
extension Tensor: Placeholder { static var placeholder: Self { unsafeDowncast(Tensor(Double.nan), to: Self.self) } }
extension Schedule.Setting: Placeholder { static var placeholder: Schedule.Setting { Schedule.Setting(rateFactor: 1) } }
extension Figure: Placeholder { static var placeholder: Figure { Figure(kind: "none", content: .panels([], columns: 1)) } }
