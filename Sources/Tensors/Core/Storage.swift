import CKernels

/// A buffer shared by a tensor and its views. `version` counts the changes in place.
package final class Storage {
    package let pointer: UnsafeMutableRawPointer
    package let byteCount: Int
    package var version: UInt32 = 0
    /// Whether this is only address space for an operation that was refused its memory; what it holds means nothing.
    let isStandIn: Bool

    /// Uninitialised memory. Where the budget or the machine has no more: a fault, and a stand-in of the same size, so
    /// that the operation that asked can run to its end without harm.
    init(byteCount: Int) {
        self.byteCount = max(byteCount, 1)
        if let pointer = ck_allocate(self.byteCount) {
            self.pointer = pointer
            isStandIn = false
            return
        }
        let fault = TensorFault("memory", "\(byteCount) bytes for a tensor \(Storage.reason)")
        Faults.report(fault)
        guard let pointer = ck_allocate_stand_in(self.byteCount) else { Faults.stop(fault) }
        self.pointer = pointer
        isStandIn = true
    }

    private static var reason: String {
        guard let limit = MemoryBudget.limit else { return "are more than the machine has" }
        return "cross the budget of \(limit) bytes, of which \(MemoryBudget.used) are in use"
    }

    deinit {
        if isStandIn { ck_release_stand_in(pointer, byteCount) } else { ck_release(pointer, byteCount) }
    }
}
