/// Takes down what a variable or object holds: as a digest, to see whether it changed, or as bytes, to read it back.
///
/// Values stand in it as they are; objects, whose identity counts, are edges.
public final class HeapWriter {
    enum Purpose {
        /// Everything counts, also what cannot be kept.
        case digest
        /// What cannot be read back throws ``NotKept``.
        case keep
    }

    let purpose: Purpose
    let context: HeapContext
    /// When values are kept, the number of each object.
    private let number: (AnyObject) throws -> Int
    private var hasher = DigestHasher()
    private(set) var bytes: [UInt8] = []
    /// The objects that were met, in order.
    private(set) var edges: [AnyObject] = []
    /// Whether something was met whose changes cannot be seen.
    private(set) var hasHidden = false
    /// Whether something was met that code of the program can be run through.
    private(set) var carriesCode = false
    private(set) var depth: Int

    init(_ purpose: Purpose, _ context: HeapContext, depth: Int = 0, number: @escaping (AnyObject) throws -> Int = { _ in 0 }) {
        self.purpose = purpose
        self.context = context
        self.depth = depth
        self.number = number
    }

    var digest: Digest { hasher.digest }

    // MARK: Parts

    public func add(_ number: Int) {
        switch purpose {
        case .digest: hasher.add(number)
        case .keep: withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    public func add(_ number: Double) { add(Int(bitPattern: UInt(number.bitPattern))) }

    public func add(_ flag: Bool) { add(flag ? 1 : 0) }

    public func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Adds the number of bytes and the bytes.
    public func add(_ raw: UnsafeRawBufferPointer) {
        switch purpose {
        case .digest: hasher.add(raw)
        case .keep:
            add(raw.count)
            bytes.append(contentsOf: raw)
        }
    }

    public func add(_ numbers: [Int]) { numbers.withUnsafeBytes { add($0) } }
    public func add(_ numbers: [Double]) { numbers.withUnsafeBytes { add($0) } }
    public func add(_ texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    /// Adds an object, or that there is none.
    public func add(object: AnyObject?) throws {
        guard let object else { return add(-1) }
        add(purpose == .keep ? try number(object) : edges.count)
        edges.append(object)
    }

    /// Adds what another writer found of a value.
    func add(_ known: DigestCache.Entry) {
        hasher.add(known.digest)
        edges += known.edges
        hasHidden = hasHidden || known.hasHidden
        carriesCode = carriesCode || known.carriesCode
    }

    /// Says that something here cannot be kept.
    public func refuse(_ reason: String) throws {
        if purpose == .keep { throw NotKept(reason) }
    }

    /// Says that something is here whose changes cannot be seen.
    func hide() { hasHidden = true }

    func setHidden(_ value: Bool) { hasHidden = value }

    func noteCode() { carriesCode = true }

    /// Goes one value deeper; too deep a nesting is not followed.
    func nested(_ body: () throws -> Void) throws {
        depth += 1
        defer { depth -= 1 }
        if depth > 20_000 {
            hide()
            return try refuse("values nest too deeply")
        }
        try body()
    }
}
