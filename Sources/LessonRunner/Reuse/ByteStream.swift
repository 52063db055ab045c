import Tensors

/// Writes numbers, texts and bytes one after the other, as files of the store hold them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ number: Double) { add(Int(bitPattern: UInt(number.bitPattern))) }

    mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    mutating func add(_ raw: [UInt8]) {
        add(raw.count)
        bytes.append(contentsOf: raw)
    }

    mutating func add<Item>(_ items: some Collection<Item>, _ write: (inout ByteWriter, Item) -> Void) {
        add(items.count)
        for item in items { write(&self, item) }
    }
}

/// Reads what a ``ByteWriter`` wrote; throws where the bytes are too few or make no sense.
struct ByteReader {
    struct Damaged: Error {}

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func int() throws -> Int {
        guard bytes.endIndex - position >= 8 else { throw Damaged() }
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[position + index]) << UInt64(8 * index) }
        position += 8
        return Int(Int64(bitPattern: word))
    }

    mutating func double() throws -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try int()))) }

    mutating func bool() throws -> Bool { try int() != 0 }

    mutating func raw() throws -> ArraySlice<UInt8> {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw Damaged() }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func text() throws -> String {
        guard let text = String(validating: try raw(), as: UTF8.self) else { throw Damaged() }
        return text
    }

    mutating func list<Item>(_ item: (inout ByteReader) throws -> Item) throws -> [Item] {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw Damaged() }
        return try (0..<count).map { _ in try item(&self) }
    }
}

extension ByteWriter {
    mutating func add(_ position: RandomStream.Position) {
        add(Int(Int64(bitPattern: position.counter)))
        add(position.spare != nil)
        add(Int(Int64(bitPattern: position.spare ?? 0)))
    }
}

extension ByteReader {
    mutating func randomPosition() throws -> RandomStream.Position {
        let (counter, hasSpare, spare) = (try int(), try bool(), try int())
        return RandomStream.Position(
            counter: UInt64(bitPattern: Int64(counter)), spare: hasSpare ? UInt64(bitPattern: Int64(spare)) : nil)
    }
}
