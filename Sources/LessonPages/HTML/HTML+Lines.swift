extension HTML {
    /// Lines of more characters than this may not fit into the text's width.
    private static let longLine = 60
    /// How many indentations the style knows, in steps of four columns.
    static let indentations = 10

    /// Writes the lines of preformatted text, each with its line end, by `write`.
    ///
    /// A long one gets a `span` that names its indentation, so that where it is wrapped its rest stands further in.
    mutating func lines(_ text: some Sequence<UInt8>, write: (ArraySlice<UInt8>, inout HTML) -> Void) {
        let bytes = Array(text)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            let line = bytes[start..<end]
            // Bytes that continue a character do not count.
            if line.count(where: { $0 & 0xC0 != 0x80 }) > Self.longLine {
                let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count / 4
                markup("<span class=\"long in\(min(indentation, Self.indentations - 1))\">")
                write(line, &self)
                markup("</span>")
            } else {
                write(line, &self)
            }
            start = end
        }
    }
}
