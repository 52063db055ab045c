#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// Powers of doubles, for what is not computed in tensors.
func powDouble(_ x: Double, _ y: Double) -> Double { pow(x, y) }
