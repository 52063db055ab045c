import LessonBindings
import LessonDocument
import StepLanguage

/// What can be said of a lesson without running it.
public enum LessonCheck {
    /// The mistakes and warnings in a lesson's steps, and what makes its results hard to keep or to read.
    /// - Throws: what opening the lesson's data throws.
    public static func diagnostics(of lesson: Lesson) throws -> [Diagnostic] {
        _ = try DataAccess(lesson: lesson, folder: nil)
        let plan = try LessonPlan(lesson: lesson, library: LessonLibrary.library())
        var found = plan.diagnostics
        if !LessonPlan.solutions(of: lesson).isEmpty, !found.contains(where: \.isError) {
            // The solutions have to be right as well, each in the place of its exercise.
            let solved = try LessonPlan(lesson: lesson, library: LessonLibrary.library(), usesSolutions: true)
            found += solved.diagnostics.filter { $0.isError && !found.contains($0) }
        }
        return found + advice(plan)
    }

    private static func advice(_ plan: LessonPlan) -> [Diagnostic] {
        plan.parts.compactMap { part in
            guard case .step(let step) = part.role else { return nil }
            let place = SourceLocation(file: plan.lesson.file, line: step.map.firstLine, column: 1)
            if !step.hasOwnId, drawsRandomNumbers(step) {
                return Diagnostic(
                    .warning, "this step draws random numbers; give it an id, so that its numbers stay when steps are added",
                    at: place, notes: [Diagnostic.Note("write ```swift {#name} in the line above")])
            }
            return nil
        }
    }

    private static let randomNames = [
        "random", "shuffled", "shuffle(", "randomElement", "normal(", "uniform(", "fit(", "fitOneCycle(", "dropout", "Embedding(",
        "Linear(", "RNN(", "GRU(", "LSTM(", "Conv2d(",
    ]

    private static func drawsRandomNumbers(_ step: LessonDocument.Step) -> Bool {
        randomNames.contains { step.code.contains($0) }
    }
}
