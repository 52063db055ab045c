import Foundation
import Frames
import XCTest

final class CSVTests: XCTestCase {
    func testKindsAreTheNarrowestThatFit() throws {
        let frame = try DataFrame.parse(csv: "a,b,c,d,e\n1,1.5,x,true,7\n2,2,y,false,\n")
        XCTAssertEqual(frame.columns.map(\.kind), [.int, .double, .string, .bool, .double])
        XCTAssertEqual(try frame.ints("a"), [1, 2])
        XCTAssertEqual(try frame.doubles("b"), [1.5, 2])
        XCTAssertEqual(try frame.strings("c"), ["x", "y"])
        XCTAssertEqual(try frame.bools("d"), [true, false])
        XCTAssertTrue(try frame.doubles("e")[1].isNaN, "a gap among whole numbers makes them numbers, as in pandas")
    }

    func testCommasQuotesAndLineEndsMayStandInQuotes() throws {
        let frame = try DataFrame.parse(csv: "id,title\r\n1,\"American President, The (1995)\"\r\n2,\"he said \"\"no\"\"\"\r\n3,\"two\nlines\"\r\n")
        XCTAssertEqual(try frame.strings("title"), ["American President, The (1995)", "he said \"no\"", "two\nlines"])
        XCTAssertEqual(try frame.ints("id"), [1, 2, 3])
    }

    func testAQuoteInTheMiddleOfAFieldIsAQuote() throws {
        XCTAssertEqual(try DataFrame.parse(csv: "a\n5\" disk\n").strings("a"), ["5\" disk"])
    }

    func testTheLastLineMayLackItsEnd() throws {
        XCTAssertEqual(try DataFrame.parse(csv: "a,b\n1,2\n3,4").shape, [2, 2])
        XCTAssertEqual(try DataFrame.parse(csv: "a,b\n1,x\n3,").shape, [2, 2])
    }

    func testEmptyLinesAreSkipped() throws {
        XCTAssertEqual(try DataFrame.parse(csv: "a,b\n\n1,2\n\n\n3,4\n\n").ints("a"), [1, 3])
    }

    func testAHeaderAloneIsAFrameWithoutRows() throws {
        let frame = try DataFrame.parse(csv: "a,b\n")
        XCTAssertEqual(frame.shape, [0, 2])
        XCTAssertEqual(frame.names, ["a", "b"])
    }

    func testNamesCanBeGivenWhereThereIsNoHeader() throws {
        let frame = try DataFrame.parse(csv: "196\t242\t3\n186\t302\t4\n", CSVOptions(delimiter: "\t", names: ["user", "movie", "rating"]))
        XCTAssertEqual(try frame.ints("user"), [196, 186])
        XCTAssertEqual(try DataFrame.parse(csv: "1,2\n", CSVOptions(header: false)).names, ["0", "1"])
        XCTAssertEqual(try DataFrame.parse(csv: "x,y\n1,2\n", CSVOptions(header: true, names: ["a", "b"])).ints("b"), [2])
    }

    func testChosenColumnsComeInTheOrderChosen() throws {
        XCTAssertEqual(try DataFrame.parse(csv: "a,b,c\n1,2,3\n", CSVOptions(columns: ["c", "a"])).names, ["c", "a"])
        XCTAssertThrowsError(try DataFrame.parse(csv: "title,b\n1,2\n", CSVOptions(columns: ["titel"]))) {
            XCTAssertEqual("\($0)", "text: there is no column “titel”; did you mean “title”?")
        }
    }

    func testLatin1IsReadWhenAskedFor() throws {
        let bytes: [UInt8] = Array("name\n".utf8) + [0x4D, 0xFC, 0x6E, 0x63, 0x68, 0x65, 0x6E, 0x0A]
        XCTAssertEqual(try DataFrame.parse(bytes: bytes, file: "u.item", CSVOptions(encoding: .latin1)).strings("name"), ["München"])
        XCTAssertThrowsError(try DataFrame.parse(bytes: bytes, file: "u.item")) {
            XCTAssertEqual("\($0)", "u.item:2:2: this is not UTF-8; if the file is Latin-1, read it with encoding: .latin1")
        }
    }

    func testEveryKindOfBrokenUTF8IsFound() throws {
        // Overlong, surrogate, beyond U+10FFFF, cut short, stray continuation.
        for bad in [[0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xFF]] as [[UInt8]] {
            XCTAssertThrowsError(try DataFrame.parse(bytes: Array("a\nlong enough to skip ahead ".utf8) + bad, file: "f"), "\(bad)") {
                XCTAssertEqual(($0 as? CSVError)?.problem, .notUTF8)
                XCTAssertEqual(($0 as? CSVError)?.line, 2)
                XCTAssertEqual(($0 as? CSVError)?.column, 27)
            }
        }
        XCTAssertEqual(try DataFrame.parse(csv: "a\né€𝄞 Amélie\n").strings("a"), ["é€𝄞 Amélie"])
    }

    func testAByteOrderMarkIsNoPartOfTheFirstName() throws {
        XCTAssertEqual(try DataFrame.parse(bytes: [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8), file: "f").names, ["a", "b"])
    }

