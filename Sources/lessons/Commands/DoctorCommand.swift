import ArgumentParser
import DataSets
import Figures
import Foundation
import LessonKit
import LessonRunner

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Show what this machine has: processor, threads, libraries, data sets, fonts.")

    @Option(name: .long, help: "The folder that holds real data sets; also LESSONS_DATA.")
    var data: String?

    func run() throws {
        row("lessons", Program.version)
        row("processor", Processor.description)
        row("kernels", "\(Processor.variant) (LESSONS_CPU=baseline|avx2|avx512 forces one)")
        row("threads", "\(Threads.count) of \(ProcessInfo.processInfo.activeProcessorCount) processors")
        row("OpenBLAS", OpenBLAS.status)
        for (name, version) in Libraries.versions { row(name, version) }
        row("font", Libraries.font)
        DataSets.location = data ?? ProcessInfo.processInfo.environment["LESSONS_DATA"]
        for name in DataSets.names { row("data \(name)", (try? DataSets.about(name)) ?? "not readable") }
        if let root = LessonProject.root { row("project", root) } else { row("project", "none here") }
    }

    private func row(_ name: String, _ value: String) {
        print(name + String(repeating: " ", count: max(1, 22 - name.count)) + value)
    }
}
