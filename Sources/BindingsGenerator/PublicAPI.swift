import SwiftParser
import SwiftSyntax

/// The public declarations of a library module, as its sources declare them.
public struct PublicAPI {
    /// A type or an extension of one, with the members that steps can use.
    public struct Scope {
        /// The declaration's first line without attributes and access level: `final class Tensor: CustomStringConvertible`.
        public var head: String
        /// The name that members are called by: `Tensor`, `Figure.Axis`.
        public var typeName: String
        public var kind: Kind
        public var documentation: String
        public var members: [Member]
        /// Whether its body has initializers, of whatever access: a class without any inherits its superclass's.
        public var declaresInitializers = false

        public enum Kind { case type, openClass, `protocol`, `extension` }

        var isClass: Bool { kind == .openClass || kind == .type && head.split(separator: " ").prefix(2).contains("class") }

        /// The first name after the colon, a class's superclass if it has one.
        var firstParent: String? {
            head.split(separator: ":", maxSplits: 1).dropFirst().first?.split(whereSeparator: { $0 == "," || $0 == " " }).first
                .map(String.init)
        }
    }

    /// One declaration that a step can use.
    public struct Member {
        public enum Kind { case function, initializer, property, subscripting, enumCase, alias, requirement }
        public var kind: Kind
        public var documentation: String
        /// The declaration as interface text.
        public var text: String
        public var name: String
        public var isStatic = false
        public var isMutating = false
        public var isThrowing = false
        public var isFailable = false
        public var isSettable = false
        public var isGeneric = false
        public var isOperator = false
        public var isOpen = false
        public var parameters: [Parameter] = []
        /// The result type, or a property's type, as written; empty for `Void`.
        public var type = ""
    }

    public struct Parameter {
        public var label: String?
        public var type: String
        /// The type with its attributes, as the interface text has it.
        public var spelling = ""
        public var isInout = false
        public var isVariadic = false
    }

    public var module: String
    public var scopes: [Scope] = []
    /// Functions outside types.
    public var functions: [Member] = []
    /// What is public but cannot be given to steps, with the reason.
    public var leftOut: [(name: String, reason: String)] = []

    public init(module: String) {
        self.module = module
    }

    /// Adds the public declarations of one source file.
    public mutating func add(source: String) {
        let file = Parser.parse(source: source)
        for statement in file.statements {
            if let declaration = statement.item.as(DeclSyntax.self) {
                add(declaration, owner: nil, isPublicScope: false)
            }
        }
    }

    // MARK: Declarations

    private mutating func add(_ declaration: DeclSyntax, owner: String?, isPublicScope: Bool) {
        if let type = declaration.as(ClassDeclSyntax.self) {
            let isOpen = type.modifiers.contains { $0.name.text == "open" }
            let head = head(type.modifiers, "class", type.name.text, type.genericParameterClause, type.inheritanceClause, type.genericWhereClause)
            addType(declaration, type.modifiers, type.name.text, head, isOpen ? .openClass : .type, type.memberBlock, owner, type.attributes)
        } else if let type = declaration.as(StructDeclSyntax.self) {
            let head = head(type.modifiers, "struct", type.name.text, type.genericParameterClause, type.inheritanceClause, type.genericWhereClause)
            addType(declaration, type.modifiers, type.name.text, head, .type, type.memberBlock, owner, type.attributes)
        } else if let type = declaration.as(EnumDeclSyntax.self) {
            let head = head(type.modifiers, "enum", type.name.text, type.genericParameterClause, type.inheritanceClause, type.genericWhereClause)
            addType(declaration, type.modifiers, type.name.text, head, .type, type.memberBlock, owner, type.attributes)
        } else if let type = declaration.as(ProtocolDeclSyntax.self) {
            let head = head(type.modifiers, "protocol", type.name.text, nil, type.inheritanceClause, type.genericWhereClause)
            addType(declaration, type.modifiers, type.name.text, head, .protocol, type.memberBlock, owner, type.attributes)
        } else if let type = declaration.as(ExtensionDeclSyntax.self) {
            addExtension(type)
        } else if let function = declaration.as(FunctionDeclSyntax.self), owner == nil, !Self.outsideLessons.contains(function.name.text) {
            if Self.isPublic(function.modifiers), Self.isForSteps(function.attributes, declaration) {
                functions.append(member(function))
            }
        }
    }

