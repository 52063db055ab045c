import LessonKit
import StepLanguage

// Classes of a lesson that derive from the library's: the library walks, calls, prints and saves their objects like its own.

extension LessonLibrary {
    static func bindSubclasses(_ library: Library) {
        library.subclassing(
            "Module",
            NativeClassDescription(
                make: { InterpretedModule(peer: $0) }, peer: { unsafeDowncast($0, to: InterpretedModule.self).peer },
                find: { ($0 as? InterpretedModule)?.peer }))
        library.subclassing(
            "Layer",
            NativeClassDescription(
                make: { InterpretedLayer(peer: $0) }, peer: { unsafeDowncast($0, to: InterpretedLayer.self).peer },
                find: { ($0 as? InterpretedLayer)?.peer }))
        library.subclassing(
            "PairLayer",
            NativeClassDescription(
                make: { InterpretedPairLayer(peer: $0) }, peer: { unsafeDowncast($0, to: InterpretedPairLayer.self).peer },
                find: { ($0 as? InterpretedPairLayer)?.peer }))
        library.subclassing(
            "Callback",
            NativeClassDescription(
                make: { InterpretedCallback(peer: $0) }, peer: { unsafeDowncast($0, to: InterpretedCallback.self).peer },
                find: { ($0 as? InterpretedCallback)?.peer }))
    }
}

/// A lesson's class that derives from `Module`, called by the lesson itself.
final class InterpretedModule: Module {
    let peer: Instance

    init(peer: Instance) {
        self.peer = peer
        super.init()
    }

    override func ownMembers() -> [(name: String, value: Any)] { peer.members() }
    override var typeName: String { peer.className }
}

/// A lesson's class that derives from `Layer`.
final class InterpretedLayer: Layer {
    let peer: Instance
    private lazy var call = peer.override("callAsFunction(_:)")

    init(peer: Instance) {
        self.peer = peer
        super.init()
    }

    override func ownMembers() -> [(name: String, value: Any)] { peer.members() }
    override var typeName: String { peer.className }

    override func callAsFunction(_ x: Tensor) -> Tensor {
        guard let call else { return super.callAsFunction(x) }
        return LessonLibrary.guarded { try call.call(self, x) }
    }
}

/// A lesson's class that derives from `PairLayer`.
final class InterpretedPairLayer: PairLayer {
    let peer: Instance
    private lazy var call = peer.override("callAsFunction(_:_:)")

    init(peer: Instance) {
        self.peer = peer
        super.init()
    }

    override func ownMembers() -> [(name: String, value: Any)] { peer.members() }
    override var typeName: String { peer.className }

    override func callAsFunction(_ a: Tensor, _ b: Tensor) -> Tensor {
        guard let call else { return super.callAsFunction(a, b) }
        return LessonLibrary.guarded { try call.call(self, a, b) }
    }
}

/// A lesson's class that derives from `Callback`.
final class InterpretedCallback: NeuralNets.Callback {
    let peer: Instance
    private lazy var step = peer.override("run(_:in:)")

    init(peer: Instance) {
        self.peer = peer
        super.init()
    }

    override func run(_ stage: TrainingStage, in learner: Learner) throws {
        guard let step else { return try super.run(stage, in: learner) }
        try step.perform(self, stage, learner)
    }
}
