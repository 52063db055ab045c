import Foundation
import LessonDocument
import LessonPages
import LessonRunner
import StepLanguage

/// The pages of a project's lessons, from their records.
struct CoursePages {
    /// The folder that holds a folder for each lesson.
    let outputFolder: String
    /// The lessons of the course that can be read, in order.
    private let lessons: [(location: LessonLocator.Location, lesson: Lesson)]

    /// The pages of the project of a lesson; a lesson outside of `Lessons/` is a course of its own.
    init(_ location: LessonLocator.Location, output: String?) {
        outputFolder = URL(fileURLWithPath: output ?? location.projectRoot + "/Output").standardizedFileURL.path
        let course = LessonLocator(directory: location.projectRoot).lessons()
        let locations = course.contains { $0.path == location.path } ? course : [location]
        lessons = locations.compactMap { location in (try? Lesson(path: location.path)).map { (location, $0) } }
    }

    /// The lessons of the course by name and title, in order; a page links to those beside it.
    var titles: [(name: String, title: String)] { lessons.map { ($0.lesson.name, $0.lesson.title) } }

    /// Changes with anything that the course page and the search index are made from.
    private func courseDigest(_ program: Digest) -> Digest {
        var hasher = DigestHasher()
        hasher.add(program)
        hasher.add(outputFolder)
        for (_, lesson) in lessons {
            hasher.add(lesson.name)
            hasher.add(lesson.source)
            hasher.add(FileManager.default.contents(atPath: "\(outputFolder)/\(lesson.name)/record.json").map { [UInt8]($0) } ?? [])
            hasher.add(FileManager.default.fileExists(atPath: "\(outputFolder)/\(lesson.name)/index.html") ? 1 : 0)
        }
        return hasher.digest
    }

    /// Whether the lesson is one of this course.
    func includes(_ location: LessonLocator.Location) -> Bool { lessons.contains { $0.location.path == location.path } }

    /// Writes the page of one lesson into the folder of its new results, before they take their place.
    /// - Throws: `SiteError` naming the file that could not be written.
    func writePage(_ lesson: Lesson, record: LessonRecord, into results: OutputFolder) throws {
        let entries = entries { $0.name == lesson.name ? (Self.page(of: lesson, record: record), true) : (PageModel(lesson: $0), false) }
        try CourseSite(entries: entries, outputFolder: results.stagingParent).writePages()
    }

    /// Writes the given pages, the course page and the search index; a lesson without a page gets one without results, so that every
    /// link leads somewhere.
    /// - Parameters:
    ///   - pages: what stands on the pages to write, by the lesson's name.
    ///   - singleFile: whether each of them is written as one file with its pictures inside, too.
    /// - Throws: `SiteError` naming the file that could not be written.
    func write(_ pages: [String: PageModel] = [:], singleFile: Bool = false) throws {
        let entries = entries { lesson in
            if let page = pages[lesson.name] { return (page, true) }
            let record = record(of: lesson.name)
            let hasPage = FileManager.default.fileExists(atPath: "\(outputFolder)/\(lesson.name)/index.html")
            return (record.map { PageModel(lesson: lesson, record: $0) } ?? PageModel(lesson: lesson), !hasPage)
        }
        let site = CourseSite(entries: entries, outputFolder: outputFolder)
        try site.write()
        if singleFile { try site.writeSingleFiles(of: Set(pages.keys)) }
    }

    /// Writes the course page and the search index, unless they stand there as they were made of the same before.
    /// - Throws: `SiteError` naming the file that could not be written.
    func write(keepingMarksIn store: LessonStore?) throws {
        let files = ["index.html", "search-index.js"].map { "\(outputFolder)/\($0)" }
        let program = store.flatMap(Program.digest)
        func written() -> Digest? {
            let digests = files.compactMap { store?.digest(ofFile: $0)?.text }
            return digests.count == files.count ? Digest(digests[0], digests[1]) : nil
        }
        if let program, let store, let kept = store.mark(courseDigest(program)), kept == written() { return }
        try write()
        if let program, let store, let digest = written() { store.mark(courseDigest(program), digest) }
    }

    /// The page of a lesson that was just run, with the lesson as a Swift program.
    static func page(of lesson: Lesson, record: LessonRecord) -> PageModel {
        PageModel(lesson: lesson, record: record, swiftSource: try? SwiftExport(lesson: lesson, options: RunOptions()).mainFile())
    }

    /// The page of a lesson whose fresh record is in place, with the program that was written beside it: to check the lesson once more
    /// for it takes longer than all the rest.
    func recordedPage(of lesson: Lesson, record: LessonRecord) -> PageModel {
        guard let swift = try? String(contentsOfFile: "\(outputFolder)/\(lesson.name)/\(lesson.name).swift", encoding: .utf8) else {
            return Self.page(of: lesson, record: record)
        }
        return PageModel(lesson: lesson, record: record, swiftSource: swift)
    }

    private func entries(_ page: (Lesson) -> (model: PageModel, isWritten: Bool)) -> [CourseEntry] {
        lessons.map { location, lesson in
            let (model, isWritten) = page(lesson)
            return CourseEntry(model: model, lessonPath: location.path, writesPage: isWritten)
        }
    }

    private func record(of lesson: String) -> LessonRecord? {
        FileManager.default.contents(atPath: "\(outputFolder)/\(lesson)/record.json").flatMap(LessonRecord.init(json:))
    }
}
