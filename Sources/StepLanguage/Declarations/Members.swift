import SwiftSyntax

/// A member found by name, with the type that it was found in.
struct MemberCandidate {
    let declaration: Declaration
    /// The nominal (a superclass or protocol included) whose braces or extension it stands in.
    var owner: NominalDeclaration? { declaration.context.selfNominal }
}

extension NominalDeclaration {
    // MARK: What it declares

    func resolveMembers() {
        if semantic.didResolveMembers { return }
        semantic.didResolveMembers = true
        guard let file = semantic.file, let source = semantic.members else { return }
        var builder = DeclarationBuilder(world: world, file: file, context: memberContext)
        builder.scope = semantic.scope
        var cases: [EnumCaseDeclaration] = []
        var all: [Declaration] = []
        switch source {
        case .syntax(let items):
            for item in items {
                if let node = item.decl.as(EnumCaseDeclSyntax.self) {
                    guard kind == .enum else {
                        world.error("enum 'case' is not allowed outside of an enum", at: builder.range(node.caseKeyword))
                        continue
                    }
                    let made = builder.cases(node, of: self, from: cases.count)
                    cases += made
                    all += made as [Declaration]
                } else {
                    all += builder.build(item.decl)
                }
            }
        case .chunk(let chunk):
            for index in chunk.members.indices {
                for item in chunk.parsedMember(index) {
                    if let node = item.decl.as(EnumCaseDeclSyntax.self) {
                        let made = builder.cases(node, of: self, from: cases.count)
                        cases += made
                        all += made as [Declaration]
                    }
                }
                all += world.member(of: chunk, index, context: memberContext)
            }
        }
        semantic.ownMembers = all
        semantic.enumCases = cases
        for member in all {
            if let variable = member as? VariableDeclaration {
                settle(variable)
                if case .stored = variable.storage { semantic.storedProperties.append(variable) }
            } else if let associated = member as? AssociatedTypeDeclaration {
                semantic.associatedTypes.append(associated)
            } else if let function = member as? FunctionDeclaration, function.kind == .deinitializer {
                semantic.deinitializer = function
            }
        }
        semantic.ownMembers.removeAll { ($0 as? FunctionDeclaration)?.kind == .deinitializer }
    }

    /// Decides where a property's value lives.
    func settle(_ variable: VariableDeclaration) {
        if variable.getter != nil || kind == .protocol || variable.isOverride && !variable.isStatic {
            variable.storage = .computed
        } else if variable.isStatic {
            variable.storage = .typeStored(index: world.typeStoredCount)
            world.typeStoredCount += 1
        } else if !(variable.context is ExtensionDeclaration) {
            variable.storage = .stored(index: semantic.storedProperties.count)
        }
    }

    /// Extensions, the library's included.
    var allExtensions: [ExtensionDeclaration] {
        world.loadExtensions(of: self)
        return semantic.extensions
    }

    func lookUpDeclared(_ name: String) -> [Declaration] {
        if let cached = semantic.memberCache[name] { return cached }
        var result: [Declaration] = []
        if case .chunk(let chunk) = semantic.members, !semantic.didResolveMembers {
            if chunk.memberIndex[name] != nil {
                // Cases and stored properties have places among each other: then all are needed.
                if kind == .enum && !isOptional || kind == .protocol && chunk.members.count < 40 {
                    resolveMembers()
                    result = semantic.ownMembers.filter { $0.name == name }
                } else {
                    result = world.members(of: chunk, named: name, context: memberContext)
                    if result.contains(where: { ($0 as? VariableDeclaration).map { $0.getter == nil } ?? false })
                        || isOptional
                    {
                        resolveMembers()
                        result = semantic.ownMembers.filter { $0.name == name }
                    }
                }
            }
        } else {
            resolveMembers()
            result = semantic.ownMembers.filter { $0.name == name }
        }
        for made in allExtensions { result += made.declared(name) }
        if name.hasPrefix("$") {
            result.removeAll { ($0 as? VariableDeclaration)?.semantic.wrapping?.hasProjection == false }
        }
        semantic.memberCache[name] = result
        return result
    }

    func allDeclared() -> [Declaration] {
        resolveMembers()
        return semantic.ownMembers + allExtensions.flatMap { $0.allDeclared() }
    }

    func forgetCaches() {
        semantic.memberCache = [:]
        semantic.lookupCache = [:]
        semantic.didCollectConformances = false
        semantic.conformances = [:]
        semantic.conformanceList = []
    }

    // MARK: What it has, with inheritance and protocols

