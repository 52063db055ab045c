import SwiftParser
import SwiftSyntax

/// A top-level declaration of interface text, cut into its header and its members, none of them parsed yet.
final class LibraryChunk: @unchecked Sendable {
    enum Kind { case type, `extension`, other }

    struct Member {
        /// The base name: `map`, `init`, `subscript`, `+`; for `case a, b` every name.
        var names: [String]
        var range: Range<Int>
    }

    let source: SourceFile
    let kind: Kind
    let name: String
    let range: Range<Int>
    /// From the start to the brace that opens the members.
    let headerEnd: Int
    let members: [Member]
    private var parsedMembers: [Int: MemberBlockItemListSyntax] = [:]
    private var header: DeclSyntax?
    lazy var memberIndex: [String: [Int]] = {
        var result: [String: [Int]] = [:]
        for (index, member) in members.enumerated() {
            for name in member.names { result[name, default: []].append(index) }
        }
        return result
    }()

    init(source: SourceFile, kind: Kind, name: String, range: Range<Int>, headerEnd: Int, members: [Member]) {
        self.source = source
        self.kind = kind
        self.name = name
        self.range = range
        self.headerEnd = headerEnd
        self.members = members
    }

    /// The declaration with an empty member block (for a type or extension), or the whole of it.
    func parsedHeader() -> DeclSyntax? {
        if let header { return header }
        var text = String(decoding: source.utf8[range.lowerBound..<headerEnd], as: UTF8.self)
        if kind != .other { text += "{}" }
        let tree = Parser.parse(source: text)
        for item in tree.statements {
            if let declaration = item.item.as(DeclSyntax.self) {
                header = declaration
                return declaration
            }
        }
        return nil
    }

    func parsedMember(_ index: Int) -> MemberBlockItemListSyntax {
        if let parsed = parsedMembers[index] { return parsed }
        let text = "enum _ {" + String(decoding: source.utf8[members[index].range], as: UTF8.self) + "\n}"
        let tree = Parser.parse(source: text)
        var list = MemberBlockItemListSyntax([])
        if let declaration = tree.statements.first?.item.as(EnumDeclSyntax.self) {
            list = declaration.memberBlock.members
        }
        parsedMembers[index] = list
        return list
    }
}

/// Interface text by name, found by a scan of its bytes that knows only brackets, strings, comments and keywords.
final class LibraryIndex {
    private(set) var chunks: [LibraryChunk] = []
    private(set) var byName: [String: [LibraryChunk]] = [:]
    private(set) var extensions: [String: [LibraryChunk]] = [:]
    /// The types and extensions that declare an operator.
    private(set) var operatorOwners: [String: [LibraryChunk]] = [:]
    /// Operators and precedence groups declared by the text, unparsed.
    private(set) var operatorDeclarations: [String] = []

    init() { add(builtinInterface, name: "Swift/Builtin") }

    func add(_ text: String, name: String) {
        var text = text
        text.makeContiguousUTF8()
        let source = SourceFile(libraryChunk: name, text: text, firstLine: 1)
        let found: [LibraryChunk] = source.utf8.withUnsafeBufferPointer { bytes in
            var scanner = InterfaceScanner(bytes: bytes, source: source)
            return scanner.scan()
        }
        for chunk in found {
            chunks.append(chunk)
            if chunk.kind == .extension {
                extensions[chunk.name, default: []].append(chunk)
            } else if chunk.name.isEmpty {
                operatorDeclarations.append(String(decoding: source.utf8[chunk.range], as: UTF8.self))
            } else {
                byName[chunk.name, default: []].append(chunk)
            }
            if chunk.kind != .other {
                for name in chunk.memberIndex.keys where name.isOperatorName {
                    operatorOwners[name, default: []].append(chunk)
                }
            }
        }
    }
}

func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, 0x80...: return true
    default: return false
    }
}

extension String {
    /// The name of an operator function rather than an identifier.
    var isOperatorName: Bool {
        guard let first = unicodeScalars.first else { return false }
        if first.isASCII { return first != "$" && !isIdentifierByte(UInt8(first.value)) }
        switch first.value {
        case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7, 0x2016, 0x2017,
            0x2020...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x23FF, 0x2500...0x2775,
            0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020, 0x3030:
            return true
        default: return false
        }
    }
}

