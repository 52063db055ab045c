import DataSets
import Foundation
import Frames
import Tensors
import XCTest

final class DataSetsTests: XCTestCase {
    private var events: [DataSetEvent] = []
    private var folder = ""

    override func setUpWithError() throws {
        folder = NSTemporaryDirectory() + "lessons-data-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        DataSets.location = nil
        DataSets.allowed = nil
        events = []
        DataSets.listener = { [unowned self] in self.events.append($0) }
    }

    override func tearDownWithError() throws {
        try FileManager.default.removeItem(atPath: folder)
        DataSets.location = nil
        DataSets.allowed = nil
        DataSets.listener = nil
    }

    private func write(_ path: String, _ content: Data) throws {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: url)
    }

    private func write(_ path: String, _ content: String) throws { try write(path, Data(content.utf8)) }

    private func sharedData() throws -> String {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = ProcessInfo.processInfo.environment["LESSONS_DATA"] ?? root.appendingPathComponent("shared/data").path
        guard FileManager.default.fileExists(atPath: path + "/ml-latest-small/ratings.csv") else {
            throw XCTSkip("no folder of real data: skipped")
        }
        return path
    }

    // MARK: Which data

    func testWithoutAFolderTheSampleIsUsedAndSaysSoOnce() throws {
        _ = try DataSets.movieLensSmall.ratings()
        _ = try DataSets.movieLensSmall.movies()
        XCTAssertEqual(events.count, 1)
        XCTAssertTrue(events[0].message.hasPrefix("movielens-small: using the built-in sample (made up: 400 users"), events[0].message)
        XCTAssertEqual(try DataSets.origin(of: "movielens-small").label, "sample")
    }

    func testASetThatTheFolderLacksFallsBackToTheSample() throws {
        DataSets.location = folder
        try write("nietzsche.txt", "short")
        XCTAssertEqual(try DataSets.text.content(), "short")
        XCTAssertEqual(try DataSets.origin(of: "nietzsche"), .folder("nietzsche.txt"))
        XCTAssertEqual(try DataSets.origin(of: "mnist").label, "sample")
        XCTAssertEqual(try DataSets.movieLensSmall.ratings(), RatingsSample.shared.ratings)
    }

    func testAFolderThatDoesNotExistIsAnError() {
        DataSets.location = folder + "/nowhere"
        XCTAssertThrowsError(try DataSets.text.content()) {
            XCTAssertEqual("\($0)", "\(folder)/nowhere: there is no such data folder; leave out --data to use the built-in samples")
        }
    }

    func testALessonMayReadOnlyWhatItNames() throws {
        DataSets.allowed = ["mnist"]
        XCTAssertNoThrow(try DataSets.digits.labels())
        XCTAssertThrowsError(try DataSets.text.content()) {
            XCTAssertEqual(
                "\($0)", "this lesson does not name the data set “nietzsche”: add it to its front matter, as in data: [nietzsche]")
        }
    }

    func testAMisspeltSetIsAnErrorThatSuggestsTheRightOne() {
        XCTAssertNoThrow(try DataSets.validate("store-sales"))
        XCTAssertThrowsError(try DataSets.validate("movielens-smal")) {
            XCTAssertEqual("\($0)", "there is no data set “movielens-smal”; did you mean “movielens-small”?")
        }
        XCTAssertThrowsError(try DataSets.origin(of: "imagenet")) {
            XCTAssertEqual(
                "\($0)", "there is no data set “imagenet”; the sets are movielens-small, movielens-100k, nietzsche, mnist, store-sales")
        }
    }

    // MARK: Real files

    func testRealRatingsAreReadAndAnotherEditionIsAWarning() throws {
        DataSets.location = folder
        try write("ml-latest-small/ratings.csv", "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n7,1029,3.0,1260759179\n")
        try write("ml-latest-small/movies.csv", "movieId,title,genres\n31,\"Dangerous, The (1995)\",Drama\n1029,None,Comedy\n")
        XCTAssertEqual(try DataSets.movieLensSmall.ratings().doubles("rating"), [2.5, 3])
        XCTAssertEqual(try DataSets.movieLensSmall.movies().strings("title"), ["Dangerous, The (1995)", "None"])
        XCTAssertEqual(events.first, .used(name: "movielens-small", origin: .folder("ml-latest-small")))
        XCTAssertEqual(
            events.dropFirst().first?.message,
            "warning: \(folder)/ml-latest-small/ratings.csv is another edition than the lessons were written with: 74 bytes instead of 2338261")
    }

    func testABrokenFileIsAnErrorWithItsPlace() throws {
        DataSets.location = folder
        try write("ml-latest-small/ratings.csv", "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n7,1029,3.")
        XCTAssertThrowsError(try DataSets.movieLensSmall.ratings()) {
            XCTAssertEqual("\($0)", "\(folder)/ml-latest-small/ratings.csv:3:1: this row has 3 fields instead of 4")
        }
        XCTAssertThrowsError(try DataSets.movieLensSmall.movies()) {
            XCTAssertEqual(
                "\($0)", "\(folder)/ml-latest-small/movies.csv: this file of the data set “movielens-small” is missing; fetch the set again")
        }
    }

    func testTheOlderRatingsAreReadInTheirOwnFormat() throws {
        DataSets.location = folder
        try write("ml-100k/u.data", "196\t242\t3\t881250949\n186\t302\t4\t891717742\n")
        let flags = [Int](repeating: 0, count: 19)
        func line(_ id: Int, _ title: [UInt8], _ on: [Int]) -> Data {
            let genres = flags.indices.map { on.contains($0) ? "1" : "0" }.joined(separator: "|")
            return Data("\(id)|".utf8) + Data(title) + Data("|01-Jan-1995||http://example/|\(genres)\n".utf8)
        }
        try write("ml-100k/u.item", line(242, Array("Kolya (1996)".utf8), [5]) + line(302, [0xC9, 0x74, 0xE9], [1, 18]))
        XCTAssertEqual(try DataSets.movieLens100K.ratings().ints("movieId"), [242, 302])
        XCTAssertEqual(try DataSets.movieLens100K.ratings().names, ["userId", "movieId", "rating", "timestamp"])
        let movies = try DataSets.movieLens100K.movies()
        XCTAssertEqual(try movies.strings("title"), ["Kolya (1996)", "Été"])
        XCTAssertEqual(try movies.strings("genres"), ["Comedy", "Action|Western"])
        XCTAssertEqual(try DataSets.origin(of: "movielens-100k").label, "ml-100k")
    }

    func testWithoutTheOlderRatingsTheNewerOnesAreUsed() throws {
        DataSets.location = folder
        XCTAssertEqual(try DataSets.movieLens100K.ratings(), RatingsSample.shared.ratings)
        try write("ml-latest-small/ratings.csv", "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n")
        XCTAssertEqual(try DataSets.movieLens100K.ratings().rowCount, 1)
        XCTAssertEqual(try DataSets.origin(of: "movielens-100k").label, "ml-latest-small")
    }

    func testBrokenPicturesAreErrorsThatNameTheFile() throws {
        DataSets.location = folder
        let images = "mnist/t10k-images-idx3-ubyte.gz"
        try write("mnist/t10k-labels-idx1-ubyte.gz", "x")
        for (content, reason) in [
            (Data("not gzip at all".utf8), "this is not a sound gzip file"),
            (Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), "the gzip file is cut short"),
        ] {
            try write(images, content)
            XCTAssertThrowsError(try DataSets.digits.images()) { XCTAssertEqual("\($0)", "\(folder)/\(images): \(reason)") }
        }
    }

    func testTheRealEditionsAreThoseThatTheLessonsWereWrittenWith() throws {
        DataSets.location = try sharedData()
        XCTAssertEqual(try DataSets.movieLensSmall.ratings().rowCount, 100_004)
        XCTAssertEqual(try DataSets.movieLensSmall.movies().rowCount, 9125)
        let text = try DataSets.text.content()
        XCTAssertEqual(text.unicodeScalars.count, 600_893)
        XCTAssertEqual(Set(text.unicodeScalars).count, 84)
        XCTAssertEqual(try DataSets.digits.images().shape, [10_000, 28, 28])
        XCTAssertEqual(try Array(DataSets.digits.labels().ints.prefix(8)), [7, 2, 1, 0, 4, 1, 4, 9])
        for event in events {
            if case .otherEdition = event { XCTFail(event.message) }
        }
    }

    func testTheSampleDigitsHaveTheShapesOfTheRealOnes() throws {
        let images = try DataSets.digits.images()
        XCTAssertEqual(images.shape, [10_000, 28, 28])
        XCTAssertEqual(try DataSets.digits.labels().shape, [10_000])
        XCTAssertEqual(DataSets.digits.trainCount, 8000)
    }

    func testSamplesLeaveTheLessonsRandomNumbersAlone() throws {
        RandomStream.begin(seed: 1, step: "a")
        let expected = RandomStream.current.next()
        RandomStream.begin(seed: 1, step: "a")
        _ = try DataSets.movieLensSmall.ratings()
        _ = try DataSets.digits.labels()
        _ = try DataSets.text.content()
        _ = try DataSets.storeSales.sales()
        XCTAssertEqual(RandomStream.current.next(), expected)
    }

    // MARK: SHA-256

    func testHashesAreThoseOfThePublishedExamples() {
        // FIPS 180-4 examples, and the million a's.
        XCTAssertEqual(SHA256.hexadecimal(of: []), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        XCTAssertEqual(SHA256.hexadecimal(of: Array("abc".utf8)), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        XCTAssertEqual(
            SHA256.hexadecimal(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        var hash = SHA256()
        for _ in 0..<1000 { hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
        XCTAssertEqual(hash.finalize(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
