extension FunctionCompiler {
    /// The body of a loop with its filter: says how one turn ended.
    private struct Turn {
        let body: IntCode
        let broke: Int
        let continued: Int
        let stop: UnsafeMutablePointer<Int>
        let machine: Machine
        let range: SourceRange

        /// Runs one turn; gives the flow with which the loop ends, or -1 to go on.
        @inline(__always)
        func run(_ frame: Frame) throws -> Int {
            let flow = try body(frame)
            if flow != Ending.normal && flow != continued { return flow == broke ? Ending.normal : flow }
            if stop.pointee != 0 { try machine.checkStop(at: range) }
            return -1
        }
    }

    private func turn(_ loop: ForIn, _ inner: @escaping IntCode, _ cleanup: (@escaping IntCode) -> IntCode) throws -> Turn {
        Turn(
            body: cleanup(inner), broke: Ending.broke(loop.label), continued: Ending.continued(loop.label),
            stop: machine.stopFlag, machine: machine, range: loop.sequence.range)
    }

    /// `for pattern in sequence where condition { body }`
    func loop(_ loop: ForIn) throws -> IntCode {
        if let code = try rangeLoop(loop) { return code }
        if let code = try strideLoop(loop) { return code }
        let sequenceType = type(loop.sequence)
        switch sequenceType.kind {
        case .array(let element):
            switch element.representation {
            case .int: return try arrayLoop(loop, Int.self)
            case .double: return try arrayLoop(loop, Double.self)
            case .ref: return try arrayLoop(loop, Ref.self)
            }
        case .string: return try stringLoop(loop)
        case .dictionary, .set: return try tableLoop(loop, sequenceType)
        default: return try iteratorLoop(loop, sequenceType)
        }
    }

    /// The body and its filter, and what releases the references that belong to one turn.
    private func bodyOf(_ loop: ForIn, from first: Int) throws -> IntCode {
        let body: IntCode
        if loop.body.allSatisfy(isStraight) {
            let effect = try straightBlock(loop.body)
            body = { frame in
                try effect(frame)
                return Ending.normal
            }
        } else {
            body = try block(loop.body)
        }
        guard let condition = loop.condition else { return body }
        let test = try boolean(condition)
        return { try test($0) ? try body($0) : Ending.normal }
    }

    // MARK: Ranges

    /// A loop over a range that is written out: no range is made.
    private func rangeLoop(_ loop: ForIn) throws -> IntCode? {
        guard case .call(let declaration, _, _, let arguments, _) = loop.sequence.kind, arguments.count == 2,
            declaration.context.selfNominal?.isLibrary ?? declaration.context.isLibrary,
            declaration.name == "..<" || declaration.name == "...",
            case .integer(64, true) = type(loop.elementType).kind, type(arguments[0]).representation == .int
        else { return nil }
        let isClosed = declaration.name == "..."
        let (low, high) = (try expression(arguments[0]).int, try expression(arguments[1]).int)
        let site = Site(loop.sequence.range)
        let first = references.count
        let bind = try matcher(loop.pattern, Int.self)
        var slot: Int?
        if case .bind(let variable) = loop.pattern.kind, case .slot(let s) = location(variable) { slot = s }
        if case .any = loop.pattern.kind { slot = newSlot(.int) }
        if loop.body.allSatisfy(isStraight), loop.condition == nil, let slot {
            let body = releasing(from: first, try straightBlock(loop.body))
            let (stop, machine, range) = (machine.stopFlag, machine, loop.sequence.range)
            return { frame in
                let low = try low(frame)
                let high = try high(frame)
                if low > high { throw site.trap("Range requires lowerBound <= upperBound") }
                if isClosed {
                    var i = low
                    while true {
                        frame[slot] = i
                        try body(frame)
                        if stop.pointee != 0 { try machine.checkStop(at: range) }
                        if i == high { return Ending.normal }
                        i &+= 1
                    }
                }
                var i = low
                while i < high {
                    frame[slot] = i
                    try body(frame)
                    if stop.pointee != 0 { try machine.checkStop(at: range) }
                    i &+= 1
                }
                return Ending.normal
            }
        }
        let inner = try bodyOf(loop, from: first)
        let turn = try turn(loop, inner) { releasing(from: first, $0) }
        return { frame in
            let low = try low(frame)
            let high = try high(frame)
            if low > high { throw site.trap("Range requires lowerBound <= upperBound") }
            if !isClosed && low == high { return Ending.normal }
            let last = isClosed ? high : high - 1
            var i = low
            while true {
                if let slot { frame[slot] = i } else { _ = try bind(frame, i) }
                let flow = try turn.run(frame)
                if flow >= 0 { return flow }
                if i == last { return Ending.normal }
                i &+= 1
            }
        }
    }

