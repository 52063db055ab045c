import LessonBindings
import LessonDocument
import StepLanguage

/// Says of a step whether a run would take it from an earlier one, and if not, what changed.
public enum ReuseExplanation {
    /// - Parameter options: the options of the run, with its store.
    /// - Returns: one or more lines.
    /// - Throws: `RunRefusal` for a step that the lesson does not have and options that do not fit, `CheckFailure` where the
    ///   lesson cannot be run.
    public static func lines(of step: String, in lesson: Lesson, options: RunOptions) throws -> [String] {
        let data = try DataAccess(lesson: lesson, folder: options.dataFolder)
        let plan = try LessonPlan(
            lesson: lesson, library: LessonLibrary.library(), parameterTexts: options.parameters,
            usesSolutions: options.usesSolutions)
        guard !plan.diagnostics.contains(where: \.isError) else { throw CheckFailure(diagnostics: plan.diagnostics) }
        guard let wanted = plan.parts.firstIndex(where: { $0.isStep && $0.checked.step.id == step }) else {
            throw RunRefusal.unknownStep(step, known: plan.parts.filter(\.isStep).map(\.checked.step.id))
        }
        guard let memory = try LessonReuse(lesson: lesson, options: options, data: data)?.memory(plan, Execution(session: plan.session)) else {
            return ["\(step) runs: nothing can be kept here"]
        }
        var toRun: [String] = []
        for index in 0...wanted {
            if case .parameters = plan.parts[index].role { continue }
            let finding = memory.look(at: index)
            if finding.kept != nil {
                memory.accept(index)
                if index == wanted { return ["\(step) is taken from an earlier run: nothing that it depends on changed"] + depends(finding) }
            } else if index == wanted {
                return explain(step, finding, before: toRun, memory.lastIngredients(index, lesson: lesson))
            } else if plan.parts[index].isStep {
                toRun.append(memory.stepID(index))
            }
        }
        return []
    }

    private static func explain(
        _ step: String, _ finding: StepMemory.Finding, before: [String], _ last: [StepKeys.Ingredient]?
    ) -> [String] {
        var lines: [String] = []
        if let last {
            let old = Dictionary(last.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
            let new = Dictionary(finding.ingredients.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
            for ingredient in finding.ingredients where old[ingredient.name] != ingredient.digest {
                lines.append(old[ingredient.name] == nil ? "now depends on \(ingredient.name)" : "changed: \(ingredient.name)")
            }
            for ingredient in last where new[ingredient.name] == nil { lines.append("no longer depends on \(ingredient.name)") }
            if lines.isEmpty, before.isEmpty { lines.append("what was kept of it is no longer there") }
        } else {
            lines.append("nothing was kept of it so far")
        }
        if !before.isEmpty { lines.append("earlier steps run again, and may change what it reads: \(before.joined(separator: ", "))") }
        return ["\(step) runs"] + lines.map { "  \($0)" } + depends(finding)
    }

    private static func depends(_ finding: StepMemory.Finding) -> [String] {
        ["it depends on"] + finding.ingredients.map { "  \($0.name)" }
    }
}
