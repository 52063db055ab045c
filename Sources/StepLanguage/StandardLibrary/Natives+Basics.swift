extension NativeTable {
    /// Bool, Optional, printing, identity, traps.
    func addBasics() {
        addBool()
        addPrinting()
        bind(code: "_trap(_:_:)") { call in
            let (kind, message) = (call.ref(0), call.ref(1))
            let site = call.site
            return .void { frame in
                let (kind, message) = (try kind(frame).string, try message(frame).string)
                if kind == "Fatal error" { throw site.trap(message.isEmpty ? kind : message) }
                throw site.trap(message.isEmpty ? kind : "\(kind): \(message)")
            }
        }
        bind(code: "_fail(_:)") { call in
            let message = call.ref(0)
            let site = call.site
            return .void { throw site.trap(try message($0).string) }
        }
        function("===(_:_:)") { (a: Ref, b: Ref) in
            (Self.object(a).map(Instance.identity) == Self.object(b).map(Instance.identity)).word
        }
        function("==(_: Any.Type?, _: Any.Type?)") { (a: Ref, b: Ref) in
            ((Self.object(a) as? MetatypeObject)?.type === (Self.object(b) as? MetatypeObject)?.type).word
        }
        function("_addressOf(_:)") { (a: Ref) in Self.object(a).map { Int(bitPattern: Instance.identity($0)) } ?? 0 }
        function("_typeAddress(_:)") { (a: Ref) in
            (a as? MetatypeObject).map { Int(bitPattern: ObjectIdentifier($0.type)) } ?? 0
        }
        bind(code: "_errorCode(_:)") { call in
            let type = call.argumentTypes[0]
            let value = Self.slot(call.arguments[0])
            return .int { type.compiler.errorCode(try value($0), type) }
        }
        bind(code: "isKnownUniquelyReferenced(_:)") { call in
            guard case .address(let address) = call.arguments[0] else { throw Trap.internalFault("a place") }
            return .int { frame in
                let place = UnsafeMutableRawPointer(try address(frame)).assumingMemoryBound(to: AnyObject?.self)
                return Swift.isKnownUniquelyReferenced(&place.pointee) ? 1 : 0
            }
        }
        bind(code: "Optional.debugDescription") { call in
            let type = call.argumentTypes[0]
            let value = call.ref(0)
            return .ref { frame in
                guard let reference = try value(frame), let wrapped = type.wrapped else { return "nil".object }
                return "Optional(\(try wrapped.debugDescribe(wrapped.payload(reference))))".object
            }
        }
        addHashing()
    }

    /// The object that a reference of type `AnyObject?` stands for.
    private static func object(_ reference: Ref) -> AnyObject? {
        var reference = reference
        while let existential = reference as? Existential { reference = existential.value.ref }
        return reference
    }

    private func addBool() {
        function("Bool.init()") { 0 }
        function("Bool.init(_: Bool)") { (a: Int) in a }
        function("Bool.init(booleanLiteral:)") { (a: Int) in a }
        function("Bool.init(_: String)") { (text: Ref) in Bool(text.string).map(\.word).boxed }
        function("Bool.description") { (a: Int) in (a != 0 ? "true" : "false").object }
        changing("Bool.toggle()") { (place, _) in place.pointee ^= 1 }
        function("Bool.==(_:_:)") { (a: Int, b: Int) in (a == b).word }
        function("Bool.!=(_:_:)") { (a: Int, b: Int) in (a != b).word }
        function("Bool.!(_:)") { (a: Int) in a ^ 1 }
        for (symbol, decisive) in [("&&", 0), ("||", 1)] {
            bind(code: "Bool.\(symbol)(_:_:)") { call in
                let (left, right) = (call.int(0), call.ref(1))
                return .int { frame in
                    let value = try left(frame)
                    if value == decisive { return value }
                    return try right(frame).cast(to: FunctionObject.self).call(as: Int.self)
                }
            }
        }
        bind(code: "Bool.random()") { call in
            let machine = call.machine
            return .int { _ in
                var generator = MachineGenerator(machine: machine)
                return Bool.random(using: &generator).word
            }
        }
    }

    private func addPrinting() {
        func printing(_ key: String, _ text: @escaping (Existential) throws -> String) {
            bind(code: key) { call in
                let (items, separator, terminator) = (call.ref(0), call.ref(1), call.ref(2))
                let machine = call.machine
                return .void { frame in
                    let values = ArrayObject<Ref>.items(try items(frame))
                    let separator = try separator(frame).string
                    let terminator = try terminator(frame).string
                    var line = ""
                    for (index, value) in values.enumerated() {
                        if index > 0 { line += separator }
                        line += try text(value.cast(to: Existential.self))
                    }
                    line += terminator
                    try machine.print(line)
                }
            }
        }
        printing("print(_:separator:terminator:)") { try $0.type.describe($0.value) }
        printing("debugPrint(_:separator:terminator:)") { try $0.type.debugDescribe($0.value) }
        bind(code: "String.init(describing:)") { call in
            let type = call.argumentTypes[0]
            let value = Self.slot(call.arguments[0])
            return .ref { try type.describe(try value($0)).object }
        }
        bind(code: "String.init(reflecting:)") { call in
            let type = call.argumentTypes[0]
            let value = Self.slot(call.arguments[0])
            return .ref { try type.debugDescribe(try value($0)).object }
        }
    }

    /// Code that gives a value of any representation.
    static func slot(_ code: Code) -> (Frame) throws -> AnySlot {
        switch code {
        case .int(let c): { .int(try c($0)) }
        case .double(let c): { .double(try c($0)) }
        case .ref(let c): { .ref(try c($0)) }
        case .void(let c): { try c($0); return .ref(nil) }
        case .address: { _ in throw Trap.internalFault("a place where a value is needed") }
        }
    }

    private func addHashing() {
        bind(code: "_hash(of:)") { call in
            switch call.argumentTypes[0].representation {
            case .int: try Self.hash(call, Int.self)
            case .double: try Self.hash(call, Double.self)
            case .ref: try Self.hash(call, Ref.self)
            }
        }
        let integers = ["Int", "UInt"].flatMap { name in [name] + [8, 16, 32, 64].map { "\(name)\($0)" } }
        for type in integers + ["Double", "Float", "Bool", "String", "Substring", "Character", "Optional", "Array", "Dictionary", "Set"] {
            bind(code: "\(type).hash(into:)") { call in
                switch call.argumentTypes[0].representation {
                case .int: try Self.hashInto(call, Int.self)
                case .double: try Self.hashInto(call, Double.self)
                case .ref: try Self.hashInto(call, Ref.self)
                }
            }
        }
    }

    private static func hash<S: Slot>(_ call: NativeCall, _: S.Type) throws -> Code {
        let type = call.argumentTypes[0]
        let hashing = Deferred { try type.hashing(S.self) }
        let value = call.arguments[0].of(S.self)
        return .int { try hashing.get()(try value($0)) }
    }

    /// `Hasher` is a struct with one word, which the interface text mixes in the same way.
    private static func hashInto<S: Slot>(_ call: NativeCall, _: S.Type) throws -> Code {
        let type = call.argumentTypes[0]
        let hashing = Deferred { try type.hashing(S.self) }
        let value = call.arguments[0].of(S.self)
        let hasher = call.address(1)
        return .void { frame in
            let hash = try hashing.get()(try value(frame))
            let state = Record.makeUnique(try hasher(frame)).words
            state.pointee = state.pointee &* 1_000_003 ^ hash
        }
    }
}

/// What is found out when it is first needed: operations of a type that may be in the making when their use is compiled.
final class Deferred<Value> {
    private var value: Value?
    private let make: () throws -> Value

    init(_ make: @escaping () throws -> Value) { self.make = make }

    @inline(__always)
    func get() throws -> Value {
        if let value { return value }
        return try first()
    }

    @inline(never)
    private func first() throws -> Value {
        let made = try make()
        value = made
        return made
    }
}