    private mutating func addType(
        _ declaration: DeclSyntax, _ modifiers: DeclModifierListSyntax, _ name: String, _ head: String, _ kind: Scope.Kind,
        _ block: MemberBlockSyntax, _ owner: String?, _ attributes: AttributeListSyntax
    ) {
        guard Self.isPublic(modifiers) else { return }
        let fullName = owner.map { "\($0).\(name)" } ?? name
        guard !Self.outsideLessons.contains(fullName) else {
            leftOut.append((fullName, "not for lessons"))
            return
        }
        guard Self.isForSteps(attributes, declaration) else {
            leftOut.append((fullName, "not for steps"))
            return
        }
        var scope = Scope(head: head, typeName: fullName, kind: kind, documentation: Self.documentation(declaration), members: [])
        addMembers(of: block, to: &scope, isImplicitlyPublic: kind == .protocol)
        scope.declaresInitializers = block.members.contains { $0.decl.is(InitializerDeclSyntax.self) }
        scopes.append(scope)
        for item in block.members { addNested(item.decl, owner: fullName) }
    }

    private mutating func addExtension(_ type: ExtensionDeclSyntax) {
        let isImplicitlyPublic = Self.isPublic(type.modifiers)
        let name = type.extendedType.trimmedDescription
        let outermost = name.split(separator: ".").first.map(String.init) ?? name
        guard !Self.outsideLessons.contains(name), !Self.outsideLessons.contains(outermost) else { return }
        // Conformances of the standard library's types to a protocol that lessons do not see.
        if let parents = Self.inheritance(type.inheritanceClause), Self.outsideLessons.contains(parents) { return }
        guard Self.isForSteps(type.attributes, DeclSyntax(type)) else { return }
        var head = "extension \(name)"
        if let inheritance = Self.inheritance(type.inheritanceClause) { head += ": \(inheritance)" }
        if let clause = type.genericWhereClause { head += " \(clause.trimmedDescription)" }
        var scope = Scope(
            head: head, typeName: name, kind: .extension, documentation: Self.documentation(DeclSyntax(type)), members: [])
        addMembers(of: type.memberBlock, to: &scope, isImplicitlyPublic: isImplicitlyPublic)
        if !scope.members.isEmpty || head.contains(":") { scopes.append(scope) }
        for item in type.memberBlock.members { addNested(item.decl, owner: name) }
    }

    private mutating func addNested(_ declaration: DeclSyntax, owner: String) {
        if declaration.is(ClassDeclSyntax.self) || declaration.is(StructDeclSyntax.self) || declaration.is(EnumDeclSyntax.self) {
            add(declaration, owner: owner, isPublicScope: true)
        }
    }

    private mutating func addMembers(of block: MemberBlockSyntax, to scope: inout Scope, isImplicitlyPublic: Bool) {
        for item in block.members {
            let declaration = item.decl
            func isPublic(_ modifiers: DeclModifierListSyntax) -> Bool {
                Self.isPublic(modifiers) || (isImplicitlyPublic && !Self.isHidden(modifiers))
            }
            let found: [Member]
            if let function = declaration.as(FunctionDeclSyntax.self) {
                guard isPublic(function.modifiers), Self.isForSteps(function.attributes, declaration) else { continue }
                found = [member(function)]
            } else if let initializer = declaration.as(InitializerDeclSyntax.self) {
                guard isPublic(initializer.modifiers), Self.isForSteps(initializer.attributes, declaration) else { continue }
                found = [member(initializer)]
            } else if let variable = declaration.as(VariableDeclSyntax.self) {
                guard isPublic(variable.modifiers), Self.isForSteps(variable.attributes, declaration) else { continue }
                found = members(variable, typeName: scope.typeName)
            } else if let subscripting = declaration.as(SubscriptDeclSyntax.self) {
                guard isPublic(subscripting.modifiers), Self.isForSteps(subscripting.attributes, declaration) else { continue }
                found = [member(subscripting)]
            } else if let enumCase = declaration.as(EnumCaseDeclSyntax.self) {
                found = members(enumCase)
            } else if let alias = declaration.as(TypeAliasDeclSyntax.self) {
                guard isPublic(alias.modifiers) else { continue }
                found = [
                    Member(
                        kind: .alias, documentation: Self.documentation(declaration),
                        text: "typealias \(alias.name.text) \(alias.initializer.trimmedDescription)", name: alias.name.text)
                ]
            } else {
                continue
            }
            for var member in found {
                if let reason = Self.outsideLessons.contains("\(scope.typeName).\(member.name)") ? "not for lessons" : Self.reasonToLeaveOut(member) {
                    leftOut.append(("\(scope.typeName).\(member.name)", reason))
                    continue
                }
                if scope.kind == .protocol { member.kind = .requirement }
                scope.members.append(member)
            }
        }
    }

