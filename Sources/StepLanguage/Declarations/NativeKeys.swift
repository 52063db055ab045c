import SwiftSyntax

extension FunctionDeclaration {
    /// The keys that a native may be registered under, the most exact first; see `Library`.
    var nativeKeys: [String] {
        if let known = semantic.nativeKeyCache { return known }
        let keys = makeNativeKeys()
        semantic.nativeKeyCache = keys
        return keys
    }

    private func makeNativeKeys() -> [String] {
        let prefix = context.selfNominal.map { $0.qualifiedName + "." } ?? ""
        if isAccessor, let owner = accessorOf {
            let suffix = kind == .setter ? "=" : ""
            if let item = owner as? SubscriptDeclaration {
                return spellings("subscript", item.semantic.parameterSyntax, item.semantic.resultSyntax, isSubscript: true)
                    .map { prefix + $0 + suffix }
            }
            return [prefix + owner.name + suffix]
        }
        var result: TypeSyntax? = semantic.resultSyntax
        if kind == .initializer { result = nil }
        return spellings(name, semantic.parameterSyntax, result, isSubscript: false).map { prefix + $0 }
    }

    private func spellings(
        _ name: String, _ clause: FunctionParameterClauseSyntax?, _ result: TypeSyntax?, isSubscript: Bool
    ) -> [String] {
        let isOperator = name.isOperatorName
        var plain = name + "("
        var typed: [String] = []
        for parameter in clause?.parameters ?? [] {
            var label = parameter.firstName.identifierText
            if isOperator || (isSubscript && parameter.secondName == nil) { label = "_" }
            plain += label + ":"
            typed.append("\(label): \(parameter.type.trimmedDescription)\(parameter.ellipsis == nil ? "" : "...")")
        }
        plain += ")"
        let full = "\(name)(\(typed.joined(separator: ", ")))"
        var keys = [full, plain]
        let made: String?
        if kind == .initializer {
            made = context.selfNominal?.name
        } else {
            made = result?.trimmedDescription
        }
        if let made {
            keys.insert("\(full) -> \(made)", at: 0)
            keys.insert("\(plain) -> \(made)", at: 2)
        }
        return keys
    }
}
