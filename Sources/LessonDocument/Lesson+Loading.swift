import Foundation

extension Lesson {
    /// Reads a lesson from a file.
    /// - Parameters:
    ///   - path: where it is.
    ///   - shownAs: how places name it; its last path component when nil.
    /// - Throws: `LessonError` when it is missing, a folder, too large, not text, or no lesson.
    public init(path: String, shownAs: String? = nil) throws {
        let file = shownAs ?? URL(fileURLWithPath: path).lastPathComponent
        try self.init(bytes: try Self.bytes(path: path, file: file), file: file)
    }

    static func bytes(path: String, file: String) throws -> [UInt8] {
        func refuse(_ message: String, _ hint: String?) -> LessonError {
            LessonError([DocumentDiagnostic(file: path, line: 0, column: 0, message: message, hint: hint)])
        }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw refuse("there is no such file", "`lessons list` shows the lessons")
        }
        if isDirectory.boolValue { throw refuse("this is a folder, not a lesson", "name a .md file in it") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw refuse("the file cannot be read", "look at its permissions")
        }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: largestLessonFile + 1) else {
            throw refuse("the file cannot be read", nil)
        }
        if data.count > largestLessonFile {
            throw refuse(
                "the file has more than \(largestLessonFile) bytes, which no lesson may have", "split the lesson, or move data out of it")
        }
        return [UInt8](data)
    }
}
