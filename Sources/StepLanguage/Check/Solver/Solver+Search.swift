/// The search: marks to come back to, options one after the other, the best of the solutions.
extension Solver {
    func mark() -> Mark {
        Mark(
            trail: trail.count, constraints: constraints.count, variables: variables.count,
            choices: choiceNodes.count, deciding: deciding.count, pending: worklist.count, score: score)
    }

    func rollback(_ mark: Mark) {
        while worklist.count > mark.pending { worklist.removeLast().isQueued = false }
        while trail.count > mark.trail {
            switch trail.removeLast() {
            case .binding(let variable): variable.binding = nil
            case .watcher(let variable): variable.watchers.removeLast()
            case .solved(let constraint): constraint.isActive = true
            case .action(let action): action()
            }
        }
        constraints.removeLast(constraints.count - mark.constraints)
        variables.removeLast(variables.count - mark.variables)
        choiceNodes.removeLast(choiceNodes.count - mark.choices)
        deciding.removeLast(deciding.count - mark.deciding)
        score = mark.score
    }

    // MARK: Search

    /// Finds the best solution and puts it in force.
    func solve() -> Bool {
        solutions = []
        let start = mark()
        if propagate() { search() }
        if solutions.isEmpty {
            rollback(start)
            return false
        }
        // Commit.
        if solutions.count == 1 || pickBest() {
            rollback(start)
            install(solutions[0])
            return true
        }
        rollback(start)
        return false
    }

    func install(_ solution: Solution) {
        for (variable, type) in solution.bindings { variable.binding = type }
        for (node, chosen) in solution.choices { node.chosen = chosen }
        for decision in solution.decisions { decision() }
        score = solution.score
    }

    func search() {
        if isTooComplex { return }
        steps += 1
        if steps > 40_000 || depth > 600 {
            isTooComplex = true
            return
        }
        if isSurpassed { return }
        if let parts = components() {
            searchParts(parts)
            return
        }
        guard let branch = nextBranch() else { return }
        if branch.isSolution {
            keepSolution()
            return
        }
        let before = keptCount
        let start = score
        for option in branch.options {
            // An option that comes first goes before those after it unless they are better.
            let isFollower = branch.order != .open && keptCount != before
            if isFollower, branch.order == .strict { return }
            if isFollower, let best = solutions.first, best.score <= start { return }
            let mark = mark()
            depth += 1
            if isFollower { needsBetter += 1 }
            if option(), propagate() { search() }
            if isFollower { needsBetter -= 1 }
            depth -= 1
            rollback(mark)
            if isTooComplex { return }
        }
    }

    /// What was found already is better than all that can come of this.
    var isSurpassed: Bool {
        guard let best = solutions.first else { return false }
        return best.score < score || needsBetter > 0 && best.score <= score
    }

    /// The best solution of a part alone.
    func solvePart(_ next: Part) -> Solution? {
        let saved = (solutions, needsBetter, part)
        (solutions, needsBetter, part) = ([], 0, next)
        defer { (solutions, needsBetter, part) = saved }
        let mark = mark()
        search()
        rollback(mark)
        if solutions.isEmpty || solutions.count > 1 && !pickBest() { return nil }
        return solutions[0]
    }

    /// Puts a part's solution in force as a step of the search, so that it can be undone.
    func replay(_ solution: Solution, of part: Part) {
        for index in part.constraints where constraints[index].isActive { close(constraints[index]) }
        let known = Set(variables)
        for (variable, type) in solution.bindings {
            if !known.contains(variable) { variables.append(variable) }
            if variable.binding == nil {
                variable.binding = type
                trail.append(.binding(variable))
            }
        }
        for (node, chosen) in solution.choices where node.chosen == nil {
            node.chosen = chosen
            choiceNodes.append(node)
            onUndo { node.chosen = nil }
        }
        deciding += solution.nodes
        for (node, decision) in zip(solution.nodes, solution.decisions) {
            onUndo(node.decision())
            decision()
        }
        score = solution.score
    }

    func keepSolution() {
        var bindings: [(TypeVariable, Type)] = []
        bindings.reserveCapacity(variables.count)
        for variable in variables where variable.binding != nil {
            bindings.append((variable, simplify(.variable(variable))))
        }
        var choices: [(ChoiceNode, Chosen)] = []
        for node in choiceNodes {
            if let chosen = node.chosen { choices.append((node, chosen)) }
        }
        let solution = Solution(
            bindings: bindings, choices: choices, decisions: deciding.map { $0.decision() }, nodes: deciding,
            score: score)
        keptCount += 1
        if let best = solutions.first {
            if score < best.score {
                solutions = [solution]
            } else if !(best.score < score) {
                solutions.append(solution)
            }
        } else {
            solutions = [solution]
        }
    }

