import Tensors
import XCTest

/// Mistakes name the operation and both shapes, and nothing else is harmed.
final class FaultTests: XCTestCase {
    private func fault(_ body: () -> Void) -> String {
        do {
            try withFaults(body)
            return "no fault"
        } catch { return "\(error)" }
    }

    func testShapesAreNamed() {
        let (a, b) = (Tensor.zeros([64, 50]), Tensor.zeros([784, 10]))
        XCTAssertEqual(fault { _ = a.matmul(b) }, "matmul: [64, 50] × [784, 10]: inner dimensions 50 and 784 differ")
        XCTAssertEqual(fault { _ = a + b }, "+: [64, 50] and [784, 10]: lengths 50 and 10 differ and neither is 1")
        XCTAssertEqual(fault { _ = a[64] }, "subscript: index 64 is out of range for axis 0 of shape [64, 50]")
        XCTAssertEqual(fault { _ = a.sum(axis: 2) }, "sum: axis 2 is out of range for shape [64, 50]")
        XCTAssertEqual(fault { _ = a.reshaped([3, 3]) }, "reshaped: [64, 50] has 3200 elements, [3, 3] 9")
        XCTAssertEqual(fault { _ = a.take(Tensor([64])) }, "take: index 64 is out of range for 64 rows")
        XCTAssertEqual(fault { _ = a.item() }, "item: shape [64, 50] has 3200 elements, not one")
        XCTAssertEqual(fault { _ = Tensor.zeros([1 << 40, 1 << 40]) }, "zeros: shape [1099511627776, 1099511627776] is not possible")
        XCTAssertEqual(fault { _ = a.gradient }, "gradient: this tensor does not ask for one; call requireGradient() before computing with it")
        XCTAssertEqual(fault { _ = Tensor(1.0).requireGradient().gradient }, "gradient: there is none yet; call backward() first")
        XCTAssertEqual(fault { a.backward() }, "backward: shape [64, 50]: only a single number has a gradient; reduce it first, or give the gradient to start from")
    }

    func testAFreedGraphCannotBeUsedAgain() {
        let x = Tensor([1.0]).requireGradient()
        let y = x.exp().sum()
        XCTAssertTrue(fault { y.backward(); y.backward() }.hasPrefix("backward: the graph of this result was freed"))
        let z = x.exp().sum()
        XCTAssertEqual(fault { z.backward(keepGraph: true); z.backward() }, "no fault")
    }

    func testChangesInPlaceOfWhatIsNeededAreFound() {
        let x = Tensor([1.0, 2.0]).requireGradient()
        XCTAssertTrue(fault { x += 1 }.contains("inside withoutGradient { }"))
        let y = x * 1
        let z = y.square().sum()
        withoutGradient { y += 1 }
        XCTAssertEqual(fault { z.backward() }, "backward: a tensor of shape [2] that square needs was changed in place after it was used")
    }

    func testOnlyTheFirstFaultIsReportedAndWorkGoesOn() {
        XCTAssertTrue(fault { _ = (Tensor.zeros([2]) + Tensor.zeros([3])).matmul(Tensor.zeros([4])) }.hasPrefix("+:"))
        XCTAssertEqual((Tensor([1.0]) + 1).item(), 2)
    }

    func testMemoryBudgetIsKept() {
        let before = MemoryBudget.limit
        MemoryBudget.limit = MemoryBudget.used + 1_000_000
        defer { MemoryBudget.limit = before }
        XCTAssertTrue(fault { _ = Tensor.zeros([1_000_000]) }.hasPrefix("memory: 4000000 bytes for a tensor cross the budget"))
        XCTAssertTrue(fault { _ = Tensor.zeros([1000, 1]) + Tensor.zeros([1, 1000]) }.hasPrefix("memory:"))
        XCTAssertTrue(fault { _ = Tensor.zeros([1000, 10]).matmul(Tensor.zeros([10, 1000])).exp() }.hasPrefix("memory:"))
        XCTAssertEqual(fault { _ = Tensor.zeros([1000]) }, "no fault")
    }
}
