import SwiftSyntax

// `Self` as what a class's member gives: an object of the class that the member is used on, not of the one that declares it.

extension Declaration {
    /// Whether a member of a class is declared to give `Self` or `Self?`.
    var givesSelf: Bool {
        guard context.selfNominal?.kind == .class else { return false }
        switch self {
        case let function as FunctionDeclaration:
            if let owner = function.accessorOf { return function.kind == .getter && owner.givesSelf }
            return !function.isLocal && function.semantic.resultSyntax?.namesSelf ?? false
        case let item as SubscriptDeclaration: return item.semantic.resultSyntax?.namesSelf ?? false
        case let variable as VariableDeclaration: return variable.isMember && variable.semantic.typeSyntax?.namesSelf ?? false
        default: return false
        }
    }

    /// What a member of the type `declared` gives where it is used on a value of type `base`.
    func given(_ declared: Type, usedOn base: Type) -> Type {
        guard givesSelf else { return declared }
        if declared.optionalPayload != nil { return context.world.optional(base) }
        return base
    }
}

extension TypeSyntax {
    /// `Self`, `Self?` or `Self!`.
    fileprivate var namesSelf: Bool {
        if let optional = self.as(OptionalTypeSyntax.self) { return optional.wrappedType.namesSelf }
        if let optional = self.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) { return optional.wrappedType.namesSelf }
        return self.as(IdentifierTypeSyntax.self)?.name.text == "Self"
    }
}

extension BodyChecker {
    /// Refuses an object of the declaring class itself where one of the object's own class was promised.
    ///
    /// - Returns: whether it was refused.
    func refusesOther(than value: Expression) -> Bool {
        guard !isClosure, let function, function.givesSelf, let nominal = function.context.selfNominal, !nominal.isFinal,
            !value.isSelfTyped
        else { return false }
        var given = value
        while case .convert(let inner, _) = given.kind { given = inner }
        let promised = value.type.isOptional ? "Self?" : "Self"
        world.error("cannot convert return expression of type '\(given.type)' to return type '\(promised)'", at: given.range)
        return true
    }

    /// Remembers of a local variable without a written type whether it holds an object of `self`'s own class.
    func noteSelfTyped(_ variable: VariableDeclaration, annotation: TypeSyntax?, value: Expression) {
        guard value.type.nominal?.kind == .class || value.type.optionalPayload?.nominal?.kind == .class else { return }
        variable.semantic.isOtherThanSelf = annotation.map { !$0.namesSelf } ?? !value.isSelfTyped
    }
}

extension Expression {
    /// Whether an object, a class, or an optional of one is known as `self`'s own; true where this cannot be told.
    fileprivate var isSelfTyped: Bool {
        switch kind {
        case .variable(let variable):
            if variable.semantic.isSelf { return true }
            return !variable.semantic.isOtherThanSelf && !(variable.isMember || variable.semantic.isParameter)
        case .property(let base, let variable, _, _): return variable.givesSelf && base.isSelfTyped
        case .subscript(let base, let item, _, _, _): return !(item.resultType.isClass) || item.givesSelf && base.isSelfTyped
        case .call(let function, _, let base, _, _):
            if function.isInitializer { return base?.isSelfTyped ?? false }
            if function.givesSelf { return base?.isSelfTyped ?? false }
            return function.resultType.hasParameters
        case .dynamicType(let inner), .forceUnwrap(let inner), .chain(let inner), .optionalChain(let inner, _), .convert(let inner, _),
            .tryOptional(let inner, _), .tryForce(let inner):
            return inner.isSelfTyped
        case .conditional(_, let then, let other): return then.isSelfTyped && other.isSelfTyped
        case .coalesce(let first, let second): return first.isSelfTyped && second.isSelfTyped
        case .metatype: return false
        default: return true
        }
    }
}
