extension FunctionCompiler {
    // MARK: Bindings

    /// `let pattern = value`
    func binding(_ pattern: Pattern, _ value: Expression) throws -> VoidCode {
        switch pattern.kind {
        case .bind(let variable):
            return initialize(variable, try expression(value))
        case .any:
            return try expression(value).discarded
        case .tuple(let parts):
            // The elements of a tuple that is written out need no tuple.
            if case .tuple(let elements) = value.kind, elements.count == parts.count {
                var evaluate: [Effect] = []
                var bind: [Effect] = []
                for (part, element) in zip(parts, elements) {
                    let representation = type(element).representation
                    let slot = newSlot(representation)
                    evaluate.append(Effect(store(try expression(element), slot, representation)))
                    bind.append(Effect(try matchSlot(part, slot, representation)))
                }
                return running(sequence(evaluate + bind))
            }
            fallthrough
        default:
            let test = try test(pattern, value)
            return { _ = try test($0) }
        }
    }

    func store(_ code: Code, _ slot: Int, _ representation: Representation) -> VoidCode {
        switch representation {
        case .int:
            let code = code.int
            return { $0[slot] = try code($0) }
        case .double:
            let code = code.double
            return { Double.store(try code($0), $0 + slot) }
        case .ref:
            let code = code.ref
            return { Ref.store(try code($0), $0 + slot) }
        }
    }

    private func matchSlot(_ pattern: Pattern, _ slot: Int, _ representation: Representation) throws -> VoidCode {
        switch representation {
        case .int:
            let match = try matcher(pattern, Int.self)
            return { _ = try match($0, $0[slot]) }
        case .double:
            let match = try matcher(pattern, Double.self)
            return { _ = try match($0, Double.load($0 + slot)) }
        case .ref:
            let match = try matcher(pattern, Ref.self)
            return { frame in
                let value = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                _ = try match(frame, value)
            }
        }
    }

    /// Whether a value matches, binding the pattern's variables.
    func test(_ pattern: Pattern, _ value: Expression) throws -> (Frame) throws -> Bool {
        let code = try expression(value)
        switch type(value).representation {
        case .int:
            let (value, match) = (code.int, try matcher(pattern, Int.self))
            return { try match($0, try value($0)) }
        case .double:
            let (value, match) = (code.double, try matcher(pattern, Double.self))
            return { try match($0, try value($0)) }
        case .ref:
            let value = code.ref
            if case .some(let inner) = pattern.kind, case .bind(let variable) = inner.kind, variable.ownership == .strong,
                case .slot(let slot) = location(variable)
            {
                // `if let`
                let payload = type(inner.type)
                switch payload.representation {
                case .int:
                    return { frame in
                        guard let box = try value(frame) else { return false }
                        frame[slot] = unsafeDowncast(box, to: Boxed<Int>.self).value
                        return true
                    }
                case .double:
                    return { frame in
                        guard let box = try value(frame) else { return false }
                        Double.store(unsafeDowncast(box, to: Boxed<Double>.self).value, frame + slot)
                        return true
                    }
                case .ref where !payload.isNullable:
                    return { frame in
                        guard let object = try value(frame) else { return false }
                        Ref.store(object, frame + slot)
                        return true
                    }
                default: break
                }
            }
            let match = try matcher(pattern, Ref.self)
            return { try match($0, try value($0)) }
        }
    }

    // MARK: Matching

