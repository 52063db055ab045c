/// Short forms for binding natives whose arguments' representations are known beforehand.
///
/// `A`, `B`, `C` and `R` are `Int`, `Double` or `Ref`. What can stop the program takes the place of the call, too.
extension NativeTable {
    @inline(__always)
    func function<R: Slot>(_ key: String, _ body: @escaping () throws -> R) {
        bind(code: key) { _ in R.wrap { _ in try body() } }
    }

    @inline(__always)
    func function<A: Slot, R: Slot>(_ key: String, _ body: @escaping (A) throws -> R) {
        bind(code: key) { call in
            let a = call.arguments[0].of(A.self)
            return R.wrap { try body(try a($0)) }
        }
    }

    @inline(__always)
    func function<A: Slot, B: Slot, R: Slot>(_ key: String, _ body: @escaping (A, B) throws -> R) {
        bind(code: key) { call in
            let a = call.arguments[0].of(A.self)
            let b = call.arguments[1].of(B.self)
            return R.wrap { try body(try a($0), try b($0)) }
        }
    }

    @inline(__always)
    func function<A: Slot, B: Slot, C: Slot, R: Slot>(_ key: String, _ body: @escaping (A, B, C) throws -> R) {
        bind(code: key) { call in
            let a = call.arguments[0].of(A.self)
            let b = call.arguments[1].of(B.self)
            let c = call.arguments[2].of(C.self)
            return R.wrap { try body(try a($0), try b($0), try c($0)) }
        }
    }

    @inline(__always)
    func checked<A: Slot, R: Slot>(_ key: String, _ body: @escaping (A, Site) throws -> R) {
        bind(code: key) { call in
            let a = call.arguments[0].of(A.self)
            let site = call.site
            return R.wrap { try body(try a($0), site) }
        }
    }

    @inline(__always)
    func checked<A: Slot, B: Slot, R: Slot>(_ key: String, _ body: @escaping (A, B, Site) throws -> R) {
        bind(code: key) { call in
            let a = call.arguments[0].of(A.self)
            let b = call.arguments[1].of(B.self)
            let site = call.site
            return R.wrap { try body(try a($0), try b($0), site) }
        }
    }

    @inline(__always)
    func checked<A: Slot, B: Slot, C: Slot, R: Slot>(_ key: String, _ body: @escaping (A, B, C, Site) throws -> R) {
        bind(code: key) { call in
            let a = call.arguments[0].of(A.self)
            let b = call.arguments[1].of(B.self)
            let c = call.arguments[2].of(C.self)
            let site = call.site
            return R.wrap { try body(try a($0), try b($0), try c($0), site) }
        }
    }

    /// A mutating method without arguments, or an operator's `inout` operand: `body` changes the word at an address.
    @inline(__always)
    func changing(_ key: String, _ body: @escaping (Address, Site) throws -> Void) {
        bind(code: key) { call in
            let place = call.address(0)
            let site = call.site
            return .void { try body(try place($0), site) }
        }
    }

    /// A mutating method with one argument; the argument is evaluated before the place is looked up.
    @inline(__always)
    func changing<A: Slot>(_ key: String, _ body: @escaping (Address, A, Site) throws -> Void) {
        bind(code: key) { call in
            let place = call.address(0)
            let a = call.arguments[1].of(A.self)
            let site = call.site
            return .void { frame in
                let value = try a(frame)
                try body(try place(frame), value, site)
            }
        }
    }
}

extension Bool {
    /// 0 or 1, as a slot holds it.
    @inline(__always)
    var word: Int { self ? 1 : 0 }
}

extension String {
    /// The value that a slot holds.
    @inline(__always)
    var object: Ref { StringObject(self) }
}

extension Optional where Wrapped: Slot {
    /// The value that a slot of an optional number's type holds.
    @inline(__always)
    var boxed: Ref { map { Boxed($0) } }
}

/// Draws from the machine's stream of random bits.
struct MachineGenerator: RandomNumberGenerator {
    let machine: Machine

    mutating func next() -> UInt64 { machine.hooks.random() }
}

extension Library {
    /// Adds the standard library: what it declares, and the natives behind the declarations.
    public func addStandardLibrary() {
        declareStandardLibrary()
        natives.addIntegers()
        natives.addFloatingPoint()
        natives.addMathematics()
        natives.addBasics()
        natives.addText()
        natives.addCharacters()
        natives.addArrays()
        natives.addDictionaries()
        natives.addSets()
    }
}
