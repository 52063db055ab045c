import LessonDocument
import StepLanguage

/// What the checker found wrong with a lesson; nothing of it was run.
public struct CheckFailure: Error {
    public let diagnostics: [Diagnostic]

    /// The mistakes, without warnings, as a record keeps them.
    public var mistakes: [ErrorRecord] { diagnostics.filter(\.isError).map(ErrorRecord.init) }
}

/// A lesson's steps as the language gets them, checked: parameters first, then steps and inline expressions in order.
public final class LessonPlan {
    /// One piece of the plan.
    public struct Part {
        public enum Role {
            case parameters
            case step(LessonDocument.Step)
            case inline(InlineExpression)
        }

        public let role: Role
        public let checked: CheckedStep
    }

    public let lesson: Lesson
    public let session: Session
    public let parameters: [Parameter]
    public let parts: [Part]
    /// Errors and warnings of all steps but those that the lesson expects to fail.
    public let diagnostics: [Diagnostic]

    /// Checks a lesson against a library.
    /// - Throws: `RunRefusal.parameter` for a parameter that the lesson does not have.
    public init(lesson: Lesson, library: Library, parameterTexts: [(name: String, text: String)] = [], usesSolutions: Bool = false) throws {
        self.lesson = lesson
        session = Session(library: library)
        do {
            parameters = try lesson.frontMatter.parameters.replacing(parameterTexts)
        } catch let error as ParameterError {
            throw RunRefusal.parameter(error)
        }
        let roles = Self.outline(of: lesson)
        let solutions = usesSolutions ? Self.solutions(of: lesson) : [:]
        let parameters = parameters
        let steps = roles.map { role -> StepLanguage.Step in
            switch role {
            case .parameters:
                let text = parameters.map { "let \($0.name): \($0.value.typeName) = \($0.value.swiftLiteral)\n" }.joined()
                return StepLanguage.Step(id: "parameters", source: SourceFile(name: lesson.file, text: text))
            case .step(let step): return Self.step(solutions[step.id] ?? step, id: step.id, in: lesson)
            case .inline(let expression): return Self.step(expression, in: lesson)
            }
        }
        let checked = session.check(steps)
        parts = zip(roles, checked).map { Part(role: $0, checked: $1) }
        diagnostics = parts.flatMap { part -> [Diagnostic] in
            if case .step(let step) = part.role, step.options.expectedError != nil { return [] }
            return part.checked.diagnostics
        }
    }

    /// The pieces of a lesson that are run, in order.
    static func outline(of lesson: Lesson) -> [Part.Role] {
        var roles: [Part.Role] = lesson.frontMatter.parameters.isEmpty ? [] : [.parameters]
        var expressions = lesson.expressions[...]
        for step in lesson.steps {
            while let expression = expressions.first, expression.stepsBefore <= step.index {
                expressions.removeFirst()
                roles.append(.inline(expression))
            }
            if runs(step) { roles.append(.step(step)) }
        }
        return roles + expressions.map { .inline($0) }
    }

    /// Whether a step is run at all: not with `run=no`, and a solution only in an exercise's place.
    public static func runs(_ step: LessonDocument.Step) -> Bool {
        if case .solution = step.options.role { return false }
        return step.options.runs
    }

    /// The solution of each exercise, by the exercise's id.
    static func solutions(of lesson: Lesson) -> [String: LessonDocument.Step] {
        var result: [String: LessonDocument.Step] = [:]
        for step in lesson.steps {
            if case .solution(let exercise) = step.options.role { result[exercise] = step }
        }
        return result
    }

    private static func step(_ step: LessonDocument.Step, id: String, in lesson: Lesson) -> StepLanguage.Step {
        StepLanguage.Step(
            id: id,
            source: SourceFile(
                name: lesson.file, text: step.code, firstLine: step.map.firstLine, indentation: step.map.indents.first ?? 0),
            isLocal: step.options.isLocal, displaysLastExpression: true)
    }

    private static func step(_ expression: InlineExpression, in lesson: Lesson) -> StepLanguage.Step {
        StepLanguage.Step(
            id: "inline-\(expression.index + 1)",
            source: SourceFile(
                name: lesson.file, text: expression.code, firstLine: expression.position.line,
                indentation: expression.position.column - 1),
            isLocal: true, displaysLastExpression: true)
    }

    /// The plan's parts that `ids` depend on, directly or not, themselves included.
    func dependencies(of wanted: Set<Int>) -> Set<Int> {
        var needed = wanted
        for index in parts.indices.reversed() where needed.contains(index) {
            for earlier in parts.indices where earlier < index && !needed.contains(earlier) {
                if dependsOn(later: parts[index].checked, earlier: parts[earlier].checked) { needed.insert(earlier) }
            }
        }
        return needed
    }

    /// Whether a step uses what an earlier one declares or changes.
    func dependsOn(later: CheckedStep, earlier: CheckedStep) -> Bool {
        let used = later.reads.union(later.writes)
        return !used.isDisjoint(with: earlier.declares) || !used.isDisjoint(with: earlier.writes)
    }
}
