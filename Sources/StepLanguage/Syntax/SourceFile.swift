/// A piece of program text and where it stands: a whole file, or a step inside a Markdown file.
public final class SourceFile: @unchecked Sendable {
    public let name: String
    public let text: String
    /// The line of the file on which `text` begins (1 for a whole file).
    public let firstLine: Int
    /// Columns before the text on each of its lines (the indentation that a fence lost).
    public let indentation: Int
    /// Part of the library: its declarations are public, and natives stand behind functions without a body.
    let isLibrary: Bool

    let utf8: [UInt8]
    private var lineStarts: [Int] = []
    /// For text that the language writes: the places of the program that its pieces stand for, in order.
    private let origins: [Origin]

    /// A piece of text that begins at `start`, and the place that it stands for.
    struct Origin {
        let start: Int
        let place: SourceRange
        /// Taken from the place word for word.
        let isCopy: Bool
    }

    public init(name: String, text: String, firstLine: Int = 1, indentation: Int = 0) {
        self.name = name
        self.text = text
        self.firstLine = firstLine
        self.indentation = indentation
        self.isLibrary = false
        self.utf8 = Array(text.utf8)
        self.origins = []
    }

    /// Text that the language writes for a declaration of a file.
    init(expansionIn file: SourceFile, utf8: [UInt8], origins: [Origin]) {
        self.name = file.name
        self.text = String(decoding: utf8, as: UTF8.self)
        self.firstLine = 1
        self.indentation = 0
        self.isLibrary = file.isLibrary
        self.utf8 = utf8
        self.origins = origins
    }

    init(libraryChunk name: String, text: String, firstLine: Int) {
        self.name = name
        self.text = text
        self.firstLine = firstLine
        self.indentation = 0
        self.isLibrary = true
        self.utf8 = Array(text.utf8)
        self.origins = []
    }

    private func starts() -> [Int] {
        if lineStarts.isEmpty {
            lineStarts = [0]
            for (offset, byte) in utf8.enumerated() where byte == 10 {
                lineStarts.append(offset + 1)
            }
        }
        return lineStarts
    }

    /// The location of the bytes `offset ..< end`; a length that runs over the line's end is cut there.
    func location(_ offset: Int, to end: Int) -> SourceLocation {
        if let origin = origins.last(where: { $0.start <= offset }) ?? origins.first {
            let place = origin.place
            if !origin.isCopy { return place.location }
            let start = place.start + (offset - origin.start)
            return place.file.location(start, to: max(start, min(place.start + (end - origin.start), place.end)))
        }
        let starts = starts()
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let lineEnd = low + 1 < starts.count ? starts[low + 1] - 1 : utf8.count
        let length = max(1, min(end, lineEnd) - offset)
        return SourceLocation(
            file: name, line: firstLine + low, column: offset - starts[low] + 1 + indentation, length: length)
    }

    /// The text of a line of the file, counted as in `SourceLocation.line`.
    public func line(_ number: Int) -> String? {
        let starts = starts()
        let index = number - firstLine
        guard index >= 0, index < starts.count else { return nil }
        let end = index + 1 < starts.count ? starts[index + 1] - 1 : utf8.count
        return String(decoding: utf8[starts[index]..<max(starts[index], end)], as: UTF8.self)
    }
}

/// The bytes of a file that an expression, statement or declaration covers.
struct SourceRange: Hashable, CustomStringConvertible {
    let file: SourceFile
    let start: Int
    let end: Int

    var location: SourceLocation { file.location(start, to: end) }
    var description: String { "\(location.file):\(location.line):\(location.column)" }

    static func == (a: SourceRange, b: SourceRange) -> Bool {
        a.file === b.file && a.start == b.start && a.end == b.end
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(file))
        hasher.combine(start)
        hasher.combine(end)
    }
}
