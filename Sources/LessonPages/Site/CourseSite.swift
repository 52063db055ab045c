import Foundation
import LessonDocument

/// A course's pages: one for each lesson, one that lists them, and the search index.
public struct CourseSite: Sendable {
    public var title: String
    /// All lessons of the course, in its order.
    public var entries: [CourseEntry]
    /// The folder that holds a folder for each lesson, `Output`.
    public var outputFolder: String

    public init(title: String = "Lessons", entries: [CourseEntry], outputFolder: String) {
        self.title = title
        self.entries = entries
        self.outputFolder = outputFolder
    }

    /// Writes the pages of the entries that ask for it, the course page and the search index.
    ///
    /// Every file is written beside its place and moved there, so a page is never half there.
    /// - Returns: the pages' paths, the course page last.
    /// - Throws: `SiteError` naming the file that could not be written.
    @discardableResult
    public func write() throws -> [String] {
        let pages = try writePages()
        let course = CoursePage(title: title, entries: entries) { FileManager.default.fileExists(atPath: "\(outputFolder)/\($0)") }
        try write(Array(SearchIndex.script(entries).utf8), to: "search-index.js")
        try write(course.html().bytes, to: "index.html")
        return pages + ["\(outputFolder)/index.html"]
    }

    /// Writes the pages of the entries that ask for it.
    /// - Returns: the pages' paths.
    /// - Throws: `SiteError` naming the file that could not be written.
    @discardableResult
    public func writePages() throws -> [String] {
        var written: [String] = []
        for (index, entry) in entries.enumerated() where entry.writesPage {
            for file in files(ofLesson: index) { try write(file.bytes, to: file.path) }
            written.append("\(outputFolder)/\(entry.name)/index.html")
        }
        return written
    }

    /// Writes lessons as one file each with its pictures inside, `Output/lesson5.html`.
    /// - Parameter names: the lessons' names; all of the course otherwise.
    /// - Returns: the files' paths.
    /// - Throws: `SiteError` naming the file that could not be written.
    @discardableResult
    public func writeSingleFiles(of names: Set<String>? = nil) throws -> [String] {
        var written: [String] = []
        for entry in entries where names?.contains(entry.name) ?? true {
            try write(singleFile(entry).bytes, to: "\(entry.name).html")
            written.append("\(outputFolder)/\(entry.name).html")
        }
        return written
    }

    // MARK: Files

    private struct File {
        let path: String
        let bytes: [UInt8]
    }

    /// A lesson's page and what it links to: pictures of the text, downloads.
    private func files(ofLesson index: Int) -> [File] {
        let entry = entries[index]
        var files: [File] = []
        var setting = PageSetting()
        setting.courseTitle = title
        setting.root = "../"
        setting.number = entries.count > 1 ? (index + 1, of: entries.count) : nil
        setting.previous = index > 0 ? neighbour(index - 1) : nil
        setting.next = index + 1 < entries.count ? neighbour(index + 1) : nil
        setting.link = lessonLink
        var pictures: [String: String] = [:]
        for source in entry.model.lesson.pictureSources {
            guard let path = SafeAddress.picturePath(source), let bytes = lessonFile(path, of: entry) else { continue }
            pictures[source] = "files/\(path)"
            files.append(File(path: "\(entry.name)/files/\(path)", bytes: bytes))
        }
        setting.picture = { pictures[$0] }
        setting.file = { name in
            guard let path = SafeAddress.picturePath(name) else { return nil }
            return FileManager.default.fileExists(atPath: "\(outputFolder)/\(entry.name)/\(path)") ? path : nil
        }
        for download in downloads(entry) {
            setting.downloads.append(.init(words: download.words, fileName: download.name, address: download.name))
            files.append(File(path: "\(entry.name)/\(download.name)", bytes: Array(download.text.utf8)))
        }
        let page = LessonPage(model: entry.model, setting: setting).html()
        files.append(File(path: "\(entry.name)/index.html", bytes: page.bytes))
        return files
    }

    private func singleFile(_ entry: CourseEntry) -> HTML {
        var setting = PageSetting()
        setting.courseTitle = title
        func data(_ path: String, _ bytes: [UInt8]) -> String {
            let kind = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
            return "data:\(SafeAddress.mediaTypes[kind] ?? "application/octet-stream");base64,\(Base64.encode(bytes))"
        }
        setting.picture = { source in
            guard let path = SafeAddress.picturePath(source), let bytes = lessonFile(path, of: entry) else { return nil }
            return data(path, bytes)
        }
        setting.file = { name in
            guard let path = SafeAddress.picturePath(name), let bytes = read("\(outputFolder)/\(entry.name)/\(path)") else { return nil }
            return data(path, bytes)
        }
        setting.downloads = downloads(entry).map {
            .init(words: $0.words, fileName: $0.name, address: "data:text/plain;charset=utf-8;base64,\(Base64.encode(Array($0.text.utf8)))")
        }
        return LessonPage(model: entry.model, setting: setting).html()
    }

    private func downloads(_ entry: CourseEntry) -> [(words: String, name: String, text: String)] {
        var result: [(words: String, name: String, text: String)] = []
        if let swift = entry.model.swiftSource { result.append(("as Swift", "\(entry.name).swift", swift)) }
        if let transcript = entry.model.transcript { result.append(("as Markdown with its results", "\(entry.name).md", transcript)) }
        return result
    }

    // MARK: Addresses

    private func neighbour(_ index: Int) -> PageSetting.Neighbour {
        .init(title: entries[index].model.lesson.title, address: "../\(entries[index].name)/index.html")
    }

    /// A link to another lesson's file leads to its page.
    private func lessonLink(_ address: String) -> String? {
        guard let safe = SafeAddress.link(address) else { return nil }
        let parts = safe.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let file = parts.first, file.hasSuffix(".md"), !file.contains("/") || file.hasPrefix("./") else { return safe }
        let name = String(file.dropLast(3).drop { $0 == "." || $0 == "/" })
        guard entries.contains(where: { $0.name == name }) else { return safe }
        return "../\(name)/index.html" + (parts.count > 1 ? "#\(parts[1])" : "")
    }

    // MARK: Reading and writing

    private func read(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

    /// A file in the lesson's folder; nil when it is missing or a link leads out of the folder.
    private func lessonFile(_ path: String, of entry: CourseEntry) -> [UInt8]? {
        let folder = URL(fileURLWithPath: entry.lessonPath).deletingLastPathComponent().resolvingSymlinksInPath().path
        let file = URL(fileURLWithPath: "\(folder)/\(path)").resolvingSymlinksInPath().path
        guard file.hasPrefix(folder + "/") else { return nil }
        return read(file)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: "\(outputFolder)/\(path)")
        do {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw SiteError(path: url.path, reason: (error as NSError).localizedDescription)
        }
    }
}

/// A page that could not be written.
public struct SiteError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let reason: String
    public var description: String { "cannot write \(path): \(reason)" }
}
