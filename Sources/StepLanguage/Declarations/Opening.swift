/// Values in existentials that are opened for generic functions (SE-0352).
extension FunctionDeclaration {
    /// The place of the parameter through which a generic parameter can be opened: the only one whose type names it, and
    /// is it. The result may be it, too, and is then put into the existential again.
    func indexOfOpenable(_ parameter: GenericParameter) -> Int? {
        guard kind == .function, operatorPosition == nil, !context.isLibrary, !isProtocolRequirement else { return nil }
        let own = Type.parameter(parameter)
        func names(_ type: Type) -> Bool { type.contains { $0 == own } }
        if names(resultType), resultType != own { return nil }
        var found: Int?
        for (index, candidate) in parameters.enumerated() where names(candidate.type) {
            guard found == nil, candidate.type == own, !candidate.isInout, !candidate.isVariadic, !candidate.isAutoclosure else {
                return nil
            }
            found = index
        }
        return found
    }
}

extension ExistentialType {
    /// Whether every value in it conforms to a protocol.
    func includes(_ proto: NominalDeclaration) -> Bool { protocols.contains { $0.inheritanceClosure.contains(proto) } }
}
