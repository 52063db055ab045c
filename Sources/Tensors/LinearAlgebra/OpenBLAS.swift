import CKernels

#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// OpenBLAS, loaded when first used: products in ``fast(_:)`` and singular values of large matrices.
public enum OpenBLAS {
    typealias Product =
        @convention(c) (
            Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>?, Int32, UnsafePointer<Float>?, Int32, Float,
            UnsafeMutablePointer<Float>?, Int32
        ) -> Void
    typealias SingularValues =
        @convention(c) (
            UnsafePointer<CChar>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafeMutablePointer<Double>?, UnsafePointer<Int32>?,
            UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, UnsafePointer<Int32>?, UnsafeMutablePointer<Double>?,
            UnsafePointer<Int32>?, UnsafeMutablePointer<Double>?, UnsafePointer<Int32>?, UnsafeMutablePointer<Int32>?,
            UnsafeMutablePointer<Int32>?
        ) -> Void

    struct Library {
        let product: Product?
        let singularValues: SingularValues?
        let setThreads: (@convention(c) (Int32) -> Void)?
        let core: String
    }

    /// Nil where the library is not installed.
    static let library: Library? = {
        // An OpenBLAS older than the processor takes it for one with narrower vectors; it reads the wish while it loads.
        if getenv("OPENBLAS_CORETYPE") == nil && ck_variant_best() == Int32(CK_AVX512) { setenv("OPENBLAS_CORETYPE", "SkylakeX", 1) }
        for name in ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib"] {
            guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
            let product = dlsym(handle, "cblas_sgemm").map { unsafeBitCast($0, to: Product.self) }
            let values = dlsym(handle, "dgesdd_").map { unsafeBitCast($0, to: SingularValues.self) }
            var core = "unknown kernels"
            if let symbol = dlsym(handle, "openblas_get_corename") {
                let name = unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<CChar>?).self)
                if let text = name() { core = String(cString: text) }
            }
            let setThreads = dlsym(handle, "openblas_set_num_threads").map {
                unsafeBitCast($0, to: (@convention(c) (Int32) -> Void).self)
            }
            return Library(product: product, singularValues: values, setThreads: setThreads, core: core)
        }
        return nil
    }()

    /// Whether it is there and which kernels it chose. Loads it.
    public static var status: String {
        guard let library else { return "not found" }
        return "found, kernels \(library.core)"
    }

    /// Offers the library's product to the kernels, once. Nothing where there is no library.
    static let isOffered: Bool = {
        guard library?.product != nil else { return false }
        ck_gemm_fast_set { m, n, k, a, ars, acs, b, brs, bcs, c, ldc, accumulate in
            OpenBLAS.multiply(m, n, k, a, ars, acs, b, brs, bcs, c, ldc, accumulate) ? 1 : 0
        }
        return true
    }()

    /// c = a × b (+ c), strides in elements; false where the library cannot take these matrices, or gains nothing.
    private static func multiply(
        _ m: Int64, _ n: Int64, _ k: Int64, _ a: UnsafePointer<Float>?, _ ars: Int64, _ acs: Int64, _ b: UnsafePointer<Float>?,
        _ brs: Int64, _ bcs: Int64, _ c: UnsafeMutablePointer<Float>?, _ ldc: Int64, _ accumulate: Int32
    ) -> Bool {
        guard m * n * k > 32768, max(m, n, k, ldc) <= Int64(Int32.max), let product = library?.product,
            let (ta, lda) = layout(m, k, ars, acs), let (tb, ldb) = layout(k, n, brs, bcs)
        else { return false }
        library?.setThreads?(Int32(clamping: Threads.count))
        product(
            101, ta, tb, Int32(m), Int32(n), Int32(k), 1, a, lda, b, ldb, accumulate != 0 ? 1 : 0, c, Int32(ldc))
        return true
    }

    /// Whether a matrix of these strides is stored by rows or by columns, and the distance between them.
    private static func layout(_ rows: Int64, _ columns: Int64, _ rs: Int64, _ cs: Int64) -> (transpose: Int32, leading: Int32)? {
        if cs == 1 && rs >= columns { return Int32(exactly: rs).map { (111, $0) } }
        if rs == 1 && cs >= rows { return Int32(exactly: cs).map { (112, $0) } }
        return nil
    }
}

/// Runs the body with large products by OpenBLAS: quicker, but the last bits depend on the machine.
@discardableResult
public func fast<T>(_ body: () throws -> T) rethrows -> T {
    _ = OpenBLAS.isOffered
    ck_context().pointee.fast += 1
    defer { ck_context().pointee.fast -= 1 }
    return try body()
}
