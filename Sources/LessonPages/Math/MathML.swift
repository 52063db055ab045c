/// Formulas in a subset of LaTeX as MathML, which browsers draw themselves.
///
/// A command that is not known is shown as it was written.
struct MathML {
    private enum Token: Equatable {
        case command(String)
        case open, close, sup, sub, align, newRow
        case number(String)
        case scalar(Unicode.Scalar)
    }

    /// Beyond these a formula is shown as code.
    private static let longest = 4000
    private static let deepest = 32

    private var tokens: [Token] = []
    private var index = 0
    private var depth = 0
    private var isTooDeep = false

    /// The `<math>` element for a formula; nil for one that is too long or nested too deep.
    static func element(_ tex: String, display: Bool) -> String? {
        guard tex.utf8.count <= longest else { return nil }
        var parser = MathML()
        parser.tokens = tokenize(tex)
        var content = ""
        while parser.index < parser.tokens.count {
            content += parser.row { _ in false }
            // What ended the row closes nothing here.
            if parser.index < parser.tokens.count {
                content += operatorElement(parser.tokens[parser.index] == .close ? "}" : "&")
                parser.index += 1
            }
        }
        guard !parser.isTooDeep else { return nil }
        return "<math\(display ? " display=\"block\"" : "")><mrow>\(content)</mrow></math>"
    }

    // MARK: Tokens

    private static func tokenize(_ tex: String) -> [Token] {
        let scalars = Array(tex.unicodeScalars)
        var tokens: [Token] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case " ", "\n", "\t", "\r": continue
            case "%": while index < scalars.count, scalars[index] != "\n" { index += 1 }
            case "{": tokens.append(.open)
            case "}": tokens.append(.close)
            case "^": tokens.append(.sup)
            case "_": tokens.append(.sub)
            case "&": tokens.append(.align)
            case "~": tokens.append(.command("~"))
            case "\\":
                guard index < scalars.count else {
                    tokens.append(.scalar("\\"))
                    continue
                }
                var name = String.UnicodeScalarView()
                while index < scalars.count, isLetter(scalars[index]) {
                    name.append(scalars[index])
                    index += 1
                }
                if name.isEmpty {
                    name.append(scalars[index])
                    index += 1
                }
                let command = String(name)
                tokens.append(command == "\\" ? .newRow : .command(command))
                if textCommands.contains(command), let (text, end) = group(scalars, index) {
                    // Spaces count in text, so its argument is kept whole.
                    tokens += [.open] + text.map(Token.scalar) + [.close]
                    index = end
                }
            case "0"..."9":
                var number = String(scalar)
                while index < scalars.count, isDigit(scalars[index]) || isPoint(scalars, index) {
                    number.unicodeScalars.append(scalars[index])
                    index += 1
                }
                tokens.append(.number(number))
            default: tokens.append(.scalar(scalar))
            }
        }
        return tokens
    }

    private static let textCommands: Set<String> = ["text", "textrm", "textit", "textbf", "texttt", "mbox", "mathrm", "operatorname"]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    /// A point or a thousands comma stands inside a number when a digit follows.
    private static func isPoint(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        scalars[index] == "." && index + 1 < scalars.count && isDigit(scalars[index + 1])
    }

    /// The scalars in the braces that begin at `index`, and the index after them.
    private static func group(_ scalars: [Unicode.Scalar], _ index: Int) -> ([Unicode.Scalar], Int)? {
        var index = index
        while index < scalars.count, scalars[index] == " " || scalars[index] == "*" { index += 1 }
        guard index < scalars.count, scalars[index] == "{" else { return nil }
        var level = 0
        var text: [Unicode.Scalar] = []
        while index < scalars.count {
            if scalars[index] == "{" { level += 1 }
            if scalars[index] == "}" { level -= 1 }
            if level == 0 { return (Array(text.dropFirst()), index + 1) }
            text.append(scalars[index])
            index += 1
        }
        return nil
    }

    // MARK: Rows and scripts

    private var current: Token? { index < tokens.count ? tokens[index] : nil }

    /// Atoms with their scripts up to a token that ends the row.
    private mutating func row(until ends: (Token) -> Bool) -> String {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            isTooDeep = true
            index = tokens.count
            return ""
        }
        var result = ""
        while let token = current {
            if token == .close || token == .align || token == .newRow || ends(token) { break }
            result += scripted()
        }
        return result
    }

    /// One atom with what stands below and above it.
    private mutating func scripted() -> String {
        let start = index
        let hasLimits = takesLimits(current)
        var base: String
        switch current {
        case .sub, .sup: base = "<mrow></mrow>"
        default: base = atom()
        }
        if base.isEmpty, index == start { index += 1 }
        var below: String?
        var above: String?
        while let token = current {
            if token == .sub, below == nil {
                index += 1
                below = argument()
            } else if token == .sup, above == nil {
                index += 1
                above = argument()
            } else if token == .scalar("'") {
                var primes = ""
                while current == .scalar("'") {
                    index += 1
                    primes += "′"
                }
                above = (above ?? "") + "<mo>\(primes)</mo>"
            } else {
                break
            }
        }
        let names = hasLimits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
        switch (below, above) {
        case (nil, nil): break
        case (let below?, nil): base = "<\(names.0)>\(Self.one(base))\(Self.one(below))</\(names.0)>"
        case (nil, let above?): base = "<\(names.1)>\(Self.one(base))\(Self.one(above))</\(names.1)>"
        case (let below?, let above?): base = "<\(names.2)>\(Self.one(base))\(Self.one(below))\(Self.one(above))</\(names.2)>"
        }
        return base
    }

    private func takesLimits(_ token: Token?) -> Bool {
        guard case .command(let name)? = token else { return false }
        return MathSymbols.limits[name] != nil || MathSymbols.limitFunctions[name] != nil || ["overbrace", "underbrace"].contains(name)
    }

    /// Content as exactly one element, as fractions and scripts need.
    private static func one(_ content: String) -> String { "<mrow>\(content)</mrow>" }

    /// What a command or script applies to: a group or the next atom.
    private mutating func argument() -> String {
        guard let token = current else { return "" }
        if token == .close || token == .align || token == .newRow { return "" }
        if case .number(let digits) = token, digits.count > 1 {
            // x^23 is x² followed by 3.
            tokens[index] = .number(String(digits.dropFirst()))
            return "<mn>\(digits.prefix(1))</mn>"
        }
        return atom()
    }

    private mutating func group() -> String {
        index += 1
        let content = row { _ in false }
        if current == .close { index += 1 }
        return content
    }

    // MARK: Atoms

    private mutating func atom() -> String {
        guard let token = current else { return "" }
        switch token {
        case .open: return "<mrow>\(group())</mrow>"
        case .number(let digits):
            index += 1
            return "<mn>\(digits)</mn>"
        case .scalar(let scalar):
            let isSign = (scalar == "-" || scalar == "+") && isSignExpected
            index += 1
            return isSign ? "<mo form=\"prefix\">\(scalar == "-" ? "−" : "+")</mo>" : Self.element(for: scalar)
        case .command(let name):
            index += 1
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.deepest else {
                isTooDeep = true
                index = tokens.count
                return ""
            }
            return command(name)
        case .close, .sup, .sub, .align, .newRow: return ""
        }
    }

    /// Whether a minus or plus after the token before is a number's sign, which stands close to it, and not an operation.
    private var isSignExpected: Bool {
        guard index > 0 else { return false }
        switch tokens[index - 1] {
        case .scalar(let scalar): return "([,;:=<>+-*/".unicodeScalars.contains(scalar)
        case .command(let name): return MathSymbols.operators[name].map { !"…⋯⋮⋱⟩⌋⌉}‖|%".contains($0) } ?? (MathSymbols.spaces[name] != nil)
        case .open, .close, .sup, .sub, .align, .newRow, .number: return false
        }
    }

    private static func element(for scalar: Unicode.Scalar) -> String {
        if scalar.properties.isAlphabetic { return "<mi>\(HTML.escaped(String(scalar)))</mi>" }
        switch scalar {
        case "-": return "<mo>−</mo>"
        case "*": return "<mo>∗</mo>"
        case "(", "[": return "<mo stretchy=\"false\">\(scalar)</mo>"
        case ")", "]": return "<mo stretchy=\"false\">\(scalar)</mo>"
        case "|": return "<mo stretchy=\"false\">|</mo>"
        default: return operatorElement(String(scalar))
        }
    }

    private static func operatorElement(_ text: String) -> String { "<mo>\(HTML.escaped(text))</mo>" }

    private mutating func command(_ name: String) -> String {
        if let letter = MathSymbols.letters[name] { return "<mi>\(letter)</mi>" }
        if let upright = MathSymbols.uprights[name] { return "<mi mathvariant=\"normal\">\(upright)</mi>" }
        if let sign = MathSymbols.limits[name] { return "<mo>\(sign)</mo>" }
        if let function = MathSymbols.limitFunctions[name] {
            // As the name of a function it stands closer to its argument than a sign such as + does.
            return "<mo lspace=\"0.1em\" rspace=\"\(current == .scalar("(") ? "0" : "0.1667em")\">\(function)</mo>"
        }
        if MathSymbols.functions.contains(name) { return "<mi>\(name)</mi>" + Self.applied(current) }
        if let sign = MathSymbols.operators[name] { return fence(sign) }
        if let width = MathSymbols.spaces[name] { return "<mspace width=\"\(width)em\"></mspace>" }
        if let style = MathSymbols.styles[name] { return styled(style) }
        if let mark = MathSymbols.accents[name] {
            let stretchy = name.hasPrefix("over") || name.hasPrefix("wide") ? "" : " stretchy=\"false\""
            return "<mover accent=\"true\">\(Self.one(argument()))<mo\(stretchy)>\(mark)</mo></mover>"
        }
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac":
            let top = argument()
            return "<mfrac>\(Self.one(top))\(Self.one(argument()))</mfrac>"
        case "binom":
            let top = argument()
            return "<mrow><mo>(</mo><mfrac linethickness=\"0\">\(Self.one(top))\(Self.one(argument()))</mfrac><mo>)</mo></mrow>"
        case "sqrt": return root()
        case "underline", "underbrace":
            return "<munder>\(Self.one(argument()))<mo>\(name == "underline" ? "_" : "⏟")</mo></munder>"
        case "underset", "overset", "stackrel":
            let mark = argument()
            let tag = name == "underset" ? "munder" : "mover"
            return "<\(tag)>\(Self.one(argument()))\(Self.one(mark))</\(tag)>"
        case "left": return fenced()
        case "right", "middle", "displaystyle", "textstyle", "limits", "nolimits": return ""
        case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr": return delimiter(stretchy: true)
        case "not":
            let next = argument()
            return next.replacing("</mo>", with: "\u{338}</mo>")
        case "begin": return environment()
        case _ where Self.textCommands.contains(name): return text(name)
        default: return "<mtext>\\\(HTML.escaped(name))</mtext>"
        }
    }

    /// A thin space between a function's name and an argument without parentheses.
    private static func applied(_ next: Token?) -> String {
        switch next {
        case .number?, .open?: return "<mspace width=\"0.1667em\"></mspace>"
        case .scalar(let scalar)? where scalar.properties.isAlphabetic: return "<mspace width=\"0.1667em\"></mspace>"
        case .command(let name)? where MathSymbols.letters[name] != nil || name == "frac" || name == "sqrt":
            return "<mspace width=\"0.1667em\"></mspace>"
        default: return ""
        }
    }

    private func fence(_ sign: String) -> String {
        "⟨⟩⌊⌋⌈⌉‖|{}".contains(sign) ? "<mo stretchy=\"false\">\(sign)</mo>" : Self.operatorElement(sign)
    }

    private mutating func styled(_ style: MathSymbols.Style) -> String {
        guard current == .open else { return Self.restyled(argument(), style) }
        return "<mrow>\(Self.restyled(group(), style))</mrow>"
    }

    /// The letters between `<mi>` or `<mn>` and its end, in another alphabet.
    private static func restyled(_ markup: String, _ style: MathSymbols.Style) -> String {
        var result = String.UnicodeScalarView()
        var inTag = false
        var tag = ""
        for scalar in markup.unicodeScalars {
            if scalar == "<" {
                inTag = true
                tag = ""
            } else if scalar == ">" {
                inTag = false
            } else if inTag {
                tag.unicodeScalars.append(scalar)
            } else if tag.hasPrefix("mi") || tag.hasPrefix("mn") {
                result.append(MathSymbols.styled(scalar, style))
                continue
            }
            result.append(scalar)
        }
        return String(result)
    }

    private mutating func text(_ name: String) -> String {
        guard current == .open else { return "<mtext>\\\(name)</mtext>" }
        index += 1
        var text = ""
        while let token = current, token != .close {
            if case .scalar(let scalar) = token { text.unicodeScalars.append(scalar) }
            index += 1
        }
        index += 1
        let escaped = HTML.escaped(text.replacing(" ", with: "\u{A0}"))
        switch name {
        case "mathrm": return "<mi mathvariant=\"normal\">\(escaped)</mi>"
        case "operatorname": return (text.count == 1 ? "<mi mathvariant=\"normal\">" : "<mi>") + "\(escaped)</mi>" + Self.applied(current)
        default: return "<mtext>\(escaped)</mtext>"
        }
    }

    private mutating func root() -> String {
        guard current == .scalar("[") else { return "<msqrt>\(Self.one(argument()))</msqrt>" }
        index += 1
        let degree = row { $0 == .scalar("]") }
        if current == .scalar("]") { index += 1 }
        return "<mroot>\(Self.one(argument()))\(Self.one(degree))</mroot>"
    }

    /// `\left( … \right)`: fences that grow with what they hold.
    private mutating func fenced() -> String {
        let open = delimiter(stretchy: true)
        let content = row { $0 == .command("right") }
        var close = ""
        if current == .command("right") {
            index += 1
            close = delimiter(stretchy: true)
        }
        return "<mrow>\(open)\(content)\(close)</mrow>"
    }

    private mutating func delimiter(stretchy: Bool) -> String {
        guard let token = current else { return "" }
        index += 1
        let sign: String
        switch token {
        case .scalar("."): return ""
        case .scalar(let scalar): sign = String(scalar)
        case .command(let name): sign = MathSymbols.operators[name] ?? "\\\(name)"
        default:
            index -= 1
            return ""
        }
        return "<mo stretchy=\"\(stretchy)\">\(HTML.escaped(sign))</mo>"
    }

    // MARK: Environments

    private static let fences: [String: (String, String)] = [
        "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
        "Vmatrix": ("‖", "‖"), "cases": ("{", ""), "aligned": ("", ""), "align": ("", ""), "align*": ("", ""), "array": ("", ""),
        "gathered": ("", ""), "smallmatrix": ("", ""), "split": ("", ""),
    ]

    private mutating func name() -> String {
        guard current == .open else { return "" }
        index += 1
        var name = ""
        while let token = current, token != .close {
            if case .scalar(let scalar) = token { name.unicodeScalars.append(scalar) }
            index += 1
        }
        index += 1
        return name
    }

    private mutating func environment() -> String {
        let name = name()
        guard let fences = Self.fences[name] else { return "<mtext>\\begin{\(HTML.escaped(name))}</mtext>" }
        if name == "array" { _ = self.name() }
        var rows: [[String]] = [[]]
        while true {
            rows[rows.count - 1].append(row { $0 == .command("end") })
            guard let token = current else { break }
            index += 1
            if token == .newRow {
                rows.append([])
            } else if token == .command("end") {
                _ = self.name()
                break
            } else if token == .close {
                break
            }
        }
        if rows.count > 1, rows.last?.allSatisfy(\.isEmpty) == true { rows.removeLast() }
        let isAligned = ["aligned", "align", "align*", "split"].contains(name)
        let body = rows.map { cells in
            let columns = cells.enumerated().map { column, cell in
                let side = isAligned ? (column % 2 == 0 ? " class=\"right\"" : " class=\"left\"") : name == "cases" ? " class=\"left\"" : ""
                return "<mtd\(side)>\(cell)</mtd>"
            }
            return "<mtr>\(columns.joined())</mtr>"
        }
        let display = isAligned ? " displaystyle=\"true\"" : ""
        let open = fences.0.isEmpty ? "" : "<mo stretchy=\"true\">\(fences.0)</mo>"
        let close = fences.1.isEmpty ? "" : "<mo stretchy=\"true\">\(fences.1)</mo>"
        return "<mrow>\(open)<mtable\(display)>\(body.joined())</mtable>\(close)</mrow>"
    }
}
