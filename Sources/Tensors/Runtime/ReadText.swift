#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// The first 64 KiB of a text file of the system, or nil.
func readText(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    return String(decoding: bytes[0..<count], as: UTF8.self)
}
