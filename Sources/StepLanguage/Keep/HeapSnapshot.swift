/// What types and keepers a walk over the program's state needs.
final class HeapContext {
    let compiler: Compiler
    /// Remembers the digests of large values from walk to walk; nil where values may not live longer than in the program.
    let digests: DigestCache?
    var keepers: Keepers { compiler.natives.keepers }

    init(_ compiler: Compiler, digests: DigestCache?) {
        self.compiler = compiler
        self.digests = digests
    }

    /// A type without generic arguments, by the name that a kept value gives it.
    func type(named name: String) -> RuntimeType? {
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let own = String(parts[1])
        if parts[0] == "Swift" {
            guard let found = compiler.world.known(own) else { return nil }
            return compiler.runtimeType(.nominal(found, []))
        }
        let found = compiler.world.sessionContext.names[own]?.compactMap { $0 as? NominalDeclaration } ?? []
        guard found.count == 1 else { return nil }
        return compiler.runtimeType(.nominal(found[0], []))
    }

    /// The program's part of an object, where its class is the program's.
    func peer(of object: AnyObject) -> Instance? {
        if let instance = object as? Instance { return instance }
        for (_, description) in compiler.natives.classes {
            if let peer = description.find(object) { return peer }
        }
        return nil
    }
}

/// The state of a program as a graph, as far as it can be reached from some of its variables: the variables with their
/// values, and the objects whose identity counts.
///
/// It keeps the objects alive as long as it lives.
public final class HeapSnapshot {
    /// A variable.
    struct Root {
        let name: String
        let address: Address
        let type: RuntimeType
        let isLet: Bool
        let isReady: Bool
        var digest: Digest
        var edges: [Int]
        var hasHidden: Bool
        var carriesCode: Bool
    }

    /// An object.
    struct Node {
        let object: AnyObject
        /// What kind of object it is: the name of its class.
        let kind: String
        var fixed: Digest
        var state: Digest
        var edges: [Int]
        var hasHidden: Bool
        var carriesCode: Bool
    }

    let context: HeapContext
    private(set) var roots: [Root] = []
    private(set) var nodes: [Node] = []
    /// The number of each object.
    private(set) var numbers: [ObjectIdentifier: Int] = [:]
    /// Objects known before, whose numbers come first.
    let base: HeapSnapshot?

    /// Walks from variables, in the order of their names, and from closures that the library holds.
    ///
    /// - Parameter same: an earlier walk since which nothing changed: what it found of an object holds.
    init(
        _ context: HeapContext, variables: [(name: String, variable: HeapVariable)], held: (name: String, closures: [AnyObject]),
        base: HeapSnapshot? = nil, same: HeapSnapshot? = nil
    ) {
        self.context = context
        self.base = base
        if let base {
            nodes = base.nodes
            numbers = base.numbers
        }
        var visited = Set<Int>()
        var queue: [Int] = []
        func enter(_ objects: [AnyObject]) -> [Int] {
            objects.map { object in
                let number = self.number(object)
                if visited.insert(number).inserted { queue.append(number) }
                return number
            }
        }
        for (name, variable) in variables.sorted(by: { $0.name < $1.name }) {
            let writer = HeapWriter(.digest, context)
            let address = variable.address
            if variable.isReady { try? writer.add(AnySlot.load(address, variable.type.representation), variable.type) }
            let edges = enter(writer.edges)
            roots.append(
                Root(
                    name: name, address: address, type: variable.type, isLet: variable.isLet, isReady: variable.isReady,
                    digest: writer.digest, edges: edges, hasHidden: writer.hasHidden && !variable.isLet, carriesCode: writer.carriesCode))
        }
        if !held.closures.isEmpty {
            let any = context.compiler.anyType
            roots.append(
                Root(
                    name: held.name, address: context.compiler.machine.stack, type: any, isLet: false, isReady: false,
                    digest: Digest(held.name), edges: enter(held.closures), hasHidden: false, carriesCode: true))
        }
        var next = 0
        while next < queue.count {
            let number = queue[next]
            next += 1
            if let same, let known = same.finding(nodes[number].object) {
                let edges = enter(known.edges.map { same.nodes[$0].object })
                nodes[number] = known
                nodes[number].edges = edges
                continue
            }
            let (fixed, state) = Self.writers(.digest, nodes[number].object, context)
            nodes[number].fixed = fixed.digest
            nodes[number].state = state.digest
            nodes[number].edges = enter(fixed.edges + state.edges)
            nodes[number].hasHidden = fixed.hasHidden || state.hasHidden
            nodes[number].carriesCode = fixed.carriesCode || state.carriesCode
        }
        reached = visited
    }

    /// The objects that this walk came to.
    private(set) var reached: Set<Int> = []

