import CKernels

/// A request, from any thread, that what is running stop soon.
public enum Interruption {
    /// What ``check()`` throws.
    public struct Requested: Error, CustomStringConvertible {
        public var description: String { "interrupted" }
    }

    public static var isRequested: Bool { ck_interrupt_get() != 0 }
    /// Asks the running computation to stop; safe in a signal handler.
    public static func request() { ck_interrupt_set(1) }
    public static func clear() { ck_interrupt_set(0) }
    /// - Throws: ``Requested`` when a request was made.
    public static func check() throws {
        if isRequested { throw Requested() }
    }
}

/// How many threads the kernels use. Results do not depend on it.
public enum Threads {
    /// At least 1; at first the number of processors, or `LESSONS_THREADS`.
    public static var count: Int {
        get { Int(ck_threads_get()) }
        set { ck_threads_set(Int32(clamping: newValue)) }
    }
}

/// The memory that tensors may take, in bytes.
public enum MemoryBudget {
    /// Crossing it is a fault; nil for no limit.
    public static var limit: Int? {
        get {
            let bytes = ck_memory_limit_get()
            return bytes == 0 ? nil : Int(bytes)
        }
        set { ck_memory_limit(Int64(newValue ?? 0)) }
    }
    /// What live tensors hold.
    public static var used: Int { Int(ck_memory_used()) }
    /// The most that was held since the start or ``resetPeak()``.
    public static var peak: Int { Int(ck_memory_peak()) }
    public static func resetPeak() { ck_memory_reset_peak() }
    /// Lets the process keep what it frees, of all kinds of memory, for its next use rather than have it cleared anew by the
    /// system: for programs in which pictures, kept states and threads come and go. Call it before there are threads.
    package static func keepFreed() { ck_memory_keep() }
    /// Returns pooled buffers to the system.
    public static func trim() { ck_memory_trim() }
}

/// The processor and the variant of the kernels that runs on it.
public enum Processor {
    /// Builds of the kernels; all give the same bits.
    public enum Variant: Int32, CaseIterable, Sendable, CustomStringConvertible {
        case baseline, avx2, avx512
        public var description: String {
            switch self {
            case .baseline: return "baseline"
            case .avx2: return "avx2"
            case .avx512: return "avx512"
            }
        }
    }

    /// The variant in use: the best one, or the one that `LESSONS_CPU` names.
    public static var variant: Variant { Variant(rawValue: ck_variant_get()) ?? .baseline }

    /// The variants that this processor can run.
    public static var variants: [Variant] { Variant.allCases.filter { $0.rawValue <= ck_variant_best() } }

    /// Runs the body with another variant. For tests: the choice holds for all threads.
    ///
    /// - Throws: `TensorFault` when the processor cannot run it, or what the body throws.
    package static func with<T>(_ variant: Variant, _ body: () throws -> T) throws -> T {
        let before = ck_variant_get()
        guard ck_variant_set(variant.rawValue) != 0 else {
            throw TensorFault("Processor", "this processor cannot run \(variant)")
        }
        defer { _ = ck_variant_set(before) }
        return try body()
    }

    /// The processor's name, its threads and the variant in use.
    public static var description: String { "\(name), \(Threads.count) threads, kernels \(variant)" }

    static var name: String {
        guard let text = readText("/proc/cpuinfo") else { return "unknown processor" }
        for line in text.split(separator: "\n") where line.hasPrefix("model name") {
            if let colon = line.firstIndex(of: ":") {
                return line[line.index(after: colon)...].drop { $0 == " " }.description
            }
        }
        return "unknown processor"
    }
}
