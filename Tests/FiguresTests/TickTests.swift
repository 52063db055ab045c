import Figures
import XCTest

final class TickTests: XCTestCase {
    func texts(_ lower: Double, _ upper: Double, _ target: Int = 5) -> [String] {
        Ticks.linear(from: lower, to: upper, target: target).major.map(\.text)
    }

    func testRoundSteps() {
        XCTAssertEqual(texts(0, 1), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        XCTAssertEqual(texts(-3.1, 7.9), ["−2.5", "0.0", "2.5", "5.0", "7.5"])
        XCTAssertEqual(texts(0, 60_000, 4), ["0", "20,000", "40,000", "60,000"])
        XCTAssertEqual(Ticks.linear(from: 0.28, to: 0.32, target: 4).major.map(\.value), [0.28, 0.29, 0.3, 0.31, 0.32])
        XCTAssertEqual(Ticks.linear(from: 0, to: 3, target: 8, isWhole: true).major.map(\.text), ["0", "1", "2", "3"])
    }

    func testVeryLargeAndSmallNumbersShareAPowerOfTen() {
        let large = Ticks.linear(from: 0, to: 4e9, target: 4)
        XCTAssertEqual(large.multiplier, "×10⁹")
        XCTAssertEqual(large.major.map(\.text), ["0", "1", "2", "3", "4"])
        let small = Ticks.linear(from: -2e-12, to: 1e-12, target: 3)
        XCTAssertEqual(small.multiplier, "×10⁻¹²")
        XCTAssertEqual(small.major.map(\.text), ["−2", "−1", "0", "1"])
    }

    func testTicksLieInsideAndDiffer() {
        let ranges: [(Double, Double)] = [(-1e308, 1.5e308), (1e15, 1e15 + 4), (3, 3.0000001), (-7e-300, 2e-301), (0.1, 0.1 + 1e-15), (-5, 1e9)]
        for (lower, upper) in ranges {
            for target in 1...12 {
                let ticks = Ticks.linear(from: lower, to: upper, target: target).major
                XCTAssertFalse(ticks.isEmpty)
                for (a, b) in zip(ticks, ticks.dropFirst()) {
                    XCTAssertLessThan(a.value, b.value, "\(lower) \(upper) \(target)")
                }
                XCTAssertTrue(ticks.allSatisfy { $0.value.isFinite })
            }
        }
    }

    func testLogarithmicTicks() {
        XCTAssertEqual(Ticks.logarithmic(from: 0.05, to: 200, target: 6).major.map(\.text), ["0.1", "1", "10", "100"])
        XCTAssertEqual(Ticks.logarithmic(from: 1e-6, to: 1, target: 8).major.map(\.text), ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"])
        XCTAssertEqual(Ticks.logarithmic(from: 1, to: 12, target: 6).major.map(\.text), ["1", "2", "5", "10"])
        XCTAssertTrue(Ticks.logarithmic(from: 1, to: 100, target: 6).minor.contains(20))
    }

    func testNumbersInWords() {
        XCTAssertEqual(Ticks.number(0.1 + 0.2), "0.3")
        XCTAssertEqual(Ticks.number(-1234.5), "−1234.5")
        XCTAssertEqual(Ticks.number(100_004), "100,004")
        XCTAssertEqual(Ticks.number(1.5e-7), "1.5×10⁻⁷")
        XCTAssertEqual(Ticks.number(999_999.99), "1,000,000")
        XCTAssertEqual(Ticks.number(.nan), "NaN")
    }
}