    func testABrokenRowIsAnErrorWithItsPlace() throws {
        let cases: [(text: String, message: String)] = [
            ("a,b,c\n1,2,3\n4,5\n", "f.csv:3:1: this row has 2 fields instead of 3"),
            ("a,b\n1,2\n4,5,6\n", "f.csv:3:1: this row has 3 fields instead of 2"),
            ("a,b\n\"x\ny\",2\n4\n", "f.csv:4:1: this row has 1 field instead of 2"),
            ("a,b\n1,\"two\n3,4\n", "f.csv:2:3: the quote that opens here is never closed"),
            ("a,b\n1,\"two\"x\n", "f.csv:2:8: text after a closing quote; a quote inside a quoted field is written twice"),
            ("", "f.csv: the file is empty"),
            ("\n\n", "f.csv: the file is empty"),
            ("a,b,a\n1,2,3\n", "f.csv:1:5: two columns are named “a”"),
        ]
        for (text, message) in cases {
            XCTAssertThrowsError(try DataFrame.parse(bytes: Array(text.utf8), file: "f.csv"), text) { XCTAssertEqual("\($0)", message) }
        }
    }

    func testAValueOfAnotherKindThanAskedForIsAnErrorWithItsPlace() throws {
        let options = CSVOptions(kinds: ["rating": .double, "userId": .int])
        XCTAssertThrowsError(try DataFrame.parse(bytes: Array("userId,rating\n1,4.0\n2,four\n".utf8), file: "ratings.csv", options)) {
            XCTAssertEqual("\($0)", "ratings.csv:3:3: “four” is not a number (column “rating”)")
        }
        XCTAssertThrowsError(try DataFrame.parse(bytes: Array("userId,rating\n,4.0\n".utf8), file: "ratings.csv", options)) {
            XCTAssertEqual("\($0)", "ratings.csv:2:1: a missing value in column “userId”, which has to hold whole numbers")
        }
        XCTAssertEqual(try DataFrame.parse(csv: "zip\n01234\n", CSVOptions(kinds: ["zip": .string])).strings("zip"), ["01234"])
    }

    func testFilesThatCannotBeRead() throws {
        XCTAssertThrowsError(try DataFrame.read(csv: "no/such/ratings.csv")) {
            XCTAssertEqual("\($0)", "no/such/ratings.csv: there is no such file")
        }
        XCTAssertThrowsError(try DataFrame.read(csv: "/tmp")) { XCTAssertEqual("\($0)", "/tmp: this is a directory, not a file") }
        XCTAssertThrowsError(try DataFrame.parse(csv: "a\n", CSVOptions(delimiter: "::"))) {
            XCTAssertEqual("\($0)", "text: “::” cannot be a delimiter: give one ASCII character")
        }
    }

    func testNumbersAreReadToTheLastBit() throws {
        // Halfway cases, many digits, exponents: strtod's are the reference values, written as Swift literals.
        let text = "0.1,1e22,9007199254740993,1.7976931348623157e308,4.35,-0.000123456789012345678,5.,.5,1E-3,123456789012345678901234567890"
        let values = try DataFrame.parse(csv: text + "\n", CSVOptions(header: false)).columns.map { try $0.doubles()[0] }
        XCTAssertEqual(
            values,
            [0.1, 1e22, 9_007_199_254_740_992, .greatestFiniteMagnitude, 4.35, -0.000123456789012345678, 5, 0.5, 1e-3, 123456789012345677877719597056])
    }

    func testWhatOnlyLooksLikeANumberStaysText() throws {
        for text in ["0x10", "1e", "1.2.3", "--1", "1_000", "+", "-", ".", "e5", "1 2"] {
            XCTAssertEqual(try DataFrame.parse(csv: "a\n\(text)\n").columns[0].kind, .string, text)
        }
        XCTAssertEqual(try DataFrame.parse(csv: "a\n-9223372036854775808\n 42 \n").ints("a"), [Int.min, 42])
        XCTAssertEqual(try DataFrame.parse(csv: "a\n9223372036854775808\n").columns[0].kind, .double)
        XCTAssertEqual(try DataFrame.parse(csv: "a\ninf\n-inf\n").doubles("a"), [.infinity, -.infinity])
    }

    func testMissingValuesAreThoseOfPandasUnlessOthersAreNamed() throws {
        let frame = try DataFrame.parse(csv: "n,t\n1,NA\nnull,x\n,\n")
        XCTAssertEqual(frame["n"].missingCount, 2)
        XCTAssertEqual(frame["t"].missingCount, 2)
        XCTAssertEqual(try DataFrame.parse(csv: "t\nNA\n?\n", CSVOptions(missing: ["?"]))["t"].missingCount, 1)
    }

    func testWrittenAndReadBackAFrameIsTheSame() throws {
        let frame = try DataFrame.parse(csv: "a,b,c\n1,\"x, \"\"y\"\"\",0.1\n2,,\n3,\"p\nq\",1e-7\n")
        XCTAssertEqual(try DataFrame.parse(csv: frame.csv()), frame)
    }

    func testAnyBytesAreReadOrRefusedButNeverCrash() throws {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let alphabet: [UInt8] = Array("a1.,\"\r\n -e\t".utf8) + [0xC3, 0xA9, 0xFF, 0x00]
        for _ in 0..<3000 {
            let bytes = (0..<next(40)).map { _ in alphabet[next(alphabet.count)] }
            do {
                let frame = try DataFrame.parse(bytes: bytes, file: "f", CSVOptions(header: next(2) == 0, quotes: next(4) > 0))
                XCTAssertFalse(frame.columns.contains { $0.count != frame.rowCount })
                _ = frame.description
            } catch let error as CSVError {
                XCTAssertTrue(error.line > 0 || [.empty].contains(error.problem), "\(bytes): \(error)")
            }
        }
    }
}
