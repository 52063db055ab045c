/// The header of NumPy's `.npy` format (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
struct NpyHeader: Equatable {
    /// The element type in NumPy's notation, such as `<f4`.
    var descriptor: String
    /// Whether the first axis varies fastest.
    var fortranOrder: Bool
    var shape: [Int]
    /// Where the data begins in the file.
    var dataOffset: Int

    /// Element types that can be read, with their size in bytes.
    static let elementSizes = [
        "<f4": 4, "<f8": 8, "<f2": 2, "<i8": 8, "<i4": 4, "<i2": 2, "|i1": 1, "|u1": 1, "<u2": 2, "<u4": 4, "|b1": 1,
    ]
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    private static let longestHeader = 1 << 20

    /// Reads and checks a file's header: the data must have exactly the bytes that the shape needs.
    init(_ file: BinaryFile) throws {
        func fault(_ why: String) -> SavingError { SavingError(path: file.path, reason: .badHeader(why)) }
        let start = try file.read(at: 0, count: 10)
        guard Array(start[0..<6]) == NpyHeader.magic else { throw fault("not a .npy file") }
        let length: Int
        switch start[6] {
        case 1:
            length = Int(start[8]) | Int(start[9]) << 8
            dataOffset = 10 + length
        case 2, 3:
            let more = try file.read(at: 8, count: 4)
            length = more.reversed().reduce(0) { $0 << 8 | Int($1) }
            dataOffset = 12 + length
        default: throw fault("version \(start[6]) of the format is unknown")
        }
        guard length <= NpyHeader.longestHeader else { throw fault("its length of \(length) bytes makes no sense") }
        var reader = PythonLiteralReader(try file.read(at: dataOffset - length, count: length))
        guard let fields = reader.dictionary() else { throw fault("not the dictionary that the format asks for") }
        guard case .text(let descriptor)? = fields["descr"], case .flag(let fortran)? = fields["fortran_order"],
            case .tuple(let shape)? = fields["shape"]
        else { throw fault("descr, fortran_order or shape is missing") }
        guard let size = NpyHeader.elementSizes[descriptor] else {
            throw SavingError(path: file.path, reason: .unknownDType(tensor: "array", dtype: descriptor))
        }
        guard let count = byteCount(shape: shape, elementSize: size) else {
            throw fault("the shape \(shape) is impossible")
        }
        guard file.size - dataOffset >= count else {
            throw SavingError(
                path: file.path,
                reason: .truncated(needed: dataOffset.addingReportingOverflow(count).partialValue, present: file.size))
        }
        guard file.size - dataOffset == count else {
            throw fault("\(file.size - dataOffset - count) bytes follow the data")
        }
        self.descriptor = descriptor
        self.fortranOrder = fortran
        self.shape = shape
    }

    /// A header (version 1) for an array in C order, padded so that the data is aligned to 64 bytes.
    static func encode(descriptor: String, shape: [Int]) -> [UInt8] {
        let axes = shape.map { "\($0)," }.joined(separator: " ")
        var text = Array("{'descr': '\(descriptor)', 'fortran_order': False, 'shape': (\(axes)), }".utf8)
        while (10 + text.count + 1) % 64 != 0 { text.append(UInt8(ascii: " ")) }
        text.append(UInt8(ascii: "\n"))
        return magic + [1, 0, UInt8(text.count & 0xFF), UInt8(text.count >> 8 & 0xFF)] + text
    }
}

/// Reads the one Python literal that a `.npy` header holds: a dictionary of texts, flags and tuples of integers.
private struct PythonLiteralReader {
    enum Value { case text(String), flag(Bool), tuple([Int]) }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func dictionary() -> [String: Value]? {
        guard take("{") else { return nil }
        var result: [String: Value] = [:]
        while !take("}") {
            guard let key = text(), take(":"), let value = value() else { return nil }
            result[key] = value
            guard take(",") || peek() == UInt8(ascii: "}") else { return nil }
        }
        return peek() == nil ? result : nil
    }

    private mutating func value() -> Value? {
        switch peek() {
        case UInt8(ascii: "'")?, UInt8(ascii: "\"")?: return text().map { .text($0) }
        case UInt8(ascii: "(")?: return tuple().map { .tuple($0) }
        default:
            if take("True") { return .flag(true) }
            return take("False") ? .flag(false) : nil
        }
    }

    private mutating func text() -> String? {
        guard let quote = peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        position += 1
        guard let end = bytes[position...].firstIndex(of: quote) else { return nil }
        defer { position = end + 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private mutating func tuple() -> [Int]? {
        guard take("(") else { return nil }
        var result: [Int] = []
        while !take(")") {
            guard let number = integer(), result.count < 64 else { return nil }
            result.append(number)
            guard take(",") || peek() == UInt8(ascii: ")") else { return nil }
        }
        return result
    }

    private mutating func integer() -> Int? {
        _ = peek()
        let digits = bytes[position...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        position += digits.count
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// The next byte that is not white space.
    private mutating func peek() -> UInt8? {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ token: String) -> Bool {
        guard peek() != nil, bytes[position...].starts(with: token.utf8) else { return false }
        position += token.utf8.count
        return true
    }
}
