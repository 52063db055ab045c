import Figures
import XCTest

final class TickTests: XCTestCase {
    func testRoundSteps() {
        XCTAssertEqual(Ticks.linear(from: 0, to: 1, target: 5).major.map(\.text), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        XCTAssertEqual(Ticks.linear(from: -3.1, to: 7.9, target: 5).major.map(\.text), ["−2.5", "0.0", "2.5", "5.0", "7.5"])
        XCTAssertEqual(Ticks.linear(from: 0, to: 60_000, target: 4).major.map(\.text), ["0", "20,000", "40,000", "60,000"])
        XCTAssertEqual(Ticks.linear(from: 0.28, to: 0.32, target: 4).major.map(\.value), [0.28, 0.29, 0.3, 0.31, 0.32])
    }
}
