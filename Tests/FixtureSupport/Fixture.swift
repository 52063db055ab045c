import Foundation
import Tensors

/// Reference results: cases and the tensors they name.
public struct Fixture {
    public struct Case {
        public let group: String
        public let op: String
        public let name: String
        public let attributes: [String: Any]
        public let inputs: [String]
        public let outputs: [String]
        public let upstream: [String]
        /// One for each floating-point input, nil where it has no gradient.
        public let gradients: [String?]
        public let relative: Double
        public let absolute: Double
        /// The case as it stands in the file.
        public let raw: [String: Any]
    }

    /// A tensor as it is stored: doubles hold every type exactly that the fixtures use.
    public struct Stored {
        public let shape: [Int]
        public let values: [Double]
        public let isInteger: Bool
    }

    public enum Problem: Error { case malformed(String) }

    public let cases: [Case]
    public let tensors: [String: Stored]

    /// The folder named by `LESSONS_FIXTURES`, else `../shared/fixtures` beside the package; nil where there is none.
    public static func folder(near file: String = #filePath) -> URL? {
        if let named = ProcessInfo.processInfo.environment["LESSONS_FIXTURES"] { return URL(fileURLWithPath: named) }
        var place = URL(fileURLWithPath: file)
        while place.path != "/" {
            place.deleteLastPathComponent()
            let manifest = place.appendingPathComponent("Package.swift").path
            let candidate = place.appendingPathComponent("../shared/fixtures").standardizedFileURL
            if FileManager.default.fileExists(atPath: manifest) {
                return FileManager.default.fileExists(atPath: candidate.path) ? candidate : nil
            }
        }
        return nil
    }

    public init(folder: URL, name: String = "parity") throws {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(name + ".json")))
        guard let top = json as? [String: Any], let list = top["cases"] as? [[String: Any]] else {
            throw Problem.malformed("no cases")
        }
        cases = try list.map { raw in
            guard let group = raw["group"] as? String, let op = raw["op"] as? String, let name = raw["name"] as? String else {
                throw Problem.malformed("a case without group, op or name")
            }
            return Case(
                group: group, op: op, name: name, attributes: raw["attrs"] as? [String: Any] ?? [:],
                inputs: raw["inputs"] as? [String] ?? [], outputs: raw["outputs"] as? [String] ?? [],
                upstream: raw["upstream"] as? [String] ?? [], gradients: (raw["grads"] as? [Any] ?? []).map { $0 as? String },
                relative: raw["rtol"] as? Double ?? 1e-4, absolute: raw["atol"] as? Double ?? 1e-5, raw: raw)
        }
        tensors = try Fixture.safetensors(Data(contentsOf: folder.appendingPathComponent(name + ".safetensors")))
    }

    static func safetensors(_ data: Data) throws -> [String: Stored] {
        let bytes = [UInt8](data)
        guard bytes.count >= 8 else { throw Problem.malformed("no header") }
        let length = bytes[0..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length >= 0, 8 + length <= bytes.count,
            let header = try JSONSerialization.jsonObject(with: Data(bytes[8..<(8 + length)])) as? [String: Any]
        else { throw Problem.malformed("header") }
        var result: [String: Stored] = [:]
        for (name, value) in header where name != "__metadata__" {
            guard let entry = value as? [String: Any], let type = entry["dtype"] as? String, let shape = entry["shape"] as? [Int],
                let range = entry["data_offsets"] as? [Int], range.count == 2
            else { throw Problem.malformed(name) }
            let part = Array(bytes[(8 + length + range[0])..<(8 + length + range[1])])
            let values: [Double] = try part.withUnsafeBytes { raw in
                switch type {
                case "F32": return stride(from: 0, to: raw.count, by: 4).map { Double(raw.loadUnaligned(fromByteOffset: $0, as: Float.self)) }
                case "F64": return stride(from: 0, to: raw.count, by: 8).map { raw.loadUnaligned(fromByteOffset: $0, as: Double.self) }
                case "I64": return stride(from: 0, to: raw.count, by: 8).map { Double(raw.loadUnaligned(fromByteOffset: $0, as: Int64.self)) }
                case "I32": return stride(from: 0, to: raw.count, by: 4).map { Double(raw.loadUnaligned(fromByteOffset: $0, as: Int32.self)) }
                case "BOOL", "U8": return raw.map { Double($0) }
                default: throw Problem.malformed("\(name) is \(type)")
                }
            }
            result[name] = Stored(shape: shape, values: values, isInteger: type.hasPrefix("I") || type == "BOOL" || type == "U8")
        }
        return result
    }

    /// A stored tensor by its key.
    public func stored(_ key: String) throws -> Stored {
        guard let t = tensors[key] else { throw Problem.malformed("there is no tensor \(key)") }
        return t
    }

    /// A stored tensor as one of the library's: float32 or int64.
    public func tensor(_ key: String) throws -> Tensor {
        let t = try stored(key)
        return t.isInteger ? Tensor(t.values.map { Int($0) }, shape: t.shape) : Tensor(t.values, shape: t.shape)
    }

    /// What differs between a result and a stored tensor; nil when it is within the tolerances.
    public func difference(_ result: Tensor, _ key: String, relative: Double, absolute: Double) throws -> String? {
        let expected = try stored(key)
        guard result.shape == expected.shape else { return "\(key): shape \(result.shape), expected \(expected.shape)" }
        var worst: (excess: Double, text: String)?
        for (i, (a, b)) in zip(result.doubles, expected.values).enumerated() {
            if a == b || (a.isNaN && b.isNaN) { continue }
            let excess = abs(a - b) - (absolute + relative * abs(b))
            if !(excess <= 0), worst == nil || excess > (worst?.excess ?? 0) {
                worst = (excess, "\(key): element \(i) is \(a), expected \(b)")
            }
        }
        return worst?.text
    }
}
