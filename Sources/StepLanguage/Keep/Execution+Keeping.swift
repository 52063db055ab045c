extension CheckedStep {
    /// The names of the functions, types and computed variables that the step declares: what of it other code can run.
    public var declaredCode: Set<String> {
        Set(
            declarations.filter { declaration in
                guard let variable = declaration as? VariableDeclaration else { return true }
                return variable.getter != nil || variable.setter != nil || variable.willSet != nil || variable.didSet != nil
            }.map(\.name))
    }

    /// How many pieces the step can be run in: its statements; one where they share local variables.
    public var pieceCount: Int {
        guard let body else { return 0 }
        return isDivisible ? body.statements.count : min(body.statements.count, 1)
    }

    var isDivisible: Bool {
        guard let body, !step.isLocal else { return false }
        return !body.statements.contains { statement in
            switch statement.kind {
            case .guard, .defer, .function: return true
            default: return false
            }
        }
    }
}

/// Runs one piece of a step, or does what stands for it; `run` runs it.
public typealias PieceRunner = (_ piece: Int, _ run: () throws -> Void) throws -> Void

extension Execution {
    /// What any step may use without naming it, as far as the program has come: the static properties of its types, and
    /// the variables of closures that the library holds. Each name has a dot in it.
    public var ambientNames: Set<String> {
        var names = Set(compiler.programStatics.map(\.name))
        if !machine.heldClosures.isEmpty { names.insert(Self.heldClosures) }
        return names
    }

    private static let heldClosures = "closures.held"

    /// The state that can be reached from some variables.
    ///
    /// - Parameters:
    ///   - base: an earlier walk, whose numbers of objects are kept.
    ///   - same: an earlier walk since which no code ran.
    public func heap(of names: Set<String>, base: HeapSnapshot? = nil, same: HeapSnapshot? = nil) -> HeapSnapshot? {
        var result: HeapSnapshot?
        DeepStack.run {
            self.compiler.digests.trim()
            result = self.walk(names, base: base, same: same)
        }
        return result
    }

    private func walk(_ names: Set<String>, base: HeapSnapshot?, same: HeapSnapshot?) -> HeapSnapshot {
        var variables: [(name: String, variable: HeapVariable)] = []
        for variable in session.world.globals where names.contains(variable.name) {
            guard case .global(let index) = variable.storage else { continue }
            let type = compiler.runtimeType(variable.type)
            let address = compiler.global(index, type.representation)
            let isReady = type.representation != .ref || type.isNullable || address.pointee != 0
            variables.append((variable.name, HeapVariable(address: address, type: type, isLet: variable.isLet, isReady: isReady)))
        }
        for (name, cell, variable, type) in compiler.programStatics where names.contains(name) {
            variables.append((name, HeapVariable(address: cell.address, type: type, isLet: variable.isLet, isReady: cell.isReady)))
        }
        let held = names.contains(Self.heldClosures) ? machine.heldClosures : []
        return HeapSnapshot(HeapContext(compiler, digests: remembersValues ? compiler.digests : nil), variables: variables, held: (Self.heldClosures, held), base: base,
            same: same)
    }
}
