import LessonDocument
import NeuralNets
import StepLanguage
import Tensors

/// What a run takes from earlier ones, and what it leaves for later ones.
///
/// A part of the plan that is made from the same as in an earlier run is not run: what it gave is told again. The first
/// part that has to run needs the state that the parts before it leave. They are then run as well, silently, except for
/// pieces that took long and whose changes of the state were kept.
final class StepMemory {
    /// What was found of a part.
    struct Finding {
        let ingredients: [StepKeys.Ingredient]
        let key: Digest
        let kept: KeptStep?
        let reach: Set<String>
    }

    private let plan: LessonPlan
    let execution: Execution
    let store: LessonStore
    let reads: Bool
    private(set) var keys: StepKeys
    /// How many parts of the plan the program's state has behind it.
    private var done = 0
    /// The keys of the parts looked at.
    private var findings: [Int: Finding] = [:]
    /// The keys of the parts that were told again or kept.
    private(set) var kept: [Int: Digest] = [:]
    /// Whether a part failed, so that what comes after it is not what it would be otherwise.
    private var isTainted = false
    private var before: [HeapSnapshot.Component] = []
    /// The last walk over the state, as long as no code ran since.
    private var last: HeapSnapshot?
    /// Whether the program can see when objects end, which taking over a kept state would change.
    private let observesLifetimes: Bool
    /// A piece that takes at least so many seconds is worth keeping.
    private static let longPiece = 0.05
    private let clock = ContinuousClock()

    init(_ plan: LessonPlan, execution: Execution, store: LessonStore, reads: Bool, common: [StepKeys.Ingredient]) {
        self.plan = plan
        self.execution = execution
        self.store = store
        self.reads = reads
        keys = StepKeys(plan, common: common)
        observesLifetimes = plan.parts.contains { StepCode.observesLifetimes($0.checked.step.source.text) }
        execution.remembersValues = !observesLifetimes
        for parameter in plan.parameters { keys.take(parameter: parameter.name, value: parameter.value.swiftLiteral) }
    }

    // MARK: Looking

    /// What a part is made from, and what was kept of it.
    func look(at index: Int) -> Finding {
        let reach = keys.reach(of: index)
        let ingredients = keys.ingredients(of: index, reach: reach)
        let key = StepKeys.key(ingredients)
        let kept = reads && !isTainted ? store.read(.step, key).flatMap { try? KeptStep(bytes: $0) } : nil
        let finding = Finding(ingredients: ingredients, key: key, kept: kept, reach: keys.variables(reach.names))
        findings[index] = finding
        return finding
    }

    func finding(_ index: Int) -> Finding? { findings[index] }

    func stepID(_ index: Int) -> String { plan.parts[index].checked.step.id }

    /// Takes note that a part stands as it was kept.
    func accept(_ index: Int) {
        guard let finding = findings[index], let step = finding.kept else { return }
        keys.take(step.parts, key: finding.key)
        kept[index] = finding.key
    }

    /// Takes note that a part failed or was left out: nothing after it can be kept.
    func taint() { isTainted = true }

    // MARK: Running

    /// Brings the program's state to where a part begins.
    ///
    /// - Parameter run: runs a part silently, piece by piece; gives what it failed with.
    /// - Returns: the part that failed, if one did.
    func catchUp(to index: Int, run: (Int, @escaping PieceRunner) -> Bool) -> Int? {
        while done < index {
            let part = done
            done += 1
            guard run(part, pieceRunner(part, takesKept: true)) else { return part }
        }
        return nil
    }

    /// Makes ready for running a part; gives what runs its pieces.
    ///
    /// - Parameter checkpoints: whether trainings in it leave their state after each epoch.
    func begin(_ index: Int, checkpoints: Bool = false) -> PieceRunner {
        done = index + 1
        guard !isTainted, let finding = findings[index] else { return plainly }
        before = walk(finding.reach)?.components() ?? []
        if checkpoints, !observesLifetimes {
            keeper = TrainingKeeper(self, key: finding.key, names: finding.reach.union(plan.parts[index].checked.declares))
            TrainingCheckpoints.current = keeper
        }
        return pieceRunner(index, takesKept: false)
    }

