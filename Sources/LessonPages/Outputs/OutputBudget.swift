/// How much of what steps give is written into a page, so that a page stays light whatever a lesson prints.
struct OutputBudget {
    /// Bytes of words that the page may still take.
    private(set) var left = 120_000
    static let longestText = 24_000
    static let mostRows = 200
    static let mostColumns = 60
    static let longestCell = 400

    /// The head of `text` that fits, cut at a line's end where there is one, and how many bytes are left out.
    mutating func take(_ text: String, atMost limit: Int = longestText) -> (shown: String, leftOut: Int) {
        let bytes = Array(text.utf8)
        let room = min(limit, max(0, left))
        var cost = 0
        var end = 0
        while end < bytes.count, cost + Self.cost(bytes[end]) <= room {
            cost += Self.cost(bytes[end])
            end += 1
        }
        if end < bytes.count {
            if let newline = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")), end - newline < 2000 { end = newline }
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        left -= cost
        return (String(decoding: bytes[..<end], as: UTF8.self), bytes.count - end)
    }

    /// How many bytes a byte takes in a page.
    private static func cost(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "&"): 5
        case UInt8(ascii: "<"), UInt8(ascii: ">"): 4
        case UInt8(ascii: "\""): 6
        case 0x00..<0x09, 0x0B..<0x20, 0x7F: 3
        default: 1
        }
    }

    /// What the tags around a table's cell take.
    private static let cellCost = 24

    /// A cell's text, shortened with an ellipsis when it is very long.
    mutating func takeCell(_ text: String) -> String {
        left -= Self.cellCost
        let (shown, leftOut) = take(text, atMost: Self.longestCell)
        return leftOut == 0 ? shown : shown + "…"
    }
}
