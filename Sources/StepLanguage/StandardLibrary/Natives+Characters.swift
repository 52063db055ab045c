extension NativeTable {
    func addCharacters() {
        function("Character.init(extendedGraphemeClusterLiteral:)") { (a: Int) in a }
        checked("Character.init(_: String)") { (text: Ref, site) in
            let text = text.string
            guard let first = text.first else { throw site.trap("Can't form a Character from an empty String") }
            if text.index(after: text.startIndex) != text.endIndex {
                throw site.trap("Can't form a Character from a String containing more than one extended grapheme cluster")
            }
            return Characters.code(first)
        }
        function("Unicode.Scalar.debugDescription") { (scalar: Ref) in
            (Unicode.Scalar(UInt32(scalar.cast(to: Record.self).words[0]))?.debugDescription ?? "").object
        }
        // A scalar of the program is a struct of one word, its value.
        function("Character.init(_: Unicode.Scalar)") { (scalar: Ref) in scalar.cast(to: Record.self).words[0] }
        function("String.init(_: Unicode.Scalar)") { (scalar: Ref) in
            String(Characters.character(scalar.cast(to: Record.self).words[0])).object
        }
        function("Character.description") { (a: Int) in String(Characters.character(a)).object }
        function("Character.debugDescription") { (a: Int) in Characters.character(a).debugDescription.object }
        function("Character.==(_:_:)") { (a: Int, b: Int) in Characters.equal(a, b).word }
        function("Character.<(_:_:)") { (a: Int, b: Int) in Characters.less(a, b).word }
        func test(_ name: String, _ property: @escaping (Character) -> Bool) {
            let ascii = (0..<128).map { property(Character(Unicode.Scalar(UInt8($0)))).word }
            function("Character.\(name)") { (a: Int) in
                a >= 0 && a < 128 ? ascii[a] : property(Characters.character(a)).word
            }
        }
        test("isLetter") { $0.isLetter }
        test("isNumber") { $0.isNumber }
        test("isWholeNumber") { $0.isWholeNumber }
        test("isHexDigit") { $0.isHexDigit }
        test("isWhitespace") { $0.isWhitespace }
        test("isNewline") { $0.isNewline }
        test("isPunctuation") { $0.isPunctuation }
        test("isSymbol") { $0.isSymbol }
        test("isMathSymbol") { $0.isMathSymbol }
        test("isCurrencySymbol") { $0.isCurrencySymbol }
        test("isUppercase") { $0.isUppercase }
        test("isLowercase") { $0.isLowercase }
        test("isCased") { $0.isCased }
        test("isASCII") { $0.isASCII }
        function("Character.asciiValue") { (a: Int) in Characters.character(a).asciiValue.map { Int($0) }.boxed }
        function("Character.wholeNumberValue") { (a: Int) in Characters.character(a).wholeNumberValue.boxed }
        function("Character.hexDigitValue") { (a: Int) in Characters.character(a).hexDigitValue.boxed }
        function("Character.uppercased()") { (a: Int) in Characters.character(a).uppercased().object }
        function("Character.lowercased()") { (a: Int) in Characters.character(a).lowercased().object }
    }

    private static let scalarLayout = Layout([.int])

    /// The program's `Unicode.Scalar`.
    static func scalar(_ scalar: Unicode.Scalar) -> Record {
        let record = Record.make(scalarLayout)
        record.words[0] = Int(scalar.value)
        return record
    }
}
