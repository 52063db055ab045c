import SwiftParser
import SwiftSyntax

/// What of a step's text decides what it does: comments and layout do not count.
public struct StepCode {
    /// All of the step.
    public let whole: Digest
    /// Its functions, types and extensions: what of it other steps can run.
    public let declarations: Digest
    /// Whether what it declares can act in steps that do not name it: extensions, operators.
    public let reachesEverywhere: Bool

    /// Reads the text of a step. A text that the parser finds wrong counts byte by byte.
    public init(_ text: String) {
        let tree = Parser.parse(source: text)
        guard !tree.hasError else {
            whole = Digest("text", text)
            declarations = whole
            reachesEverywhere = true
            return
        }
        var all = StructureHasher()
        var declared = StructureHasher()
        var everywhere = false
        for item in tree.statements {
            all.add(Syntax(item))
            guard case .decl(let declaration) = item.item else { continue }
            switch declaration.kind {
            case .variableDecl, .importDecl: continue
            case .extensionDecl, .operatorDecl, .precedenceGroupDecl: everywhere = true
            case .functionDecl:
                // Operators are found by the types of their operands, in a type's braces as well.
                if case .identifier? = declaration.as(FunctionDeclSyntax.self)?.name.tokenKind {} else { everywhere = true }
            default: break
            }
            declared.add(Syntax(item))
        }
        whole = all.digest
        declarations = declared.digest
        reachesEverywhere = everywhere
    }

    /// Whether code can notice when an object ends: by a deinitializer, a weak or an unowned reference.
    public static func observesLifetimes(_ text: String) -> Bool {
        let words: Set<String> = ["deinit", "weak", "unowned"]
        return text.split(whereSeparator: { !($0.isLetter || $0 == "_") }).contains { words.contains(String($0)) }
    }
}

/// Takes a syntax tree's structure and its tokens.
private struct StructureHasher {
    private var hasher = DigestHasher()
    private static let open = "(", close = ")"
    private var kinds: [SyntaxKind: String] = [:]

    mutating func add(_ node: Syntax) {
        if let token = node.as(TokenSyntax.self) {
            hasher.add(token.text)
            return
        }
        hasher.add(Self.open)
        hasher.add(name(node.kind))
        for child in node.children(viewMode: .sourceAccurate) { add(child) }
        hasher.add(Self.close)
    }

    private mutating func name(_ kind: SyntaxKind) -> String {
        if let known = kinds[kind] { return known }
        let made = String(describing: kind)
        kinds[kind] = made
        return made
    }

    var digest: Digest { hasher.digest }
}
