import Foundation
import NeuralNets
import Tensors
import XCTest

final class SavingTests: XCTestCase {
    private var folder = URL(fileURLWithPath: "/")

    override func setUpWithError() throws {
        RandomStream.begin(seed: 5)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("saving-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDownWithError() throws { try FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func testAModelComesBackWithItsBuffers() throws {
        let model = Sequential(Linear(3, 4), BatchNorm1d(4), Linear(4, 1))
        _ = model(Tensor.normal([8, 3]))
        try model.save(path("model.safetensors"))
        let other = Sequential(Linear(3, 4), BatchNorm1d(4), Linear(4, 1))
        try other.load(path("model.safetensors"))
        let x = Tensor.normal([5, 3])
        XCTAssertEqual(model.eval()(x).doubles, other.eval()(x).doubles)
        XCTAssertEqual(try Safetensors.load(path("model.safetensors")).keys.sorted().last, "2.weight")
    }

    func testAModelOfOtherShapesRefusesTheFileAndStaysAsItWas() throws {
        try Linear(3, 4).save(path("a.safetensors"))
        let model = Linear(3, 5)
        let before = model.weight.doubles
        XCTAssertThrowsError(try model.load(path("a.safetensors"))) {
            guard case .shapeMismatch? = ($0 as? SavingError)?.reason else { return XCTFail("\($0)") }
        }
        XCTAssertThrowsError(try Linear(3, 4, bias: false).load(path("a.safetensors"))) {
            XCTAssertEqual(($0 as? SavingError)?.reason, .unexpected("bias"))
        }
        XCTAssertEqual(model.weight.doubles, before)
    }

    func testATrainingGoesOnWhereItWasSaved() throws {
        let x = Tensor.normal([16, 3])
        let y = Tensor.normal([16, 1])
        func steps(_ model: Layer, _ optimizer: Optimizer, _ count: Int) {
            for _ in 0..<count {
                optimizer.zeroGradients()
                mseLoss(model(x), y).backward()
                optimizer.step()
            }
        }
        for rule in [
            UpdateRule.adam(learningRate: 0.01), .sgd(learningRate: 0.01, momentum: 0.9),
            .rmsProp(learningRate: 0.01, momentum: 0.5), .adagrad(learningRate: 0.1),
        ] {
            let model = Linear(3, 1)
            let optimizer = Optimizer(rule, model: model)
            steps(model, optimizer, 3)
            try model.save(path("model.safetensors"))
            try optimizer.save(path("optimizer.safetensors"))
            steps(model, optimizer, 3)

            let resumed = Linear(3, 1)
            try resumed.load(path("model.safetensors"))
            let resumedOptimizer = Optimizer(rule, model: resumed)
            try resumedOptimizer.load(path("optimizer.safetensors"))
            steps(resumed, resumedOptimizer, 3)
            XCTAssertEqual(resumed.weight.doubles, model.weight.doubles, "\(rule)")
        }
        let other = Optimizer(.sgd(learningRate: 0.1), model: Linear(3, 1))
        XCTAssertThrowsError(try other.load(path("optimizer.safetensors")))
    }

    func testEveryDTypeComesBack() throws {
        let tensors = [
            "floats": Tensor.normal([2, 3]), "longs": Tensor([1, -2, 3]), "empty": Tensor.zeros([0, 4]),
            "scalar": Tensor(2.5), "flags": Tensor([1, -2, 3]) .> 0,
        ]
        try Safetensors.save(tensors, to: path("t.safetensors"), metadata: ["made \"by\"": "tests\n"])
        let (back, metadata) = try Safetensors.loadWithMetadata(path("t.safetensors"))
        XCTAssertEqual(metadata, ["made \"by\"": "tests\n"])
        for (name, tensor) in tensors {
            XCTAssertEqual(back[name]?.shape, tensor.shape, name)
            XCTAssertEqual(back[name]?.dtype, tensor.dtype, name)
            XCTAssertEqual(back[name]?.doubles, tensor.doubles, name)
            try Npy.save(tensor, to: path("\(name).npy"))
            let array = try Npy.load(path("\(name).npy"))
            XCTAssertEqual(array.shape, tensor.shape, name)
            XCTAssertEqual(array.doubles, tensor.doubles, name)
        }
    }

    func testAViewIsSavedInItsOwnOrder() throws {
        let tensor = Tensor([1, 2, 3, 4, 5, 6]).reshaped([2, 3]).transposed()
        try Npy.save(tensor, to: path("view.npy"))
        XCTAssertEqual(try Npy.load(path("view.npy")).doubles, [1, 4, 2, 5, 3, 6])
    }

    func testAnArrayInFortranOrderIsRead() throws {
        // numpy.save of numpy.asfortranarray([[1., 2., 3.], [4., 5., 6.]]), float64, version 1.
        var header = Array("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }".utf8)
        while (10 + header.count + 1) % 64 != 0 { header.append(32) }
        header.append(10)
        var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count), 0] + header
        for value in [1.0, 4, 2, 5, 3, 6] { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
        try Data(bytes).write(to: folder.appendingPathComponent("f.npy"))
        let array = try Npy.load(path("f.npy"))
        XCTAssertEqual(array.shape, [2, 3])
        XCTAssertEqual(array.doubles, [1, 2, 3, 4, 5, 6])
    }