    // MARK: Members

    private func member(_ function: FunctionDeclSyntax) -> Member {
        var member = Member(kind: .function, documentation: Self.documentation(DeclSyntax(function)), text: "", name: function.name.text)
        member.isStatic = Self.isStatic(function.modifiers)
        member.isMutating = function.modifiers.contains { $0.name.text == "mutating" }
        member.isOpen = function.modifiers.contains { $0.name.text == "open" }
        member.isThrowing = function.signature.effectSpecifiers?.throwsClause != nil
        member.isGeneric = function.genericParameterClause != nil
        member.isOperator = function.name.tokenKind.isOperator
        member.parameters = parameters(function.signature.parameterClause, isSubscript: false)
        member.type = function.signature.returnClause?.type.trimmedDescription ?? ""
        if member.type == "Void" || member.type == "()" { member.type = "" }
        member.text =
            Self.attributes(function.attributes) + Self.modifiers(function.modifiers) + "func \(function.name.text)"
            + (function.genericParameterClause?.trimmedDescription ?? "") + Self.signature(function.signature)
            + (function.genericWhereClause.map { " \($0.trimmedDescription)" } ?? "")
        return member
    }

    private func member(_ initializer: InitializerDeclSyntax) -> Member {
        var member = Member(kind: .initializer, documentation: Self.documentation(DeclSyntax(initializer)), text: "", name: "init")
        member.isStatic = true
        member.isThrowing = initializer.signature.effectSpecifiers?.throwsClause != nil
        member.isGeneric = initializer.genericParameterClause != nil
        member.isFailable = initializer.optionalMark != nil
        member.parameters = parameters(initializer.signature.parameterClause, isSubscript: false)
        member.text =
            Self.attributes(initializer.attributes) + Self.modifiers(initializer.modifiers) + "init" + (member.isFailable ? "?" : "")
            + (initializer.genericParameterClause?.trimmedDescription ?? "") + Self.signature(initializer.signature)
            + (initializer.genericWhereClause.map { " \($0.trimmedDescription)" } ?? "")
        return member
    }

    private func members(_ variable: VariableDeclSyntax, typeName: String) -> [Member] {
        variable.bindings.compactMap { binding in
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else { return nil }
            var member = Member(kind: .property, documentation: Self.documentation(DeclSyntax(variable)), text: "", name: name)
            member.isStatic = Self.isStatic(variable.modifiers)
            member.type = binding.typeAnnotation?.type.trimmedDescription ?? Self.literalType(binding.initializer?.value)
            member.isOpen = variable.modifiers.contains { $0.name.text == "open" }
            let hasPrivateSetter = variable.modifiers.contains { $0.detail?.detail.text == "set" }
            member.isSettable =
                variable.bindingSpecifier.text == "var" && !hasPrivateSetter && Self.isSettable(binding.accessorBlock)
            member.isThrowing = Self.throwsWhenRead(binding.accessorBlock)
            let accessors = member.isSettable ? "{ get set }" : member.isThrowing ? "{ get throws }" : "{ get }"
            member.text = Self.modifiers(variable.modifiers) + "var \(name): \(member.type) \(accessors)"
            return member
        }
    }

    private func member(_ subscripting: SubscriptDeclSyntax) -> Member {
        var member = Member(
            kind: .subscripting, documentation: Self.documentation(DeclSyntax(subscripting)), text: "", name: "subscript")
        member.isStatic = Self.isStatic(subscripting.modifiers)
        member.isGeneric = subscripting.genericParameterClause != nil
        member.parameters = parameters(subscripting.parameterClause, isSubscript: true)
        member.type = subscripting.returnClause.type.trimmedDescription
        member.isSettable = Self.isSettable(subscripting.accessorBlock)
        member.text =
            Self.modifiers(subscripting.modifiers) + "subscript" + (subscripting.genericParameterClause?.trimmedDescription ?? "")
            + subscripting.parameterClause.trimmedDescription + " \(subscripting.returnClause.trimmedDescription) "
            + (member.isSettable ? "{ get set }" : "{ get }")
        return member
    }