    /// What the walk found of an object; nil where it did not come to it.
    private func finding(_ object: AnyObject) -> Node? {
        guard let number = numbers[ObjectIdentifier(object)], reached.contains(number) else { return nil }
        return nodes[number]
    }

    private func number(_ object: AnyObject) -> Int {
        if let known = numbers[ObjectIdentifier(object)] { return known }
        let kind = context.peer(of: object)?.classType.type.qualifiedName ?? String(reflecting: type(of: object))
        let empty = Digest(high: 0, low: 0)
        nodes.append(Node(object: object, kind: kind, fixed: empty, state: empty, edges: [], hasHidden: false, carriesCode: false))
        numbers[ObjectIdentifier(object)] = nodes.count - 1
        return nodes.count - 1
    }

    private static func writers(_ purpose: HeapWriter.Purpose, _ object: AnyObject, _ context: HeapContext) -> (HeapWriter, HeapWriter) {
        let fixed = HeapWriter(purpose, context)
        let state = HeapWriter(purpose, context)
        try? write(object, fixed, state, context)
        return (fixed, state)
    }

    /// Writes both parts of an object.
    static func write(_ object: AnyObject, _ fixed: HeapWriter, _ state: HeapWriter, _ context: HeapContext) throws {
        if let function = object as? FunctionObject { return try state.add(function: function) }
        if let box = object as? Record {
            try state.refuse("a variable that closures share")
            return try state.add(untyped: box)
        }
        let peer = context.peer(of: object)
        if let keeper = context.keepers.ofObject(object) {
            // Of an object of the program's class, the library's part is made with it.
            if let peer { fixed.add(peer.classType.type.qualifiedName) } else { fixed.add(keeper.name) }
            if peer == nil || fixed.purpose == .digest { try keeper.fixed(object, fixed) }
            try keeper.state(object, state)
        } else if peer != nil, !(object is Instance) {
            fixed.add(String(reflecting: type(of: object)))
            try state.refuse("an object of \(type(of: object))")
            try state.add(reflectingObject: object, except: ["peer"])
        } else if !(object is Instance) {
            fixed.add(String(reflecting: type(of: object)))
            try state.refuse("an object of \(type(of: object))")
            try state.add(reflectingObject: object)
        }
        if let peer {
            if object is Instance { fixed.add(peer.classType.type.qualifiedName) }
            try state.add(instance: peer)
        }
    }

    // MARK: What belongs together

    /// Variables that share objects, directly or not, with all that they hold.
    public struct Component: Equatable {
        /// The names of the variables, sorted.
        public var names: [String]
        /// Changes with anything that can be reached from them; means nothing in another process.
        public var digest: Digest
        /// Whether it holds something whose changes cannot be seen.
        public var hasHidden: Bool
        /// Whether code of the program can be run through it.
        public var carriesCode: Bool
    }

    public func components() -> [Component] {
        var parent = Array(0..<(roots.count + nodes.count))
        func find(_ index: Int) -> Int {
            var index = index
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
        for (index, root) in roots.enumerated() {
            for edge in root.edges { parent[find(roots.count + edge)] = find(index) }
        }
        for number in reached {
            for edge in nodes[number].edges { parent[find(roots.count + edge)] = find(roots.count + number) }
        }
        var groups: [Int: [Int]] = [:]
        for index in roots.indices { groups[find(index), default: []].append(index) }
        return groups.values.map(component).sorted { $0.names[0] < $1.names[0] }
    }

    private func component(_ members: [Int]) -> Component {
        var hasher = DigestHasher()
        var order: [Int: Int] = [:]
        var queue: [Int] = []
        var result = Component(names: [], digest: Digest(high: 0, low: 0), hasHidden: false, carriesCode: false)
        func enter(_ edges: [Int]) {
            for edge in edges {
                if order[edge] == nil {
                    order[edge] = queue.count
                    queue.append(edge)
                }
                hasher.add(order[edge] ?? 0)
            }
        }
        for index in members {
            let root = roots[index]
            result.names.append(root.name)
            hasher.add(root.name)
            hasher.add(root.digest)
            enter(root.edges)
            result.hasHidden = result.hasHidden || root.hasHidden
            result.carriesCode = result.carriesCode || root.carriesCode
        }
        var next = 0
        while next < queue.count {
            let node = nodes[queue[next]]
            next += 1
            hasher.add(node.fixed)
            hasher.add(node.state)
            enter(node.edges)
            result.hasHidden = result.hasHidden || node.hasHidden
            result.carriesCode = result.carriesCode || node.carriesCode
        }
        result.digest = hasher.digest
        return result
    }
}

/// A variable of the program, or a static property of one of its types.
struct HeapVariable {
    let address: Address
    let type: RuntimeType
    let isLet: Bool
    /// Whether it has a value.
    let isReady: Bool
}