    /// Among solutions of the same score the one whose overloads are more specialised, if there is one.
    func pickBest() -> Bool {
        var best = 0
        for index in 1..<solutions.count {
            if compare(solutions[index], solutions[best]) < 0 { best = index }
        }
        for index in solutions.indices where index != best {
            if compare(solutions[best], solutions[index]) >= 0 {
                // Two roads to the same answer.
                if isSame(solutions[best], solutions[index]) { continue }
                if let better = preferred(solutions[best], solutions[index]) {
                    if better > 0 { best = index }
                    continue
                }
                record(.ambiguous(differing(solutions[best], solutions[index])), Locator(kind: .other, range: generator.rootRange))
                failure = failures.last
                return false
            }
        }
        solutions = [solutions[best]]
        return true
    }

    struct ChoicePair {
        let node: ChoiceNode
        let left: Chosen
        let right: Chosen
        /// Members of the results of different overloads: which of them is better says nothing.
        var isImplied = false
    }

    func pairs(_ a: Solution, _ b: Solution) -> [ChoicePair] {
        var others: [ObjectIdentifier: Chosen] = [:]
        for (node, chosen) in b.choices { others[ObjectIdentifier(node)] = chosen }
        var result = a.choices.compactMap { node, chosen in
            others[ObjectIdentifier(node)].map { ChoicePair(node: node, left: chosen, right: $0) }
        }
        let different = Set(
            result.filter { $0.left.declaration !== $0.right.declaration }.map { ObjectIdentifier($0.node) })
        if different.count < 2 { return result }
        for index in result.indices {
            var base = (result[index].node as? MemberNode)?.base?.unwrapped
            while let next = base {
                if let choice = next as? ChoiceNode, different.contains(ObjectIdentifier(choice)) {
                    result[index].isImplied = true
                    break
                }
                base = (next as? CallNode)?.callee.unwrapped ?? (next as? MemberNode)?.base?.unwrapped
            }
        }
        return result
    }

    func isSame(_ a: Solution, _ b: Solution) -> Bool {
        pairs(a, b).allSatisfy { $0.left.declaration === $0.right.declaration }
    }

    func differing(_ a: Solution, _ b: Solution) -> ChoiceNode? {
        pairs(a, b).first { $0.left.declaration !== $0.right.declaration }?.node
    }

    /// Members of protocols that neither is plainly the more special: the more refined protocol's, then the more
    /// constrained. nil where functions of the same rank are meant.
    func preferred(_ a: Solution, _ b: Solution) -> Int? {
        var result = 0
        for pair in pairs(a, b) where pair.left.declaration !== pair.right.declaration && !pair.isImplied {
            guard let left = pair.left.declaration, let right = pair.right.declaration,
                let x = left.context.selfNominal, let y = right.context.selfNominal
            else { return nil }
            if !left.context.isLibrary, !right.context.isLibrary, x === y { return nil }
            let mine = world.rank(left, x)
            let theirs = world.rank(right, y)
            if mine != theirs { result += mine > theirs ? -1 : 1 }
        }
        return result
    }

    /// Whether `pow` of `Double` and of `Decimal` are as good as one another: in a text, to which `Double` is known better, they are not.
    private func meansDecimal(_ a: Solution, _ b: Solution) -> Bool {
        pairs(a, b).contains { pair in
            [pair.left, pair.right].contains { ($0.declaration as? FunctionDeclaration)?.resultType.isDecimal ?? false }
                && !interpolated.contains { $0.start <= pair.node.range.start && pair.node.range.end <= $0.end }
        }
    }

    /// Negative when `a` is better.
    func compare(_ a: Solution, _ b: Solution) -> Int {
        var result = 0
        for pair in pairs(a, b) {
            let left = pair.left.candidate
            let right = pair.right.candidate
            if left.declaration === right.declaration || pair.isImplied { continue }
            let leftBetter = world.isMoreSpecialised(left, right)
            let rightBetter = world.isMoreSpecialised(right, left)
            if leftBetter && !rightBetter {
                if result > 0 { return 0 }
                result = -1
            } else if rightBetter && !leftBetter {
                if result < 0 { return 0 }
                result = 1
            }
        }
        if result == 0 {
            if meansDecimal(a, b) { return 0 }
            // Default literal types, `Double` before others, plain before optional.
            for ((variable, left), (other, right)) in zip(a.bindings, b.bindings) where variable === other && left != right {
                if variable.literal != nil {
                    if left == world.doubleType { result -= 1 } else if right == world.doubleType { result += 1 }
                } else if left.optionalPayload == right {
                    result += 1
                } else if right.optionalPayload == left {
                    result -= 1
                } else if right == .any {
                    result -= 1
                } else if left == .any {
                    result += 1
                } else if variable.parameter == nil, variable.closure == nil, left.isFunction != right.isFunction {
                    // A function as the value of a generic type goes before one that makes the value.
                    result += left.isFunction ? -1 : 1
                }
            }
        }
        return result
    }
}
