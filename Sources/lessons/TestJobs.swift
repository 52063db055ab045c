import Foundation
import LessonDocument
import LessonRunner

/// Tests lessons in processes of their own, several at a time, each as `lessons test --json LESSON` does.
struct TestJobs {
    /// How many run at a time.
    let count: Int
    /// What every process is called with besides its lesson.
    let arguments: [String]

    /// The results in the order of the lessons; `tell` gets each in its turn, as soon as those before it are there.
    /// - Throws: `CommandFailure` where a process cannot be started or refuses its arguments.
    func run(_ locations: [LessonLocator.Location], tell: (LessonTest.Result) -> Void) throws -> [LessonTest.Result] {
        let work = DispatchQueue(label: "tests", attributes: .concurrent)
        let slots = DispatchSemaphore(value: count)
        let board = Board(locations.count)
        Interrupts.install(board.stop)
        for (index, location) in locations.enumerated() {
            work.async {
                slots.wait()
                board.put(Result { try test(location, board) }, at: index)
                slots.signal()
            }
        }
        do {
            return try locations.indices.map { index in
                let result = try board.take(index).get()
                tell(result)
                return result
            }
        } catch {
            // Nothing goes on behind a command that has ended.
            board.stop()
            for index in locations.indices { _ = board.take(index) }
            throw error
        }
    }

    private func test(_ location: LessonLocator.Location, _ board: Board) throws -> LessonTest.Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = ["test", "--json", "--jobs", "1"] + arguments + [location.path]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        guard board.begin(process) else { throw CommandFailure.fault("interrupted") }
        do {
            try process.run()
        } catch {
            throw CommandFailure.fault("cannot start \(Self.program): \(error.localizedDescription)")
        }
        // Few lines come on standard error, so that it is read afterwards.
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        board.end(process)
        if process.terminationReason == .exit, process.terminationStatus == 2 {
            throw CommandFailure(message: message.split(separator: "\n").joined(separator: "; "), code: 2)
        }
        if let result = TestReport.result(json: text) { return result }
        var result = LessonTest.Result(lesson: location.name, file: location.path)
        let how = process.terminationReason == .uncaughtSignal ? "by signal" : "with exit code"
        result.failures = [(step: "", line: 1, text: "its test ended \(how) \(process.terminationStatus): \(message.prefix(2000))")]
        return result
    }

    private static var program: String {
        #if canImport(Glibc)
        return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        #else
        return Bundle.main.executablePath ?? CommandLine.arguments[0]
        #endif
    }

    /// Where processes put what came of them.
    private final class Board: @unchecked Sendable {
        private let lock = NSCondition()
        private var results: [Result<LessonTest.Result, Error>?]
        private var running: [Process] = []
        private var isStopped = false

        init(_ count: Int) { results = Array(repeating: nil, count: count) }

        func begin(_ process: Process) -> Bool {
            lock.withLock {
                if !isStopped { running.append(process) }
                return !isStopped
            }
        }

        func end(_ process: Process) { lock.withLock { running.removeAll { $0 === process } } }

        func stop() {
            lock.withLock {
                isStopped = true
                for process in running where process.isRunning { process.terminate() }
            }
        }

        func put(_ result: Result<LessonTest.Result, Error>, at index: Int) {
            lock.withLock {
                results[index] = result
                lock.broadcast()
            }
        }

        func take(_ index: Int) -> Result<LessonTest.Result, Error> {
            lock.lock()
            defer { lock.unlock() }
            while true {
                if let result = results[index] { return result }
                lock.wait()
            }
        }
    }
}
