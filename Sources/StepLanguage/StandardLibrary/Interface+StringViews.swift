extension StandardLibrary {
    /// The units of a text: its bytes in UTF-8, its words in UTF-16, its Unicode scalars.
    ///
    /// A place in any of them is the number of UTF-8 bytes before it. The second half of a surrogate pair, which
    /// stands at no byte, is the place one after the first.
    static let stringViews =
        view("UTF8View", of: "UInt8", units: "_bytes", name: "UTF8View")
        + view("UTF16View", of: "UInt16", units: "_words", name: "StringUTF16")
        + view("UnicodeScalarView", of: "Unicode.Scalar", units: "_scalars", name: "StringUnicodeScalarView")
        + #"""
            extension String {
                var utf8: String.UTF8View { String.UTF8View(_text: self) }
                var utf16: String.UTF16View { String.UTF16View(_text: self) }
                var unicodeScalars: String.UnicodeScalarView {
                    get { String.UnicodeScalarView(_text: self) }
                    set { self = newValue._text }
                }
                init(_ scalars: String.UnicodeScalarView) { self = scalars._text }
                init(_ scalars: Substring.UnicodeScalarView) { self = scalars._string }
                init(_ bytes: String.UTF8View) { self = bytes._text }
                init(_ words: String.UTF16View) { self = words._text }
                init?(_ bytes: Substring.UTF8View) {
                    let text = bytes._string
                    if text._end != bytes.count { return nil }
                    self = text
                }
            }

            extension Substring {
                var utf8: Substring.UTF8View { Substring.UTF8View(_text: base, startIndex: startIndex, endIndex: endIndex) }
                var utf16: Substring.UTF16View { Substring.UTF16View(_text: base, startIndex: startIndex, endIndex: endIndex) }
                var unicodeScalars: Substring.UnicodeScalarView {
                    Substring.UnicodeScalarView(_text: base, startIndex: startIndex, endIndex: endIndex)
                }
            }

            extension Character {
                typealias UTF8View = String.UTF8View
                typealias UTF16View = String.UTF16View
                typealias UnicodeScalarView = String.UnicodeScalarView
                var utf8: String.UTF8View { String(self).utf8 }
                var utf16: String.UTF16View { String(self).utf16 }
                var unicodeScalars: String.UnicodeScalarView { String(self).unicodeScalars }
            }

            extension String.UnicodeScalarView: RangeReplaceableCollection {
                init() { self.init(_text: "") }
                mutating func append(_ newElement: Unicode.Scalar) { _text += String(newElement) }
                mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Unicode.Scalar {
                    var piece = ""
                    for scalar in newElements { piece += String(scalar) }
                    _text._replace(subrange.lowerBound._offset, subrange.upperBound._offset, piece)
                }
            }

            extension Substring.UnicodeScalarView: RangeReplaceableCollection {
                init() { self.init(_text: "", startIndex: "".startIndex, endIndex: "".endIndex) }
                mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C) where C.Element == Unicode.Scalar {
                    let before = _text[startIndex..<subrange.lowerBound]
                    let after = _text[subrange.upperBound..<endIndex]
                    var piece = ""
                    for scalar in newElements { piece += String(scalar) }
                    let text = String(before) + piece + String(after)
                    self = Substring.UnicodeScalarView(_text: text, startIndex: text.startIndex, endIndex: text.endIndex)
                }
            }

            extension String.Index {
                init(utf16Offset offset: Int, in text: String) { self = text.utf16.index(text.startIndex, offsetBy: offset) }
                func utf16Offset(in text: String) -> Int { text._words(from: 0, to: _offset) }
            }

            """#

    /// A view of a whole text and one of a part of it.
    ///
    /// - Parameters:
    ///   - units: the `String` member of that name that gives the units between two places, the place that stands a
    ///     number of units from another, and the number of units between two.
    ///   - name: what `debugPrint` calls the view.
    private static func view(_ view: String, of element: String, units: String, name: String) -> String {
        let common = """
                    typealias Element = \(element)
                    typealias Index = String.Index
                    typealias Iterator = IndexingIterator<[\(element)]>
                    typealias SubSequence = Substring.\(view)
                    var _text: String
                    var count: Int { _text.\(units)(from: startIndex._offset, to: endIndex._offset) }
                    var _units: [\(element)] { _text.\(units)(startIndex._offset, endIndex._offset) }
                    func index(after i: String.Index) -> String.Index { index(i, offsetBy: 1) }
                    func index(before i: String.Index) -> String.Index { index(i, offsetBy: -1) }
                    func index(_ i: String.Index, offsetBy distance: Int) -> String.Index {
                        String.Index(_offset: _text.\(units)(i._offset, by: distance))
                    }
                    func distance(from start: String.Index, to end: String.Index) -> Int {
                        _text.\(units)(from: start._offset, to: end._offset)
                    }
                    subscript(r: Range<String.Index>) -> Substring.\(view) {
                        _ = _text.\(units)(from: r.lowerBound._offset, to: r.upperBound._offset)
                        return Substring.\(view)(_text: _text, startIndex: r.lowerBound, endIndex: r.upperBound)
                    }
                    func makeIterator() -> IndexingIterator<[\(element)]> { _units.makeIterator() }
            """
        return """
            extension String {
                func \(units)(_ start: Int, _ end: Int) -> [\(element)]
                func \(units)(_ offset: Int, by distance: Int) -> Int
                func \(units)(from start: Int, to end: Int) -> Int
                func \(units)(at offset: Int) -> \(element)
                struct \(view): BidirectionalCollection, CustomStringConvertible, CustomDebugStringConvertible, Sendable {
            \(common)
                    var startIndex: String.Index { String.Index(_offset: 0) }
                    var endIndex: String.Index { String.Index(_offset: _text._end) }
                    subscript(i: String.Index) -> \(element) { _text.\(units)(at: i._offset) }
                    var description: String { _text }
                    var debugDescription: String { "\(name)(" + _text.debugDescription + ")" }
                }
            }

            extension Substring {
                struct \(view): BidirectionalCollection, CustomStringConvertible, Sendable {
            \(common)
                    let startIndex: String.Index
                    let endIndex: String.Index
                    var _string: String { String(_text[startIndex..<endIndex]) }
                    subscript(i: String.Index) -> \(element) {
                        if !(i >= startIndex && i < endIndex) { _fail("Substring index is out of bounds") }
                        return _text.\(units)(at: i._offset)
                    }
                    var description: String { _fail("the text of a part of a \(view) is not supported: make a String of it") }
                }
            }


            """
    }
}
