/// Types as swiftc's diagnostics spell them.
extension Type: CustomStringConvertible {
    var description: String {
        switch self {
        case .nominal(let declaration, let arguments):
            switch (declaration.name, arguments.count) {
            case ("Optional", 1) where declaration.isLibrary: return arguments[0].inPostfix + "?"
            case ("Array", 1) where declaration.isLibrary: return "[\(arguments[0])]"
            case ("Dictionary", 2) where declaration.isLibrary: return "[\(arguments[0]) : \(arguments[1])]"
            default: break
            }
            var prefix = ""
            var own = arguments[...]
            if let outer = declaration.context.selfNominal {
                let outerCount = outer.genericParameters.count
                prefix = Type.nominal(outer, Array(arguments.prefix(outerCount))).description + "."
                own = arguments.dropFirst(outerCount)
            }
            if own.isEmpty { return prefix + declaration.name }
            return prefix + declaration.name + "<" + own.map { $0.description }.joined(separator: ", ") + ">"
        case .tuple(let elements):
            return "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.description }.joined(separator: ", ")
                + ")"
        case .function(let function):
            let parameters = function.parameters.map { parameter in
                (parameter.isAutoclosure ? "@autoclosure () -> " : "") + (parameter.isInout ? "inout " : "")
                    + parameter.type.description + (parameter.isVariadic ? "..." : "")
            }
            return "(" + parameters.joined(separator: ", ") + ")" + (function.isThrowing ? " throws" : "") + " -> "
                + function.result.description
        case .existential(let existential):
            if existential == .any { return "Any" }
            if existential.isAnyObject && existential.protocols.isEmpty && existential.superclass == nil {
                return "AnyObject"
            }
            return "any " + constraintDescription
        case .parameter(let parameter): return parameter.name
        case .member(let base, let associated): return "\(base).\(associated.name)"
        case .opaque(let declaration, _): return "some \(Type.existential(declaration.constraint).constraintDescription)"
        case .metatype(let type):
            if case .existential = type { return "(\(type)).Type" }
            return "\(type.inPostfix).Type"
        case .lvalue(let type): return type.description
        case .inout(let type): return "inout \(type)"
        case .variable: return "_"
        case .error: return "_"
        }
    }

    /// Without `any`.
    var constraintDescription: String {
        guard case .existential(let existential) = self else { return description }
        var parts: [String] = []
        if let superclass = existential.superclass { parts.append(superclass.description) }
        for proto in existential.protocols {
            let bound = proto.primaryAssociatedTypeNames.compactMap { name in
                existential.arguments.first { $0.key.name == name }?.value.description
            }
            parts.append(bound.isEmpty ? proto.name : "\(proto.name)<\(bound.joined(separator: ", "))>")
        }
        if existential.isAnyObject { parts.append("AnyObject") }
        return parts.isEmpty ? "Any" : parts.joined(separator: " & ")
    }

    private var inPostfix: String {
        switch self {
        case .function: return "(\(description))"
        case .existential(let existential):
            if existential == .any || (existential.isAnyObject && existential.protocols.isEmpty) { return description }
            return "(\(description))"
        case .opaque: return "(\(description))"
        default: return description
        }
    }
}