    private func members(_ declaration: EnumCaseDeclSyntax) -> [Member] {
        declaration.elements.map { element in
            var member = Member(
                kind: .enumCase, documentation: Self.documentation(DeclSyntax(declaration)), text: "", name: element.name.text)
            member.isStatic = true
            member.text = "case \(element.name.text)" + (element.parameterClause?.trimmedDescription ?? "")
            if let raw = element.rawValue { member.text += " \(raw.trimmedDescription)" }
            member.parameters =
                element.parameterClause?.parameters.map {
                    Parameter(label: $0.firstName?.text, type: $0.type.trimmedDescription)
                } ?? []
            return member
        }
    }

    private func parameters(_ clause: FunctionParameterClauseSyntax, isSubscript: Bool) -> [Parameter] {
        clause.parameters.map { parameter in
            let first = parameter.firstName.text
            let label: String? = first == "_" || (isSubscript && parameter.secondName == nil) ? nil : first
            var type = parameter.type.trimmedDescription
            let isInout = type.hasPrefix("inout ")
            for word in ["inout ", "@escaping ", "@autoclosure ", "@Sendable "] where type.hasPrefix(word) { type = String(type.dropFirst(word.count)) }
            let spelling = parameter.type.trimmedDescription.replacing("@Sendable ", with: "") + (parameter.ellipsis == nil ? "" : "...")
            return Parameter(
                label: label, type: parameter.ellipsis == nil ? type : "[\(type)]", spelling: spelling, isInout: isInout,
                isVariadic: parameter.ellipsis != nil)
        }
    }

    // MARK: Text

    private func head(
        _ modifiers: DeclModifierListSyntax, _ keyword: String, _ name: String, _ generics: GenericParameterClauseSyntax?,
        _ inheritance: InheritanceClauseSyntax?, _ requirements: GenericWhereClauseSyntax?
    ) -> String {
        var text = ""
        for word in ["open", "final"] where modifiers.contains(where: { $0.name.text == word }) { text = word + " " }
        text += "\(keyword) \(name)\(generics?.trimmedDescription ?? "")"
        if let parents = Self.inheritance(inheritance) { text += ": \(parents)" }
        if let clause = requirements { text += " \(clause.trimmedDescription)" }
        return text
    }

