import DataSets
import Foundation
import LessonDocument
import StepLanguage

/// What one run of a lesson has to do with the store.
struct LessonReuse {
    /// A lesson of which nothing changed: its parts with what each gave.
    struct WholeLesson {
        let parameters: [Parameter]
        let parts: [(role: LessonPlan.Part.Role, step: KeptStep)]
    }

    private let lesson: Lesson
    private let store: LessonStore
    private let options: RunOptions
    private let parameters: [Parameter]
    /// What every step depends on.
    let common: [StepKeys.Ingredient]

    /// Nil where the run has no store.
    /// - Throws: `RunRefusal.parameter` for a parameter that the lesson does not have.
    init?(lesson: Lesson, options: RunOptions, data: DataAccess) throws {
        guard let store = options.store else { return nil }
        self.lesson = lesson
        self.store = store
        self.options = options
        do {
            parameters = try lesson.frontMatter.parameters.replacing(options.parameters)
        } catch let error as ParameterError {
            throw RunRefusal.parameter(error)
        }
        guard let program = Program.digest(store) else { return nil }
        var common = [
            StepKeys.Ingredient(name: "the program", digest: program),
            StepKeys.Ingredient(name: "the seed", digest: Digest("seed", "\(options.seed ?? lesson.frontMatter.seed)")),
        ]
        for record in data.records {
            guard let digest = Self.digest(of: record, folder: options.dataFolder, store) else { return nil }
            common.append(StepKeys.Ingredient(name: "the data \(record.name)", digest: digest))
        }
        self.common = common
    }

    /// A data set's contents; the samples are part of the program.
    private static func digest(of record: DataRecord, folder: String?, _ store: LessonStore) -> Digest? {
        var hasher = DigestHasher()
        hasher.add(record.name)
        hasher.add(record.origin)
        hasher.add(record.note)
        guard record.origin != "sample", let folder else { return hasher.digest }
        let root = folder + "/" + record.origin
        guard let walk = FileManager.default.enumerator(atPath: root) else { return nil }
        for name in walk.compactMap({ $0 as? String }).sorted() {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isDirectory), !isDirectory.boolValue else { continue }
            guard let digest = store.digest(ofFile: "\(root)/\(name)") else { return nil }
            hasher.add(name)
            hasher.add(digest)
        }
        return hasher.digest
    }

    func memory(_ plan: LessonPlan, _ execution: Execution) -> StepMemory {
        StepMemory(plan, execution: execution, store: store, reads: !options.isFresh, common: common)
    }

    // MARK: Whole lessons

    /// Changes with anything that the lesson's results are made from, found without checking its steps.
    private func wholeKey() -> Digest {
        var hasher = DigestHasher()
        hasher.add("lesson")
        for ingredient in common { hasher.add(ingredient.digest) }
        hasher.add("\(options.usesSolutions)")
        for parameter in parameters { hasher.add("\(parameter.name) = \(parameter.value.swiftLiteral)") }
        let solutions = options.usesSolutions ? LessonPlan.solutions(of: lesson) : [:]
        for role in LessonPlan.outline(of: lesson) {
            switch role {
            case .parameters: break
            case .inline(let expression):
                hasher.add("inline")
                hasher.add(StepCode(expression.code).whole)
            case .step(let step):
                let code = solutions[step.id] ?? step
                hasher.add(step.id)
                hasher.add("\(step.options.isLocal) \(step.options.role) \(step.options.expectedError ?? "")")
                hasher.add(StepCode(code.code).whole)
                if step.options.expectedError != nil { hasher.add(code.code + "\(code.map.indents)") }
            }
        }
        return hasher.digest
    }

    /// What an earlier run of the very same lesson gave; nil where something of it is missing.
    func wholeLesson() -> WholeLesson? {
        guard !options.isFresh, options.selection == .all, let bytes = store.read(.lesson, wholeKey()) else { return nil }
        var reader = ByteReader(bytes)
        let outline = LessonPlan.outline(of: lesson)
        guard let keys = try? reader.list({ try $0.text() }), keys.count == outline.count else { return nil }
        var parts: [(role: LessonPlan.Part.Role, step: KeptStep)] = []
        for (role, text) in zip(outline, keys) {
            if case .parameters = role {
                parts.append((role, KeptStep()))
                continue
            }
            guard let key = Digest(text: text), let kept = store.read(.step, key), let step = try? KeptStep(bytes: kept) else { return nil }
            parts.append((role, step))
        }
        return WholeLesson(parameters: parameters, parts: parts)
    }

    /// Takes note of the keys of a lesson's parts, where all of them were kept.
    func keepWholeLesson(_ keys: [Int: Digest], of plan: LessonPlan) {
        let isWhole = plan.parts.indices.allSatisfy { index in
            if case .parameters = plan.parts[index].role { return true }
            return keys[index] != nil
        }
        guard isWhole else { return }
        var writer = ByteWriter()
        writer.add(plan.parts.indices.map { keys[$0]?.text ?? "" }) { $0.add($1) }
        store.write(.lesson, wholeKey(), writer.bytes)
    }
}

extension Program {
    /// Changes with the program itself, so that another build takes nothing over; nil where its file cannot be read.
    public static func digest(_ store: LessonStore) -> Digest? {
        #if canImport(Glibc)
        let path = "/proc/self/exe"
        #else
        let path = CommandLine.arguments[0]
        #endif
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return store.digest(ofFile: real).map { Digest(version, "\(LessonStore.format)", $0.text) }
    }
}