private struct InterfaceScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let source: SourceFile
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>, source: SourceFile) {
        self.bytes = bytes
        self.source = source
    }

    mutating func scan() -> [LibraryChunk] {
        var result: [LibraryChunk] = []
        while let chunk = scanDeclaration() { result.append(chunk) }
        return result
    }

    private mutating func skipTrivia() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 32 {
                position += 1
            } else if byte == 47, position + 1 < bytes.count, bytes[position + 1] == 47 {
                while position < bytes.count, bytes[position] != 10 { position += 1 }
            } else if byte == 47, position + 1 < bytes.count, bytes[position + 1] == 42 {
                position += 2
                while position + 1 < bytes.count, !(bytes[position] == 42 && bytes[position + 1] == 47) { position += 1 }
                position = min(position + 2, bytes.count)
            } else {
                return
            }
        }
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, isIdentifierByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipString() {
        // The opening quote is at `position`.
        let isMultiline = position + 2 < bytes.count && bytes[position + 1] == 34 && bytes[position + 2] == 34
        if isMultiline {
            position += 3
            while position + 2 < bytes.count {
                if bytes[position] == 34, bytes[position + 1] == 34, bytes[position + 2] == 34 {
                    position += 3
                    return
                }
                position += bytes[position] == 92 ? 2 : 1
            }
            position = bytes.count
            return
        }
        position += 1
        while position < bytes.count, bytes[position] != 34, bytes[position] != 10 {
            if bytes[position] == 92 {
                if position + 1 < bytes.count, bytes[position + 1] == 40 {
                    position += 1
                    skipBrackets()
                } else {
                    position += 2
                }
            } else {
                position += 1
            }
        }
        position = min(position + 1, bytes.count)
    }

    /// From an opening bracket past its closing one.
    private mutating func skipBrackets() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case 40, 91, 123:
                depth += 1
                position += 1
            case 41, 93, 125:
                depth -= 1
                position += 1
                if depth == 0 { return }
            case 34: skipString()
            case 47:
                let before = position
                skipTrivia()
                if position == before { position += 1 }
            default: position += 1
            }
        }
    }

    private static let modifiers: Set<String> = [
        "public", "open", "internal", "private", "fileprivate", "final", "static", "class", "mutating", "nonmutating",
        "override", "prefix", "postfix", "infix", "convenience", "required", "lazy", "weak", "unowned", "indirect",
        "package", "consuming", "borrowing", "nonisolated", "isolated", "dynamic", "optional",
    ]

    private static let keywords: Set<String> = [
        "struct", "class", "enum", "protocol", "extension", "func", "var", "let", "typealias", "init", "subscript",
        "case", "associatedtype", "deinit", "operator", "precedencegroup", "import", "actor", "macro",
    ]

    /// At a declaration's first token: its keyword and name, with the position after them.
    private mutating func scanHead() -> (keyword: String, name: String)? {
        while position < bytes.count {
            skipTrivia()
            guard position < bytes.count else { return nil }
            let byte = bytes[position]
            if byte == 64 {
                position += 1
                _ = word()
                if position < bytes.count, bytes[position] == 40 { skipBrackets() }
                continue
            }
            guard isIdentifierByte(byte) else {
                position += 1
                continue
            }
            let start = position
            let text = word()
            if text == "class" {
                // `class func`, `class var`, or the keyword itself.
                let saved = position
                skipTrivia()
                let next = word()
                position = saved
                if !["func", "var", "let", "subscript", "override", "final"].contains(next) {
                    return ("class", scanName())
                }
                continue
            }
            if ["private", "fileprivate", "internal", "public", "open", "unowned"].contains(text) {
                skipBlanks()
                if position < bytes.count, bytes[position] == 40 { skipBrackets() }
                continue
            }
            if Self.keywords.contains(text) {
                if text == "init" || text == "subscript" || text == "deinit" { return (text, text) }
                return (text, scanName())
            }
            if Self.modifiers.contains(text) { continue }
            position = start
            return nil
        }
        return nil
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] == 32 { position += 1 }
    }

    private mutating func scanName() -> String {
        skipTrivia()
        guard position < bytes.count else { return "" }
        if bytes[position] == 96 {
            position += 1
            let text = word()
            position += 1
            return text
        }
        if isIdentifierByte(bytes[position]) {
            var text = word()
            while position < bytes.count, bytes[position] == 46 {
                position += 1
                text += "." + word()
            }
            return text
        }
        let start = position
        while position < bytes.count, isOperatorByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func isOperatorByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 33, 37, 38, 42, 43, 45, 46, 47, 60, 61, 62, 63, 94, 124, 126: return true
        default: return false
        }
    }

    /// After the name: to the end of a declaration that is not a type (its line's end outside brackets, or its body's).
    private mutating func skipRest(stopAtBrace: Bool) -> Bool {
        while position < bytes.count {
            switch bytes[position] {
            case 123:
                if stopAtBrace { return true }
                skipBrackets()
                // `= { … }()` goes on; an accessor block or body ends here.
                if position < bytes.count, bytes[position] == 40 { continue }
                return false
            case 40, 91: skipBrackets()
            case 125: return false
            case 34: skipString()
            case 47:
                let before = position
                skipTrivia()
                if position == before { position += 1 } else { return false }
            case 10, 59:
                // A declaration goes on where its next line begins with something that cannot begin one.
                let end = position
                var look = position
                while look < bytes.count, bytes[look] <= 32 { look += 1 }
                if !stopAtBrace, bytes[end] == 10, look < bytes.count {
                    if bytes[look] == 46 || bytes[look] == 45 || bytes[look] == 123 || bytes[look] == 61
                        || startsWith("where", at: look) || startsWith("throws", at: look)
                        || startsWith("rethrows", at: look)
                    {
                        position = look
                        continue
                    }
                }
                if stopAtBrace {
                    position += 1
                    continue
                }
                position = end
                return false
            default: position += 1
            }
        }
        return false
    }

    private func startsWith(_ text: String, at index: Int) -> Bool {
        var offset = index
        for byte in text.utf8 {
            guard offset < bytes.count, bytes[offset] == byte else { return false }
            offset += 1
        }
        return offset >= bytes.count || !isIdentifierByte(bytes[offset])
    }

    private mutating func scanDeclaration() -> LibraryChunk? {
        let start = position
        guard let (keyword, name) = scanHead() else { return nil }
        switch keyword {
        case "struct", "class", "enum", "protocol", "extension", "actor":
            guard skipRest(stopAtBrace: true) else { return nil }
            let headerEnd = position
            position += 1
            let members = scanMembers()
            if position < bytes.count { position += 1 }
            return LibraryChunk(
                source: source, kind: keyword == "extension" ? .extension : .type, name: name,
                range: start..<position, headerEnd: headerEnd, members: members)
        case "operator", "precedencegroup", "import":
            _ = skipRest(stopAtBrace: false)
            return LibraryChunk(
                source: source, kind: .other, name: "", range: start..<position, headerEnd: position, members: [])
        default:
            _ = skipRest(stopAtBrace: false)
            return LibraryChunk(
                source: source, kind: .other, name: name, range: start..<position, headerEnd: position, members: [])
        }
    }

    /// Members up to the closing brace, which stays.
    private mutating func scanMembers() -> [LibraryChunk.Member] {
        var members: [LibraryChunk.Member] = []
        while position < bytes.count {
            let start = position
            skipTrivia()
            guard position < bytes.count, bytes[position] != 125 else { break }
            guard let (keyword, name) = scanHead() else {
                position += 1
                continue
            }
            var names = [name]
            switch keyword {
            case "struct", "class", "enum", "protocol":
                if skipRest(stopAtBrace: true) { skipBrackets() }
            case "case":
                skipCasePayload()
                while position < bytes.count, bytes[position] == 44 {
                    position += 1
                    names.append(scanName())
                    skipCasePayload()
                }
            default:
                _ = skipRest(stopAtBrace: false)
            }
            members.append(LibraryChunk.Member(names: names, range: start..<position))
        }
        return members
    }

    private mutating func skipCasePayload() {
        skipBlanks()
        if position < bytes.count, bytes[position] == 40 { skipBrackets() }
        skipBlanks()
        if position < bytes.count, bytes[position] == 61 {
            while position < bytes.count, bytes[position] != 10, bytes[position] != 44, bytes[position] != 125 {
                if bytes[position] == 34 { skipString() } else { position += 1 }
            }
        }
        skipBlanks()
    }
}
