import CKernels

/// One recorded operation (or a leaf, which keeps a gradient), with the rule that carries a gradient to its inputs.
package final class Node {
    package typealias Rule = (Node, Tensor) -> Void

    let name: StaticString
    /// Nodes are made after those they depend on, so descending order visits every node before its inputs.
    let sequence: UInt64
    let isLeaf: Bool
    var rule: Rule?
    var next0: Node?
    var next1: Node?
    var next2: Node?
    var more: [Node?] = []
    /// Tensors that the rule reads, and their storages' versions when they were recorded.
    var saved0: Tensor?
    var saved1: Tensor?
    var saved2: Tensor?
    private var version0: UInt32 = 0
    private var version1: UInt32 = 0
    private var version2: UInt32 = 0
    private var savesOutput = false
    private var isFreed = false
    /// What has arrived so far in this pass.
    var pending: Tensor?
    var pendingIsOwned = false
    var isVisited = false

    // A leaf's gradient: dense, or rows of it that are not zero.
    var gradient: Tensor?
    var rows: RowGradient?
    /// The leaf's shape.
    let extents: Extents

    init(leaf extents: Extents) {
        name = "leaf"
        sequence = 0
        isLeaf = true
        self.extents = extents
    }

    init(_ name: StaticString, _ extents: Extents) {
        self.name = name
        sequence = ck_next_sequence()
        isLeaf = false
        self.extents = extents
    }

    func save(_ a: Tensor?, _ b: Tensor?, _ c: Tensor?) {
        if let a { saved0 = a; version0 = a.storage.version }
        if let b { saved1 = b; version1 = b.storage.version }
        if let c { saved2 = c; version2 = c.storage.version }
    }

    /// Keeps the result itself for the rule, without a cycle. It takes the third place.
    func saveOutput(_ y: Tensor) {
        saved2 = y.alias(y.extents, y.strides)
        version2 = y.storage.version
        savesOutput = true
    }

    /// The saved result; connected to the graph again where derivatives of derivatives are wanted.
    var output: Tensor {
        guard let y = saved2 else { return .poisoned }
        guard Recording.isOn, savesOutput else { return y }
        let connected = y.alias(y.extents, y.strides)
        connected.node = self
        return connected
    }
    var first: Tensor { saved0 ?? .poisoned }
    var second: Tensor { saved1 ?? .poisoned }
    var third: Tensor { saved2 ?? .poisoned }

    /// Whether input 0, 1, 2 asks for a gradient.
    @inline(__always) var wants0: Bool { next0 != nil }
    @inline(__always) var wants1: Bool { next1 != nil }
    @inline(__always) var wants2: Bool { next2 != nil }

    /// Whether one of many inputs asks for a gradient.
    package func wants(_ index: Int) -> Bool { more.indices.contains(index) && more[index] != nil }

    /// Hands a gradient made by the rule to an input.
    @inline(__always) func give0(_ g: Tensor) { next0?.accept(g, fresh: true) }
    @inline(__always) func give1(_ g: Tensor) { next1?.accept(g, fresh: true) }
    @inline(__always) func give2(_ g: Tensor) { next2?.accept(g, fresh: true) }
    /// Hands on a gradient that others may hold too.
    @inline(__always) func pass0(_ g: Tensor) { next0?.accept(g, fresh: false) }
    @inline(__always) func pass1(_ g: Tensor) { next1?.accept(g, fresh: false) }
    package func give(_ index: Int, _ g: Tensor, fresh: Bool = true) {
        if more.indices.contains(index) { more[index]?.accept(g, fresh: fresh) }
    }

    func accept(_ g: Tensor, fresh: Bool) {
        if isLeaf {
            accumulate(g, fresh: fresh)
            return
        }
        guard let before = pending else {
            pending = g
            pendingIsOwned = fresh && !Recording.isOn
            return
        }
        if pendingIsOwned && before.isDense && g.extents == before.extents {
            before.addInPlace(g)
        } else {
            pending = before + g
            pendingIsOwned = !Recording.isOn
        }
    }

    /// Adds to a leaf's gradient.
    private func accumulate(_ g: Tensor, fresh: Bool) {
        if let rows {
            gradient = rows.dense()
            self.rows = nil
        }
        if let before = gradient {
            if Recording.isOn { gradient = before + g } else { before.addInPlace(g) }
        } else if Recording.isOn || (fresh && g.isDense) {
            gradient = g
        } else {
            gradient = g.denseCopy()
        }
    }

    /// Adds rows of a gradient of a table. Kept as rows as long as nothing dense has come.
    func accept(rows fresh: RowGradient) {
        guard isLeaf, gradient == nil, rows == nil, !Recording.isOn else {
            accept(fresh.dense(), fresh: true)
            return
        }
        rows = fresh
    }

    /// Runs the rule on the gradient that has arrived.
    func run(keep: Bool) {
        guard let g = pending else { return }
        pending = nil
        guard let rule else {
            if isFreed {
                Faults.report(
                    "backward",
                    "the graph of this result was freed by an earlier backward(); compute the result again, or keep the graph with backward(keepGraph: true)")
            }
            return
        }
        if let t = saved0, t.storage.version != version0 { changed(t); return }
        if let t = saved1, t.storage.version != version1 { changed(t); return }
        if let t = saved2, t.storage.version != version2 { changed(t); return }
        rule(self, g)
        if !keep { free() }
    }

    private func changed(_ t: Tensor) {
        Faults.report("backward", "a tensor of shape \(t.shape) that \(name) needs was changed in place after it was used")
    }

    func free() {
        rule = nil
        saved0 = nil
        saved1 = nil
        saved2 = nil
        next0 = nil
        next1 = nil
        next2 = nil
        more = []
        isFreed = true
    }

    deinit {
        guard rule != nil || next0 != nil || next1 != nil || next2 != nil || !more.isEmpty else { return }
        Teardown.run(self)
    }

    /// Everything this node holds that may hold other nodes.
    fileprivate func contents() -> [Any] {
        var result: [Any] = more.compactMap { $0 }
        more = []
        if let rule { result.append(rule) }
        for t in [saved0, saved1, saved2] { if let t { result.append(t) } }
        for n in [next0, next1, next2] { if let n { result.append(n) } }
        return result
    }
}