    private func strideLoop(_ loop: ForIn) throws -> IntCode? {
        guard case .call(let declaration, _, nil, let arguments, _) = loop.sequence.kind, arguments.count == 3,
            declaration.context.isLibrary, declaration.name == "stride", declaration.context.selfNominal == nil,
            declaration.parameters.count == 3
        else { return nil }
        let isThrough = declaration.parameters[1].label == "through"
        let site = Site(loop.sequence.range)
        switch type(loop.elementType).kind {
        case .integer(64, true):
            let (from, to, by) = (try expression(arguments[0]).int, try expression(arguments[1]).int, try expression(arguments[2]).int)
            let first = references.count
            let bind = try matcher(loop.pattern, Int.self)
            let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
            return { frame in
                var i = try from(frame)
                let (end, step) = (try to(frame), try by(frame))
                if step == 0 { throw site.trap("Stride size must not be zero") }
                while step > 0 ? (isThrough ? i <= end : i < end) : (isThrough ? i >= end : i > end) {
                    _ = try bind(frame, i)
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                    let (next, isOver) = i.addingReportingOverflow(step)
                    if isOver { return Ending.normal }
                    i = next
                }
                return Ending.normal
            }
        case .double:
            let (from, to, by) = (
                try expression(arguments[0]).double, try expression(arguments[1]).double, try expression(arguments[2]).double
            )
            let first = references.count
            let bind = try matcher(loop.pattern, Double.self)
            let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
            return { frame in
                let start = try from(frame)
                let (end, step) = (try to(frame), try by(frame))
                if step == 0 { throw site.trap("Stride size must not be zero") }
                var count = 0
                var x = start
                while step > 0 ? (isThrough ? x <= end : x < end) : (isThrough ? x >= end : x > end) {
                    _ = try bind(frame, x)
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                    count += 1
                    x = start.addingProduct(Double(count), step)
                }
                return Ending.normal
            }
        default: return nil
        }
    }

    // MARK: Collections

    private func arrayLoop<S: Slot>(_ loop: ForIn, _: S.Type) throws -> IntCode {
        let array = try expression(loop.sequence).ref
        let first = references.count
        let bind = try matcher(loop.pattern, S.self)
        var slot: Int?
        if case .bind(let variable) = loop.pattern.kind, variable.ownership == .strong, case .slot(let s) = location(variable) { slot = s }
        let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
        if let slot {
            return { frame in
                let items = try array(frame).cast(to: ArrayObject<S>.self).items
                for index in 0..<items.count {
                    S.store(items[index], frame + slot)
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                }
                return Ending.normal
            }
        }
        return { frame in
            let array = try array(frame).cast(to: ArrayObject<S>.self)
            // The elements are those at the beginning, whatever happens to the variable meanwhile.
            let items = array.items
            for index in 0..<items.count {
                if try bind(frame, items[index]) {
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                }
            }
            return Ending.normal
        }
    }

    private func stringLoop(_ loop: ForIn) throws -> IntCode {
        let text = try expression(loop.sequence).ref
        let first = references.count
        let bind = try matcher(loop.pattern, Int.self)
        var slot: Int?
        if case .bind(let variable) = loop.pattern.kind, case .slot(let s) = location(variable) { slot = s }
        let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
        return { frame in
            let string = try text(frame).string
            let utf8 = string.utf8
            var position = utf8.startIndex
            let end = utf8.endIndex
            // Bytes of ASCII that are followed by ASCII are characters of their own, but for a line's two-byte end.
            while position < end {
                let byte = utf8[position]
                var next = utf8.index(after: position)
                var code = Int(byte)
                if byte >= 0x80 || (next < end && (utf8[next] >= 0x80 || byte == 13)) {
                    code = Characters.code(string[position])
                    next = string.index(after: position)
                }
                position = next
                if let slot { frame[slot] = code } else if !(try bind(frame, code)) { continue }
                let flow = try turn.run(frame)
                if flow >= 0 { return flow }
            }
            return Ending.normal
        }
    }

