import CKernels
#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// OpenBLAS, loaded when first used: products in ``fast(_:)`` and singular values of large matrices.
public enum OpenBLAS {
    typealias Product = @convention(c) (
        Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>?, Int32, UnsafePointer<Float>?, Int32, Float,
        UnsafeMutablePointer<Float>?, Int32
    ) -> Void
    typealias SingularValues = @convention(c) (
        UnsafePointer<CChar>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafeMutablePointer<Double>?, UnsafePointer<Int32>?,
        UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, UnsafePointer<Int32>?, UnsafeMutablePointer<Double>?,
        UnsafePointer<Int32>?, UnsafeMutablePointer<Double>?, UnsafePointer<Int32>?, UnsafeMutablePointer<Int32>?,
        UnsafeMutablePointer<Int32>?
    ) -> Void

    struct Library {
        let product: Product?
        let singularValues: SingularValues?
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
            return Library(product: product, singularValues: values, core: core)
        }
        return nil
    }()

    /// Whether it is there and which kernels it chose. Loads it.
    public static var status: String {
        guard let library else { return "not found" }
        return "found, kernels \(library.core)"
    }

    /// c = a × b (+ c) by OpenBLAS; false where it cannot take these matrices.
    static func multiply(_ a: Tensor, _ b: Tensor, into c: Tensor, accumulate: Bool) -> Bool {
        let (m, n, k) = (a.extents[0], b.extents[1], a.extents[1])
        guard m * n * k > 32768, let product = library?.product, c.strides[1] == 1,
            let (ta, lda) = layout(a), let (tb, ldb) = layout(b)
        else { return false }
        product(
            101, ta, tb, Int32(m), Int32(n), Int32(k), 1, a.floatPointer, lda, b.floatPointer, ldb, accumulate ? 1 : 0,
            c.floatPointer, Int32(c.strides[0]))
        return true
    }

    private static func layout(_ t: Tensor) -> (transpose: Int32, leading: Int32)? {
        if t.strides[1] == 1 && t.strides[0] >= t.extents[1] { return (111, Int32(t.strides[0])) }
        if t.strides[0] == 1 && t.strides[1] >= t.extents[0] { return (112, Int32(t.strides[1])) }
        return nil
    }
}

/// Runs the body with large products by OpenBLAS: quicker, but the last bits depend on the machine.
@discardableResult
public func fast<T>(_ body: () throws -> T) rethrows -> T {
    ck_context().pointee.fast += 1
    defer { ck_context().pointee.fast -= 1 }
    return try body()
}
