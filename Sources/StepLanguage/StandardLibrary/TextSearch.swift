/// Finding, splitting and trimming, as the standard library and Foundation do it.
enum TextSearch {
    /// Whether a text is ASCII without carriage returns: then every byte is a character.
    @inline(__always)
    static func isPlain(_ text: Substring) -> Bool {
        let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
            var mixed: UInt8 = 0
            var returns = false
            for byte in bytes {
                mixed |= byte
                returns = returns || byte == 13
            }
            return mixed < 0x80 && !returns
        }
        return answer ?? false
    }

    /// The pieces between the characters equal to a separator.
    static func split(_ text: Substring, _ separator: Int, _ maxSplits: Int, _ omitsEmpty: Bool) -> [Substring] {
        guard separator >= 0, separator < 0x80, isPlain(text) else {
            return text.split(
                separator: Characters.character(separator), maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty)
        }
        let utf8 = text.utf8
        return utf8.split(
            separator: UInt8(separator), maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty
        ).map { Substring($0) }
    }

    /// The pieces between the places where a text stands.
    static func split(_ text: Substring, _ separator: String, _ maxSplits: Int, _ omitsEmpty: Bool) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var position = start
        let length = separator.count
        while length > 0, position < text.endIndex, pieces.count < maxSplits {
            if text[position...].starts(with: separator) {
                if !(omitsEmpty && start == position) { pieces.append(text[start..<position]) }
                position = text.index(position, offsetBy: length)
                start = position
            } else {
                position = text.index(after: position)
            }
        }
        if !(omitsEmpty && start == text.endIndex) { pieces.append(text[start...]) }
        return pieces
    }

    static func contains(_ text: String, _ part: String) -> Bool {
        part.isEmpty || components(text, separatedBy: part).count > 1
    }

    /// The pieces between the places where a text stands; whole characters match.
    static func components(_ text: String, separatedBy separator: String) -> [String] {
        if separator.isEmpty || text.utf8.count < separator.utf8.count { return [text] }
        if isPlain(text[...]) && isPlain(separator[...]) {
            return pieces(Array(text.utf8), Array(separator.utf8)).map { String(decoding: $0, as: UTF8.self) }
        }
        return pieces(Array(text), Array(separator)).map { String($0) }
    }

    private static func pieces<Unit: Equatable>(_ units: [Unit], _ separator: [Unit]) -> [ArraySlice<Unit>] {
        var pieces: [ArraySlice<Unit>] = []
        var start = 0
        var position = 0
        let first = separator[0]
        while position + separator.count <= units.count {
            if units[position] == first && units[position..<(position + separator.count)].elementsEqual(separator) {
                pieces.append(units[start..<position])
                position += separator.count
                start = position
            } else {
                position += 1
            }
        }
        pieces.append(units[start...])
        return pieces
    }

    static func components(_ text: String, separatedBy set: ScalarSet) -> [String] {
        text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: set.contains).map { String($0) }
    }

    /// Where a text first stands in another, by characters; from the end, or at the start alone. An empty text stands nowhere.
    static func find(
        _ target: String, in text: String, foldsCase: Bool, isBackwards: Bool, isAnchored: Bool
    ) -> Range<String.Index>? {
        func folded(_ character: Character) -> Character { foldsCase ? character.lowercased().first ?? character : character }
        let wanted = target.map(folded)
        let places = Array(text.indices) + [text.endIndex]
        let characters = text.map(folded)
        if wanted.isEmpty || wanted.count > characters.count { return nil }
        func stands(_ start: Int) -> Bool { wanted.indices.allSatisfy { characters[start + $0] == wanted[$0] } }
        let last = characters.count - wanted.count
        let starts = isAnchored ? (isBackwards ? last...last : 0...0) : 0...last
        let found = isBackwards ? starts.last(where: stands) : starts.first(where: stands)
        return found.map { places[$0]..<places[$0 + wanted.count] }
    }

    static func trimming(_ text: String, _ set: ScalarSet) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !set.contains($0) }),
            let last = scalars.lastIndex(where: { !set.contains($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The first letter of every word in upper case, the others in lower case.
    static func capitalized(_ text: String) -> String {
        var result = ""
        var isInside = false
        for character in text {
            if isInside {
                result += character.lowercased()
            } else {
                let scalars = character.unicodeScalars
                result += scalars.first?.properties.titlecaseMapping ?? ""
                result.unicodeScalars.append(contentsOf: scalars.dropFirst())
            }
            isInside = character.isLetter && character.isCased || (isInside && (character == "'" || character == "’"))
        }
        return result
    }
}

/// A `CharacterSet` of the program: its kind and, for one made from text, its members.
struct ScalarSet {
    private let kind: Int
    private let members: Set<Unicode.Scalar>

    /// From a value of the interface's struct: a word for the kind, one for the members' text.
    init(_ value: Ref) {
        let words = value.cast(to: Record.self).words
        kind = words[0]
        members = Set(Ref.load(words + 1).string.unicodeScalars)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        kind & 16 == 0 ? isMember(scalar) : !isMember(scalar)
    }

    private func isMember(_ scalar: Unicode.Scalar) -> Bool {
        switch kind & 15 {
        case 1: isSpace(scalar)
        case 2: isSpace(scalar) || isNewline(scalar)
        case 3: isNewline(scalar)
        case 4: scalar.properties.generalCategory == .decimalNumber
        case 5: isLetter(scalar)
        case 6: isLetter(scalar) || isNumber(scalar)
        case 7: isPunctuation(scalar)
        default: members.contains(scalar)
        }
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
    }

    private func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        (0x0A...0x0D).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    private func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }

    private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
