/// Literals, interpolations and tuples.
extension FunctionCompiler {
    func literal(_ value: LiteralValue, _ initializer: LiteralInitializer?, _ e: Expression) throws -> Code {
        if let code = constant(value, type(e)) { return code }
        guard let initializer else {
            let range = e.range
            return .void { _ in throw Trap("internal fault of the runner: a literal of this type", at: range) }
        }
        let argument = Expression(.literal(value, initializer: nil), initializer.argument, e.range)
        let dispatch: Dispatch = initializer.function.isRequirement ? .witness : .direct
        return try call(initializer.function, initializer.substitutions, nil, [argument], dispatch, e)
    }

    /// The code of a literal of a built-in type.
    private func constant(_ value: LiteralValue, _ type: RuntimeType) -> Code? {
        switch (value, type.kind) {
        case (.integer(let magnitude, let negative), .integer):
            let bits = Int(bitPattern: UInt(magnitude))
            let number = negative ? 0 &- bits : bits
            return .int { _ in number }
        case (.integer(let magnitude, let negative), .double):
            let number = negative ? -Double(magnitude) : Double(magnitude)
            return .double { _ in number }
        case (.integer(let magnitude, let negative), .float):
            let number = Double(negative ? -Float(magnitude) : Float(magnitude))
            return .double { _ in number }
        case (.float(let number, _), .double):
            return .double { _ in number }
        case (.float(let number, let text), .float):
            let rounded = Double(Float(text) ?? Float(number))
            return .double { _ in rounded }
        case (.string(let text), .string), (.character(let text), .string):
            let bytes = Array(text.utf8)
            let object = compiler.literals[bytes] ?? StringObject(text)
            compiler.literals[bytes] = object
            return .ref { _ in object }
        case (.string(let text), .character), (.character(let text), .character):
            let code = Characters.code(text.first ?? " ")
            return .int { _ in code }
        case (.boolean(let value), .bool):
            let number = value ? 1 : 0
            return .int { _ in number }
        case (.nil, .optional):
            return .ref { _ in nil }
        case (.nil, .void), (.nil, .tuple):
            return .void { _ in }
        case (.string(let text), .structure), (.character(let text), .structure):
            guard type.type.nominal?.isLibrary ?? false, type.type.nominal?.qualifiedName == "Unicode.Scalar",
                let scalar = text.unicodeScalars.first
            else { return nil }
            return .ref { _ in NativeTable.scalar(scalar) }
        default: return nil
        }
    }

    func arrayLiteral(_ elements: [Expression], _ type: RuntimeType) throws -> Code {
        let codes = try elements.map { try expression($0) }
        switch type.arguments.first?.representation ?? .ref {
        case .int: return arrayLiteral(codes, Int.self)
        case .double: return arrayLiteral(codes, Double.self)
        case .ref: return arrayLiteral(codes, Ref.self)
        }
    }

    private func arrayLiteral<S: Slot>(_ codes: [Code], _: S.Type) -> Code {
        let codes = codes.map { S.runner($0) }
        return .ref { frame in
            var items: [S] = []
            items.reserveCapacity(codes.count)
            for code in codes { items.append(try code(frame)) }
            return ArrayObject(items)
        }
    }

    func dictionaryLiteral(
        _ entries: [(key: Expression, value: Expression)], _ type: RuntimeType, _ range: SourceRange
    ) throws -> Code {
        let (keyType, valueType) = (type.arguments[0], type.arguments[1])
        let codes = try entries.map { entry in
            (any(try expression(entry.key), keyType), any(try expression(entry.value), valueType))
        }
        return .ref { frame in
            let table = try AnyTableObject.make(keyType, valueType.representation)
            for (key, value) in codes {
                let before = table.count
                try table.insert(try key(frame), try value(frame))
                if table.count == before {
                    throw Trap("Dictionary literal contains duplicate keys", at: range)
                }
            }
            return table
        }
    }

    func interpolation(_ parts: [InterpolationPart]) throws -> Code {
        var appends: [Append] = []
        for part in parts {
            switch part {
            case .text(let text):
                appends.append(Append { _, result in result += text })
            case .value(let value):
                let valueType = type(value)
                let code = try expression(value)
                switch valueType.kind {
                case .string:
                    let code = code.ref
                    appends.append(Append { frame, result in result += try code(frame).string })
                case .integer(_, signed: true):
                    let code = code.int
                    appends.append(Append { frame, result in Text.append(try code(frame), to: &result) })
                default:
                    let value = any(code, valueType)
                    appends.append(Append { frame, result in result += try valueType.describe(try value(frame)) })
                }
            }
        }
        let all = appends
        return .ref { frame in
            var result = ""
            for append in all { try append.run(frame, &result) }
            return StringObject(result)
        }
    }

    func tuple(_ elements: [Expression], _ type: RuntimeType) throws -> Code {
        if elements.isEmpty { return .void { _ in } }
        return .ref(try record(try elements.map { try expression($0) }, type.layout, tag: 0))
    }

    /// Makes a record of the values of codes.
    func record(_ codes: [Code], _ layout: Layout, tag: Int) throws -> RefCode {
        if codes.count == 2, case .double(let a) = codes[0], case .double(let b) = codes[1] {
            return { frame in
                let (x, y) = (try a(frame), try b(frame))
                let record = Record.make(layout, tag: tag)
                Double.store(x, record.words)
                Double.store(y, record.words + 1)
                return record
            }
        }
        if codes.count == 3, case .double(let a) = codes[0], case .double(let b) = codes[1], case .double(let c) = codes[2] {
            return { frame in
                let (x, y, z) = (try a(frame), try b(frame), try c(frame))
                let record = Record.make(layout, tag: tag)
                Double.store(x, record.words)
                Double.store(y, record.words + 1)
                Double.store(z, record.words + 2)
                return record
            }
        }
        if codes.count == 2, case .int(let a) = codes[0], case .int(let b) = codes[1] {
            return { frame in
                let (x, y) = (try a(frame), try b(frame))
                let record = Record.make(layout, tag: tag)
                record.words[0] = x
                record.words[1] = y
                return record
            }
        }
        let fills = codes.enumerated().map { Fill(fill($1, $0)) }
        if fills.count == 1 {
            let a = fills[0]
            return { frame in
                let record = Record.make(layout, tag: tag)
                try a(frame, record.words)
                return record
            }
        }
        return { frame in
            let record = Record.make(layout, tag: tag)
            for fill in fills { try fill(frame, record.words) }
            return record
        }
    }

    func fill(_ code: Code, _ index: Int) -> (Frame, Address) throws -> Void {
        switch code {
        case .int(let c): { $1[index] = try c($0) }
        case .double(let c): { Double.store(try c($0), $1 + index) }
        case .ref(let c): { Ref.store(try c($0), $1 + index) }
        case .void(let c): { frame, _ in try c(frame) }
        case .address(let c): { $1[index] = Int(bitPattern: try c($0)) }
        }
    }
}

/// Appends one part of an interpolation.
private struct Append {
    let run: (Frame, inout String) throws -> Void
    init(_ run: @escaping (Frame, inout String) throws -> Void) { self.run = run }
}
