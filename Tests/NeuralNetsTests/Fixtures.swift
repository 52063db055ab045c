import Foundation
import NeuralNets
import Tensors
import XCTest

/// Reference results: `parity.json` and `parity.safetensors` in `LESSONS_FIXTURES`, or `../shared/fixtures` beside the
/// package.
struct Fixtures {
    struct Case: Decodable {
        let group: String
        let op: String
        let name: String
        let attrs: [String: Attribute]
        let inputs: [String]
        let outputs: [String]
        let upstream: [String]?
        let grads: [String?]?
        let rtol: Double
        let atol: Double
        let n_params: Int?

        func number(_ key: String) -> Double? { attrs[key]?.number }
        func flag(_ key: String) -> Bool { attrs[key]?.flag ?? false }
        func numbers(_ key: String) -> [Double]? { attrs[key]?.numbers }
    }

    enum Attribute: Decodable {
        case bool(Bool), number(Double), numbers([Double]), other

        init(from decoder: Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                self = .bool(flag)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else if let numbers = try? value.decode([Double].self) {
                self = .numbers(numbers)
            } else {
                self = .other
            }
        }

        var number: Double? { if case .number(let value) = self { value } else { nil } }
        var numbers: [Double]? { if case .numbers(let value) = self { value } else { nil } }
        var flag: Bool? { if case .bool(let value) = self { value } else { nil } }
    }

    let cases: [Case]
    let tensors: [String: Tensor]

    /// The fixtures; skips the test in one line where there are none.
    static func load() throws -> Fixtures {
        guard let folder else { throw XCTSkip("no fixtures: set LESSONS_FIXTURES, or put them into ../shared/fixtures") }
        struct Contents: Decodable { let cases: [Case] }
        let json = try Data(contentsOf: folder.appendingPathComponent("parity.json"))
        return Fixtures(
            cases: try JSONDecoder().decode(Contents.self, from: json).cases,
            tensors: try Safetensors.load(folder.appendingPathComponent("parity.safetensors").path))
    }

    private static var folder: URL? {
        if let path = ProcessInfo.processInfo.environment["LESSONS_FIXTURES"] { return URL(fileURLWithPath: path) }
        var package = URL(fileURLWithPath: #filePath)
        while package.pathComponents.count > 1 {
            package.deleteLastPathComponent()
            let candidate = package.deletingLastPathComponent().appendingPathComponent("shared/fixtures")
            if FileManager.default.fileExists(atPath: candidate.appendingPathComponent("parity.json").path) {
                return candidate
            }
        }
        return nil
    }

    func tensor(_ key: String) throws -> Tensor { try XCTUnwrap(tensors[key], "no tensor \(key)") }

    /// Runs `body` on every case of a group; an unknown operation is a failure.
    static func each(_ group: String, _ body: (Fixtures, Case) throws -> Bool) throws {
        let fixtures = try load()
        let cases = fixtures.cases.filter { $0.group == group }
        XCTAssertFalse(cases.isEmpty, "no case of group \(group)")
        for fixture in cases {
            do {
                let known = try withFaults { try body(fixtures, fixture) }
                XCTAssertTrue(known, "\(group)/\(fixture.name): unknown operation '\(fixture.op)'")
            } catch {
                XCTFail("\(group)/\(fixture.name): \(error)")
            }
        }
    }
}

extension Fixtures.Case {
    /// Fails where `actual` is not `expected` within the case's own tolerance.
    func expectClose(_ actual: Tensor, _ expected: Tensor, _ what: String) {
        expectClose(actual.doubles, expected.doubles, "\(what) \(actual.shape)")
        XCTAssertEqual(actual.count, expected.count, "\(name) \(what): shape \(actual.shape), expected \(expected.shape)")
    }

    func expectClose(_ actual: [Double], _ expected: [Double], _ what: String) {
        XCTAssertEqual(actual.count, expected.count, "\(name) \(what): count")
        for (index, (a, e)) in zip(actual, expected).enumerated() where !(abs(a - e) <= atol + rtol * abs(e)) {
            XCTFail("\(name) \(what)[\(index)]: \(a), expected \(e)")
            return
        }
    }
}
