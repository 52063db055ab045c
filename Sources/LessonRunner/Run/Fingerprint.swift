import LessonDocument

/// A short text that changes with anything that a run's results depend on.
enum Fingerprint {
    static func of(lesson: Lesson, parameters: [Parameter], seed: Int, data: [DataRecord]) -> String {
        var hash = FNV()
        hash.add(Program.version)
        hash.add(lesson.source)
        hash.add(String(seed))
        for parameter in parameters { hash.add("\(parameter.name)=\(parameter.value.swiftLiteral)") }
        for record in data { hash.add("\(record.name)=\(record.origin)=\(record.note)") }
        return hash.text
    }
}

/// The 64-bit FNV-1a hash, with a separator after each text.
struct FNV {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0)
    }

    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension LessonRun {
    /// The fingerprint that a run with these options would have; a record with another one is not fresh.
    /// - Throws: `RunRefusal` for options that do not fit the lesson, `LessonError` for a data set that does not exist.
    public static func fingerprint(of lesson: Lesson, options: RunOptions) throws -> String {
        let parameters: [Parameter]
        do {
            parameters = try lesson.frontMatter.parameters.replacing(options.parameters)
        } catch let error as ParameterError {
            throw RunRefusal.parameter(error)
        }
        let data = try DataAccess(lesson: lesson, folder: options.dataFolder).records
        return Fingerprint.of(lesson: lesson, parameters: parameters, seed: options.seed ?? lesson.frontMatter.seed, data: data)
    }
}

extension Lesson {
    /// What the steps' `//|` lines say of their pictures, by step.
    public var stepWords: [String: RecordBuilder.StepWords] {
        var result: [String: RecordBuilder.StepWords] = [:]
        for step in steps where step.caption != nil || step.alternativeText != nil {
            result[step.id] = RecordBuilder.StepWords(caption: step.caption, alternativeText: step.alternativeText)
        }
        return result
    }
}
