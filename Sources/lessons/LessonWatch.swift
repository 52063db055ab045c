import ArgumentParser
import Foundation
import LessonRunner

/// Runs a lesson each time its file is saved.
struct LessonWatch {
    let path: String

    /// Calls `body` now and after each change of the file, until Ctrl-C; its errors are told, and end nothing.
    func run(_ body: (_ isFirst: Bool) throws -> LessonEnd) throws {
        var isFirst = true
        while true {
            let seen = state
            do {
                if try body(isFirst).interrupted { throw ExitCode(130) }
            } catch let end as ExitCode where end.rawValue == 130 {
                throw end
            } catch {
                _ = Lessons.report(error)
            }
            isFirst = false
            Interrupts.install { _exit(130) }
            Terminal.note("watching \(shortPath(path)); Ctrl-C ends")
            // An editor that replaces the file leaves it missing for a moment.
            while state == seen || state == nil { usleep(100_000) }
        }
    }

    /// What tells one saved file from another.
    private var state: [Int]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return [Int(status.st_ino), Int(status.st_size), time.tv_sec, time.tv_nsec]
    }
}
