import Figures
import Tensors

// Figures of tensors: the functions of the same names over arrays say what the other arguments mean. A tensor of the wrong rank is a fault.

/// A line through the values of a tensor `[count]`, or a line for each row of one `[lines, count]`.
public func plot(_ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure {
    y.rank == 2 ? plot(y.rows) : plot(vector(y, "plot"), label: label, color: color, dashed: dashed, markers: markers)
}

/// A line through the points (x, y) of two tensors `[count]`.
public func plot(_ x: Tensor, _ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure {
    plot(vector(x, "plot"), vector(y, "plot"), label: label, color: color, dashed: dashed, markers: markers)
}

/// A dot at each point (x, y) of two tensors `[count]`.
public func scatter(
    _ x: Tensor, _ y: Tensor, label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [],
    sizes: [Double] = [], color: String = "", opacity: Double = 0.8
) -> Figure {
    scatter(
        vector(x, "scatter"), vector(y, "scatter"), label: label, labels: labels, values: values, groups: groups, sizes: sizes,
        color: color, opacity: opacity)
}

/// Points of two tensors `[count]` counted in hexagons, with a histogram of each axis's values.
public func jointPlot(_ x: Tensor, _ y: Tensor, across: Int = 30) -> Figure {
    jointPlot(vector(x, "jointPlot"), vector(y, "jointPlot"), across: across)
}

/// How often the values of a tensor of any shape fall into each of a number of ranges.
public func histogram(_ values: Tensor, bins: Int = 0, label: String = "", color: String = "") -> Figure {
    histogram(values.doubles, bins: bins, label: label, color: color)
}

/// A bar for each value of a tensor `[count]`.
public func bar(_ names: [String], _ values: Tensor, label: String = "", color: String = "", horizontal: Bool = false) -> Figure {
    bar(names, vector(values, "bar"), label: label, color: color, horizontal: horizontal)
}

/// A tensor `[rows, columns]` as coloured cells.
public func heatmap(_ values: Tensor, rows: [String] = [], columns: [String] = [], numbers: Bool = true) -> Figure {
    heatmap(matrix(values, "heatmap"), rows: rows, columns: columns, numbers: numbers)
}

/// A tensor of pictures, `[count, height, width]`, `[count, 1, height, width]` or one `[height, width]`, in rows and columns.
public func imageGrid(_ images: Tensor, columns: Int = 8, captions: [String] = []) -> Figure {
    let shape = images.shape
    switch (images.rank, shape.first ?? 0) {
    case (2, _): return imageGrid([images.rows], columns: 1, captions: captions)
    case (3, _), (4, _):
        guard images.rank == 3 || shape[1] == 1 else {
            Faults.report("imageGrid", "pictures of one channel are needed, not \(shape)")
            return imageGrid([[Double]]())
        }
        let width = images.size(images.rank - 1)
        let area = width * images.size(images.rank - 2)
        let values = images.doubles
        let pictures = (0..<(area > 0 ? values.count / area : 0)).map { Array(values[$0 * area..<($0 + 1) * area]) }
        return imageGrid(pictures, columns: columns, captions: captions, imageWidth: width)
    default:
        Faults.report("imageGrid", "pictures are a tensor [count, height, width], not \(shape)")
        return imageGrid([[Double]]())
    }
}

extension Figure {
    /// The figure with a further line through the values of a tensor `[count]`.
    public func series(_ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure {
        series(vector(y, "series"), label: label, color: color, dashed: dashed, markers: markers)
    }

    /// The figure with a further line through the points (x, y) of two tensors `[count]`.
    public func series(
        _ x: Tensor, _ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false
    ) -> Figure {
        series(vector(x, "series"), vector(y, "series"), label: label, color: color, dashed: dashed, markers: markers)
    }

    /// The figure with further points, those of two tensors `[count]`.
    public func points(
        _ x: Tensor, _ y: Tensor, label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [],
        sizes: [Double] = [], color: String = "", opacity: Double = 0.8
    ) -> Figure {
        points(
            vector(x, "points"), vector(y, "points"), label: label, labels: labels, values: values, groups: groups, sizes: sizes,
            color: color, opacity: opacity)
    }
}

/// The values of a tensor with one axis, or with others of length 1.
private func vector(_ tensor: Tensor, _ function: String) -> [Double] {
    if tensor.rank != 1, tensor.shape.filter({ $0 != 1 }).count > 1 {
        Faults.report(function, "a tensor of one axis is needed, not \(tensor.shape)")
    }
    return tensor.doubles
}

private func matrix(_ tensor: Tensor, _ function: String) -> [[Double]] {
    guard tensor.rank == 2 else {
        Faults.report(function, "a tensor of two axes is needed, not \(tensor.shape)")
        return []
    }
    return tensor.rows
}