    /// Whether a value at hand matches a pattern; binds its variables on the way.
    func matcher<S: Slot>(_ pattern: Pattern, _: S.Type) throws -> (Frame, S) throws -> Bool {
        switch pattern.kind {
        case .any: return { _, _ in true }
        case .bind(let variable):
            let bind = initializer(variable, S.self)
            return { frame, value in
                bind(frame, value)
                return true
            }
        case .boolean(let expected):
            let expected = expected ? 1 : 0
            return { _, value in AnySlot(value).int == expected }
        case .tuple(let parts):
            let elements = try parts.enumerated().map { try wordMatcher($1, $0) }
            if parts.count == 2 {
                let (a, b) = (elements[0], elements[1])
                return { frame, value in
                    let record = AnySlot(value).ref.cast(to: Record.self)
                    return try withExtendedLifetime(record) { try a(frame, record.words) && b(frame, record.words) }
                }
            }
            return { frame, value in
                guard let tuple = AnySlot(value).ref else { return true }
                let record = unsafeDowncast(tuple, to: Record.self)
                for element in elements where !(try element(frame, record.words)) { return false }
                withExtendedLifetime(record) {}
                return true
            }
        case .enumCase(let item, let payload):
            return try caseMatcher(item, payload, type(pattern.type), S.self)
        case .some(let inner):
            return try someMatcher(inner, type(pattern.type), S.self)
        case .none: return { _, value in AnySlot(value).ref == nil }
        case .expression(let subject, let test):
            let bind = initializer(subject, S.self)
            let test = try boolean(test)
            return { frame, value in
                bind(frame, value)
                return try test(frame)
            }
        case .cast(let target, let inner):
            return try castMatcher(pattern.type, target, inner, S.self)
        }
    }

    /// A pattern for one word of a record.
    func wordMatcher(_ pattern: Pattern, _ index: Int) throws -> (Frame, Address) throws -> Bool {
        if case .any = pattern.kind { return { _, _ in true } }
        switch type(pattern.type).representation {
        case .int:
            let match = try matcher(pattern, Int.self)
            return { try match($0, $1[index]) }
        case .double:
            let match = try matcher(pattern, Double.self)
            return { try match($0, Double.load($1 + index)) }
        case .ref:
            let match = try matcher(pattern, Ref.self)
            return { try match($0, Ref.load($1 + index)) }
        }
    }

    private func caseMatcher<S: Slot>(
        _ item: EnumCaseDeclaration, _ payload: [Pattern], _ enumType: RuntimeType, _: S.Type
    ) throws -> (Frame, S) throws -> Bool {
        if case .optional = enumType.kind {
            if item.name == "none" { return { _, value in AnySlot(value).ref == nil } }
            guard let inner = payload.first else { return { _, value in AnySlot(value).ref != nil } }
            return try someMatcher(inner, enumType, S.self)
        }
        let tag = item.index
        if enumType.representation == .int { return { _, value in AnySlot(value).int == tag } }
        if payload.isEmpty { return { _, value in AnySlot(value).ref.cast(to: Record.self).tag == tag } }
        // A case with several values can be matched by one pattern that binds them as a tuple.
        if payload.count == 1 && item.parameters.count > 1 {
            let bind = try matcher(payload[0], Ref.self)
            let layout = type(payload[0].type).layout
            return { frame, value in
                let record = AnySlot(value).ref.cast(to: Record.self)
                guard record.tag == tag else { return false }
                let tuple = Record.make(layout)
                let copy = record.copy()
                for index in 0..<layout.count {
                    tuple.words[index] = copy.words[index]
                    copy.words[index] = 0
                }
                return try bind(frame, tuple)
            }
        }
        let parts = try payload.enumerated().map { try wordMatcher($1, $0) }
        if parts.count == 1 {
            let part = parts[0]
            return { frame, value in
                let record = AnySlot(value).ref.cast(to: Record.self)
                guard record.tag == tag else { return false }
                return try withExtendedLifetime(record) { try part(frame, record.words) }
            }
        }
        return { frame, value in
            let record = AnySlot(value).ref.cast(to: Record.self)
            guard record.tag == tag else { return false }
            for part in parts where !(try part(frame, record.words)) { return false }
            withExtendedLifetime(record) {}
            return true
        }
    }

    private func someMatcher<S: Slot>(_ inner: Pattern, _ optional: RuntimeType, _: S.Type) throws -> (Frame, S) throws -> Bool {
        guard let payload = optional.wrapped else { return { _, _ in false } }
        switch payload.representation {
        case .int:
            let match = try matcher(inner, Int.self)
            return { frame, value in
                guard let box = AnySlot(value).ref else { return false }
                return try match(frame, unsafeDowncast(box, to: Boxed<Int>.self).value)
            }
        case .double:
            let match = try matcher(inner, Double.self)
            return { frame, value in
                guard let box = AnySlot(value).ref else { return false }
                return try match(frame, unsafeDowncast(box, to: Boxed<Double>.self).value)
            }
        case .ref:
            let match = try matcher(inner, Ref.self)
            let isBoxed = payload.isNullable
            return { frame, value in
                guard let object = AnySlot(value).ref else { return false }
                return try match(frame, isBoxed ? unsafeDowncast(object, to: Boxed<Ref>.self).value : object)
            }
        }
    }

