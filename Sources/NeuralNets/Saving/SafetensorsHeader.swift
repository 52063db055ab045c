#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The directory of a safetensors file: where each tensor's bytes are.
///
/// Format: eight bytes with the header's length (little-endian), a JSON object, then the tensors' bytes one after the
/// other without gaps (https://github.com/huggingface/safetensors).
struct SafetensorsHeader {
    struct Entry: Equatable {
        var name: String
        var dtype: String
        var shape: [Int]
        /// The tensor's bytes, counted from the file's beginning.
        var bytes: Range<Int>
    }

    var entries: [Entry]
    var metadata: [String: String]

    /// Element types that the format knows, with their size in bytes.
    static let elementSizes = [
        "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "U16": 2, "U32": 4,
        "BOOL": 1,
    ]
    private static let longestHeader = 100_000_000

    /// Reads and checks the header of a file: every range must lie in the file, fit its shape, and touch the next.
    init(_ file: BinaryFile) throws {
        func fault(_ reason: SavingError.Reason) -> SavingError { SavingError(path: file.path, reason: reason) }
        guard file.size >= 8 else { throw fault(.truncated(needed: 8, present: file.size)) }
        let length = try file.read(at: 0, count: 8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(SafetensorsHeader.longestHeader) else {
            throw fault(.badHeader("its length of \(length) bytes is more than the format allows"))
        }
        let headerEnd = 8 + Int(length)
        guard headerEnd <= file.size else { throw fault(.truncated(needed: headerEnd, present: file.size)) }
        let text = try file.read(at: 8, count: Int(length))

        let fields: [String: Field]
        do {
            fields = try JSONDecoder().decode([String: Field].self, from: Data(text))
        } catch {
            throw fault(.badHeader("not the JSON that the format asks for"))
        }
        var entries: [Entry] = []
        var metadata: [String: String] = [:]
        for (name, field) in fields {
            switch field {
            case .metadata(let values):
                guard name == "__metadata__" else { throw fault(.badHeader("'\(name)' is not a tensor")) }
                metadata = values
            case .tensor(let dtype, let shape, let offsets):
                guard let size = SafetensorsHeader.elementSizes[dtype] else {
                    throw fault(.unknownDType(tensor: name, dtype: dtype))
                }
                guard let count = byteCount(shape: shape, elementSize: size) else {
                    throw fault(.badOffsets(tensor: name, "the shape \(shape) is impossible"))
                }
                guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0],
                    offsets[1] <= file.size - headerEnd
                else { throw fault(.badOffsets(tensor: name, "its offsets \(offsets) lie outside of the file")) }
                guard offsets[1] - offsets[0] == count else {
                    throw fault(
                        .badOffsets(
                            tensor: name, "\(offsets[1] - offsets[0]) bytes for \(count) by its shape and type"))
                }
                entries.append(
                    Entry(
                        name: name, dtype: dtype, shape: shape,
                        bytes: headerEnd + offsets[0]..<headerEnd + offsets[1]))
            }
        }
        entries.sort { ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name) < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name) }
        var reached = headerEnd
        for entry in entries {
            guard entry.bytes.lowerBound == reached else {
                let why = entry.bytes.lowerBound < reached ? "its bytes overlap another tensor's" : "a gap lies before it"
                throw fault(.badOffsets(tensor: entry.name, why))
            }
            reached = entry.bytes.upperBound
        }
        guard reached == file.size else {
            throw fault(.badHeader("\(file.size - reached) bytes at the end belong to no tensor"))
        }
        self.entries = entries
        self.metadata = metadata
    }

    /// The bytes of the header for tensors that will be written in the order given, the length field in front.
    static func encode(_ tensors: [(name: String, dtype: String, shape: [Int])], metadata: [String: String]) -> [UInt8] {
        var fields: [String] = []
        if !metadata.isEmpty {
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }
            fields.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
        }
        var offset = 0
        for tensor in tensors {
            let end = offset + tensor.shape.reduce(elementSizes[tensor.dtype] ?? 1, *)
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            fields.append(
                "\(quoted(tensor.name)):{\"dtype\":\"\(tensor.dtype)\",\"shape\":[\(shape)],"
                    + "\"data_offsets\":[\(offset),\(end)]}")
            offset = end
        }
        var text = Array("{\(fields.joined(separator: ","))}".utf8)
        while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
        let length = UInt64(text.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) } + text
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A member of the header's JSON object.
    private enum Field: Decodable {
        case tensor(dtype: String, shape: [Int], offsets: [Int])
        case metadata([String: String])

        enum Keys: String, CodingKey { case dtype, shape, offsets = "data_offsets" }

        init(from decoder: Decoder) throws {
            let values = try decoder.container(keyedBy: Keys.self)
            if values.contains(.shape) || values.contains(.offsets) {
                self = .tensor(
                    dtype: try values.decode(String.self, forKey: .dtype),
                    shape: try values.decode([Int].self, forKey: .shape),
                    offsets: try values.decode([Int].self, forKey: .offsets))
            } else {
                self = .metadata(try decoder.singleValueContainer().decode([String: String].self))
            }
        }
    }
}

/// The bytes that a shape needs; `nil` where an axis is negative or the product overflows.
func byteCount(shape: [Int], elementSize: Int) -> Int? {
    var count = elementSize
    for length in shape {
        guard length >= 0 else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: length)
        if overflow { return nil }
        count = product
    }
    return count
}