    /// Members by name for a value of this type: its own, its superclasses', its protocols' extensions'.
    func lookUpMembers(_ name: String) -> [MemberCandidate] {
        if let cached = semantic.lookupCache[name] { return cached }
        var result: [MemberCandidate] = []
        var overridden: Set<ObjectIdentifier> = []
        var current: NominalDeclaration? = self
        var visited = 0
        while let declaration = current, visited < 100 {
            visited += 1
            for member in declaration.lookUpDeclared(name) + declaration.synthesizedMembers(name) {
                if overridden.contains(ObjectIdentifier(member)) { continue }
                result.append(MemberCandidate(declaration: member))
                if let hidden = world.overridden(of: member) {
                    var next: Declaration? = hidden
                    while let hidden = next {
                        overridden.insert(ObjectIdentifier(hidden))
                        next = world.overridden(of: hidden)
                    }
                }
            }
            if name == "init" && declaration === self { break }
            current = declaration.superclass?.nominal
        }
        var seen: Set<ObjectIdentifier> = []
        for proto in allProtocols where seen.insert(ObjectIdentifier(proto)).inserted {
            for member in proto.lookUpDeclared(name) {
                // A requirement is met by a member found above or by an extension's.
                if member.context === proto.memberContext, kind != .protocol { continue }
                result.append(MemberCandidate(declaration: member))
            }
        }
        if kind == .protocol {
            // A requirement and its default are one member, and so is a requirement stated again.
            let requirements = result.filter { $0.declaration.isProtocolRequirement }
            if !requirements.isEmpty, result.count > 1 {
                result = result.filter { candidate in
                    if candidate.declaration.isProtocolRequirement {
                        guard let first = requirements.first(where: { world.isSameMember($0.declaration, candidate.declaration) })
                        else { return true }
                        return first.declaration === candidate.declaration
                    }
                    return !requirements.contains { world.isSameMember($0.declaration, candidate.declaration) }
                }
            }
        }
        if semantic.lookupCache.isEmpty { world.nominalsWithCaches.append(self) }
        semantic.lookupCache[name] = result
        return result
    }

    /// Every protocol it conforms to, through its superclasses and inheritance too.
    var allProtocols: [NominalDeclaration] {
        if kind == .protocol { return Array(inheritanceClosure.dropFirst()) }
        var result: [NominalDeclaration] = []
        var current: NominalDeclaration? = self
        var visited = 0
        while let declaration = current, visited < 100 {
            visited += 1
            for conformance in declaration.collectConformances() where !result.contains(conformance.proto) {
                result.append(conformance.proto)
            }
            current = declaration.superclass?.nominal
        }
        return result
    }

    func lookUpInitializers() -> [FunctionDeclaration] {
        lookUpMembers("init").compactMap { $0.declaration as? FunctionDeclaration }
    }

    func isSubclass(of other: NominalDeclaration) -> Bool {
        var current: NominalDeclaration? = self
        var visited = 0
        while let declaration = current, visited < 100 {
            visited += 1
            if declaration === other { return true }
            current = declaration.superclass?.nominal
        }
        return false
    }
}

extension ExtensionDeclaration {
    func resolveOwn() -> [Declaration] {
        if let members = resolvedMembers { return members }
        resolvedMembers = []
        guard let file = semantic.file, let source = semantic.members else { return [] }
        var all: [Declaration] = []
        switch source {
        case .syntax(let items):
            let builder = DeclarationBuilder(world: world, file: file, context: self)
            for item in items {
                if item.decl.is(EnumCaseDeclSyntax.self) {
                    world.error("enum 'case' is not allowed outside of an enum", at: builder.range(item.decl))
                    continue
                }
                all += builder.build(item.decl)
            }
        case .chunk(let chunk):
            for index in chunk.members.indices { all += world.member(of: chunk, index, context: self) }
        }
        for member in all {
            if let variable = member as? VariableDeclaration {
                if variable.getter == nil, !variable.isStatic, let range = variable.range {
                    world.error("extensions must not contain stored properties", at: range)
                }
                extended.settle(variable)
            }
        }
        resolvedMembers = all
        return all
    }

    func declared(_ name: String) -> [Declaration] {
        if case .chunk(let chunk) = semantic.members, resolvedMembers == nil {
            let found = world.members(of: chunk, named: name, context: self)
            for case let variable as VariableDeclaration in found { settleOnce(variable) }
            return found
        }
        return resolveOwn().filter { $0.name == name }
    }

    private func settleOnce(_ variable: VariableDeclaration) {
        if case .computed = variable.storage, variable.getter == nil { extended.settle(variable) }
    }

    func allDeclared() -> [Declaration] { resolveOwn() }
}

extension FunctionDeclaration {
    /// Its argument labels, known without resolving types.
    var labels: [String?] {
        if isAccessor { return [] }
        if let cached = semantic.labelCache { return cached }
        let result: [String?]
        if let clause = semantic.parameterSyntax {
            let isOperator = kind == .function && name.isOperatorName
            result = clause.parameters.map { parameter in
                let text = parameter.firstName.identifierText
                return text == "_" || isOperator ? nil : text
            }
        } else {
            result = semantic.parameters.map { $0.label }
        }
        semantic.labelCache = result
        return result
    }

    /// `name(a:b:)`
    var fullName: String {
        "\(name)(\(labels.map { ($0 ?? "_") + ":" }.joined()))"
    }
}
