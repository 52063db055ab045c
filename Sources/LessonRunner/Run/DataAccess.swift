import DataSets
import LessonDocument

/// Opens the data sets that a lesson names, and no others, to its steps.
struct DataAccess {
    /// Each set that the lesson names, with where it comes from.
    let records: [DataRecord]

    /// - Throws: `LessonError` for a set that does not exist, `RunRefusal.data` for a data folder that is not there.
    init(lesson: Lesson, folder: String?) throws {
        DataSets.location = folder
        DataSets.allowed = lesson.frontMatter.data.map(\.name)
        // What a step reads is told at the lesson's beginning, with the lines below.
        DataSets.listener = { _ in }
        var problems: [DocumentDiagnostic] = []
        var records: [DataRecord] = []
        for set in lesson.frontMatter.data {
            do {
                try DataSets.validate(set.name)
                let origin = try DataSets.origin(of: set.name)
                records.append(DataRecord(name: set.name, origin: origin.label, note: origin.note))
            } catch DataSetError.noSuchLocation(let path) {
                throw RunRefusal.data(DataSetError.noSuchLocation(path: path).description)
            } catch {
                problems.append(
                    DocumentDiagnostic(
                        file: lesson.file, line: set.position.line, column: set.position.column, length: set.name.utf8.count,
                        message: "\(error)"))
            }
        }
        guard problems.isEmpty else { throw LessonError(problems) }
        self.records = records
    }
}

extension DataOrigin {
    fileprivate var note: String {
        switch self {
        case .sample(let how): return how
        case .folder(let name): return "real data from \(name)"
        }
    }
}
