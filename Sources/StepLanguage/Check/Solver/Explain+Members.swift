/// Words for members that are not there and for calls whose arguments do not fit.
extension BodyChecker {
    func noMember(_ node: MemberNode, _ type: Type, _ solver: Solver) {
        let shownType = shown(type, solver)
        let name = node.name
        if let base = node.base?.unwrapped, let payload = shownType.optionalPayload, !(base is TypeNode),
            !solver.memberCandidates(name, of: payload).isEmpty
        {
            if name == "subscript" {
                world.error("value of optional type '\(shownType)' must be unwrapped to refer to member 'subscript' of wrapped base type '\(payload)'", at: node.base?.range ?? node.range)
            } else {
                world.error(
                    "value of optional type '\(shownType)' must be unwrapped to refer to member '\(name)' of wrapped base type '\(payload)'",
                    at: node.base?.range ?? node.range,
                    notes: [
                        Diagnostic.Note("chain the optional using '?' to access member '\(name)' only for non-'nil' base values"),
                        Diagnostic.Note("force-unwrap using '!' to abort execution if the optional value contains 'nil'"),
                    ])
            }
            return
        }
        if name == "callAsFunction" {
            world.error("cannot call value of non-function type '\(shownType)'", at: node.range)
            return
        }
        if case .metatype(let instance) = shownType {
            if name == "init" {
                if case .existential = instance {
                    world.error("type '\(instance)' cannot be instantiated", at: node.range)
                    return
                }
                world.error("'\(instance)' cannot be constructed because it has no accessible initializers", at: node.range)
                return
            }
            if !solver.memberCandidates(name, of: instance).isEmpty {
                world.error("instance member '\(name)' cannot be used on type '\(instance)'", at: node.nameRange)
                return
            }
            let names = memberNames(instance).filter { $0.isStatic }.map { $0.name }
            let suggestion = nearest(name, in: names)
            world.error(
                "type '\(instance)' has no member '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""),
                at: node.nameRange, fixIt: suggestion)
            return
        }
        if name == "subscript" {
            world.error("value of type '\(shownType)' has no subscripts", at: node.base?.range ?? node.range)
            return
        }
        if !solver.memberCandidates(name, of: .metatype(shownType)).isEmpty {
            world.error("static member '\(name)' cannot be used on instance of type '\(shownType)'", at: node.nameRange)
            return
        }
        let suggestion = nearest(name, in: memberNames(shownType).filter { !$0.isStatic }.map { $0.name })
        world.error(
            "value of \(shownType.isTupleLike ? "tuple type" : "type") '\(shownType)' has no member '\(name)'"
                + (suggestion.map { "; did you mean '\($0)'?" } ?? ""), at: node.nameRange, fixIt: suggestion)
    }

    private func memberNames(_ type: Type) -> [Declaration] {
        var result: [Declaration] = []
        func add(_ nominal: NominalDeclaration) {
            for declaration in nominal.declaredMembers where !declaration.name.hasPrefix("_") { result.append(declaration) }
        }
        switch type {
        case .nominal(let declaration, _):
            var current: NominalDeclaration? = declaration
            var count = 0
            while let nominal = current, count < 20 {
                count += 1
                add(nominal)
                current = nominal.superclass?.nominal
            }
            for proto in declaration.allProtocols { add(proto) }
        case .parameter, .member: for proto in world.protocols(of: type) { add(proto) }
        case .existential(let existential): for proto in existential.protocols.flatMap({ $0.inheritanceClosure }) { add(proto) }
        case .opaque(let opaque, _): for proto in opaque.constraint.protocols.flatMap({ $0.inheritanceClosure }) { add(proto) }
        default: break
        }
        return result
    }

    func noChoice(_ node: ChoiceNode, _ solver: Solver) {
        if let node = node as? OperatorNode {
            if node.candidates.isEmpty, world.libraryOperators(node.name).isEmpty, world.userOperators[node.name] == nil {
                world.error("cannot find operator '\(node.name)' in scope", at: node.operatorRange)
                return
            }
            operatorProblem(node, solver)
            return
        }
        guard let call = node.call else {
            world.error("no exact matches in reference to '\(node.name)'", at: node.range)
            return
        }
        // One candidate with the right name alone tells what is wrong with its arguments.
        var mismatches: [(Candidate, ArgumentMismatch)] = []
        var fitting: [Candidate] = []
        for candidate in node.candidates {
            let parameters: [ParameterDeclaration]
            switch candidate.declaration {
            case let function as FunctionDeclaration: parameters = function.parameters
            case let item as SubscriptDeclaration: parameters = item.parameters
            case let enumCase as EnumCaseDeclaration: parameters = enumCase.parameters
            default: continue
            }
            switch matchArguments(parameters, call.arguments) {
            case .success: fitting.append(candidate)
            case .failure(let mismatch): mismatches.append((candidate, mismatch))
            }
        }
        if fitting.isEmpty, mismatches.count == 1 {
            arguments(call, mismatches[0].1, node, solver)
            return
        }
        if fitting.count == 1 {
            let parameters = (fitting[0].declaration as? FunctionDeclaration)?.parameters ?? (fitting[0].declaration as? SubscriptDeclaration)?.parameters ?? []
            if case .success(let mapping) = matchArguments(parameters, call.arguments) {
                for (parameter, item) in zip(parameters, mapping) {
                    guard case .argument(let index) = item else { continue }
                    let from = shown(call.arguments[index].node.type, solver)
                    if !parameter.type.hasParameters, !from.hasVariables, !solver.converts(from, parameter.type) {
                        mismatch(
                            from, parameter.type,
                            Locator(kind: .argument(call, index: index), range: call.arguments[index].node.range, node: call.arguments[index].node), solver)
                        return
                    }
                }
            }
        }
        let what: String
        if call.isSubscript {
            what = "subscript"
        } else if node.name == "init" {
            what = "initializer"
        } else if node.candidates.first?.declaration?.context.selfNominal == nil {
            what = "global function '\(node.name)'"
        } else {
            what = "\(node.candidates.first?.declaration?.isStatic ?? false ? "static" : "instance") method '\(node.name)'"
        }
        let notes = node.candidates.prefix(6).compactMap { candidate -> Diagnostic.Note? in
            guard let declaration = candidate.declaration else { return nil }
            return world.note("candidate: '\((declaration as? FunctionDeclaration)?.fullName ?? declaration.name)' with type '\(declaration.interfaceType)'", at: declaration)
        }
        world.error("no exact matches in call to \(what)", at: node is MemberNode ? (node as? MemberNode)?.nameRange ?? node.range : node.range, notes: notes)
    }

