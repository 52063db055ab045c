import LessonKit
import StepLanguage

// Subscripts of tensors by indices and ranges, one an axis: `x[0..., 1]`. Indices of a step come as `any TensorIndex`.

extension LessonLibrary {
    static let interfaceTensorIndexing = """
        /// What may stand in a tensor's subscript for one axis: an index, a range of indices, `Every()`, `NewAxis()`.
        protocol TensorIndex {}
        extension Int: TensorIndex {}
        extension Range: TensorIndex where Bound == Int {}
        extension ClosedRange: TensorIndex where Bound == Int {}
        extension PartialRangeFrom: TensorIndex where Bound == Int {}
        extension PartialRangeUpTo: TensorIndex where Bound == Int {}
        extension PartialRangeThrough: TensorIndex where Bound == Int {}

        /// All of an axis, or every so many of it.
        struct Every: TensorIndex {
            /// The distance of one index to the next.
            let step: Int
            init(_ step: Int = 1) { self.step = step }
        }

        /// A new axis of length 1.
        struct NewAxis: TensorIndex {
            init() {}
        }

        extension Tensor {
            /// The elements at a list of indices and ranges, one an axis, as a view: `x[0..., 1]`, `x[2, 1..<3]`.
            subscript(_ places: any TensorIndex...) -> Tensor { get set }
            /// The indices of a range along one axis, every `step`-th of them, as a view.
            func sliced(axis: Int, _ range: Range<Int>, step: Int = 1) -> Tensor
        }
        """

    static func bindTensorIndexing(_ library: Library) {
        library.bind(code: "Tensor.subscript(_: any TensorIndex...)") { call in
            let tensor = call.ref(0), places = call.ref(1)
            return .ref { frame in
                let t = try tensor(frame).cast(to: Tensor.self)
                return try guardFault(call) { read(t, try indices(try places(frame))) }
            }
        }
        library.bind(code: "Tensor.subscript(_: any TensorIndex...)=") { call in
            let tensor = call.ref(0), places = call.ref(1), value = call.ref(2)
            return .void { frame in
                let t = try tensor(frame).cast(to: Tensor.self)
                let all = try indices(try places(frame))
                let new = try value(frame).cast(to: Tensor.self)
                try guardFault(call) { write(t, all, new) }
            }
        }
        library.bind(code: "Tensor.sliced(axis: Int, _: Range<Int>, step: Int)") { call in
            let tensor = call.ref(0), axis = call.int(1), range = call.ref(2), step = call.int(3)
            return .ref { frame in
                let t = try tensor(frame).cast(to: Tensor.self)
                let axis = try axis(frame)
                let bounds = try range(frame).cast(to: Record.self).words
                let (low, high) = (bounds[0], bounds[1])
                let step = try step(frame)
                return try guardFault(call) { t.sliced(axis: axis, low..<high, step: step) }
            }
        }
    }

    /// Runs library code; a fault that it reports stops the step at the place of the call.
    private static func guardFault<R>(_ call: NativeCall, _ body: () throws -> R) throws -> R {
        let result = try body()
        if let error = call.machine.hooks.afterNativeCall?() {
            throw call.site.trap((error as? Trap)?.message ?? "\(error)")
        }
        return result
    }

    /// The indices that an array of `any TensorIndex` holds.
    private static func indices(_ array: Ref) throws -> [any TensorIndex] {
        try array.cast(to: ArrayObject<Ref>.self).items.map { item in
            let place = item.cast(to: Existential.self)
            let words = place.value.ref as? Record
            func word(_ index: Int) -> Int { words?.words[index] ?? 0 }
            switch place.type.name {
            case "Int": return place.value.int
            case "Range<Int>": return word(0)..<max(word(0), word(1))
            case "ClosedRange<Int>": return word(0)...max(word(0), word(1))
            case "PartialRangeFrom<Int>": return word(0)...
            case "PartialRangeUpTo<Int>": return ..<word(0)
            case "PartialRangeThrough<Int>": return ...word(0)
            case "Every": return Every(word(0))
            case "NewAxis": return NewAxis()
            default: throw Trap.fault("a tensor cannot be indexed by a \(place.type.name)")
            }
        }
    }

    private static func read(_ tensor: Tensor, _ places: [any TensorIndex]) -> Tensor {
        switch places.count {
        case 1: return tensor[places[0]]
        case 2: return tensor[places[0], places[1]]
        case 3: return tensor[places[0], places[1], places[2]]
        case 4: return tensor[places[0], places[1], places[2], places[3]]
        default:
            Faults.report("subscript", "\(places.count) indices are too many; four are the most")
            return tensor
        }
    }

    private static func write(_ tensor: Tensor, _ places: [any TensorIndex], _ value: Tensor) {
        switch places.count {
        case 1: tensor[places[0]] = value
        case 2: tensor[places[0], places[1]] = value
        case 3: tensor[places[0], places[1], places[2]] = value
        case 4: tensor[places[0], places[1], places[2], places[3]] = value
        default: Faults.report("subscript", "\(places.count) indices are too many; four are the most")
        }
    }
}
