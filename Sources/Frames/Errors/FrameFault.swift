import Tensors

/// Hands an error to the fault handler, where the caller cannot throw.
func report(_ error: FrameError, in operation: String) {
    Faults.report(operation, error.description)
}

/// Runs a throwing body; an error becomes a fault and the stand-in the result.
func orFault<T>(_ operation: String, _ standIn: @autoclosure () -> T, _ body: () throws -> T) -> T {
    do {
        return try body()
    } catch {
        Faults.report(operation, "\(error)")
    }
    return standIn()
}
