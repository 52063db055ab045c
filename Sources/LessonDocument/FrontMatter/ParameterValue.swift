/// A parameter's value; its case is the parameter's type.
public enum ParameterValue: Hashable, Sendable {
    case int(Int)
    case double(Double)
    case bool(Bool)
    case string(String)

    /// The type's name in Swift.
    public var typeName: String {
        switch self {
        case .int: "Int"
        case .double: "Double"
        case .bool: "Bool"
        case .string: "String"
        }
    }

    /// The value as a Swift literal of its type.
    public var swiftLiteral: String {
        switch self {
        case .int(let value): return String(value)
        case .double(let value): return String(value)
        case .bool(let value): return String(value)
        case .string(let value):
            var text = "\""
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\t": text += "\\t"
                case "\0"..<" ", "\u{7F}": text += "\\u{\(String(scalar.value, radix: 16))}"
                default: text.unicodeScalars.append(scalar)
                }
            }
            return text + "\""
        }
    }

    /// `text` read as a value of this value's type; nil when it is not one.
    ///
    /// An Int is accepted where a Double stands; a number that is not finite is not a value.
    public func sameType(from text: String) -> ParameterValue? {
        switch self {
        case .int: return Int(text).map(ParameterValue.int)
        case .double: return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .string: return .string(text)
        }
    }
}

/// A named value that a lesson's steps see as a constant and that a run can replace.
public struct Parameter: Hashable, Sendable {
    public let name: String
    public var value: ParameterValue
    /// The default's place in the front matter.
    public let position: SourcePosition

    public init(name: String, value: ParameterValue, position: SourcePosition) {
        self.name = name
        self.value = value
        self.position = position
    }
}

/// Why a parameter given for a run cannot be used.
public enum ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknown(name: String, known: [String], suggestion: String?)
    case wrongType(name: String, text: String, expected: ParameterValue)

    public var description: String {
        switch self {
        case .unknown(let name, let known, let suggestion):
            let start = "the lesson has no parameter '\(name)'"
            if let suggestion { return "\(start); did you mean '\(suggestion)'?" }
            return known.isEmpty ? "\(start); it has none" : "\(start); it has \(known.joined(separator: ", "))"
        case .wrongType(let name, let text, let expected):
            let article = expected.typeName == "Int" ? "an" : "a"
            return "parameter '\(name)' is \(article) \(expected.typeName) (default \(expected.swiftLiteral)); '\(text)' is not one"
        }
    }
}

extension Array where Element == Parameter {
    /// The parameters with the values that a run names in place of their defaults.
    /// - Throws: `ParameterError` for a name that is not among them or a text that is not of the default's type.
    public func replacing(_ texts: [(name: String, text: String)]) throws -> [Parameter] {
        var result = self
        for (name, text) in texts {
            guard let index = result.firstIndex(where: { $0.name == name }) else {
                let known = map(\.name)
                throw ParameterError.unknown(name: name, known: known, suggestion: nearest(to: name, among: known))
            }
            guard let value = self[index].value.sameType(from: text) else {
                throw ParameterError.wrongType(name: name, text: text, expected: self[index].value)
            }
            result[index].value = value
        }
        return result
    }
}
