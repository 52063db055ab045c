import Foundation
import XCTest

/// The built program, run as a user runs it.
struct Tool {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
        /// Whether a signal ended it.
        var crashed: Bool
    }

    /// The program beside the test bundle.
    static var path: String {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments[0])]
        for url in bundles {
            var folder = url
            for _ in 0..<4 {
                let candidate = folder.appendingPathComponent("lessons").path
                var isDirectory: ObjCBool = false
                if FileManager.default.fileExists(atPath: candidate, isDirectory: &isDirectory), !isDirectory.boolValue { return candidate }
                folder.deleteLastPathComponent()
            }
        }
        return packageRoot + "/.build/release/lessons"
    }

    static var packageRoot: String {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder.path
    }

    /// The folder of real data beside the package, or nil; what needs it is then skipped.
    static var realData: String? {
        let path = ProcessInfo.processInfo.environment["LESSONS_DATA"] ?? packageRoot + "/../shared/data"
        return FileManager.default.fileExists(atPath: path + "/ml-latest-small/ratings.csv") ? path : nil
    }

    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        var all = ProcessInfo.processInfo.environment
        all["LESSONS_DATA"] = nil
        all["CI"] = nil
        for (name, value) in environment { all[name] = value }
        process.environment = all
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["output", "errors"].map { scratch.appendingPathComponent($0) }
        for file in files { FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        if let input {
            let file = scratch.appendingPathComponent("input")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        }
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: files[0], encoding: .utf8),
            errors: try String(contentsOf: files[1], encoding: .utf8), crashed: process.terminationReason == .uncaughtSignal)
    }
}

/// A project folder of its own for one test.
final class Project {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lessons-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder + "/Lessons", withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Writes a lesson and gives its path.
    @discardableResult
    func lesson(_ name: String, _ text: String) throws -> String {
        let path = folder + "/Lessons/\(name).md"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    func file(_ name: String) -> String? {
        try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Tool.Outcome {
        try Tool.run(arguments, in: folder, environment: environment)
    }
}
