public struct InstanceHeader {
    let type: ClassType
}

/// An object of a class of the program; for a class with a superclass of the library, the peer of its native object.
///
/// Its words are the stored properties, those of the topmost class first.
public final class Instance: ManagedBuffer<InstanceHeader, Int> {
    static func make(_ type: ClassType) -> Instance {
        let count = type.layout.count
        let buffer = Instance.create(minimumCapacity: count) { _ in InstanceHeader(type: type) }
        let instance = unsafeDowncast(buffer, to: Instance.self)
        instance.words.initialize(repeating: 0, count: count)
        return instance
    }

    @inline(__always)
    var words: Address { withUnsafeMutablePointerToElements { $0 } }

    /// The object's class.
    @inline(__always)
    var classType: ClassType { withUnsafeMutablePointerToHeader { $0.pointee.type } }

    /// The name of the object's class.
    public var className: String { classType.type.name }

    /// The stored properties of the object and their values: native objects and values as they are, numbers and texts
    /// as Swift values, arrays of these as `[Any]`, other values as ``InterpretedValue``. Those of the topmost class
    /// come first.
    public func members() -> [(name: String, value: Any)] {
        classType.fields.enumerated().map { index, field in
            (field.name, field.type.compiler.native(AnySlot.load(words + index, field.type.representation), field.type))
        }
    }

    /// The program's override of a method of the native superclass, by its full name (`callAsFunction(_:)`); `nil` when
    /// the class does not override it.
    public func override(_ name: String) -> InterpretedMethod? { classType.override(name) }

    deinit {
        let type = classType
        if Instance.hasUnfinished, let nominal = Instance.unfinished.removeValue(forKey: ObjectIdentifier(self)) {
            releaseProperties(of: nominal)
        } else if type.native == nil, type.declaresDeinitializer {
            endLife(type)
        }
        if !type.layout.references.isEmpty { Teardown.release(words, type.layout.references) }
    }

    /// Objects whose initializer was left before they had all of their properties, with the class whose initializer it
    /// was: no deinitializer runs for those.
    nonisolated(unsafe) private static var unfinished: [ObjectIdentifier: NominalDeclaration] = [:] {
        didSet { hasUnfinished = !unfinished.isEmpty }
    }
    /// Whether there are any, which the end of every object asks.
    @exclusivity(unchecked) nonisolated(unsafe) private static var hasUnfinished = false

    /// Notes that a class's initializer was left by an error or a failure before its object was whole.
    static func leaveUnfinished(_ word: Int, in nominal: NominalDeclaration) {
        let instance = Unmanaged<Instance>.fromOpaque(object(word)).takeUnretainedValue()
        unfinished[ObjectIdentifier(instance)] = nominal
    }

    /// Ends an object, whole or not, that the initializer that this one handed over to has given up: what the program
    /// sees of its end comes before the end of this one's own variables.
    static func end(_ word: Int) {
        let instance = Unmanaged<Instance>.fromOpaque(object(word)).takeUnretainedValue()
        let type = instance.classType
        let nominal = unfinished[ObjectIdentifier(instance)]
        if nominal == nil, type.declaresDeinitializer { instance.endLife(type) }
        instance.releaseProperties(of: nominal ?? type.declaration)
        unfinished[ObjectIdentifier(instance)] = type.declaration
    }

    /// Releases the properties, those of one class first, then the others' from the object's own class upwards.
    private func releaseProperties(of nominal: NominalDeclaration) {
        let fields = classType.fields
        func release(_ declaration: NominalDeclaration) {
            for (index, field) in fields.enumerated()
            where field.variable.context.selfNominal === declaration && classType.layout.isReference(index) {
                Ref.store(nil, words + index)
            }
        }
        release(nominal)
        var current: ClassType? = classType
        while let type = current {
            if type.declaration !== nominal { release(type.declaration) }
            current = type.superclass
        }
    }

    /// Objects that stand in for ones whose deinitializers run, and whom they stand for.
    nonisolated(unsafe) private static var standIns: [ObjectIdentifier: ObjectIdentifier] = [:]

    /// Runs the deinitializers on an object with the same properties, which outlives this one where a deinitializer
    /// lets it escape: that is a mistake of the program, and must not be more.
    private func endLife(_ type: ClassType) {
        if !Instance.standIns.isEmpty, Instance.standIns.removeValue(forKey: ObjectIdentifier(self)) != nil { return }
        if type.hasEnded { return }
        var standIn = Instance.make(type)
        Instance.standIns[ObjectIdentifier(standIn)] = ObjectIdentifier(self)
        let count = type.layout.count
        standIn.words.update(from: words, count: count)
        words.update(repeating: 0, count: count)
        type.deinitialize(standIn)
        if !isKnownUniquelyReferenced(&standIn) { type.reportEscape() }
    }

    /// What tells an object from others.
    static func identity(_ object: AnyObject) -> ObjectIdentifier {
        let own = ObjectIdentifier(object)
        return standIns.isEmpty ? own : standIns[own] ?? own
    }
}