    private func castMatcher<S: Slot>(
        _ source: Type, _ target: Type, _ inner: Pattern?, _: S.Type
    ) throws -> (Frame, S) throws -> Bool {
        let (from, to) = (type(source), type(target))
        let cast = compiler.caster(from: from, to: to)
        guard let inner else { return { _, value in try cast(AnySlot(value)) != nil } }
        switch to.representation {
        case .int:
            let match = try matcher(inner, Int.self)
            return { frame, value in
                guard let result = try cast(AnySlot(value)) else { return false }
                return try match(frame, result.int)
            }
        case .double:
            let match = try matcher(inner, Double.self)
            return { frame, value in
                guard let result = try cast(AnySlot(value)) else { return false }
                return try match(frame, result.double)
            }
        case .ref:
            let match = try matcher(inner, Ref.self)
            return { frame, value in
                guard let result = try cast(AnySlot(value)) else { return false }
                return try match(frame, result.ref)
            }
        }
    }

    // MARK: Switch

    /// The index of the case that a switch takes; the number of cases if none.
    func selector(_ item: Switch) throws -> IntCode {
        let subjectType = type(item.subject)
        switch subjectType.representation {
        case .int: return try selector(item, Int.runner(try expression(item.subject)), Int.self)
        case .double: return try selector(item, Double.runner(try expression(item.subject)), Double.self)
        case .ref: return try selector(item, Ref.runner(try expression(item.subject)), Ref.self)
        }
    }

    private func selector<S: Slot>(_ item: Switch, _ subject: S.Run, _: S.Type) throws -> IntCode {
        if let table = try caseTable(item) {
            if S.representation == .int {
                return { frame in
                    let tag = AnySlot(try subject(frame)).int
                    return tag < table.count ? table[tag] : table.count
                }
            }
            return { frame in table[AnySlot(try subject(frame)).ref.cast(to: Record.self).tag] }
        }
        var tests: [((Frame, S) throws -> Bool, Int)] = []
        for (index, part) in item.cases.enumerated() {
            if part.items.isEmpty {
                tests.append(({ _, _ in true }, index))
                continue
            }
            for caseItem in part.items {
                let match = try matcher(caseItem.pattern, S.self)
                if let condition = caseItem.guardCondition {
                    let guarded = try boolean(condition)
                    tests.append(({ try match($0, $1) && guarded($0) }, index))
                } else {
                    tests.append((match, index))
                }
            }
        }
        // `default` is taken only when nothing else matches, wherever it stands.
        if let position = item.cases.firstIndex(where: \.items.isEmpty), let test = tests.firstIndex(where: { $0.1 == position }) {
            tests.append(tests.remove(at: test))
        }
        let all = tests
        let count = item.cases.count
        return { frame in
            let value = try subject(frame)
            for (match, index) in all where try match(frame, value) { return index }
            return count
        }
    }

    /// For a switch over an enum whose cases look at nothing but the case: the index by the ordinal.
    private func caseTable(_ item: Switch) throws -> [Int]? {
        let subjectType = type(item.subject)
        guard case .enumeration(let cases) = subjectType.kind else { return nil }
        var table = Array(repeating: item.cases.count, count: cases.count)
        for (index, part) in item.cases.enumerated() {
            if part.items.isEmpty {
                for tag in table.indices where table[tag] == item.cases.count { table[tag] = index }
                guard index == item.cases.count - 1 else { return nil }
            }
            for caseItem in part.items {
                guard caseItem.guardCondition == nil, case .enumCase(let declaration, let payload) = caseItem.pattern.kind,
                    payload.allSatisfy({ if case .any = $0.kind { true } else { false } })
                else { return nil }
                if table[declaration.index] == item.cases.count { table[declaration.index] = index }
            }
        }
        return table
    }
}
