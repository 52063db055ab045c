import LessonDocument
import StepLanguage

extension LessonRun {
    /// Tells what a step gave in an earlier run.
    func tellAgain(_ kept: KeptStep, of step: LessonDocument.Step, at index: Int, since start: ContinuousClock.Instant) {
        for event in kept.events {
            switch event {
            case .output(let output): tell(.output(output))
            case .epoch(let row): tell(.epoch(row))
            }
        }
        statuses[index] = .passed
        reusedCount += 1
        let error = kept.mistake.map { $0.diagnostic(file: lesson.file, firstLine: step.map.firstLine) }
        tell(
            .stepFinished(
                StepEnd(
                    id: step.id, line: step.map.firstLine, status: .passed, error: error, seconds: seconds(since: start), reused: true)))
    }

    /// Tells a whole lesson of which nothing changed.
    func tellAgain(_ kept: LessonReuse.WholeLesson, data: DataAccess) throws -> LessonEnd {
        let start = ContinuousClock().now
        tellStart(stepCount: kept.parts.filter(\.role.isStep).count, parameters: kept.parameters, data: data)
        var number = 0
        for (index, part) in kept.parts.enumerated() {
            if let listenerError { throw listenerError }
            switch part.role {
            case .parameters: break
            case .inline(let expression):
                inline.append(InlineRecord(line: expression.position.line, code: expression.code, text: part.step.text))
            case .step(let step):
                number += 1
                tell(.stepStarted(StepStart(id: step.id, number: number, line: step.map.firstLine)))
                tellAgain(part.step, of: step, at: index, since: start)
            }
        }
        return try tellEnd(Array(statuses.values), since: start)
    }
}

extension LessonPlan.Part.Role {
    var isStep: Bool {
        if case .step = self { return true }
        return false
    }
}

extension KeptStep {
    /// The text of an expression in the prose.
    var text: String {
        if case .output(.text(let text))? = events.first { return text }
        return ""
    }
}

extension KeptStep.Mistake {
    init(_ diagnostic: Diagnostic, firstLine: Int) {
        self.init(
            message: diagnostic.message, line: diagnostic.location.line - firstLine, column: diagnostic.location.column,
            length: diagnostic.location.length, notes: diagnostic.notes.map(\.message))
    }

    func diagnostic(file: String, firstLine: Int) -> Diagnostic {
        Diagnostic(
            .error, message, at: SourceLocation(file: file, line: firstLine + line, column: column, length: length),
            notes: notes.map { Diagnostic.Note($0) })
    }
}