    private func tableLoop(_ loop: ForIn, _ type: RuntimeType) throws -> IntCode {
        let table = try expression(loop.sequence).ref
        let first = references.count
        let element = self.type(loop.elementType)
        if case .set = type.kind {
            let bind = try anyMatcher(loop.pattern, element.representation)
            let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
            return { frame in
                for (key, _) in try table(frame).cast(to: AnyTableObject.self).entries where try bind(frame, key) {
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                }
                return Ending.normal
            }
        }
        if case .tuple(let parts) = loop.pattern.kind, parts.count == 2 {
            let key = try anyMatcher(parts[0], self.type(parts[0].type).representation)
            let value = try anyMatcher(parts[1], self.type(parts[1].type).representation)
            let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
            return { frame in
                for entry in try table(frame).cast(to: AnyTableObject.self).entries {
                    if try key(frame, entry.key), try value(frame, entry.value) {
                        let flow = try turn.run(frame)
                        if flow >= 0 { return flow }
                    }
                }
                return Ending.normal
            }
        }
        let bind = try matcher(loop.pattern, Ref.self)
        let turn = try turn(loop, try bodyOf(loop, from: first)) { releasing(from: first, $0) }
        let layout = element.layout
        return { frame in
            for entry in try table(frame).cast(to: AnyTableObject.self).entries {
                let pair = Record.make(layout)
                entry.key.initialize(pair.words)
                entry.value.initialize(pair.words + 1)
                if try bind(frame, pair) {
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                }
            }
            return Ending.normal
        }
    }

    func anyMatcher(_ pattern: Pattern, _ representation: Representation) throws -> (Frame, AnySlot) throws -> Bool {
        switch representation {
        case .int:
            let match = try matcher(pattern, Int.self)
            return { try match($0, $1.int) }
        case .double:
            let match = try matcher(pattern, Double.self)
            return { try match($0, $1.double) }
        case .ref:
            let match = try matcher(pattern, Ref.self)
            return { try match($0, $1.ref) }
        }
    }

    // MARK: Any sequence

    private func iteratorLoop(_ loop: ForIn, _ sequenceType: RuntimeType) throws -> IntCode {
        let iteratorType = type(loop.iteratorType)
        let first = references.count
        let slot = newSlot(iteratorType.representation)
        let element = type(loop.elementType)
        let optional = compiler.runtimeType(compiler.optional(element.type))
        // `makeIterator()` and `next()` of the concrete types.
        let make = Expression(.discard, iteratorType.type, loop.sequence.range)
        let iterator: Code
        if loop.makeIterator.context.selfNominal?.kind == .protocol {
            let selfParameter = loop.makeIterator.context.selfNominal?.selfParameter
            var substitutions = Substitutions()
            if let selfParameter { substitutions.map[selfParameter] = sequenceType.type }
            iterator = try invoke(
                loop.makeIterator, substitutions, try expression(loop.sequence), [], .witness, make, selfType: sequenceType,
                isConcrete: true)
        } else {
            iterator = try invoke(
                loop.makeIterator, sequenceType.memberSubstitutions, try expression(loop.sequence), [], .direct, make,
                selfType: sequenceType, isConcrete: true)
        }
        let fill = store(iterator, slot, iteratorType.representation)
        let nextCall = Expression(.discard, optional.type, loop.sequence.range)
        var substitutions = iteratorType.memberSubstitutions
        var dispatch = Dispatch.direct
        if let proto = loop.next.context.selfNominal, proto.kind == .protocol {
            substitutions = Substitutions([proto.selfParameter: iteratorType.type])
            dispatch = .witness
        }
        let target = resolve(loop.next, substitutions, dispatch, isConcrete: true)
        let takesPlace = target?.declaration.takesAddress ?? loop.next.takesAddress
        let receiver: Code
        if takesPlace {
            receiver = .address { $0 + slot }
        } else {
            switch iteratorType.representation {
            case .int: receiver = .int { $0[slot] }
            case .double: receiver = .double { Double.load($0 + slot) }
            case .ref: receiver = .ref { Ref.load($0 + slot) }
            }
        }
        let next = try invoke(loop.next, substitutions, receiver, [], dispatch, nextCall, selfType: iteratorType, isConcrete: true).ref
        let bodyFirst = references.count
        let bind = try anyMatcher(loop.pattern, element.representation)
        let turn = try turn(loop, try bodyOf(loop, from: bodyFirst)) { releasing(from: bodyFirst, $0) }
        return releasing(from: first) { frame in
            try fill(frame)
            while let reference = try next(frame) {
                if try bind(frame, element.payload(reference)) {
                    let flow = try turn.run(frame)
                    if flow >= 0 { return flow }
                }
            }
            return Ending.normal
        }
    }
}
