import CKernels

/// Sizes of a window that moves over pictures.
private struct WindowGeometry {
    let kernel: (Int, Int)
    let stride: Int
    let padding: Int
    let input: (Int, Int)
    let output: (Int, Int)

    init?(_ name: StaticString, _ x: Tensor, kernel: (Int, Int), stride: Int, padding: Int) {
        guard x.rank == 4 else {
            Faults.report("\(name)", "shape \(x.shape): pictures [batch, channels, height, width] are needed")
            return nil
        }
        let (h, w) = (x.extents[2], x.extents[3])
        guard kernel.0 > 0, kernel.1 > 0, stride > 0, padding >= 0, padding < 1 << 20, stride < 1 << 20,
            h + 2 * padding >= kernel.0, w + 2 * padding >= kernel.1
        else {
            Faults.report("\(name)", "a window of \(kernel.0) × \(kernel.1) by \(stride) with padding \(padding) does not fit shape \(x.shape)")
            return nil
        }
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        input = (h, w)
        output = ((h + 2 * padding - kernel.0) / stride + 1, (w + 2 * padding - kernel.1) / stride + 1)
    }

    /// The windows of one picture of `channels`, `[channels · kernel, positions]`.
    func columns(_ picture: UnsafePointer<Float>, _ channels: Int, into columns: Tensor) {
        ck_im2col(
            picture, Int64(channels), Int64(input.0), Int64(input.1), Int64(kernel.0), Int64(kernel.1), Int64(stride), Int64(stride),
            Int64(padding), Int64(padding), Int64(output.0), Int64(output.1), columns.floatPointer)
    }

    /// Adds windows back to where they were taken.
    func add(_ columns: Tensor, _ channels: Int, to picture: UnsafeMutablePointer<Float>) {
        ck_col2im(
            columns.floatPointer, Int64(channels), Int64(input.0), Int64(input.1), Int64(kernel.0), Int64(kernel.1), Int64(stride),
            Int64(stride), Int64(padding), Int64(padding), Int64(output.0), Int64(output.1), picture)
    }

    /// Calls `body` with every output place's number and the range of rows and columns under its window.
    func forEachWindow(_ body: (_ place: Int, _ rows: Range<Int>, _ columns: Range<Int>) -> Void) {
        for y in 0..<output.0 {
            for z in 0..<output.1 {
                let (r, c) = (y * stride - padding, z * stride - padding)
                body(
                    y * output.1 + z, max(r, 0)..<max(max(r, 0), min(r + kernel.0, input.0)),
                    max(c, 0)..<max(max(c, 0), min(c + kernel.1, input.1)))
            }
        }
    }
}

extension Tensor {
    /// Pictures `[batch, in, height, width]` under filters `[out, in, kernel height, kernel width]`, plus a bias `[out]`.
    public func conv2d(_ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0) -> Tensor {
        guard weight.rank == 4, rank == 4, extents[1] == weight.extents[1] else {
            Faults.report("conv2d", "\(shape) under \(weight.shape): pictures [batch, in, height, width] and filters [out, in, height, width] with equal in are needed")
            return .poisoned
        }
        if let bias, bias.shape != [weight.extents[0]] {
            Faults.report("conv2d", "the bias has shape \(bias.shape), the filters \(weight.shape)")
            return .poisoned
        }
        guard let window = WindowGeometry("conv2d", self, kernel: (weight.extents[2], weight.extents[3]), stride: stride, padding: padding)
        else { return .poisoned }
        let (batch, channels, out) = (extents[0], extents[1], weight.extents[0])
        let taps = channels * window.kernel.0 * window.kernel.1
        let places = window.output.0 * window.output.1
        let picture = channels * window.input.0 * window.input.1
        let y = Tensor.uninitialized(Extents([batch, out, window.output.0, window.output.1]))
        let x = asFloat.dense
        let w = weight.dense.alias(Extents.pair(out, taps), Extents.pair(taps, 1))
        let columns = Tensor.uninitialized(Extents.pair(taps, places))
        let plane = Extents.pair(out, places)
        guard columns.elementCount == taps * places, y.rank == 4 else { return .poisoned }
        for i in 0..<batch {
            window.columns(x.floatPointer + i * picture, channels, into: columns)
            let target = y.alias(plane, plane.denseStrides, offset: i * out * places)
            Tensor.gemm(w, columns, into: target)
        }
        if let bias {
            let b = bias.dense
            for i in 0..<(batch * out) {
                let line = y.floatPointer + i * places
                ck_scale(Int64(places), line, 1, b.floatPointer[i % out], line)
            }
        }
        return y.recorded("conv2d", self, weight, bias, saving: self, weight) { node, g in
            guard !Recording.isOn else {
                Faults.report("conv2d", "its derivative cannot be differentiated again")
                return
            }
            let up = g.dense
            let (x, w) = (node.first.dense, node.second.dense.alias(Extents.pair(out, taps), Extents.pair(taps, 1)))
            let dw: Tensor? = node.wants1 ? Tensor.zeros(Extents.pair(out, taps)) : nil
            let dx: Tensor? = node.wants0 ? Tensor.zeros(x.extents) : nil
            let columns = Tensor.uninitialized(Extents.pair(taps, places))
            for i in 0..<batch {
                let part = up.alias(plane, plane.denseStrides, offset: up.offset + i * out * places)
                if let dw {
                    window.columns(x.floatPointer + i * picture, channels, into: columns)
                    Tensor.gemm(part, columns.swapped, into: dw, accumulate: true)
                }
                if let dx {
                    Tensor.gemm(w.swapped, part, into: columns)
                    window.add(columns, channels, to: dx.floatPointer + i * picture)
                }
            }
            if let dx { node.give0(dx) }
            if let dw { node.give1(dw.reshaped(to: node.second.extents)) }
            if node.wants2 { node.give2(up.sum(axes: [0, 2, 3])) }
        }
    }