/// Frees long chains of nodes by a loop: beyond a depth, what a node held is put on a list.
private enum Teardown {
    final class Trash { var items: [[Any]] = [] }
    static let depthLimit: Int32 = 200

    static func run(_ node: Node) {
        let context = ck_context()
        if context.pointee.teardownDepth >= depthLimit {
            let trash: Trash
            if let raw = context.pointee.trash {
                trash = Unmanaged<Trash>.fromOpaque(raw).takeUnretainedValue()
            } else {
                trash = Trash()
                context.pointee.trash = Unmanaged.passRetained(trash).toOpaque()
            }
            trash.items.append(node.contents())
            node.free()
            return
        }
        context.pointee.teardownDepth += 1
        node.free()
        context.pointee.teardownDepth -= 1
        guard context.pointee.teardownDepth == 0, let raw = context.pointee.trash else { return }
        let trash = Unmanaged<Trash>.fromOpaque(raw).takeUnretainedValue()
        context.pointee.teardownDepth = 1
        while !trash.items.isEmpty {
            let last = trash.items.removeLast()
            withExtendedLifetime(last) {}
        }
        context.pointee.teardownDepth = 0
        context.pointee.trash = nil
        Unmanaged<Trash>.fromOpaque(raw).release()
    }
}

/// Whether operations are recorded on this thread.
package enum Recording {
    @inline(__always)
    package static var isOn: Bool { ck_context().pointee.withoutGradient == 0 }
}

/// Runs the body without recording what gradients would need.
@discardableResult
public func withoutGradient<T>(_ body: () throws -> T) rethrows -> T {
    ck_context().pointee.withoutGradient += 1
    defer { ck_context().pointee.withoutGradient -= 1 }
    return try body()
}

extension Tensor {
    /// Whether a record of an operation on this tensor would have a use.
    @inline(__always)
    var isTracked: Bool { node != nil && Recording.isOn }

    /// Records that this result came from `a` by the operation whose gradient `rule` is.
    @inline(__always)
    func recorded(
        _ name: StaticString, _ a: Tensor, saving s0: Tensor? = nil, _ s1: Tensor? = nil, output: Bool = false,
        _ rule: @escaping Node.Rule
    ) -> Tensor {
        guard let from = a.node, Recording.isOn else { return self }
        let node = Node(name, extents)
        node.next0 = from
        node.save(s0, s1, nil)
        if output { node.saveOutput(self) }
        node.rule = rule
        self.node = node
        return self
    }

    @inline(__always)
    func recorded(
        _ name: StaticString, _ a: Tensor, _ b: Tensor, _ c: Tensor? = nil, saving s0: Tensor? = nil, _ s1: Tensor? = nil,
        _ s2: Tensor? = nil, output: Bool = false, _ rule: @escaping Node.Rule
    ) -> Tensor {
        guard a.node != nil || b.node != nil || c?.node != nil, Recording.isOn else { return self }
        let node = Node(name, extents)
        node.next0 = a.node
        node.next1 = b.node
        node.next2 = c?.node
        node.save(s0, s1, s2)
        if output { node.saveOutput(self) }
        node.rule = rule
        self.node = node
        return self
    }

    package func recorded(_ name: StaticString, many inputs: [Tensor], _ rule: @escaping Node.Rule) -> Tensor {
        guard Recording.isOn, inputs.contains(where: { $0.node != nil }) else { return self }
        let node = Node(name, extents)
        node.more = inputs.map(\.node)
        node.rule = rule
        self.node = node
        return self
    }
}
