/// Arithmetic on constants that can only stop the program, found before it runs.
extension ExpressionBuilder {
    /// Reports an overflow or a division by zero, where the operands are constants.
    func checkConstant(_ made: Expression, at range: SourceRange) {
        guard case .call(let function, _, _, let arguments, _) = made.kind, arguments.count == 2,
            function.context.isLibrary, let limits = Self.limits(made.type), arguments[0].type == made.type,
            arguments[1].type == made.type, let right = Self.constant(arguments[1])
        else { return }
        if ["/", "%"].contains(function.name), right == 0 {
            _ = error("division by zero", range)
            return
        }
        guard let left = Self.constant(arguments[0]), let value = Self.result(function.name, left, right),
            !limits.contains(value)
        else { return }
        _ = error("arithmetic operation '\(left) \(function.name) \(right)' (on type '\(made.type)') results in an overflow", range)
    }

    /// The value of an integer expression that is the same in every run.
    static func constant(_ expression: Expression, depth: Int = 0) -> Int128? {
        guard depth < 16, let limits = limits(expression.type) else { return nil }
        switch expression.kind {
        case .literal(.integer(let magnitude, let negative), nil): return negative ? -Int128(magnitude) : Int128(magnitude)
        case .property(let base, let variable, _, _):
            guard case .metatype = base.type, variable.context.isLibrary else { return nil }
            return variable.name == "max" ? limits.upperBound : variable.name == "min" ? limits.lowerBound : nil
        case .call(let function, _, nil, let arguments, _):
            guard function.context.isLibrary, arguments.count == 2, arguments[0].type == expression.type,
                arguments[1].type == expression.type, let left = constant(arguments[0], depth: depth + 1),
                let right = constant(arguments[1], depth: depth + 1),
                let value = result(function.name, left, right), limits.contains(value)
            else { return nil }
            return value
        case .variable(let variable): return variable.semantic.constant
        default: return nil
        }
    }

    private static func result(_ name: String, _ left: Int128, _ right: Int128) -> Int128? {
        switch name {
        case "+": left + right
        case "-": left - right
        case "*": left.multipliedReportingOverflow(by: right).partialValue
        case "/": right == 0 ? nil : left / right
        case "%": right == 0 ? nil : left % right
        default: nil
        }
    }

    private static func limits(_ type: Type) -> ClosedRange<Int128>? {
        guard case .nominal(let declaration, _) = type, declaration.isLibrary, let limits = ranges[declaration.name] else {
            return nil
        }
        return -Int128(limits.negative)...Int128(limits.positive)
    }
}