    func arguments(_ call: CallNode, _ mismatch: ArgumentMismatch, _ choice: ChoiceNode?, _ solver: Solver) {
        switch mismatch {
        case .missing(let parameter, let after):
            if isInstanceMethodOnType(choice) {
                world.error(
                    "instance member '\(choice?.name ?? "")' cannot be used on type '\(baseName(choice, solver))'; did you mean to use a value of this type instead?",
                    at: choice?.range ?? call.range)
                return
            }
            let what = parameter.label.map { "parameter '\($0)'" } ?? "parameter #\(after + 1)"
            if let later = call.arguments.indices.first(where: { $0 >= after && call.arguments[$0].label != nil && !call.arguments[$0].isTrailing }),
                let label = call.arguments[later].label, let wanted = parameter.label, nearest(label, in: [wanted]) != nil,
                let place = call.arguments[later].labelRange
            {
                world.error("incorrect argument label in call (have '\(label):', expected '\(wanted):')", at: place, fixIt: wanted)
                return
            }
            let place = after < call.arguments.count ? (call.arguments[after].labelRange ?? call.arguments[after].node.range) : call.closeRange
            world.error("missing argument for \(what) in call", at: place)
        case .missingUnlabelled(let number, _):
            if let choice = call.callee.unwrapped as? ChoiceNode, isInstanceMethodOnType(choice) {
                world.error(
                    "instance member '\(choice.name)' cannot be used on type '\(baseName(choice, solver))'; did you mean to use a value of this type instead?",
                    at: (choice as? MemberNode)?.base?.range ?? choice.range)
                return
            }
            world.error("missing argument for parameter #\(number) in call", at: call.closeRange)
        case .extra(let index):
            let argument = call.arguments[index]
            if call.arguments.count == 1, !argument.isTrailing {
                world.error("argument passed to call that takes no arguments", at: argument.node.range)
            } else if let label = argument.label {
                world.error("extra argument '\(label)' in call", at: argument.labelRange ?? argument.node.range)
            } else {
                world.error(argument.isTrailing ? "extra trailing closure passed in call" : "extra argument in call", at: argument.node.range)
            }
        case .label(let index, let expected):
            let argument = call.arguments[index]
            let have = call.arguments.filter { !$0.isTrailing }.map { ($0.label ?? "_") + ":" }.joined()
            if let label = argument.label, let expected {
                world.error("incorrect argument label in call (have '\(have)', expected '\(expectedLabels(choice, have))')", at: argument.labelRange ?? argument.node.range, fixIt: expected)
                _ = label
            } else if let expected {
                world.error("missing argument label '\(expected):' in call", at: argument.node.range, fixIt: "\(expected): ")
            } else if let label = argument.label {
                world.error("extraneous argument label '\(label):' in call", at: argument.labelRange ?? argument.node.range, fixIt: "")
            }
        case .extraneousLabel(let index):
            let argument = call.arguments[index]
            world.error("extraneous argument label '\(argument.label ?? ""):' in call", at: argument.labelRange ?? argument.node.range, fixIt: "")
        case .order(let index, let before):
            let label = call.arguments[index].label ?? "#\(index + 1)"
            let other = call.arguments.indices.contains(before) ? call.arguments[before].label ?? "#\(before + 1)" : "#\(before + 1)"
            world.error("argument '\(label)' must precede argument '\(other)'", at: call.arguments[index].labelRange ?? call.arguments[index].node.range)
        case .needsInout(let index, let type):
            world.error("passing value of type '\(shown(type, solver))' to an inout parameter requires explicit '&'", at: call.arguments[index].node.range, fixIt: nil)
        case .needlessInout(let index, let type):
            world.error("'&' used with non-inout argument of type '\(shown(type, solver))'", at: call.arguments[index].node.range)
        }
    }

    func isInstanceMethodOnType(_ node: ChoiceNode?) -> Bool {
        guard let node, case .member(_, true)? = node.candidates.first?.role,
            let function = node.candidates.first?.declaration as? FunctionDeclaration
        else { return false }
        return !function.isStatic
    }

    func baseName(_ node: ChoiceNode?, _ solver: Solver) -> Type {
        guard case .member(let base, _)? = node?.candidates.first?.role else { return .error }
        return shown(base, solver)
    }

    func expectedLabels(_ choice: ChoiceNode?, _ have: String) -> String {
        if let function = (choice?.chosen?.declaration ?? choice?.candidates.first?.declaration) as? FunctionDeclaration {
            return function.labels.map { ($0 ?? "_") + ":" }.joined()
        }
        return have
    }
}