    /// What a type inherits, without what means nothing to a step.
    private static func inheritance(_ clause: InheritanceClauseSyntax?) -> String? {
        let meaningless: Set<String> = ["Sendable", "@unchecked Sendable", "Codable", "Encodable", "Decodable", "AnyObject"]
        let names = clause?.inheritedTypes.map { $0.type.trimmedDescription }.filter { !meaningless.contains($0) } ?? []
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private static func signature(_ signature: FunctionSignatureSyntax) -> String {
        signature.trimmedDescription.replacing("@Sendable ", with: "").split(whereSeparator: \.isNewline).map { line in
            String(line.drop(while: { $0 == " " }))
        }.joined(separator: " ")
    }

    private static func attributes(_ list: AttributeListSyntax) -> String {
        list.contains { $0.trimmedDescription == "@discardableResult" } ? "@discardableResult " : ""
    }

    private static func modifiers(_ list: DeclModifierListSyntax) -> String {
        let kept: Set<String> = ["static", "mutating", "open", "override", "class", "convenience", "required", "prefix", "postfix"]
        return list.filter { kept.contains($0.name.text) }.map { $0.name.text + " " }.joined()
    }

    private static func isPublic(_ list: DeclModifierListSyntax) -> Bool {
        list.contains { ($0.name.text == "public" || $0.name.text == "open") && $0.detail == nil }
    }

    private static func isHidden(_ list: DeclModifierListSyntax) -> Bool {
        list.contains { ["private", "fileprivate", "internal", "package"].contains($0.name.text) && $0.detail == nil }
    }

    private static func isStatic(_ list: DeclModifierListSyntax) -> Bool {
        list.contains { $0.name.text == "static" || $0.name.text == "class" }
    }

    /// A declaration whose documentation says `- Not for steps:` stays out, as does what is available to no one or to some.
    private static func isForSteps(_ attributes: AttributeListSyntax, _ declaration: DeclSyntax) -> Bool {
        if attributes.contains(where: { $0.trimmedDescription.hasPrefix("@available") || $0.trimmedDescription.hasPrefix("@_") }) {
            return attributes.allSatisfy { !$0.trimmedDescription.contains("unavailable") && !$0.trimmedDescription.hasPrefix("@_spi") }
        }
        return !documentation(declaration).contains("Not for steps")
    }

    private static func isSettable(_ block: AccessorBlockSyntax?) -> Bool {
        guard let block else { return true }
        guard case .accessors(let list) = block.accessors else { return false }
        return list.contains { ["set", "didSet", "willSet", "_modify"].contains($0.accessorSpecifier.text) }
    }

    private static func throwsWhenRead(_ block: AccessorBlockSyntax?) -> Bool {
        guard case .accessors(let list)? = block?.accessors else { return false }
        return list.contains { $0.effectSpecifiers?.throwsClause != nil }
    }

    private static func literalType(_ value: ExprSyntax?) -> String {
        guard let value else { return "" }
        if value.is(IntegerLiteralExprSyntax.self) { return "Int" }
        if value.is(FloatLiteralExprSyntax.self) { return "Double" }
        if value.is(StringLiteralExprSyntax.self) { return "String" }
        if value.is(BooleanLiteralExprSyntax.self) { return "Bool" }
        if let call = value.as(FunctionCallExprSyntax.self) { return call.calledExpression.trimmedDescription }
        return ""
    }

    private static func documentation(_ declaration: DeclSyntax) -> String {
        declaration.leadingTrivia.compactMap { piece -> String? in
            guard case .docLineComment(let text) = piece else { return nil }
            let line = text.dropFirst(3)
            return line.hasPrefix(" ") ? String(line.dropFirst()) : String(line)
        }.joined(separator: "\n")
    }

    /// What the library offers to programs and not to lessons: files, settings of the process, and what the runner itself uses.
    static let outsideLessons: Set<String> = [
        "Faults", "Interruption", "Threads", "MemoryBudget", "OpenBLAS", "Processor", "LessonOutput", "TrainingReport", "RandomStream",
        "DataSets.location", "DataSets.allowed", "DataSets.listener", "DataSets.validate", "DataSets.origin", "DataSets.verify",
        "DataSetEvent", "DataOrigin", "Safetensors", "Npy", "NPY", "SavingError", "Module.save", "Module.load", "Optimizer.save",
        "Optimizer.load", "Learner.save", "Learner.load", "DataFrame.read", "PNGError", "PixelImage", "AnimatedPNG", "FigureDescription",
        "Figure.svg", "Figure.png", "Figure.pixels", "KeepBest", "Figure.init", "Figure.content", "Figure.Content", "Figure.words",
        "Figure.Words", "Figure.plot", "Plot", "Mark", "Diagram", "ImageGrid", "Axis", "Numbers", "Animation.description", "Animation.init",
        "Figure.validate", "Animation.validate", "TensorPlace", "TensorIndex", "Every", "NewAxis", "DigitsSample", "TextSample",
        "RatingsSample", "StoreSalesSample", "fast", "beginLesson", "beginStep", "Int.random", "Double.random", "Bool.random",
        "Collection.randomElement", "Sequence.shuffled", "MutableCollection.shuffle", "RateSearch.init", "NumberFormat",
    ]

    /// Why a step cannot have a member: it speaks of something outside the language or of the machine.
    private static func reasonToLeaveOut(_ member: Member) -> String? {
        if member.name.hasPrefix("_") { return "its name begins with an underscore" }
        if member.text.contains("Hasher") { return "hashing is the language's own" }
        let outside = [
            "Data", "URL", "Encoder", "Decoder", "Unsafe", "Date", "Duration", "Any.Type", "FileHandle", "OpaquePointer", "AnyObject",
            "ContinuousClock", "UInt8", "Mirror", "ObjectIdentifier",
        ]
        let words = member.text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }.flatMap { $0.split(separator: ".") }
        for word in words {
            if outside.contains(String(word)) || word.hasPrefix("Unsafe") { return "'\(word)' is outside the language" }
        }
        if member.type.isEmpty, member.kind == .property { return "its type is not written" }
        return nil
    }
}

extension TokenKind {
    fileprivate var isOperator: Bool {
        switch self {
        case .binaryOperator, .prefixOperator, .postfixOperator: return true
        default: return false
        }
    }
}
