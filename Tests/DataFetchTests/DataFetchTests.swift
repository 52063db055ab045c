import DataFetch
import DataSets
import Foundation
import XCTest

final class DataFetchTests: XCTestCase {
    private var folder = ""
    private var server: LocalServer?

    override func setUpWithError() throws {
        folder = NSTemporaryDirectory() + "lessons-fetch-\(UUID().uuidString)"
        server = try XCTUnwrap(LocalServer())
    }

    override func tearDownWithError() throws {
        server?.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Bytes that no compression and no accident repeats.
    private let content: [UInt8] = (0..<300_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }

    private func source(_ path: String, size: Int? = nil, sha256: String? = nil) throws -> DataSource {
        DataSource(address: try XCTUnwrap(server).address(path), packing: .file("nietzsche.txt"), size: size, sha256: sha256)
    }

    private func fetched(_ path: String = "nietzsche.txt") -> [UInt8]? {
        FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
    }

    private func partFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".part") }
    }

    func testAFileIsFetchedCheckedAndReported() throws {
        server?.put("n.txt", content)
        var events: [DataFetch.Progress] = []
        try DataFetch.fetch(
            "nietzsche", into: folder, sources: [try source("n.txt", size: content.count, sha256: SHA256.hexadecimal(of: content))]
        ) { events.append($0) }
        XCTAssertEqual(fetched(), content)
        XCTAssertEqual(try partFiles(), [])
        let address = try XCTUnwrap(server).address("n.txt")
        XCTAssertEqual(events.first, .started(address: address, resumedAt: 0))
        XCTAssertTrue(events.contains(.received(address: address, bytes: content.count, of: content.count)))
        XCTAssertTrue(events.contains(.wrote(path: folder + "/nietzsche.txt")))
        XCTAssertEqual(
            events.last, .otherEdition(path: folder + "/nietzsche.txt", detail: "300000 bytes instead of 600901"),
            "it is not the text that the lessons were written with")
    }

    func testACutConnectionIsTakenUpWhereItEnded() throws {
        server?.put("n.txt", content)
        server?.hangUp(after: [100_000, 50_000])
        try DataFetch.fetch("nietzsche", into: folder, sources: [try source("n.txt", sha256: SHA256.hexadecimal(of: content))])
        XCTAssertEqual(fetched(), content)
        XCTAssertEqual(server?.requestedRanges, ["", "100000-", "150000-"])
    }

    func testAServerThatSendsNothingMoreIsGivenUpAndTheRestIsKeptForLater() throws {
        server?.put("n.txt", content)
        server?.hangUp(after: [120_000, 0, 0])
        let source = try source("n.txt")
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [source])) {
            XCTAssertEqual(
                "\($0)", "\(source.address): the connection ended after 120000 of 300000 bytes; fetch again to take it up there")
        }
        XCTAssertNil(fetched())
        server?.hangUp(after: [])
        try DataFetch.fetch("nietzsche", into: folder, sources: [source])
        XCTAssertEqual(fetched(), content)
        XCTAssertEqual(server?.requestedRanges.last, "120000-")
    }

    func testADownloadThatWasCompleteIsNotSentAgain() throws {
        server?.put("n.txt", content)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        XCTAssertTrue(FileManager.default.createFile(atPath: folder + "/.n.txt.part", contents: Data(content)))
        try DataFetch.fetch("nietzsche", into: folder, sources: [try source("n.txt", sha256: SHA256.hexadecimal(of: content))])
        XCTAssertEqual(fetched(), content)
    }

    func testAWrongHashIsAnErrorAndLeavesWhatWasThere() throws {
        server?.put("n.txt", content)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        XCTAssertTrue(FileManager.default.createFile(atPath: folder + "/nietzsche.txt", contents: Data("before".utf8)))
        let source = try source("n.txt", sha256: String(repeating: "0", count: 64))
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [source])) {
            guard case DataFetchError.wrongHash(_, _, let found) = $0 else { return XCTFail("\($0)") }
            XCTAssertEqual(found, SHA256.hexadecimal(of: self.content))
        }
        XCTAssertEqual(fetched(), Array("before".utf8))
        XCTAssertEqual(try partFiles(), [], "the wrong download is not taken up again")
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [try self.source("n.txt", size: 5)])) {
            guard case DataFetchError.wrongSize(_, 5, 300_000) = $0 else { return XCTFail("\($0)") }
        }
    }

    func testAFileThatIsGoneIsAnError() throws {
        let source = try source("gone.txt")
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [source])) {
            XCTAssertEqual("\($0)", "\(source.address): the publisher has no such file any more (404)")
        }
        XCTAssertEqual(try partFiles(), [])
    }

    func testWithoutAConnectionTheErrorSaysSo() throws {
        let source = try source("n.txt")
        server?.stop()
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [source])) {
            guard case DataFetchError.offline = $0 else { return XCTFail("\($0)") }
            XCTAssertTrue("\($0)".contains("no connection"), "\($0)")
        }
    }

    func testAFolderThatCannotBeWrittenIsAnError() throws {
        server?.put("n.txt", content)
        try Data().write(to: URL(fileURLWithPath: folder))
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [try source("n.txt")])) {
            guard case DataFetchError.cannotWrite(let path, _) = $0 else { return XCTFail("\($0)") }
            XCTAssertEqual(path, folder)
        }
    }

    func testAFullDiskIsNamed() throws {
        // A device that is always full takes the place of the file that the download is written to.
        guard FileManager.default.fileExists(atPath: "/dev/full") else { throw XCTSkip("no device that is always full: skipped") }
        server?.put("n.txt", content)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/.n.txt.part", withDestinationPath: "/dev/full")
        XCTAssertThrowsError(try DataFetch.fetch("nietzsche", into: folder, sources: [try source("n.txt")])) {
            XCTAssertTrue("\($0)".contains("it cannot be written"), "\($0)")
        }
    }

    func testNamesAreCheckedAndMadeUpSetsHaveNothingToFetch() {
        XCTAssertThrowsError(try DataFetch.fetch("nietsche", into: folder)) {
            XCTAssertEqual("\($0)", "there is no data set “nietsche”; did you mean “nietzsche”?")
        }
        XCTAssertThrowsError(try DataFetch.fetch("store-sales", into: folder)) {
            XCTAssertEqual("\($0)", "store-sales is made up: there is nothing to fetch, lessons use the built-in sample")
        }
        for name in DataSets.names where name != "store-sales" { XCTAssertNotNil(DataSource.table[name], name) }
    }

    // MARK: Archives

    private func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }

    /// A zip archive of stored files; `checksums` are those of the contents, which the tests know.
    private func zip(_ files: [(name: String, content: String, checksum: Int)]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content, checksum) in files {
            let (nameBytes, bytes) = (Array(name.utf8), Array(content.utf8))
            let common = number(0, 2) + number(0, 2) + number(0, 4) + number(checksum, 4) + number(bytes.count, 4) + number(bytes.count, 4)
            directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(nameBytes.count, 2)
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(body.count, 4) + nameBytes
            body += number(0x0403_4B50, 4) + number(20, 2) + common + number(nameBytes.count, 2) + number(0, 2) + nameBytes + bytes
        }
        let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2) + number(directory.count, 4)
        return body + directory + end + number(body.count, 4) + number(0, 2)
    }

    private func archive() throws -> DataSource { DataSource(address: try XCTUnwrap(server).address("ml.zip"), packing: .zip) }

    func testAnArchiveIsUnpackedIntoTheFolder() throws {
        // CRC-32 of "123456789" is the check value of the polynomial's catalogue.
        server?.put("ml.zip", zip([("ml-latest-small/", "", 0), ("ml-latest-small/ratings.csv", "123456789", 0xCBF4_3926)]))
        try DataFetch.fetch("movielens-small", into: folder, sources: [try archive()])
        XCTAssertEqual(fetched("ml-latest-small/ratings.csv"), Array("123456789".utf8))
    }

    func testACompressedArchiveMadeByAnotherProgramIsUnpacked() throws {
        // Written by Python's zipfile: a.txt with "lesson " a hundred times, compressed.
        let base64 =
            "UEsDBBQAAAAIAAAAIQAJprUJEAAAALwCAAAFAAAAYS50eHTLSS0uzs9TyBmlRqmhRgEAUEsBAhQDFAAAAAgAAAAhAAmmtQkQAAAAvAIAAAUAAAAAAAAAAAAAAIABAAAAAGEudHh0UEsFBgAAAAABAAEAMwAAADMAAAAAAA=="
        server?.put("ml.zip", [UInt8](try XCTUnwrap(Data(base64Encoded: base64))))
        try DataFetch.fetch("movielens-small", into: folder, sources: [try archive()])
        XCTAssertEqual(fetched("a.txt"), Array(String(repeating: "lesson ", count: 100).utf8))
    }

    func testADamagedArchiveIsAnErrorAndWritesNothing() throws {
        for (bytes, reason) in [
            (Array("not an archive, though long enough to be one".utf8), "this is not a zip archive, or not all of it"),
            (zip([("ml-latest-small/ratings.csv", "123456780", 0xCBF4_3926)]), "ml-latest-small/ratings.csv is damaged in the archive"),
            (zip([("../outside.txt", "123456789", 0xCBF4_3926)]), "the archive wants to write to ../outside.txt"),
            (zip([("/tmp/outside.txt", "123456789", 0xCBF4_3926)]), "the archive wants to write to /tmp/outside.txt"),
        ] {
            server?.put("ml.zip", bytes)
            let source = try archive()
            XCTAssertThrowsError(try DataFetch.fetch("movielens-small", into: folder, sources: [source])) {
                XCTAssertEqual("\($0)", "\(source.address): \(reason)")
            }
            XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder), [])
        }
    }
}
