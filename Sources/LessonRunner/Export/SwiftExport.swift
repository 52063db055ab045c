import Foundation
import LessonBindings
import LessonDocument
import StepLanguage

/// A lesson as a Swift package: `swift run` gives what the lesson gives.
public struct SwiftExport {
    private let lesson: Lesson
    private let plan: LessonPlan
    private let seed: Int

    /// - Throws: `CheckFailure` for a lesson with mistakes; a lesson that cannot run cannot be exported.
    public init(lesson: Lesson, options: RunOptions) throws {
        self.lesson = lesson
        seed = options.seed ?? lesson.frontMatter.seed
        plan = try LessonPlan(lesson: lesson, library: LessonLibrary.library(), parameterTexts: options.parameters, usesSolutions: true)
        guard !plan.diagnostics.contains(where: \.isError) else { throw CheckFailure(diagnostics: plan.diagnostics) }
    }

    /// The lesson's steps as one `main.swift`.
    ///
    /// Steps that are not run, or that must not compile, stand as comments; solutions stand in place of exercises.
    public func mainFile() -> String {
        var text = "// \(lesson.title)\n//\n// Exported from \(lesson.file) by lessons \(Program.version).\n// The first argument of the program names a folder with real data; without one it uses the built-in samples.\n\nimport Foundation\nimport LessonKit\n\n"
        text += "beginLesson(seed: \(seed))\n"
        if !plan.parameters.isEmpty {
            text += "\n" + plan.parameters.map { "let \($0.name): \($0.value.typeName) = \($0.value.swiftLiteral)\n" }.joined()
        }
        var parts = plan.parts.compactMap { part -> (LessonDocument.Step, CheckedStep)? in
            if case .step(let step) = part.role { return (step, part.checked) }
            return nil
        }[...]
        for step in lesson.steps {
            if case .solution = step.options.role { continue }
            text += "\n// \(step.id)\n"
            guard let (planned, checked) = parts.first, planned.id == step.id else {
                text += Self.commented(step.code)
                continue
            }
            parts.removeFirst()
            if checked.hasErrors || step.options.expectedError != nil {
                text += Self.commented(step.code)
                continue
            }
            text += "beginStep(\"\(step.id)\")\n"
            let code = Self.displaying(checked)
            text += step.options.isLocal ? "do {\n\(code)}\n" : code
        }
        return text
    }

    /// A manifest that depends on a package with `LessonKit` by path.
    public func manifest(packagePath: String) -> String {
        let escaped = packagePath.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "\(lesson.name)",
                dependencies: [.package(name: "lessons", path: "\(escaped)")],
                targets: [
                    .executableTarget(
                        name: "\(lesson.name)", dependencies: [.product(name: "LessonKit", package: "lessons")],
                        swiftSettings: [.unsafeFlags(["-module-name", "main"])])
                ],
                swiftLanguageModes: [.v5]
            )

            """
    }

    private static func displaying(_ checked: CheckedStep) -> String {
        let text = checked.step.source.text
        guard let place = checked.displayedPlace else { return text.hasSuffix("\n") ? text : text + "\n" }
        let bytes = Array(text.utf8)
        let start = min(place.lowerBound, bytes.count)
        let end = min(max(start, place.upperBound), bytes.count)
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        let expression = String(decoding: bytes[start..<end], as: UTF8.self)
        let after = String(decoding: bytes[end...], as: UTF8.self)
        let result = before + "display(" + expression + ")" + after
        return result.hasSuffix("\n") ? result : result + "\n"
    }

    private static func commented(_ code: String) -> String {
        code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(code.hasSuffix("\n") ? 1 : 0)
            .map { $0.isEmpty ? "//\n" : "// \($0)\n" }.joined()
    }
}
