/// Judges the addresses that a lesson names.
enum SafeAddress {
    /// Schemes that a link may have. Others can run a script (`javascript:`), carry a page (`data:`) or start a program.
    private static let schemes: Set<String> = ["http", "https", "mailto"]

    /// The address of a link when following it can do no harm: relative, within the page, or of a known scheme.
    static func link(_ address: String) -> String? {
        guard isPrintable(address) else { return nil }
        guard let scheme = scheme(of: address) else { return address }
        return schemes.contains(scheme) ? address : nil
    }

    /// A picture's path when it stays inside the lesson's folder, cleaned of `./`; nil for everything else.
    static func picturePath(_ address: String) -> String? {
        let path = decoded(address)
        guard isPrintable(path), scheme(of: path) == nil, !path.hasPrefix("/"), !path.contains("\\"), !path.contains("?"),
            !path.contains("#")
        else {
            return nil
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else { return nil }
        let kind = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard parts.last?.contains(".") == true, mediaTypes[kind] != nil else { return nil }
        return parts.joined(separator: "/")
    }

    /// Picture types by file name extension.
    static let mediaTypes = [
        "png": "image/png", "apng": "image/apng", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "svg": "image/svg+xml",
    ]

    /// `address` for an attribute: as cmark does, bytes that no address has are percent-encoded.
    static func encoded(_ address: String) -> String {
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "'"): bytes += "&#x27;".utf8
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                bytes.append(byte)
            default:
                if unescaped.contains(byte) {
                    bytes.append(byte)
                } else {
                    let digits = String(byte, radix: 16, uppercase: true)
                    bytes += ("%" + (digits.count < 2 ? "0" : "") + digits).utf8
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let unescaped = Set("!#$%()*+,-./:;=?@_~".utf8)

    /// What stands before the first colon, in lower case, if that colon comes before any `/`, `?` and `#`.
    private static func scheme(of address: String) -> String? {
        guard let colon = address.firstIndex(of: ":") else { return nil }
        let head = address[..<colon]
        return head.contains(where: { "/?#".contains($0) }) ? nil : head.lowercased()
    }

    /// Browsers drop tabs, line ends and leading control characters from addresses, which can hide a scheme.
    private static func isPrintable(_ address: String) -> Bool {
        address.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } && address.first != " "
    }

    private static func decoded(_ address: String) -> String {
        let bytes = Array(address.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
