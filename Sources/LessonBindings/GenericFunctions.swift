import LessonKit
import StepLanguage

// What is generic in the library, bound by hand: code is made for the types of each use.

extension LessonLibrary {
    /// Declarations that the generated interface cannot have, and the operators of the standard library's vectors
    /// that tensors and columns use.
    static let interfaceByHand = """
        infix operator .== : ComparisonPrecedence
        infix operator .!= : ComparisonPrecedence
        infix operator .< : ComparisonPrecedence
        infix operator .<= : ComparisonPrecedence
        infix operator .> : ComparisonPrecedence
        infix operator .>= : ComparisonPrecedence
        infix operator .& : LogicalConjunctionPrecedence
        infix operator .| : LogicalDisjunctionPrecedence
        prefix operator .!

        extension Learner {
            /// A learner of a model with any call: `forward` gives the prediction of a batch.
            convenience init<Model: Module>(_ data: TrainingData, _ model: Model, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric] = [], callbacks: [Callback] = [], forward: @escaping (Model, Batch) -> Tensor)
        }
        """

    static func bindGenericFunctions(_ library: Library) {
        library.bind(code: "withoutGradient(_: () throws -> T)") { call in
            around(call) { body in try withoutGradient { try body() } }
        }
        library.bind(code: "withFaults(_: () throws -> T)") { call in
            around(call) { body in try withFaults { try body() } }
        }
        library.bind("Learner.init(_:_:loss:metrics:callbacks:forward:)") {
            (
                data: TrainingData, model: Module, loss: StepLanguage.Callback, metrics: [Metric], callbacks: [NeuralNets.Callback],
                forward: StepLanguage.Callback
            ) throws -> Learner in
            Learner(
                data, model, loss: { a, b in guarded { try loss.call(a, b) } }, metrics: metrics, callbacks: callbacks,
                forward: { model, batch in guarded { try forward.call(model, batch) } })
        }
    }

    /// Code that runs the call's closure, the only argument, inside something of the library.
    private static func around(_ call: NativeCall, _ wrap: @escaping (() throws -> Void) throws -> Void) -> Code {
        let closure = call.ref(0)
        func code<S: Slot>(_: S.Type) -> (Frame) throws -> S {
            { frame in
                let function = try closure(frame).cast(to: FunctionObject.self)
                var result = S.empty
                try wrap { result = try function.call(as: S.self) }
                return result
            }
        }
        switch call.resultType.representation {
        case .int: return .int(code(Int.self))
        case .double: return .double(code(Double.self))
        case .ref: return .ref(code(Ref.self))
        }
    }
}
