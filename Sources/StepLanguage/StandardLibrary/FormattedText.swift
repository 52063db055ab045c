#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `String(format:)`: C's conversions, and `%@` for text.
enum FormattedText {
    /// A format that cannot be met.
    struct Problem: Error {
        let message: String
    }

    /// The text of a format with its arguments, which are numbers and strings of the program.
    static func make(_ format: String, _ arguments: [Existential]) throws -> String {
        var result = ""
        var rest = arguments[...]
        var scalars = Substring(format).unicodeScalars
        while let scalar = scalars.popFirst() {
            if scalar != "%" {
                result.unicodeScalars.append(scalar)
                continue
            }
            var specification = "%"
            var length = ""
            var conversion: Unicode.Scalar?
            while let next = scalars.popFirst() {
                switch next {
                case "0"..."9", ".", "-", "+", " ", "#", "'": specification.unicodeScalars.append(next)
                case "*":
                    guard case .int(let width)? = rest.popFirst()?.value else {
                        throw Problem(message: "String(format:): '*' needs an Int")
                    }
                    specification += String(width)
                case "h", "l", "q", "L", "z", "t", "j": length.unicodeScalars.append(next)
                default: conversion = next
                }
                if conversion != nil { break }
            }
            guard let conversion else { throw Problem(message: "String(format:): the format ends inside a conversion") }
            if conversion == "%" {
                result += "%"
                continue
            }
            guard let argument = rest.popFirst() else {
                throw Problem(message: "String(format:): there are fewer arguments than conversions in '\(format)'")
            }
            result += try text(specification, length, conversion, argument)
        }
        return result
    }

    private static func text(
        _ specification: String, _ length: String, _ conversion: Unicode.Scalar, _ argument: Existential
    ) throws -> String {
        switch (conversion, argument.type.kind, argument.value) {
        case ("d", .integer, .int(let value)), ("i", .integer, .int(let value)), ("u", .integer, .int(let value)),
            ("x", .integer, .int(let value)), ("X", .integer, .int(let value)), ("o", .integer, .int(let value)),
            ("c", .integer, .int(let value)):
            let length = length == "q" || length == "L" ? "ll" : length
            return try print(specification + length + String(conversion), value)
        case ("f", .double, .double(let value)), ("f", .float, .double(let value)), ("F", .double, .double(let value)),
            ("e", .double, .double(let value)), ("e", .float, .double(let value)), ("E", .double, .double(let value)),
            ("g", .double, .double(let value)), ("g", .float, .double(let value)), ("G", .double, .double(let value)),
            ("a", .double, .double(let value)), ("A", .double, .double(let value)):
            return try print(specification + String(conversion), value)
        case ("@", .string, .ref(let value)): return value.string
        default:
            throw Problem(
                message: "String(format:): '%\(length)\(conversion)' does not fit an argument of type '\(argument.type.name)'")
        }
    }

    private static func print(_ format: String, _ argument: CVarArg) throws -> String {
        var buffer = [CChar](repeating: 0, count: 128)
        let count = withVaList([argument]) { vsnprintf(&buffer, buffer.count, format, $0) }
        if count < 0 || count > 1 << 20 { throw Problem(message: "String(format:): '\(format)' cannot be written") }
        if Int(count) >= buffer.count {
            buffer = [CChar](repeating: 0, count: Int(count) + 1)
            _ = withVaList([argument]) { vsnprintf(&buffer, buffer.count, format, $0) }
        }
        return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
