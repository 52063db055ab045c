import CKernels

/// A buffer shared by a tensor and its views. `version` counts the changes in place.
package final class Storage {
    package let pointer: UnsafeMutableRawPointer
    package let byteCount: Int
    package var version: UInt32 = 0

    /// Uninitialised memory; nil when the budget or the machine has no more.
    init?(byteCount: Int) {
        guard let pointer = ck_allocate(max(byteCount, 1)) else { return nil }
        self.pointer = pointer
        self.byteCount = max(byteCount, 1)
    }

    deinit { ck_release(pointer, byteCount) }
}
