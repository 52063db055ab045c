import Foundation
import LessonDocument
import LessonPages
import LessonRunner

/// The pages of a project's lessons, from their records.
struct CoursePages {
    /// The folder that holds a folder for each lesson.
    let outputFolder: String
    /// The lessons of the course, in order.
    let locations: [LessonLocator.Location]

    /// The pages of the project of a lesson; a lesson outside of `Lessons/` is a course of its own.
    init(_ location: LessonLocator.Location, output: String?) {
        outputFolder = URL(fileURLWithPath: output ?? location.projectRoot + "/Output").standardizedFileURL.path
        let course = LessonLocator(directory: location.projectRoot).lessons()
        locations = course.contains { $0.path == location.path } ? course : [location]
    }

    /// Writes the page of one lesson into the folder of its new results, before they take their place.
    func writePage(_ lesson: Lesson, record: LessonRecord, into results: OutputFolder) throws {
        try CourseSite(entries: entries(writing: [lesson.name], records: [lesson.name: record]), outputFolder: results.stagingParent).write()
    }

    /// Writes the page of a lesson whose record is already in place.
    func rewritePage(_ lesson: Lesson, record: LessonRecord, singleFile: Bool) throws {
        let site = CourseSite(entries: entries(writing: [lesson.name], records: [lesson.name: record]), outputFolder: outputFolder)
        if singleFile { try site.writeSingleFiles() } else { try site.write() }
    }

    /// Writes the course page and the search index.
    func writeCourse() throws {
        try CourseSite(entries: entries(writing: [], records: [:]), outputFolder: outputFolder).write()
    }

    private func entries(writing names: Set<String>, records: [String: LessonRecord]) -> [CourseEntry] {
        locations.compactMap { location in
            guard let lesson = try? Lesson(path: location.path) else { return nil }
            let record = records[lesson.name] ?? self.record(of: lesson.name)
            guard let record else {
                return CourseEntry(model: PageModel(lesson: lesson), lessonPath: location.path, writesPage: false)
            }
            // Only a page that is written offers the lesson as Swift, which has to be checked for it.
            let swift = names.contains(lesson.name) ? try? SwiftExport(lesson: lesson, options: RunOptions()).mainFile() : nil
            let model = PageModel(lesson: lesson, record: record, swiftSource: swift)
            return CourseEntry(model: model, lessonPath: location.path, writesPage: names.contains(lesson.name))
        }
    }

    private func record(of lesson: String) -> LessonRecord? {
        FileManager.default.contents(atPath: "\(outputFolder)/\(lesson)/record.json").flatMap(LessonRecord.init(json:))
    }
}
