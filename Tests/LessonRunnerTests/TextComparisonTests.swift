import LessonRunner
import XCTest

final class TextComparisonTests: XCTestCase {
    private func differs(_ expected: String, _ got: String, tolerance: Tolerance? = nil) -> Bool {
        !TextComparison.differences(expected: expected, got: got, tolerance: tolerance).isEmpty
    }

    func testWordsAndIntegersHaveToBeTheSame() {
        XCTAssertFalse(differs("100004 ratings", "100004 ratings"))
        XCTAssert(differs("100004 ratings", "100003 ratings"))
        XCTAssert(differs("ratings", "rating"))
        XCTAssert(differs("[1, 2]", "[1, 2, 3]"))
        XCTAssert(differs("a b", "a"))
    }

    func testNumbersAgreeToTheDigitsThatAreWritten() {
        XCTAssertFalse(differs("loss 0.763", "loss 0.763"))
        XCTAssertFalse(differs("loss 0.76", "loss 0.763"))
        XCTAssert(differs("loss 0.763", "loss 0.764"))
        XCTAssert(differs("loss 0.763", "loss 0.775"))
        XCTAssertFalse(differs("1e-05", "1.2e-05"))
        XCTAssert(differs("1e-05", "3e-05"))
        XCTAssert(differs("-0.5", "0.5"))
    }

    func testAToleranceReplacesThem() {
        XCTAssertFalse(differs("0.763", "0.765", tolerance: Tolerance(relative: 0.01)))
        XCTAssert(differs("0.763", "0.785", tolerance: Tolerance(relative: 0.01)))
        XCTAssertFalse(differs("0.001", "0.0015", tolerance: Tolerance(relative: 0, absolute: 0.001)))
        XCTAssert(differs("7", "8", tolerance: Tolerance(relative: 0.5)), "integers are exact")
    }

    func testNotANumberIsNeverANumber() {
        XCTAssert(differs("0.5", "nan", tolerance: Tolerance(relative: 10)))
        XCTAssert(differs("nan", "0.5"))
        XCTAssertFalse(differs("nan", "nan"))
        XCTAssert(differs("inf", "1.0", tolerance: Tolerance(relative: 10)))
    }

    func testMissingAndAddedLinesAreSaid() {
        let missing = TextComparison.differences(expected: "a\nb\nc", got: "a\nb", tolerance: nil)
        XCTAssertEqual(missing.map(\.line), [2])
        XCTAssert(differs("a", "a\nb"))
        XCTAssertFalse(differs("a  \n", "a"), "white space at the end of a line or text does not count")
    }

    func testAnElisionStandsForAnyLines() {
        XCTAssertFalse(differs("first\n...\nlast 0.5", "first\n1\n2\n3\nlast 0.5"))
        XCTAssertFalse(differs("first\n...", "first\nmore"))
        XCTAssertFalse(differs("...\nlast", "x\nlast"))
        XCTAssert(differs("first\n...\nlast 0.5", "first\n1\nlast 0.7"))
        XCTAssert(differs("first\n...\nmiddle\n...\nlast", "first\nlast"))
    }

    func testTheDifferenceSaysByHowMuch() throws {
        let difference = try XCTUnwrap(TextComparison.differences(expected: "loss 0.775", got: "loss 0.763", tolerance: nil).first)
        XCTAssert(difference.explanation.contains("0.012"), difference.explanation)
    }
}
