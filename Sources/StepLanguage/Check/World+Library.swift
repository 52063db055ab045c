extension Library {
    /// The mistakes in the bodies and initial values of the declarations, each with the name of what it stands in.
    /// Programs check of the library only what they use, when they first use it; this is for tests of the whole.
    package func mistakes() -> [String] {
        World(library: index).libraryMistakes()
    }
}

extension World {
    func libraryMistakes() -> [String] {
        loadOperators()
        var found: [String] = []
        var seen: Set<ObjectIdentifier> = []
        func check(_ name: String, _ body: () -> Void) {
            sink = DiagnosticSink()
            body()
            found += sink.diagnostics.filter { $0.isError }.map { "\(name): \($0.message)" }
        }
        func visit(_ declaration: Declaration, _ owner: String) {
            guard seen.insert(ObjectIdentifier(declaration)).inserted else { return }
            let name = owner + declaration.name
            switch declaration {
            case let nominal as NominalDeclaration:
                for member in nominal.declaredMembers { visit(member, name + ".") }
            case let function as FunctionDeclaration:
                check(owner + function.fullName) {
                    _ = function.body
                    for parameter in function.parameters where parameter.hasDefault { _ = parameter.defaultValue }
                }
            case let variable as VariableDeclaration:
                check(name) {
                    _ = variable.initialValue
                    for accessor in [variable.getter, variable.setter] { _ = accessor?.body }
                }
            case let item as SubscriptDeclaration:
                check(name) { for accessor in [item.getter, item.setter] { _ = accessor?.body } }
            default: break
            }
        }
        onBigStack {
            for name in self.index.byName.keys.sorted() {
                for declaration in self.libraryDeclarations(named: name) { visit(declaration, "") }
            }
        }
        return found
    }
}
