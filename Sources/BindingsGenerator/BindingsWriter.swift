/// Writes a module's public declarations as interface text, and the native closures behind them.
public struct BindingsWriter {
    private let api: PublicAPI
    /// Public types of all modules, by their full names.
    private let types: [String: TypeKind]
    /// Keys that are bound by hand, and so left alone here.
    private let handBound: Set<String>

    /// How values of a library type are held by a program.
    public enum TypeKind {
        case nativeClass, openClass, nativeValue
        /// An enum without payloads: its cases in order.
        case plainEnum([String])
        /// An enum that only gives its functions a name.
        case namespace
        case `protocol`
    }

    public init(api: PublicAPI, types: [String: TypeKind], handBound: Set<String>) {
        self.api = api
        self.types = types
        self.handBound = handBound
    }

    /// The kind of each public type that modules declare.
    public static func types(of modules: [PublicAPI]) -> [String: TypeKind] {
        var result: [String: TypeKind] = [:]
        for scope in modules.flatMap(\.scopes) {
            let head = scope.head
            switch scope.kind {
            case .protocol: result[scope.typeName] = .protocol
            case .openClass: result[scope.typeName] = .openClass
            case .extension: continue
            case .type:
                if head.contains("class ") {
                    result[scope.typeName] = .nativeClass
                } else if head.hasPrefix("enum ") {
                    let cases = scope.members.filter { $0.kind == .enumCase }
                    result[scope.typeName] =
                        cases.isEmpty ? .namespace : cases.contains { !$0.parameters.isEmpty } ? .nativeValue : .plainEnum(cases.map(\.name))
                } else {
                    result[scope.typeName] = .nativeValue
                }
            }
        }
        return result
    }

    // MARK: Interface text

