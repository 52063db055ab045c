import Foundation

/// Finds lessons and the project that they belong to.
public struct LessonLocator: Sendable {
    /// A lesson's file and its place in a project.
    public struct Location: Hashable, Sendable {
        /// The file's name without `.md`.
        public let name: String
        /// The file's absolute path.
        public let path: String
        /// The nearest folder above it that holds `Lessons/`, else its own folder. `Output/` stands there.
        public let projectRoot: String
    }

    /// Why a lesson was not found.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case notFound(String, searched: String?, suggestion: String?)
        case isFolder(String)
        case notMarkdown(String)

        public var description: String {
            switch self {
            case .notFound(let name, let searched, let suggestion):
                if let suggestion { return "there is no lesson '\(name)'; did you mean '\(suggestion)'?" }
                return "there is no lesson '\(name)'" + (searched.map { " here or in \($0)" } ?? "; no Lessons folder was found")
            case .isFolder(let path): return "\(path) is a folder; name a lesson's .md file"
            case .notMarkdown(let path): return "\(path) is not a Markdown file; a lesson's name ends in .md"
            }
        }
    }

    /// The folder that relative names start from.
    public let directory: String

    /// - Parameter directory: the current folder when nil.
    public init(directory: String? = nil) {
        self.directory = URL(fileURLWithPath: directory ?? FileManager.default.currentDirectoryPath).standardizedFileURL.path
    }

    /// The nearest folder at or above `directory` that holds `Lessons/`; nil when there is none.
    public var projectRoot: String? { Self.projectRoot(above: directory) }

    /// Finds a lesson by a path, or by its name in the project's `Lessons/` (with or without `.md`).
    /// - Throws: `Failure` when there is none, with the nearest name.
    public func find(_ lesson: String) throws -> Location {
        let path = absolute(lesson)
        switch Self.kind(of: path) {
        case .file:
            guard path.lowercased().hasSuffix(".md") else { throw Failure.notMarkdown(lesson) }
            return Self.location(path)
        case .folder: throw Failure.isFolder(lesson)
        case .missing: break
        }
        guard let root = projectRoot else { throw Failure.notFound(lesson, searched: nil, suggestion: nil) }
        let folder = root + "/Lessons"
        if !lesson.contains("/") {
            for candidate in ["\(folder)/\(lesson)", "\(folder)/\(lesson).md"]
            where candidate.lowercased().hasSuffix(".md") && Self.kind(of: candidate) == .file {
                return Self.location(candidate)
            }
        } else if !lesson.lowercased().hasSuffix(".md"), Self.kind(of: path + ".md") == .file {
            return Self.location(path + ".md")
        }
        let names = Self.markdownFiles(in: folder).map { Lesson.name(of: $0) }
        throw Failure.notFound(lesson, searched: folder, suggestion: nearest(to: Lesson.name(of: lesson), among: names))
    }

    /// The project's lessons in the order of the course: by the front matter's `order`, then by name with numbers counted.
    public func lessons() -> [Location] {
        guard let root = projectRoot else { return [] }
        let folder = root + "/Lessons"
        let entries = Self.markdownFiles(in: folder).map { file in
            (location: Self.location("\(folder)/\(file)"), order: Self.order(of: "\(folder)/\(file)") ?? .infinity)
        }
        return entries.sorted { a, b in
            a.order != b.order ? a.order < b.order : Self.naturallyPrecedes(a.location.name, b.location.name)
        }.map(\.location)
    }

    /// The project root of a lesson's file.
    public static func projectRoot(forLesson path: String) -> String {
        let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
        return projectRoot(above: folder) ?? folder
    }

    /// True when `a` stands before `b` in a list where `lesson10` follows `lesson9`.
    package static func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
        var left = Substring(a.lowercased())
        var right = Substring(b.lowercased())
        while let x = left.first, let y = right.first {
            if x.isASCII, y.isASCII, x.isNumber, y.isNumber {
                let (m, n) = (left.prefix(while: \.isNumber), right.prefix(while: \.isNumber))
                let (bareM, bareN) = (m.drop { $0 == "0" }, n.drop { $0 == "0" })
                if bareM.count != bareN.count { return bareM.count < bareN.count }
                if bareM != bareN { return bareM < bareN }
                left = left.dropFirst(m.count)
                right = right.dropFirst(n.count)
            } else {
                if x != y { return x < y }
                left = left.dropFirst()
                right = right.dropFirst()
            }
        }
        if left.isEmpty != right.isEmpty { return left.isEmpty }
        return a < b
    }

    // MARK: Files

    private enum Kind { case file, folder, missing }

    private static func kind(of path: String) -> Kind {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return .missing }
        return isDirectory.boolValue ? .folder : .file
    }

    private func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: directory, isDirectory: true)).standardizedFileURL.path
    }

    private static func location(_ path: String) -> Location {
        Location(name: Lesson.name(of: path), path: path, projectRoot: projectRoot(forLesson: path))
    }

    private static func projectRoot(above folder: String) -> String? {
        // The current folder may have been removed: then it has no path, and nothing is above it.
        guard folder.hasPrefix("/") else { return nil }
        var parts = folder.split(separator: "/")
        while true {
            let candidate = "/" + parts.joined(separator: "/")
            if kind(of: candidate == "/" ? "/Lessons" : candidate + "/Lessons") == .folder { return candidate }
            if parts.popLast() == nil { return nil }
        }
    }

    private static func markdownFiles(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.lowercased().hasSuffix(".md") && !$0.hasPrefix(".") && kind(of: "\(folder)/\($0)") == .file }.sorted()
    }

    /// The front matter's `order`, whatever else may be wrong with the file.
    private static func order(of path: String) -> Double? {
        guard let bytes = try? Lesson.bytes(path: path, file: path), SourceText.problem(in: bytes, file: path) == nil else { return nil }
        var problems: [DocumentDiagnostic] = []
        return FrontMatter(SourceText(bytes: bytes, file: path), problems: &problems).order
    }
}
