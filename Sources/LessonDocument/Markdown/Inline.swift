/// A piece of running text, with its place.
public struct Inline: Hashable, Sendable {
    public indirect enum Kind: Hashable, Sendable {
        case text(String)
        case code(String)
        case expression(InlineExpression)
        case emphasis([Inline])
        case strong([Inline])
        case link(destination: String, title: String, [Inline])
        case image(source: String, title: String, [Inline])
        /// A formula in LaTeX; `display` when it was written with two dollars.
        case math(String, display: Bool)
        /// Raw HTML as it was written. It is not trusted.
        case html(String)
        case softBreak
        case lineBreak
    }

    public let kind: Kind
    public let position: SourcePosition

    public init(kind: Kind, position: SourcePosition) {
        self.kind = kind
        self.position = position
    }
}

extension Sequence where Element == Inline {
    /// The words alone, as a title or an alternative text has them.
    public var plainText: String {
        var text = ""
        for inline in self {
            switch inline.kind {
            case .text(let string), .code(let string), .math(let string, _): text += string
            case .expression(let expression): text += expression.code
            case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .image(_, _, let inner): text += inner.plainText
            case .html: break
            case .softBreak, .lineBreak: text += " "
            }
        }
        return text
    }
}