    // MARK: Files that mean harm

    private func safetensors(_ header: String, length: UInt64? = nil, data: Int = 0) throws -> String {
        var bytes = withUnsafeBytes(of: (length ?? UInt64(header.utf8.count)).littleEndian) { Array($0) }
        bytes += Array(header.utf8) + [UInt8](repeating: 0, count: data)
        let url = folder.appendingPathComponent("bad.safetensors")
        try Data(bytes).write(to: url)
        return url.path
    }

    private func expectRefused(_ path: String, line: UInt = #line, _ matches: (SavingError.Reason) -> Bool) {
        let before = MemoryBudget.peak
        XCTAssertThrowsError(try Safetensors.load(path), line: line) { error in
            guard let reason = (error as? SavingError)?.reason else { return XCTFail("\(error)", line: line) }
            XCTAssertTrue(matches(reason), "\(error)", line: line)
        }
        XCTAssertLessThan(MemoryBudget.peak - before, 1 << 20, "memory was taken", line: line)
    }

    func testHostileSafetensorsAreRefused() throws {
        func isHeader(_ reason: SavingError.Reason) -> Bool { if case .badHeader = reason { true } else { false } }
        func isTruncated(_ reason: SavingError.Reason) -> Bool { if case .truncated = reason { true } else { false } }
        func isOffsets(_ reason: SavingError.Reason) -> Bool { if case .badOffsets = reason { true } else { false } }
        func entry(_ name: String, _ shape: String, _ offsets: String, _ dtype: String = "F32") -> String {
            "\"\(name)\":{\"dtype\":\"\(dtype)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
        }
        try expectRefused(safetensors("", length: .max), isHeader)
        try expectRefused(safetensors("{}", length: 50_000_000), isTruncated)
        try expectRefused(safetensors("{\"a\":", data: 0), isHeader)
        try expectRefused(safetensors("[1, 2]"), isHeader)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[0,8]"))}", data: 7), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[0,4]"))}", data: 4), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[8,0]"))}", data: 8), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[-2]", "[0,8]"))}", data: 8), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[-8,0]"))}", data: 8), isOffsets)
        try expectRefused(
            safetensors("{\(entry("a", "[4611686018427387904,4]", "[0,8]"))}", data: 8), isOffsets)
        try expectRefused(
            safetensors("{\(entry("a", "[1000000000000]", "[0,4000000000000]"))}", data: 8), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[0,8]")),\(entry("b", "[2]", "[4,12]"))}", data: 12), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[0,8]")),\(entry("b", "[2]", "[12,20]"))}", data: 20), isOffsets)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[0,8]"))}", data: 9), isHeader)
        try expectRefused(safetensors("{\(entry("a", "[2]", "[0,8]", "F13"))}", data: 8)) {
            $0 == .unknownDType(tensor: "a", dtype: "F13")
        }
        XCTAssertThrowsError(try Safetensors.load(path("is-not-there.safetensors")))
        XCTAssertThrowsError(try Safetensors.load(folder.path))
    }

    func testHostileArraysAreRefused() throws {
        func array(_ header: String, data: Int = 0, length: Int? = nil) throws -> String {
            let count = length ?? header.utf8.count
            var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(count & 255), UInt8(count >> 8)]
            bytes += Array(header.utf8) + [UInt8](repeating: 0, count: data)
            let url = folder.appendingPathComponent("bad.npy")
            try Data(bytes).write(to: url)
            return url.path
        }
        for file in [
            try array("{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }", data: 12),
            try array("{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }", data: 20),
        ] { XCTAssertThrowsError(try Npy.load(file)) }
        for header in [
            "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 8), }",
            "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
            "{'descr': '<f4', 'shape': (1,), }", "{'descr': '<f4'", "", "garbage",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }",
        ] {
            XCTAssertThrowsError(try Npy.load(try array(header, data: 4)), header)
        }
        XCTAssertThrowsError(try Npy.load(try array("{}", length: 60_000)))
    }
}
