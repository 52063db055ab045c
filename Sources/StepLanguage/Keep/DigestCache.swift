/// The digests of large values, by the object that holds each.
///
/// A value's object is shared until somebody changes it and then copied, if anybody else holds it. The cache holds it, so
/// what it knows of an object stays true.
final class DigestCache {
    /// What a writer found in a value.
    final class Entry {
        private var holder: AnyObject
        let digest: Digest
        let edges: [AnyObject]
        let hasHidden: Bool
        let carriesCode: Bool

        init(holder: AnyObject, _ writer: HeapWriter) {
            self.holder = holder
            digest = writer.digest
            edges = writer.edges
            hasHidden = writer.hasHidden
            carriesCode = writer.carriesCode
        }

        /// Whether nobody else holds the value.
        var isAlone: Bool { isKnownUniquelyReferenced(&holder) }
    }

    private struct Key: Hashable {
        let holder: ObjectIdentifier
        let type: ObjectIdentifier
    }

    private var entries: [Key: Entry] = [:]
    /// A value with fewer parts is as quickly looked at as looked up.
    private static let fewParts = 32

    /// Whether looking up a value's digest is quicker than looking at the value.
    static func pays(for object: AnyObject) -> Bool {
        switch object {
        case is AnyNativeObject: true
        case let array as AnyArrayObject: array.count > fewParts
        case let table as AnyTableObject: table.count > fewParts
        default: false
        }
    }

    /// What is known of a value of a type, found by `find` where nothing is.
    func entry(_ holder: AnyObject, _ type: RuntimeType, find: () throws -> HeapWriter) rethrows -> Entry {
        let key = Key(holder: ObjectIdentifier(holder), type: ObjectIdentifier(type))
        if let known = entries[key] { return known }
        let entry = Entry(holder: holder, try find())
        entries[key] = entry
        return entry
    }

    func removeAll() { entries = [:] }

    /// Lets go of the values that nobody else holds any more.
    func trim() {
        entries = entries.filter { !$0.value.isAlone }
    }
}
