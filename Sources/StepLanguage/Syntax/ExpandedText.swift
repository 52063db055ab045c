import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Program text that the language writes for a declaration, partly of pieces of the program.
struct ExpandedText {
    private let file: SourceFile
    private var bytes: [UInt8] = []
    private var origins: [SourceFile.Origin] = []

    init(in file: SourceFile) {
        self.file = file
    }

    /// Text of the language's own; what is said of it is said at a place of the program.
    mutating func write(_ text: String, at place: SourceRange) {
        origins.append(SourceFile.Origin(start: bytes.count, place: place, isCopy: false))
        bytes += text.utf8
    }

    /// Text of the program, word for word.
    mutating func copy(_ place: SourceRange) {
        guard place.start >= 0, place.end <= place.file.utf8.count, place.start <= place.end else { return }
        origins.append(SourceFile.Origin(start: bytes.count, place: place, isCopy: true))
        bytes += place.file.utf8[place.start..<place.end]
    }

    /// The declarations and statements that the text consists of.
    func parsed(_ world: World) -> (file: SourceFile, items: CodeBlockItemListSyntax) {
        let made = SourceFile(expansionIn: file, utf8: bytes, origins: origins)
        let tree = Parser.parse(source: made.text)
        // Wrong operators were reported where the program has them.
        let folded = world.operators.table.foldAll(tree) { _ in }
        return (made, (folded.as(SourceFileSyntax.self) ?? tree).statements)
    }

    /// The variable that the text declares.
    func parsedVariable(_ world: World) -> (file: SourceFile, binding: PatternBindingSyntax)? {
        let (made, items) = parsed(world)
        guard case .decl(let declaration)? = items.first?.item,
            let binding = declaration.as(VariableDeclSyntax.self)?.bindings.first
        else { return nil }
        return (made, binding)
    }
}
