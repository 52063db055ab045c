import Foundation
import LessonDocument
import LessonRunner
import StepLanguage

/// Tells whether a lesson's page was made from the very same things before.
struct PageMark {
    private let key: Digest?
    private let page: String
    private let store: LessonStore?

    init(_ lesson: Lesson, record: LessonRecord, pages: CoursePages, store: LessonStore?) {
        self.store = store
        page = "\(pages.outputFolder)/\(lesson.name)/index.html"
        // Pictures of the text stand outside of the record.
        guard lesson.pictureSources.isEmpty, let json = try? record.json(), let program = store.flatMap(Program.digest) else {
            key = nil
            return
        }
        var hasher = DigestHasher()
        hasher.add(page)
        hasher.add(program)
        hasher.add([UInt8](json))
        hasher.add(lesson.source)
        for entry in pages.titles {
            hasher.add(entry.name)
            hasher.add(entry.title)
        }
        key = hasher.digest
    }

    /// Whether the page stands where it belongs, as it was written.
    var isWritten: Bool {
        guard let key, let store, let digest = store.digest(ofFile: page) else { return false }
        return store.mark(key) == digest
    }

    /// Takes note of the page as it is now.
    func note() {
        guard let key, let store, let digest = store.digest(ofFile: page) else { return }
        store.mark(key, digest)
    }
}
