/// The value of a function of tensors and its gradient with respect to each.
///
/// The function must give a single number. The tensors themselves are left as they are.
public func valueAndGradient(of function: ([Tensor]) -> Tensor, at inputs: [Tensor]) -> (value: Tensor, gradients: [Tensor]) {
    let fresh = inputs.map { $0.detached().requireGradient() }
    let value = function(fresh)
    value.backward()
    return (value.detached(), zip(fresh, inputs).map { $0.hasGradient ? $0.gradient : $1.zerosLike() })
}

/// The value of a function of one tensor and its gradient.
public func valueAndGradient(of function: (Tensor) -> Tensor, at input: Tensor) -> (value: Tensor, gradient: Tensor) {
    let (value, gradients) = valueAndGradient(of: { list in function(list[0]) }, at: [input])
    return (value, gradients[0])
}

/// A function that gives the gradient of another.
public func gradient(of function: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
    { valueAndGradient(of: function, at: $0).gradient }
}

/// The Jacobian of a function at a point: the derivative of every output by every input, `[outputs…, inputs…]`.
public func jacobian(of function: (Tensor) -> Tensor, at input: Tensor) -> Tensor {
    let x = input.detached().requireGradient()
    let y = function(x)
    guard y.requiresGradient else { return Tensor.zeros(y.shape + input.shape) }
    var rows: [Tensor] = []
    for i in 0..<y.count {
        x.zeroGradient()
        let upstream = Tensor.zeros([y.count])
        upstream.floatPointer[i] = 1
        y.backward(upstream.reshaped(y.shape), keepGraph: i + 1 < y.count)
        if Faults.isPending { return .poisoned }
        rows.append(x.hasGradient ? x.gradient : x.zerosLike())
    }
    guard !rows.isEmpty else { return Tensor.zeros(y.shape + input.shape) }
    return stacked(rows).reshaped(y.shape + input.shape)
}

/// The Hessian of a function that gives a single number: its second derivatives, `[inputs…, inputs…]`.
public func hessian(of function: (Tensor) -> Tensor, at input: Tensor) -> Tensor {
    jacobian(
        of: { point in
            let x = point
            let y = function(x)
            guard let node = x.node, y.requiresGradient else { return x * 0 }
            // The gradient is recorded in its turn; it is taken off the leaf so that the outer pass starts clean.
            guard node.isLeaf, y.count == 1 else {
                Faults.report("hessian", "shape \(y.shape): the function must give a single number")
                return .poisoned
            }
            y.backward(Tensor.ones(y.extents), keepGraph: true, recording: true)
            guard let g = node.gradient else { return x * 0 }
            node.gradient = nil
            return g.requiresGradient ? g : x * 0
        }, at: input)
}
