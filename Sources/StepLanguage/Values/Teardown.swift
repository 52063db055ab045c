/// Releases what objects hold without using the stack without bound: the ends of long chains are taken down in a loop.
///
/// Up to a depth everything is released where Swift releases it. What lies deeper waits until the stack is free, in
/// the order in which it would have been released.
enum Teardown {
    @exclusivity(unchecked) nonisolated(unsafe) private static var depth = 0
    @exclusivity(unchecked) nonisolated(unsafe) private static var pending: [Pending] = []
    /// How deep objects may release one another; what a thread's stack can take.
    @exclusivity(unchecked) nonisolated(unsafe) static var deepest = ordinaryDepth
    /// For a stack of usual size.
    static let ordinaryDepth = 2_000

    private enum Pending {
        case object(Ref)
        case objects([Ref])
    }

    /// Releases the references among an object's words.
    @inline(__always)
    static func release(_ words: Address, _ references: [Int]) {
        if depth >= deepest {
            for index in references.reversed() where words[index] != 0 { pending.append(.object(slot(words + index).move())) }
            return
        }
        depth &+= 1
        for index in references { slot(words + index).deinitialize(count: 1) }
        depth &-= 1
        if depth == 0 && !pending.isEmpty { drain() }
    }

    /// Releases the elements of an array of references.
    @inline(__always)
    static func release<Element: Slot>(elements: inout [Element]) {
        withUnsafeMutablePointer(to: &elements) {
            release(&UnsafeMutableRawPointer($0).assumingMemoryBound(to: [Ref].self).pointee)
        }
    }

    private static func release(_ items: inout [Ref]) {
        if depth >= deepest {
            pending.append(.objects(items))
            return
        }
        depth &+= 1
        items = []
        depth &-= 1
        if depth == 0 && !pending.isEmpty { drain() }
    }

    /// Releases one reference.
    static func release(_ reference: inout Ref) {
        if depth >= deepest {
            pending.append(.object(reference))
            return
        }
        depth &+= 1
        reference = nil
        depth &-= 1
        if depth == 0 && !pending.isEmpty { drain() }
    }

    private static func slot(_ address: Address) -> UnsafeMutablePointer<Ref> {
        UnsafeMutableRawPointer(address).assumingMemoryBound(to: Ref.self)
    }

    @inline(never)
    private static func drain() {
        // One object at a time: what releasing it leaves waiting comes before what waits already.
        while depth == 0, let last = pending.popLast() {
            if case .objects(let items) = last, items.count > 1 {
                pending.append(contentsOf: items.reversed().map { .object($0) })
            }
        }
    }
}