    private var keeper: TrainingKeeper?

    /// Takes note that a part's code ended, however it did.
    func codeEnded() {
        TrainingCheckpoints.current = nil
        last = nil
    }

    /// Keeps what a part that passed gave.
    func end(_ index: Int, events: [KeptStep.Event], mistake: KeptStep.Mistake?, seconds: Double) throws {
        guard !isTainted, let finding = findings[index] else { return }
        var step = KeptStep()
        step.events = events
        step.mistake = mistake
        step.seconds = seconds
        let names = finding.reach.union(plan.parts[index].checked.declares).union(execution.ambientNames)
        guard let after = walk(names)?.components() else { return taint() }
        step.parts = keys.parts(before: before, after: after, index: index, reach: finding.reach)
        keys.take(step.parts, key: finding.key)
        store.write(.step, finding.key, try step.bytes())
        kept[index] = finding.key
        keeper?.forget()
        keeper = nil
        trace(index, lesson: plan.lesson)
    }

    // MARK: Pieces

    private func pieceRunner(_ index: Int, takesKept: Bool) -> PieceRunner {
        guard let finding = findings[index], !observesLifetimes else { return plainly }
        let names = finding.reach.union(plan.parts[index].checked.declares)
        let count = plan.parts[index].checked.pieceCount
        return { [self] piece, run in
            let key = Digest("piece", finding.key.text, "\(piece) of \(count)")
            guard let state = walk(names.union(execution.ambientNames)) else { return try plainly(piece, run) }
            if takesKept, reads, let bytes = store.read(.piece, key), try take(bytes, state) { return }
            let ambient = execution.ambientNames
            let start = clock.now
            try plainly(piece, run)
            guard clock.now - start >= .seconds(Self.longPiece), ambient == execution.ambientNames else { return }
            keep(key, from: state, names: names.union(ambient))
        }
    }

    /// Runs a piece of which nothing is kept.
    private func plainly(_ piece: Int, _ run: () throws -> Void) throws {
        last = nil
        try run()
    }

    private func walk(_ names: Set<String>, base: HeapSnapshot? = nil) -> HeapSnapshot? {
        last = execution.heap(of: names, base: base, same: last)
        return last
    }

    /// Takes over the changes of a piece; false where they do not fit.
    private func take(_ bytes: ArraySlice<UInt8>, _ state: HeapSnapshot) throws -> Bool {
        last = nil
        var reader = ByteReader(bytes)
        guard let position = try? reader.randomPosition(), let changes = try? reader.raw() else { return false }
        do {
            try HeapDelta.apply(changes, to: state)
        } catch is NotKept {
            return false
        }
        RandomStream.current.position = position
        return true
    }

    private func keep(_ key: Digest, from state: HeapSnapshot, names: Set<String>) {
        guard let after = walk(names, base: state), let delta = try? HeapDelta(from: state, to: after) else { return }
        var writer = ByteWriter()
        writer.add(RandomStream.current.position)
        writer.add(delta.bytes)
        store.write(.piece, key, writer.bytes)
    }
}

extension StepMemory {
    /// What a step was made from when it was kept last, for saying later what changed.
    func trace(_ index: Int, lesson: Lesson) {
        guard let finding = finding(index) else { return }
        var writer = ByteWriter()
        writer.add(finding.ingredients) { writer, ingredient in
            writer.add(ingredient.name)
            writer.add(ingredient.digest.text)
        }
        store.write(.trace, Self.traceKey(lesson, step: stepID(index)), writer.bytes)
    }

    /// What a step was made from when it was kept last; nil where it never was.
    func lastIngredients(_ index: Int, lesson: Lesson) -> [StepKeys.Ingredient]? {
        guard let bytes = store.read(.trace, Self.traceKey(lesson, step: stepID(index))) else { return nil }
        var reader = ByteReader(bytes)
        return try? reader.list { reader in
            let name = try reader.text()
            guard let digest = Digest(text: try reader.text()) else { throw ByteReader.Damaged() }
            return StepKeys.Ingredient(name: name, digest: digest)
        }
    }

    private static func traceKey(_ lesson: Lesson, step: String) -> Digest { Digest("trace", lesson.name, step) }
}