    /// The largest element under each window.
    public func maxPool2d(_ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
        guard let window = WindowGeometry("maxPool2d", self, kernel: (kernel, kernel), stride: stride ?? kernel, padding: padding)
        else { return .poisoned }
        guard padding <= kernel / 2 else {
            Faults.report("maxPool2d", "padding \(padding) is more than half the window of \(kernel)")
            return .poisoned
        }
        let x = asFloat.dense
        let planes = extents[0] * extents[1]
        let (size, places) = (window.input.0 * window.input.1, window.output.0 * window.output.1)
        let width = window.input.1
        let y = Tensor.uninitialized(Extents([extents[0], extents[1], window.output.0, window.output.1]))
        guard y.elementCount == planes * places else { return .poisoned }
        var winners = [Int32](repeating: 0, count: planes * places)
        for p in 0..<planes {
            let from = x.floatPointer + p * size
            window.forEachWindow { place, rows, columns in
                var best = -Float.infinity
                var at = rows.lowerBound * width + columns.lowerBound
                for r in rows {
                    for c in columns where from[r * width + c] > best || from[r * width + c].isNaN {
                        best = from[r * width + c]
                        at = r * width + c
                    }
                }
                y.floatPointer[p * places + place] = best
                winners[p * places + place] = Int32(at)
            }
        }
        let before = extents
        return y.recorded("maxPool2d", self) { node, g in
            guard !Recording.isOn else {
                Faults.report("maxPool2d", "its derivative cannot be differentiated again")
                return
            }
            let up = g.dense
            let dx = Tensor.zeros(before)
            for p in 0..<planes {
                for i in 0..<places { dx.floatPointer[p * size + Int(winners[p * places + i])] += up.floatPointer[p * places + i] }
            }
            node.give0(dx)
        }
    }

    /// The mean under each window; padding counts as zeros, as in PyTorch.
    public func avgPool2d(_ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
        guard let window = WindowGeometry("avgPool2d", self, kernel: (kernel, kernel), stride: stride ?? kernel, padding: padding)
        else { return .poisoned }
        let cells = (0..<(window.output.0 * window.output.1)).map { _ in Float(kernel * kernel) }
        return pooled("avgPool2d", window.output, cells) { body in window.forEachWindow(body) }
    }

    /// The mean over each cell of a grid of `size` × `size`; 1 for the mean of every plane.
    public func adaptiveAvgPool2d(_ size: Int = 1) -> Tensor {
        guard rank == 4, size > 0, extents[2] > 0, extents[3] > 0 else {
            Faults.report("adaptiveAvgPool2d", "shape \(shape) to \(size) × \(size): pictures [batch, channels, height, width] are needed")
            return .poisoned
        }
        guard size < 1 << 15, Faults.allows("adaptiveAvgPool2d", count: size * size) else {
            Faults.report("adaptiveAvgPool2d", "\(size) × \(size) are too many places")
            return .poisoned
        }
        let (h, w) = (extents[2], extents[3])
        func cell(_ i: Int, _ n: Int) -> Range<Int> { (i * n / size)..<(((i + 1) * n + size - 1) / size) }
        var cells: [Float] = []
        for i in 0..<size { for j in 0..<size { cells.append(Float(cell(i, h).count * cell(j, w).count)) } }
        return pooled("adaptiveAvgPool2d", (size, size), cells) { body in
            for i in 0..<size { for j in 0..<size { body(i * size + j, cell(i, h), cell(j, w)) } }
        }
    }

    private func pooled(
        _ name: StaticString, _ output: (Int, Int), _ cells: [Float], _ forEach: @escaping ((Int, Range<Int>, Range<Int>) -> Void) -> Void
    ) -> Tensor {
        let x = asFloat.dense
        let planes = extents[0] * extents[1]
        let (size, places, width) = (extents[2] * extents[3], output.0 * output.1, extents[3])
        let y = Tensor.uninitialized(Extents([extents[0], extents[1], output.0, output.1]))
        guard y.elementCount == planes * places else { return .poisoned }
        for p in 0..<planes {
            let from = x.floatPointer + p * size
            forEach { place, rows, columns in
                var sum: Double = 0
                for r in rows { for c in columns { sum += Double(from[r * width + c]) } }
                y.floatPointer[p * places + place] = Float(sum / Double(cells[place]))
            }
        }
        let before = extents
        return y.recorded(name, self) { node, g in
            guard !Recording.isOn else {
                Faults.report("\(name)", "its derivative cannot be differentiated again")
                return
            }
            let up = g.dense
            let dx = Tensor.zeros(before)
            for p in 0..<planes {
                let to = dx.floatPointer + p * size
                forEach { place, rows, columns in
                    let share = up.floatPointer[p * places + place] / cells[place]
                    for r in rows { for c in columns { to[r * width + c] += share } }
                }
            }
            node.give0(dx)
        }
    }
}
