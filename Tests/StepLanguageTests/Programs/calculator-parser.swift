// Tokenizing, parsing and evaluating arithmetic.
enum Token: Equatable { case number(Double), op(Character), open, close }
enum ParseError: Error { case unexpected(Character), incomplete, divisionByZero }
func tokenize(_ s: String) throws -> [Token] {
    var tokens: [Token] = [], number = ""
    func flush() { if let v = Double(number) { tokens.append(.number(v)) }; number = "" }
    for c in s {
        if c.isNumber || c == "." { number.append(c); continue }
        flush()
        switch c {
        case "+", "-", "*", "/": tokens.append(.op(c))
        case "(": tokens.append(.open)
        case ")": tokens.append(.close)
        case " ": break
        default: throw ParseError.unexpected(c)
        }
    }
    flush()
    return tokens
}
struct Parser {
    var tokens: ArraySlice<Token>
    mutating func expression() throws -> Double {
        var v = try term()
        while case .op(let c)? = tokens.first, c == "+" || c == "-" { tokens.removeFirst(); let r = try term(); v = c == "+" ? v + r : v - r }
        return v
    }
    mutating func term() throws -> Double {
        var v = try factor()
        while case .op(let c)? = tokens.first, c == "*" || c == "/" {
            tokens.removeFirst()
            let r = try factor()
            if c == "/" && r == 0 { throw ParseError.divisionByZero }
            v = c == "*" ? v * r : v / r
        }
        return v
    }
    mutating func factor() throws -> Double {
        switch tokens.popFirst() {
        case .number(let v)?: return v
        case .op("-")?: return try -factor()
        case .open?: let v = try expression(); guard tokens.popFirst() == .close else { throw ParseError.incomplete }; return v
        default: throw ParseError.incomplete
        }
    }
}
func evaluate(_ s: String) throws -> Double { var p = Parser(tokens: try tokenize(s)[...]); return try p.expression() }
for s in ["1 + 2 * 3", "(1 + 2) * 3", "-4 / (2 - 4)", "2 * (3", "1 / 0", "2 $ 3", "10 - 2 - 3", "1.5*4"] {
    do { print(s, "=", try evaluate(s)) } catch { print(s, "->", error) }
}
