import CKernels

/// Changes of storages that are put off until someone asks for what they hold.
package protocol PostponedChanges: AnyObject {
    /// Makes all of them, and lets go of the storages.
    func settle()
    /// Makes those of some rows of a table, indices along its first axis; false where it is not the table that they
    /// belong to, and nothing was made.
    func settle(rows: UnsafeBufferPointer<Int64>, of table: Tensor) -> Bool
}

/// A buffer shared by a tensor and its views. `version` counts the changes in place.
package final class Storage {
    /// The memory, whatever was put off.
    package let unsettledPointer: UnsafeMutableRawPointer
    package let byteCount: Int
    package var version: UInt32 = 0
    /// What is put off of this storage's changes. It does not hold the storage.
    @exclusivity(unchecked) package var postponed: (any PostponedChanges)?
    /// Whether this is only address space for an operation that was refused its memory; what it holds means nothing.
    let isStandIn: Bool

    /// Uninitialised memory. Where the budget or the machine has no more: a fault, and a stand-in of the same size, so
    /// that the operation that asked can run to its end without harm.
    init(byteCount: Int) {
        self.byteCount = max(byteCount, 1)
        if let pointer = ck_allocate(self.byteCount) {
            unsettledPointer = pointer
            isStandIn = false
            return
        }
        let fault = TensorFault("memory", "\(byteCount) bytes for a tensor \(Storage.reason)")
        Faults.report(fault)
        guard let pointer = ck_allocate_stand_in(self.byteCount) else { Faults.stop(fault) }
        unsettledPointer = pointer
        isStandIn = true
    }

    /// The memory, with nothing put off.
    @inline(__always)
    package var pointer: UnsafeMutableRawPointer {
        if postponed != nil { settle() }
        return unsettledPointer
    }

    @inline(never)
    package func settle() { postponed?.settle() }

    private static var reason: String {
        guard let limit = MemoryBudget.limit else { return "are more than the machine has" }
        return "cross the budget of \(limit) bytes, of which \(MemoryBudget.used) are in use"
    }

    deinit {
        // The other storages of what is put off may live on.
        settle()
        if isStandIn { ck_release_stand_in(unsettledPointer, byteCount) } else { ck_release(unsettledPointer, byteCount) }
    }
}
