/// What a piece of a program changed: new objects, objects in another state, variables with another value. It holds
/// nothing of what was there before but the numbers of its objects, so that it can be applied in another run that has
/// come to the same point.
public struct HeapDelta {
    /// The bytes that `apply` reads.
    public let bytes: [UInt8]

    /// Writes down what is different in `after`; `before` was walked from the same variables.
    ///
    /// - Throws: `NotKept` where something that changed cannot be kept.
    public init(from before: HeapSnapshot, to after: HeapSnapshot) throws {
        guard after.base === before else { throw NotKept("two walks that do not belong together") }
        let context = after.context
        let known = before.nodes.count
        var roots = HeapWriter(.keep, context, number: after.knownNumber)
        var changedRoots: [(name: String, bytes: [UInt8])] = []
        let old = Dictionary(before.roots.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for root in after.roots {
            if root.hasHidden { throw NotKept("\(root.name) holds something whose changes cannot be seen") }
            if let former = old[root.name], former.digest == root.digest, former.edges == root.edges, former.isReady == root.isReady { continue }
            guard root.isReady, !root.name.contains(".") else { throw NotKept("\(root.name) cannot be set") }
            roots = HeapWriter(.keep, context, number: after.knownNumber)
            try roots.add(AnySlot.load(root.address, root.type.representation), root.type)
            changedRoots.append((root.name, roots.bytes))
        }
        var made: [(kind: String, fixed: [UInt8])] = []
        var states: [(number: Int, bytes: [UInt8])] = []
        for number in after.nodes.indices where number >= known || after.reached.contains(number) {
            let node = after.nodes[number]
            let isNew = number >= known
            if !isNew {
                let former = before.nodes[number]
                if former.fixed != node.fixed { throw NotKept("an object of \(node.kind) changed for good") }
                if former.state == node.state, former.edges == node.edges { if !node.hasHidden { continue } }
            }
            if node.hasHidden { throw NotKept("an object of \(node.kind) holds something whose changes cannot be seen") }
            let fixed = HeapWriter(.keep, context, number: after.knownNumber)
            let state = HeapWriter(.keep, context, number: after.knownNumber)
            try HeapSnapshot.write(node.object, fixed, state, context)
            if isNew { made.append((node.kind, fixed.bytes)) }
            states.append((number, state.bytes))
        }
        let writer = HeapWriter(.keep, context)
        writer.add(before.shape.text)
        writer.add(made.count)
        for (kind, fixed) in made {
            writer.add(kind)
            fixed.withUnsafeBytes { writer.add($0) }
        }
        writer.add(states.count)
        for (number, bytes) in states {
            writer.add(number)
            bytes.withUnsafeBytes { writer.add($0) }
        }
        writer.add(changedRoots.count)
        for (name, bytes) in changedRoots {
            writer.add(name)
            bytes.withUnsafeBytes { writer.add($0) }
        }
        bytes = writer.bytes
    }

    /// Brings the program to the state after the piece that `bytes` were written of; `before` is its state now.
    ///
    /// - Throws: `NotKept`, before anything was changed, where the bytes do not belong to this state; `HalfTaken` where that
    ///   shows too late.
    public static func apply(_ bytes: ArraySlice<UInt8>, to before: HeapSnapshot) throws {
        let context = before.context
        let reader = HeapReader(bytes, context) { _ in throw NotKept("an object out of place") }
        guard try reader.text() == before.shape.text else { throw NotKept("the program's objects are others") }
        let known = before.nodes.count
        let made = try reader.list { (kind: try reader.text(), fixed: try reader.raw()) }
        let states = try reader.list { (number: try reader.int(), bytes: try reader.raw()) }
        let roots = try reader.list { (name: try reader.text(), bytes: try reader.raw()) }
        guard reader.isAtEnd else { throw NotKept("the kept value is too long") }

        var objects: [AnyObject?] = before.nodes.map(\.object) + made.map { _ in nil }
        var underWay = Set<Int>()
        func object(_ number: Int) throws -> AnyObject {
            guard objects.indices.contains(number) else { throw NotKept("an object out of place") }
            if let object = objects[number] { return object }
            guard underWay.insert(number).inserted else { throw NotKept("objects that need each other to be made") }
            let object = try make(HeapReader(made[number - known].fixed, context, object: object))
            objects[number] = object
            return object
        }
        func make(_ reader: HeapReader) throws -> AnyObject {
            let name = try reader.text()
            guard let keeper = context.keepers.named(name) else {
                guard let type = context.type(named: name), case .classInstance = type.kind else { throw NotKept("an object of \(name)") }
                return try context.compiler.classType(type.type).allocate()
            }
            guard let make = keeper.make else { throw NotKept("an object of \(name)") }
            return try make(reader)
        }
        for number in objects.indices { _ = try object(number) }

        // Everything is read once to see that it can be, before anything that was there is changed.
        var values: [(root: HeapSnapshot.Root, value: AnySlot)] = []
        for (name, bytes) in roots {
            guard let root = before.roots.first(where: { $0.name == name }) else { throw NotKept("there is no variable \(name)") }
            let reader = HeapReader(bytes, context, object: object)
            let value = try reader.value(root.type)
            guard reader.isAtEnd else { throw NotKept("the kept value is too long") }
            if root.type.representation == .ref, value.ref == nil, !root.type.isNullable { throw NotKept("a kept variable has no value") }
            values.append((root, value))
        }
        do {
            for (number, bytes) in states {
                let target = try object(number)
                let reader = HeapReader(bytes, context, object: object)
                if let keeper = context.keepers.ofObject(target), let update = keeper.update { try update(target, reader) }
                if let peer = context.peer(of: target) { try reader.fill(peer) }
                guard reader.isAtEnd else { throw NotKept("the kept state is too long") }
            }
        } catch {
            throw HalfTaken()
        }
        for (root, value) in values { value.store(root.address) }
    }
}

/// A kept state that did not fit was found so when part of it was already in place; the program cannot go on.
public struct HalfTaken: Error, CustomStringConvertible {
    public var description: String { "a kept state does not fit this program; run the lesson with --fresh" }
}

extension HeapSnapshot {
    /// Whether the walk came to an object.
    public func holds(_ object: AnyObject) -> Bool { numbers[ObjectIdentifier(object)] != nil }

    /// The number of an object that was walked over.
    func knownNumber(_ object: AnyObject) throws -> Int {
        guard let number = numbers[ObjectIdentifier(object)] else { throw NotKept("an object out of reach") }
        return number
    }

    /// Changes with the objects that there are and how they hang together.
    var shape: Digest {
        var hasher = DigestHasher()
        for root in roots {
            hasher.add(root.name)
            hasher.add(root.type.qualifiedName)
            for edge in root.edges { hasher.add(edge) }
        }
        for node in nodes {
            hasher.add(node.kind)
            for edge in node.edges { hasher.add(edge) }
        }
        return hasher.digest
    }
}
