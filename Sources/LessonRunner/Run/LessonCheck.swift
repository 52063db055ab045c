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
        plan.parts.flatMap { part -> [Diagnostic] in
            guard case .step(let step) = part.role else { return [] }
            let place = SourceLocation(file: plan.lesson.file, line: step.map.firstLine, column: 1)
            func warning(_ message: String, _ note: String) -> Diagnostic {
                Diagnostic(.warning, message, at: place, notes: [Diagnostic.Note(note)])
            }
            var found: [Diagnostic] = []
            if !step.hasOwnId, drawsRandomNumbers(step) {
                found.append(
                    warning(
                        "this step draws random numbers; give it an id, so that its numbers stay when steps are added",
                        "write ```swift {#name} in the line above"))
            }
            if let type = part.checked.displayedType, ["Figure", "Animation"].contains(type), step.options.expectedError == nil {
                let what = type == "Figure" ? "figure" : "animation"
                if step.caption == nil, !step.code.contains(".caption(") {
                    found.append(
                        warning("this step's \(what) has no caption", "begin the step with: //| caption: what the reader should see"))
                }
                if step.alternativeText == nil, !step.code.contains(".alt(") {
                    found.append(
                        warning(
                            "this step's \(what) has no alternative text of its own, only a summary of its numbers",
                            "begin the step with: //| alt: what it shows, for those who cannot see it"))
                }
            }
            return found
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
