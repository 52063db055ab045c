import Foundation
import XCTest

/// What may differ between two machines or two runs, and is no fault.
final class PlantedNonFaultTests: XCTestCase {
    /// The bytes of all transcripts and their pictures.
    private func transcripts(of project: Project) throws -> [String: Data] {
        let folder = project.folder + "/Lessons/Expected"
        let names = try XCTUnwrap(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        return names.reduce(into: [:]) { files, name in files[name] = FileManager.default.contents(atPath: folder + "/" + name) }
    }

    private let training = """
        ```swift {#data}
        let x = Tensor.normal([96, 20])
        let data = try TrainingData(x, (x * x).sum(axis: 1, keepDims: true).log(), batchSize: 16, validation: 0.25)
        ```

        ```swift {#train}
        let model = Sequential(Linear(20, 40), Tanh(), BatchNorm1d(40), Dropout(0.2), Linear(40, 1))
        let history = try Learner(data, model, loss: mseLoss).fit(epochs: 3, optimizer: .adam(learningRate: 1e-2), schedule: .oneCycle())
        print(history.batches.map(\\.loss))
        ```

        ```swift {#values}
        print(model.parameters().map { $0.abs().sum().item() })
        plot(history.batches.map(\\.loss))
        ```

        """

    func testOnEveryProcessorAndWithAnyThreadsTheTranscriptsAreTheSameBytes() throws {
        let project = try Project()
        try project.lesson("training", training)
        try project.lesson("lesson6-sgd", String(contentsOfFile: Tool.packageRoot + "/Lessons/lesson6-sgd.md", encoding: .utf8))
        var first: [String: Data]?
        for (variant, threads) in [("avx512", "2"), ("avx2", "1"), ("baseline", "5")] {
            try? FileManager.default.removeItem(atPath: project.folder + "/Lessons/Expected")
            let result = try project.run("accept", "--threads", threads, environment: ["LESSONS_CPU": variant])
            XCTAssertEqual(result.status, 0, result.errors)
            let got = try transcripts(of: project)
            XCTAssert(got.keys.contains("sample/training.md") && got.keys.contains("sample/lesson6-sgd.md"), "\(got.keys)")
            XCTAssertEqual(got, first ?? got, "\(variant), \(threads) threads")
            first = got
        }
    }

    func testProcessorsAndThreadsAreNoFaults() throws {
        let project = try PlantedLesson.accepted()
        for variant in ["baseline", "avx2", "avx512"] {
            let result = try project.run("test", "planted", environment: ["LESSONS_CPU": variant])
            XCTAssertEqual(result.status, 0, "\(variant): \(result.output)\(result.errors)")
        }
        for threads in ["1", "2", "5"] {
            XCTAssertEqual(try project.run("test", "planted", "--threads", threads).status, 0)
        }
    }

    func testPicturesEncodedAnewAreNoFaults() throws {
        let project = try PlantedLesson.accepted()
        let folder = project.folder + "/Lessons/Expected/sample/planted/"
        let picture = try XCTUnwrap(FileManager.default.contents(atPath: folder + "picture-1.png"))
        let recoded = try RecodedPNG(picture).data()
        XCTAssertNotEqual(recoded, picture)
        try recoded.write(to: URL(fileURLWithPath: folder + "picture-1.png"))
        let film = try XCTUnwrap(FileManager.default.contents(atPath: folder + "film-1.apng"))
        let recompressed = try RecodedPNG.recompressedAnimation(film)
        XCTAssertNotEqual(recompressed, film)
        try recompressed.write(to: URL(fileURLWithPath: folder + "film-1.apng"))
        let result = try project.run("test", "planted")
        XCTAssertEqual(result.status, 0, result.output)
    }

    func testTimesAndProgressAreShownAndNotRecorded() throws {
        let project = try Project()
        let pause = "var turns = 0\nwhile turns < 40_000_000 { turns += 1 }\n"
        try project.lesson("training", training)
        XCTAssertEqual(try project.run("accept", "training").status, 0)
        let before = try transcripts(of: project)
        // The same results after more time.
        try project.lesson("training", training.replacingOccurrences(of: "let model", with: pause + "let model"))
        let shown = try project.run("run", "training").output
        XCTAssertNotNil(shown.firstMatch(of: #/^ +[0-9.]+ s$/#.anchorsMatchLineEndings()), shown)
        XCTAssert(try project.run("run", "training", "--json", "--fresh").output.contains("\"event\":\"progress\""))
        XCTAssertEqual(try project.run("test", "training").status, 0)
        try project.lesson("training", training)
        XCTAssertEqual(try project.run("accept", "training").status, 0)
        XCTAssertEqual(try transcripts(of: project), before)
        for (name, data) in before where name.hasSuffix(".md") {
            XCTAssertNil(String(decoding: data, as: UTF8.self).firstMatch(of: #/[0-9.]+ (s|ms|MB)\b|batch [0-9]|[0-9]+ ?%/#), name)
        }
    }
}