    /// The declarations as Swift interface text.
    public func interface() -> String {
        var lines: [String] = []
        for scope in api.scopes {
            let members = scope.members.filter { isUsable($0, in: scope) || handBound.contains(key($0, in: scope)) }
            if scope.kind == .extension, members.isEmpty { continue }
            let owner = scope.kind == .extension ? nil : scope.typeName.lastIndex(of: ".").map { scope.typeName[..<$0] }
            if let owner { lines.append("extension \(owner) {") }
            lines += comment(scope.documentation, indent: "")
            lines.append(head(scope) + " {")
            for member in members {
                lines += comment(member.documentation, indent: "    ")
                lines.append("    " + text(member, in: scope))
            }
            lines.append("}")
            if owner != nil { lines.append("}") }
            lines.append("")
        }
        for function in api.functions where isUsable(function, in: nil) || handBound.contains(key(function, in: nil)) {
            lines += comment(function.documentation, indent: "")
            lines.append(function.text)
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private func head(_ scope: PublicAPI.Scope) -> String {
        // An enum with payloads is held as the library's own value, so a program sees a struct that makes its cases.
        if case .nativeValue? = types[scope.typeName], scope.head.hasPrefix("enum ") {
            return "struct " + scope.head.dropFirst("enum ".count)
        }
        return scope.head
    }

    private func text(_ member: PublicAPI.Member, in scope: PublicAPI.Scope) -> String {
        guard member.kind == .enumCase, case .nativeValue? = types[scope.typeName] else { return member.text }
        if member.parameters.isEmpty { return "static var \(member.name): \(scope.typeName) { get }" }
        let parameters = member.parameters.enumerated().map { index, parameter in
            parameter.label.map { "\($0): \(parameter.type)" } ?? "_ p\(index): \(parameter.type)"
        }
        return "static func \(member.name)(\(parameters.joined(separator: ", "))) -> \(scope.typeName)"
    }

    private func comment(_ documentation: String, indent: String) -> [String] {
        guard !documentation.isEmpty else { return [] }
        return documentation.split(separator: "\n", omittingEmptySubsequences: false).map { indent + "///" + ($0.isEmpty ? "" : " \($0)") }
    }

    // MARK: Which members

    /// Members that cannot be bound by a closure of bridged types, with the reason.
    public func unusable() -> [(key: String, reason: String)] {
        var result: [(key: String, reason: String)] = []
        for scope in api.scopes where scope.kind != .protocol {
            for member in scope.members {
                let key = key(member, in: scope)
                if let reason = reason(member, in: scope), !handBound.contains(key) { result.append((key, reason)) }
            }
        }
        for function in api.functions {
            let key = key(function, in: nil)
            if let reason = reason(function, in: nil), !handBound.contains(key) { result.append((key, reason)) }
        }
        return result
    }

    private func isUsable(_ member: PublicAPI.Member, in scope: PublicAPI.Scope?) -> Bool {
        member.kind == .requirement || member.kind == .alias || reason(member, in: scope) == nil
    }

    private func reason(_ member: PublicAPI.Member, in scope: PublicAPI.Scope?) -> String? {
        if member.kind == .requirement || member.kind == .alias { return nil }
        if member.kind == .enumCase { return member.parameters.compactMap { reason(type: $0.type) }.first }
        if member.isGeneric { return "generic" }
        if scope?.head.contains("<") == true { return "generic type" }
        if let scope, scope.kind == .extension, case .protocol? = types[scope.typeName] { return "member of a protocol" }
        if member.parameters.contains(where: \.isInout) { return "inout" }
        if functionParts(member.type) != nil { return "gives a closure" }
        if member.parameters.contains(where: \.isVariadic), arrayForm(member, in: scope) == nil { return "variadic without an array form" }
        for type in member.parameters.map(\.type) + [member.type] {
            if let reason = reason(type: type) { return reason }
        }
        return nil
    }

    /// The same function with an array in the place of the variadic parameter, which a native calls.
    private func arrayForm(_ member: PublicAPI.Member, in scope: PublicAPI.Scope?) -> PublicAPI.Member? {
        let siblings = scope.map { owner in api.scopes.filter { $0.typeName == owner.typeName }.flatMap(\.members) } ?? api.functions
        return siblings.first { other in
            other.name == member.name && !other.parameters.contains(where: \.isVariadic)
                && other.parameters.map(\.type) == member.parameters.map(\.type)
        }
    }

    private func reason(type: String) -> String? {
        var type = type.trimmed
        while type.hasSuffix("?") { type = String(type.dropLast()) }
        if type.isEmpty || type == "Void" { return nil }
        if type.hasPrefix("any ") || type.hasPrefix("some ") || type == "Any" { return "existential" }
        if type.hasPrefix("("), let parts = functionParts(type) {
            let inner = parts.parameters.map(withoutLabel) + [parts.result]
            if inner.contains(where: { tuple($0) != nil }) { return "closure with a tuple" }
            return inner.compactMap { reason(type: $0) }.first
        }
        if type.hasPrefix("(") {
            let inner = splitTopLevel(String(type.dropFirst().dropLast()))
            if inner.count > 3 { return "tuple of more than three" }
            return inner.compactMap { reason(type: withoutLabel($0)) }.first
        }
        if type.hasPrefix("["), type.hasSuffix("]") {
            return splitTopLevel(String(type.dropFirst().dropLast()), by: ":").compactMap { reason(type: $0) }.first
        }
        if type.contains("Range<") { return "range" }
        if case .protocol? = types[type] { return "existential" }
        return nil
    }

    // MARK: Keys

    /// The key of a native, with its parameters' types: `Tensor.sum(axis: Int?, keepDims: Bool)`.
    public func key(_ member: PublicAPI.Member, in scope: PublicAPI.Scope?) -> String {
        let prefix = scope.map { base($0.typeName) + "." } ?? ""
        if member.kind == .property || (member.kind == .enumCase && member.parameters.isEmpty) { return prefix + member.name }
        let parameters = member.parameters.map { parameter in
            let label = member.isOperator ? "_" : parameter.label ?? "_"
            return "\(label): \(parameter.spelling.isEmpty ? parameter.type : parameter.spelling)"
        }
        return "\(prefix)\(member.name)(\(parameters.joined(separator: ", ")))"
    }

    private func base(_ typeName: String) -> String {
        String(typeName.prefix { $0 != "<" })
    }

    // MARK: Bindings

    /// The Swift source that binds the module's natives, as functions of `LessonLibrary`.
    public func bindings() -> String {
        var names: [String] = []
        var bodies: [String] = []
        var conformances: [String] = []
        for (index, scope) in api.scopes.enumerated() where scope.kind != .protocol {
            if scope.kind != .extension, let conformance = conformance(scope) { conformances.append(conformance) }
            let lines = scope.members.flatMap { binding($0, in: scope) }
            guard !lines.isEmpty else { continue }
            let name = "bind\(api.module)\(index)"
            names.append(name)
            bodies.append("    /// \(scope.typeName)\n    fileprivate static func \(name)(_ library: Library) {\n" + lines.joined(separator: "\n") + "\n    }")
        }
        let functions = api.functions.flatMap { binding($0, in: nil) }
        if !functions.isEmpty {
            let name = "bind\(api.module)Functions"
            names.append(name)
            bodies.append("    fileprivate static func \(name)(_ library: Library) {\n" + functions.joined(separator: "\n") + "\n    }")
        }
        var text = "// Written by Scripts/generate-bindings.sh from the public declarations of \(api.module).\n\n"
        text += "import LessonKit\nimport StepLanguage\n\n"
        text += conformances.joined(separator: "\n")
        text += "\n\nextension LessonLibrary {\n    /// Binds the natives of \(api.module).\n"
        text += "    static func bind\(api.module)(_ library: Library) {\n"
        text += names.map { "        \($0)(library)\n" }.joined()
        text += "    }\n\n" + bodies.joined(separator: "\n\n") + "\n}\n"
        return text
    }

    private func conformance(_ scope: PublicAPI.Scope) -> String? {
        guard !scope.head.contains("<") else { return nil }
        switch types[scope.typeName] {
        case .nativeClass, .openClass:
            if scope.typeName == "Callback" { return "extension NeuralNets.Callback: NativeClass {}" }
            // A class inherits the conformance of its superclass.
            if let parent = scope.head.split(separator: ":", maxSplits: 1).dropFirst().first?.split(separator: ",").first?.trimmed,
                types[parent]?.isClass == true
            {
                return nil
            }
            return "extension \(scope.typeName): NativeClass {}"
        case .nativeValue: return "extension \(scope.typeName): NativeValue {}"
        case .plainEnum(let cases):
            let from = cases.enumerated().map { index, name in "        case \(index): return .\(name)" }.joined(separator: "\n")
            let to = cases.enumerated().map { index, name in "        case .\(name): return .int(\(index))" }.joined(separator: "\n")
            return """
                extension \(scope.typeName): Bridged {
                    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> \(scope.typeName) {
                        switch slot.int {
                \(from)
                        default: throw Trap.fault("\(scope.typeName) has no such case")
                        }
                    }

                    public static func toSlot(_ value: \(scope.typeName), _ type: RuntimeType) -> AnySlot {
                        switch value {
                \(to)
                        }
                    }
                }
                """
        case .namespace, .protocol, nil: return nil
        }
    }

    private func binding(_ member: PublicAPI.Member, in scope: PublicAPI.Scope?) -> [String] {
        guard member.kind != .requirement, member.kind != .alias, reason(member, in: scope) == nil else { return [] }
        let key = key(member, in: scope)
        guard !handBound.contains(key) else { return [] }
        if member.kind == .enumCase {
            guard case .nativeValue? = scope.flatMap({ types[$0.typeName] }) else { return [] }
        }
        let typeName = scope?.typeName ?? ""
        var member = member
        for index in member.parameters.indices { member.parameters[index].type = qualified(member.parameters[index].type, in: typeName) }
        member.type = qualified(member.type, in: typeName)
        let isMember = scope != nil && !member.isStatic
        let names = member.parameters.indices.map { "p\($0)" }
        let closureParameters = zip(names, member.parameters).map { "\($0): \(bridgedType($1.type))" }
        let called = member.parameters.contains(where: \.isVariadic) ? arrayForm(member, in: scope) ?? member : member
        let arguments = zip(names, called.parameters).map { name, parameter in
            (parameter.label.map { "\($0): " } ?? "") + argument(name, parameter.type)
        }
        let attempt = member.isThrowing ? "try " : ""
        var lines: [String] = []
        func bind(_ key: String, _ parameters: [String], _ body: String, result: String) {
            let arrow = result.isEmpty ? " -> Void" : " -> \(bridgedType(result))"
            let body = result.isEmpty ? body : returned(body, result)
            lines.append("        library.bind(\"\(key)\") { (\(parameters.joined(separator: ", "))) throws\(arrow) in \(body) }")
        }
        switch member.kind {
        case .function:
            let call: String
            if member.isOperator {
                call = member.parameters.count == 1 ? "\(member.name)\(names[0])" : "\(names[0]) \(member.name) \(names[1])"
            } else {
                call = (isMember ? "s" : typeName.isEmpty ? "LessonKit" : typeName) + ".\(member.name)(\(arguments.joined(separator: ", ")))"
            }
            let plain = typeName.isEmpty && !member.isOperator ? "\(member.name)(\(arguments.joined(separator: ", ")))" : call
            if member.isMutating {
                let parameters = ["s: inout \(typeName)"] + closureParameters
                guard member.type.isEmpty else { return [] }
                lines.append(
                    "        library.bind(\"\(key)\", mutating: \(typeName).self) { (\(parameters.joined(separator: ", "))) throws in \(attempt)\(plain) }")
            } else {
                let receiver = isMember ? ["s: \(unambiguous(typeName))"] : []
                bind(key, receiver + closureParameters, attempt + plain, result: member.type == "Self" ? typeName : member.type)
            }
        case .initializer:
            bind(key, closureParameters, "\(attempt)\(typeName)(\(arguments.joined(separator: ", ")))", result: typeName + (member.isFailable ? "?" : ""))
        case .enumCase:
            let call = "\(typeName).\(member.name)" + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
            bind(key, closureParameters, call, result: typeName)
        case .property:
            let owner = isMember ? "s" : typeName
            bind(key, isMember ? ["s: \(unambiguous(typeName))"] : [], "\(attempt)\(owner).\(member.name)", result: member.type == "Self" ? typeName : member.type)
            if member.isSettable {
                if isMember, case .nativeValue? = types[typeName] {
                    lines.append(
                        "        library.bind(\"\(key)=\", mutating: \(typeName).self) { (s: inout \(typeName), v: \(bridgedType(member.type))) throws in s.\(member.name) = \(argument("v", member.type)) }")
                } else {
                    let receiver = isMember ? ["s: \(unambiguous(typeName))"] : []
                    bind("\(key)=", receiver + ["v: \(bridgedType(member.type))"], "\(owner).\(member.name) = \(argument("v", member.type))", result: "")
                }
            }
        case .subscripting:
            let place = "s[\(arguments.joined(separator: ", "))]"
            bind(key, ["s: \(unambiguous(typeName))"] + closureParameters, place, result: member.type)
            if member.isSettable {
                if case .nativeValue? = types[typeName] {
                    let parameters = ["s: inout \(typeName)"] + closureParameters + ["v: \(bridgedType(member.type))"]
                    lines.append(
                        "        library.bind(\"\(key)=\", mutating: \(typeName).self) { (\(parameters.joined(separator: ", "))) throws in \(place) = v }")
                } else {
                    bind("\(key)=", ["s: \(unambiguous(typeName))"] + closureParameters + ["v: \(bridgedType(member.type))"], "\(place) = v", result: "")
                }
            }
        case .alias, .requirement: break
        }
        return lines
    }

    /// A type as written inside another, with the names of nested types in full.
    private func qualified(_ type: String, in owner: String) -> String {
        var owners: [String] = []
        var path = owner
        while !path.isEmpty {
            owners.append(path)
            path = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? ""
        }
        var result = ""
        var word = ""
        func flush() {
            if !word.isEmpty, !result.hasSuffix("."), let found = owners.first(where: { types["\($0).\(word)"] != nil }) {
                result += "\(found).\(word)"
            } else {
                result += word
            }
            word = ""
        }
        for character in type {
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }

    // MARK: Closures

    /// The type in which a binding takes a parameter: closures come as callbacks.
    private func bridgedType(_ type: String) -> String {
        var type = type.trimmed
        let isOptional = type.hasSuffix("?")
        if isOptional { type = String(type.dropLast()) }
        if type.hasPrefix("("), type.hasSuffix(")"), splitTopLevel(String(type.dropFirst().dropLast())).count == 1 {
            type = String(type.dropFirst().dropLast())
        }
        let mark = isOptional ? "?" : ""
        if type.hasPrefix("["), type.hasSuffix("]"), let parts = tuple(String(type.dropFirst().dropLast())) {
            return "[\(wrapper(parts))]" + mark
        }
        if let parts = tuple(type) { return wrapper(parts) + mark }
        return (functionParts(type) == nil ? unambiguous(type) : "StepLanguage.Callback") + mark
    }

    /// StepLanguage and the library share a few names; a binding means the library's.
    private func unambiguous(_ type: String) -> String {
        for name in ["Callback"] where type == name || type == "[\(name)]" {
            return type.hasPrefix("[") ? "[NeuralNets.\(name)]" : "NeuralNets.\(name)"
        }
        return type
    }

    // MARK: Tuples

    /// The element types of a tuple type of two or three, or nil for another type.
    private func tuple(_ type: String) -> [String]? {
        guard type.hasPrefix("("), type.hasSuffix(")"), functionParts(type) == nil else { return nil }
        let parts = splitTopLevel(String(type.dropFirst().dropLast()))
        return parts.count == 2 || parts.count == 3 ? parts.map(withoutLabel) : nil
    }

    private func withoutLabel(_ element: String) -> String {
        let parts = splitTopLevel(element, by: ":")
        return parts.count == 2 && !element.hasPrefix("[") ? parts[1] : element
    }

    private func wrapper(_ parts: [String]) -> String {
        (parts.count == 2 ? "Pair" : "Triple") + "<\(parts.joined(separator: ", "))>"
    }

    private func unwrapped(_ name: String, _ parts: [String]) -> String {
        "(" + ["first", "second", "third"].prefix(parts.count).map { "\(name).\($0)" }.joined(separator: ", ") + ")"
    }

    /// The body of a binding with a tuple result put into its wrapper.
    private func returned(_ body: String, _ type: String) -> String {
        var type = type.trimmed
        let isOptional = type.hasSuffix("?")
        if isOptional { type = String(type.dropLast()) }
        func wrap(_ parts: [String]) -> String {
            "\(parts.count == 2 ? "Pair" : "Triple")(" + parts.indices.map { index in "$0.\(index)" }.joined(separator: ", ") + ")"
        }
        if type.hasPrefix("["), type.hasSuffix("]"), let parts = tuple(String(type.dropFirst().dropLast())) {
            return "(\(body)).map { \(wrap(parts)) }"
        }
        guard let parts = tuple(type) else { return body }
        if isOptional { return "(\(body)).map { \(wrap(parts)) }" }
        return "[\(body)].map { \(wrap(parts)) }[0]"
    }

    private func argument(_ name: String, _ type: String) -> String {
        var type = type.trimmed
        let isOptional = type.hasSuffix("?")
        if isOptional {
            type = String(type.dropLast())
            if type.hasPrefix("("), type.hasSuffix(")"), splitTopLevel(String(type.dropFirst().dropLast())).count == 1 {
                type = String(type.dropFirst().dropLast())
            }
        }
        if type.hasPrefix("["), type.hasSuffix("]"), let parts = tuple(String(type.dropFirst().dropLast())) {
            return "\(name).map { \(unwrapped("$0", parts)) }"
        }
        if let parts = tuple(type) { return isOptional ? "\(name).map { \(unwrapped("$0", parts)) }" : unwrapped(name, parts) }
        guard let parts = functionParts(type) else { return name }
        let parameters = parts.parameters.indices.map { "a\($0)" }
        let head = parameters.isEmpty ? "" : "\(parameters.joined(separator: ", ")) in "
        let call: String
        if parts.result.isEmpty || parts.result == "Void" || parts.result == "()" {
            call = "\(isOptional ? "f" : name)(\(parameters.joined(separator: ", ")))"
        } else {
            call = "\(isOptional ? "f" : name).call(\(parameters.joined(separator: ", ")))"
        }
        let closure = parts.isThrowing ? "{ \(head)try \(call) }" : "{ \(head)LessonLibrary.guarded { try \(call) } }"
        return isOptional ? "\(name).map { f in \(closure) }" : closure
    }

    /// The parameters and result of a function type, or nil for another type.
    private func functionParts(_ type: String) -> (parameters: [String], isThrowing: Bool, result: String)? {
        guard type.hasPrefix("(") else { return nil }
        var depth = 0
        var close: String.Index?
        for index in type.indices {
            if type[index] == "(" || type[index] == "[" { depth += 1 }
            if type[index] == ")" || type[index] == "]" {
                depth -= 1
                if depth == 0 {
                    close = index
                    break
                }
            }
        }
        guard let close else { return nil }
        let rest = String(type[type.index(after: close)...]).trimmed
        guard let arrow = rest.range(of: "->"), rest[..<arrow.lowerBound].trimmed.isEmpty || rest[..<arrow.lowerBound].trimmed == "throws" else { return nil }
        let inner = String(type[type.index(after: type.startIndex)..<close])
        return (splitTopLevel(inner), rest.hasPrefix("throws"), String(rest[arrow.upperBound...]).trimmed)
    }

    private func splitTopLevel(_ text: String, by separator: Character = ",") -> [String] {
        var parts: [String] = []
        var depth = 0
        var part = ""
        for character in text {
            if "([<".contains(character) { depth += 1 }
            if ")]>".contains(character) { depth -= 1 }
            if character == separator, depth == 0 {
                parts.append(part.trimmed)
                part = ""
            } else {
                part.append(character)
            }
        }
        if !part.trimmed.isEmpty { parts.append(part.trimmed) }
        return parts
    }
}

extension BindingsWriter.TypeKind {
    var isClass: Bool {
        switch self {
        case .nativeClass, .openClass: return true
        default: return false
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    fileprivate func range(of other: String) -> Range<String.Index>? {
        let text = String(self)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(other) { return index..<text.index(index, offsetBy: other.count) }
            index = text.index(after: index)
        }
        return nil
    }
}
