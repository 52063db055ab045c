import LessonDocument
import LessonRunner

extension PageModel {
    /// The page of a lesson from the record of a run.
    public init(lesson: Lesson, record: LessonRecord, swiftSource: String? = nil) {
        var results: [String: StepResult] = [:]
        for step in record.steps {
            let options = lesson.steps.first { $0.id == step.id }?.options
            results[step.id] = StepResult(step, expectsError: options?.expectedError != nil, lesson: lesson)
        }
        var values: [Int: String] = [:]
        for value in record.inline {
            let expression = lesson.expressions.first { $0.position.line == value.line && $0.code == value.code }
            if let expression { values[expression.index] = value.text }
        }
        let facts = RunFacts(
            data: record.data.map { .init(name: $0.name, origin: $0.origin == "sample" ? "built-in sample" : $0.origin) },
            seed: record.seed, parameters: record.parameters.map { (name: $0.name, value: $0.value) },
            versions: [(name: "lessons", value: record.program)])
        self.init(
            lesson: lesson, results: results, values: values, run: facts, swiftSource: swiftSource,
            transcript: Transcript.text(
                source: lesson.source, ends: lesson.steps.map { (step: $0.id, line: $0.range.end.line) },
                blocks: Dictionary(record.steps.map { ($0.id, Transcript.Block.blocks(of: $0)) }, uniquingKeysWith: { a, _ in a }),
                inline: Transcript.inlineBlocks(of: record), pictureFolder: "."))
    }
}

extension PageModel {
    /// The page of a lesson that could not be run: each step with what the checker found in it.
    public init(lesson: Lesson, mistakes: [ErrorRecord]) {
        self.init(lesson: lesson)
        for step in lesson.steps {
            let own = mistakes.filter { (step.range.start.line...step.range.end.line).contains($0.line) }
            guard !own.isEmpty else { continue }
            results[step.id] = StepResult(status: .failed, outputs: own.map { .problem(OutputProblem($0, lesson: lesson)) })
        }
    }
}

extension OutputProblem {
    fileprivate init(_ error: ErrorRecord, lesson: Lesson) {
        self.init(
            message: error.message, file: lesson.file, line: error.line, column: error.column, length: error.length,
            sourceLine: lesson.line(error.line), hints: error.notes)
    }
}

extension StepResult {
    fileprivate init(_ step: StepRecord, expectsError: Bool, lesson: Lesson) {
        var outputs = step.outputs.map(StepOutput.init)
        if let error = step.error { outputs.append(.problem(OutputProblem(error, lesson: lesson))) }
        let status: Status
        switch step.status {
        case .passed: status = expectsError ? .failedAsExpected : .passed
        case .failed: status = .failed
        case .skipped: status = .skipped("a step before it failed, or the run was stopped")
        case .shown: status = .passed
        }
        self.init(status: status, outputs: outputs)
    }
}

extension StepOutput {
    fileprivate init(_ output: OutputRecord) {
        switch output {
        case .text(let text): self = .text(text)
        case .hint(let text):
            self = .problem(OutputProblem(severity: .note, message: text, file: "", line: 0, column: 0))
        case .table(let table):
            self = .table(
                OutputTable(
                    headers: table.headers, rows: table.rows, alignments: table.headers.indices.map(table.alignment(ofColumn:))))
        case .picture(let picture): self = .picture(OutputPicture(picture))
        case .animation(let animation):
            self = .animation(
                OutputAnimation(
                    picture: OutputPicture(
                        file: animation.file, width: animation.width, height: animation.height,
                        alternativeText: animation.alternativeText, caption: animation.caption.isEmpty ? nil : animation.caption),
                    frames: animation.frames, darkFrames: animation.darkFrames, interval: animation.interval))
        }
    }
}

extension TableRecord {
    /// Numbers stand at the right, also those that a step made into words to choose their digits.
    fileprivate func alignment(ofColumn column: Int) -> OutputTable.Alignment {
        if column < alignsRight.count, alignsRight[column] { return .right }
        let words = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
        return !words.isEmpty && words.allSatisfy(Self.isNumber) ? .right : .left
    }

    private static func isNumber(_ word: String) -> Bool {
        var rest = Substring(word)
        if rest.hasSuffix("%") { rest = rest.dropLast() }
        if rest.hasSuffix(" ") { rest = rest.dropLast() }
        if rest.hasPrefix("−") { rest = "-" + rest.dropFirst() }
        return rest.first?.isLetter == false && Double(String(rest.filter { $0 != "," })) != nil
    }
}

extension OutputPicture {
    fileprivate init(_ picture: PictureRecord) {
        self.init(
            file: picture.file, darkFile: picture.darkFile, width: picture.width, height: picture.height,
            alternativeText: picture.alternativeText, caption: picture.caption.isEmpty ? nil : picture.caption)
    }
}
