import Foundation
import LessonPages
import XCTest

final class MathMLTests: XCTestCase {
    private func math(_ tex: String) -> String {
        let markup = Markup.math(tex) ?? "refused"
        return markup.replacingOccurrences(of: "<math><mrow>", with: "").replacingOccurrences(of: "</mrow></math>", with: "")
    }

    func testLettersNumbersOperators() {
        XCTAssertEqual(math("a+1.5"), "<mi>a</mi><mo>+</mo><mn>1.5</mn>")
        XCTAssertEqual(math("\\alpha \\leq 1,000"), "<mi>α</mi><mo>≤</mo><mn>1</mn><mo>,</mo><mn>000</mn>")
        XCTAssertEqual(math("x < y & z"), "<mi>x</mi><mo>&lt;</mo><mi>y</mi><mo>&amp;</mo><mi>z</mi>")
        XCTAssertEqual(math("-a"), "<mo>−</mo><mi>a</mi>")
    }

    func testASignStandsCloseToItsNumberAndAnOperationApart() {
        let sign = "<mo form=\"prefix\">−</mo>"
        for tex in ["(-9, 2)", "x = -1", "[1, -1]", "a \\cdot -b", "x \\to -1", "\\left( -1 \\right)"] {
            XCTAssertTrue(math(tex).contains(sign), tex)
        }
        for tex in ["a-b", "f(x) - 1", "\\ldots - 1", "x^2 - y", "2 - 1", "\\alpha - \\beta", "\\frac12 - x", "n! - 1"] {
            XCTAssertFalse(math(tex).contains("prefix"), tex)
        }
    }

    func testACommaAfterAFormulaBeginsNoLine() {
        let html = Markup.plain("so $x$, and $y$ too ($z$).")
        XCTAssertTrue(html.contains("<span class=\"unbroken\"><math><mrow><mi>x</mi></mrow></math>,</span> and <math>"), html)
        XCTAssertTrue(html.contains("</math> too (<span class=\"unbroken\"><math><mrow><mi>z</mi></mrow></math>).</span></p>"), html)
    }

    func testFractionsRootsScripts() {
        XCTAssertEqual(math("\\frac{a}{2}"), "<mfrac><mrow><mrow><mi>a</mi></mrow></mrow><mrow><mrow><mn>2</mn></mrow></mrow></mfrac>")
        XCTAssertEqual(math("\\frac12"), "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>")
        XCTAssertEqual(math("x_i^2"), "<msubsup><mrow><mi>x</mi></mrow><mrow><mi>i</mi></mrow><mrow><mn>2</mn></mrow></msubsup>")
        XCTAssertEqual(math("x^23"), "<msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup><mn>3</mn>")
        XCTAssertTrue(math("\\sqrt[3]{x}").hasPrefix("<mroot>"))
        XCTAssertTrue(math("f'").contains("′"))
    }

    func testLimitsStandBelowAndAbove() {
        XCTAssertTrue(math("\\sum_{i=1}^n x_i").hasPrefix("<munderover><mrow><mo>∑</mo></mrow>"))
        XCTAssertTrue(math("\\max_x").hasPrefix("<munder><mrow><mo lspace=\"0.1em\" rspace=\"0.1667em\">max</mo></mrow>"))
        XCTAssertTrue(math("\\int_0^1").hasPrefix("<msubsup>"))
    }

    func testMatricesAndCases() {
        let matrix = math("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}")
        XCTAssertEqual(matrix.components(separatedBy: "<mtr>").count - 1, 2)
        XCTAssertEqual(matrix.components(separatedBy: "<mtd").count - 1, 4)
        XCTAssertTrue(matrix.contains("<mo stretchy=\"true\">(</mo>"))
        XCTAssertTrue(math("\\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 \\end{cases}").contains("<mtext>if\u{A0}</mtext>"))
    }

    func testAlphabets() {
        XCTAssertEqual(math("\\mathbb{R}"), "<mrow><mi>ℝ</mi></mrow>")
        XCTAssertEqual(math("\\mathcal L"), "<mi>ℒ</mi>")
        XCTAssertEqual(math("\\mathbf{x1}"), "<mrow><mi>𝐱</mi><mn>𝟏</mn></mrow>")
        XCTAssertEqual(math("\\operatorname{softmax}(x)").prefix(17), "<mi>softmax</mi><")
    }

    func testAnUnknownCommandIsShownAsItWasWritten() {
        XCTAssertEqual(math("\\foo{x}"), "<mtext>\\foo</mtext><mrow><mi>x</mi></mrow>")
    }

    /// Whatever is thrown at it, the result is well-formed XML and nothing of the input becomes markup.
    func testEveryFormulaIsWellFormed() throws {
        let parts = [
            "a", "\\frac", "{", "}", "^", "_", "&", "\\\\", "\\left(", "\\right]", "\\begin{cases}", "\\end{cases}", "\\sqrt[", "]",
            "\\text{<b>", "'",
            "\\", "<script>", "\"", "12", "\\mathbb", "\\sum", "$", "\\not", "\\hat", "%", "\n", "\\begin{x}", "\\operatorname", "é",
            "\\left.",
        ]
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3000 {
            let tex = (0..<(1 + next(12))).map { _ in parts[next(parts.count)] }.joined(separator: next(2) == 0 ? "" : " ")
            guard let markup = Markup.math(tex, display: true) else { continue }
            XCTAssertNil(WellFormed.problem(in: markup), "\(tex.debugDescription) gave \(markup)")
            XCTAssertFalse(markup.contains("<script") || markup.contains("<b>"), tex)
        }
    }

    func testFormulasTooDeepOrTooLongAreRefused() {
        XCTAssertNil(Markup.math(String(repeating: "{", count: 1000)))
        XCTAssertNil(Markup.math(String(repeating: "\\sqrt", count: 700)))
        XCTAssertNil(Markup.math(String(repeating: "x^{", count: 500)))
        XCTAssertNil(Markup.math(String(repeating: "a", count: 5000)))
    }
}
