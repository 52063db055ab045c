/// Which words of a record hold references.
public final class Layout {
    public let count: Int
    let references: [Int]

    public init(_ representations: [Representation]) {
        count = representations.count
        references = representations.indices.filter { representations[$0] == .ref }
        // Records refer to their layouts without counting, and may outlive the code that made them.
        _ = Unmanaged.passRetained(self)
    }

    /// A variable that closures share: one word.
    static let intBox = Layout([.int])
    static let refBox = Layout([.ref])
}

public struct RecordHeader {
    let layout: Unmanaged<Layout>
    public let tag: Int
}

/// A struct, a tuple, an enum's case with payload, or a variable that closures share: words in a row.
///
/// As arrays, records are shared until someone changes one in place.
public final class Record: ManagedBuffer<RecordHeader, Int> {
    /// A record whose words hold nothing yet.
    @inline(__always)
    public static func make(_ layout: Layout, tag: Int = 0) -> Record {
        let buffer = Record.create(minimumCapacity: layout.count) { _ in
            RecordHeader(layout: .passUnretained(layout), tag: tag)
        }
        let record = unsafeDowncast(buffer, to: Record.self)
        record.words.initialize(repeating: 0, count: layout.count)
        return record
    }

    @inline(__always)
    public var words: Address { withUnsafeMutablePointerToElements { $0 } }

    /// The header by its address: a read of `header` would be watched for overlapping ones.
    @inline(__always)
    private var held: RecordHeader { withUnsafeMutablePointerToHeader { $0.pointee } }

    /// For an enum the ordinal of the case, else 0.
    @inline(__always)
    var tag: Int { held.tag }

    public var layout: Layout { held.layout.takeUnretainedValue() }

    /// A record with the same words.
    func copy() -> Record {
        let layout = layout
        let copy = Record.make(layout, tag: tag)
        let source = words
        let target = copy.words
        target.update(from: source, count: layout.count)
        for index in layout.references { Ref.initialize(Ref.load(source + index), target + index) }
        return copy
    }

    /// The record at an address, as an object that nobody else shares.
    @inline(__always)
    public static func makeUnique(_ address: Address) -> Record {
        let slot = UnsafeMutableRawPointer(address).assumingMemoryBound(to: Record.self)
        if !isKnownUniquelyReferenced(&slot.pointee) { slot.pointee = slot.pointee.copy() }
        return slot.pointee
    }

    deinit {
        held.layout._withUnsafeGuaranteedRef { layout in
            if !layout.references.isEmpty { Teardown.release(words, layout.references) }
        }
    }
}
