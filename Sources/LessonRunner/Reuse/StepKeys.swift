import LessonDocument
import StepLanguage

/// Says what each part of a lesson's plan is made from, as far as the run has come: its code, the code that it can call,
/// and the values that it can reach.
///
/// Values are not looked at for this: variables that share objects have a version, which names the step that changed
/// them last, and with it all that this step was made from. A step is the same as one of an earlier run where all of
/// that is the same.
struct StepKeys {
    /// One thing that a step is made from.
    struct Ingredient: Equatable {
        /// In words: `its code`, `the value of model`.
        var name: String
        var digest: Digest
    }

    /// Variables that share objects.
    private final class Group {
        let names: [String]
        let version: Digest
        let code: Set<String>

        init(names: [String], version: Digest, code: Set<String>) {
            self.names = names
            self.version = version
            self.code = code
        }
    }

    private let plan: LessonPlan
    private let code: [StepCode]
    /// What every step depends on: program, seed, data.
    private let common: [Ingredient]
    private var groups: [String: Group] = [:]
    /// The parts that declare each name.
    private var declaring: [String: [Int]] = [:]
    /// Names of which every step may make use: static properties, closures that the library holds.
    private var everywhere: Set<String> = []

    init(_ plan: LessonPlan, common: [Ingredient]) {
        self.plan = plan
        self.common = common
        code = plan.parts.map { StepCode($0.checked.step.source.text) }
        for (index, part) in plan.parts.enumerated() {
            for name in part.checked.declares { declaring[name, default: []].append(index) }
        }
    }

    // MARK: What a part is made from

    /// The names that code of a part may use, itself or through what it calls, and the earlier parts whose functions and
    /// types are among them.
    func reach(of index: Int) -> (names: Set<String>, parts: Set<Int>) {
        let checked = plan.parts[index].checked
        var names: Set<String> = []
        var parts: Set<Int> = []
        var waiting = Array(checked.reads.union(checked.writes).union(everywhere))
        func use(_ part: Int) {
            guard parts.insert(part).inserted else { return }
            let used = plan.parts[part].checked
            waiting += used.reads.union(used.writes).union(used.declares)
        }
        for earlier in 0..<index where code[earlier].reachesEverywhere { use(earlier) }
        while let name = waiting.popLast() {
            guard names.insert(name).inserted else { continue }
            if let group = groups[name] { waiting += group.names + group.code }
            for part in declaring[name] ?? [] where part < index && plan.parts[part].checked.declaredCode.contains(name) { use(part) }
        }
        return (names, parts)
    }

    /// What a part is made from, in a fixed order.
    func ingredients(of index: Int, reach: (names: Set<String>, parts: Set<Int>)) -> [Ingredient] {
        let part = plan.parts[index]
        var result = common
        result.append(Ingredient(name: "its code", digest: ownCode(of: index)))
        result.append(Ingredient(name: "its name", digest: Digest(part.checked.step.id, streamStep(of: index))))
        for earlier in reach.parts.sorted() {
            result.append(
                Ingredient(name: "the functions and types of step \(plan.parts[earlier].checked.step.id)", digest: code[earlier].declarations))
        }
        for group in self.groups(of: reach.names) {
            result.append(Ingredient(name: "the value of \(group.names.joined(separator: ", "))", digest: group.version))
        }
        return result
    }

    /// The code and what the step's line says about how it runs. Where a mistake is expected, its place counts.
    private func ownCode(of index: Int) -> Digest {
        guard case .step(let step) = plan.parts[index].role else { return code[index].whole }
        let options = step.options
        let checked = plan.parts[index].checked
        let text = options.expectedError == nil ? "" : checked.step.source.text + "\(step.map.indents)"
        // What the checker refuses depends on names that it does not find, too.
        let refused = checked.diagnostics.filter(\.isError).map { "\($0.message) \($0.notes.map(\.message))" }
        return Digest(
            code[index].whole.text, "\(options.isLocal) \(options.role) \(options.expectedError ?? "")", text, refused.joined(separator: "\n"))
    }

    /// An expression in the prose draws its random numbers from the stream of the step before it.
    private func streamStep(of index: Int) -> String {
        for part in plan.parts[...index].reversed() {
            if case .step(let step) = part.role { return step.id }
        }
        return ""
    }

    private func groups(of names: Set<String>) -> [Group] {
        var seen: Set<ObjectIdentifier> = []
        return names.compactMap { groups[$0] }.filter { seen.insert(ObjectIdentifier($0)).inserted }.sorted { $0.names[0] < $1.names[0] }
    }

    static func key(_ ingredients: [Ingredient]) -> Digest {
        var hasher = DigestHasher()
        for ingredient in ingredients {
            hasher.add(ingredient.name)
            hasher.add(ingredient.digest)
        }
        return hasher.digest
    }

    // MARK: What parts changed

    /// The variables that a part can reach: those of `names` that there are.
    func variables(_ names: Set<String>) -> Set<String> { names.filter { groups[$0] != nil } }

    /// Takes note of what the part with a key left.
    mutating func take(_ parts: [KeptStep.Part], key: Digest) {
        for part in parts {
            if !part.isChanged, let old = part.names.first.flatMap({ groups[$0] }), old.names == part.names { continue }
            let group = Group(
                names: part.names, version: Digest(key.text, part.names.joined(separator: " ")), code: Set(part.code))
            for name in part.names {
                groups[name] = group
                if name.contains(".") { everywhere.insert(name) }
            }
        }
    }

    /// Takes note of a parameter and its value.
    mutating func take(parameter name: String, value: String) {
        groups[name] = Group(names: [name], version: Digest("parameter", name, value), code: [])
    }

    /// What a part left, from walks over the state before and after it.
    func parts(before: [HeapSnapshot.Component], after: [HeapSnapshot.Component], index: Int, reach: Set<String>) -> [KeptStep.Part] {
        let old = Dictionary(before.map { ($0.names, $0) }, uniquingKeysWith: { first, _ in first })
        let used = reach.union(plan.parts[index].checked.declares)
        return after.map { component in
            let former = old[component.names]
            let isChanged =
                former == nil || former?.digest != component.digest || component.hasHidden || former?.carriesCode != component.carriesCode
            var names: Set<String> = []
            if component.carriesCode {
                names = used
                for name in component.names { names.formUnion(groups[name]?.code ?? []) }
            }
            return KeptStep.Part(names: component.names, isChanged: isChanged, code: names.sorted())
        }
    }
}
