/// Small grey pictures in rows, each given as its brightness row by row.
///
/// - Parameters:
///   - images: one list a picture, all equally long; the least brightness of all is black, the greatest white.
///   - columns: how many stand side by side.
///   - captions: a line beneath each; as many as pictures.
///   - imageWidth: pixels in a row of a picture; 0 for square pictures.
public func imageGrid(_ images: [[Double]], columns: Int = 8, captions: [String] = [], imageWidth: Int = 0) -> Figure {
    let size = images.first?.count ?? 0
    let side = imageWidth > 0 ? imageWidth : Int(Double(size).squareRoot().rounded())
    let rows = side > 0 ? size / side : 0
    var problem: FigureError?
    if size == 0 {
        problem = .empty(function: "imageGrid", argument: "images")
    } else if rows * side != size {
        problem = .invalid(
            function: "imageGrid",
            reason: imageWidth > 0
                ? "a picture has \(size) pixels, which is not a whole number of rows of \(imageWidth)"
                : "a picture has \(size) pixels, which is no square; give imageWidth")
    } else if let odd = images.firstIndex(where: { $0.count != size }) {
        problem = .differentLengths(
            function: "imageGrid", first: "picture 0", firstCount: size, second: "picture \(odd)", secondCount: images[odd].count)
    } else if columns < 1 {
        problem = .invalid(function: "imageGrid", reason: "columns is \(columns); it has to be at least 1")
    }
    problem = problem ?? checkCount("imageGrid", "images", images.count, "captions", captions.count)
    let across = max(1, min(max(1, columns), images.count))
    let ranges = images.compactMap { Numbers($0).finiteRange }
    var grid = ImageGrid(
        images: images.map { Numbers($0) }, imageWidth: side, imageHeight: rows, columns: across,
        darkest: ranges.map(\.lower).min() ?? 0, brightest: ranges.map(\.upper).max() ?? 1)
    grid.captions = captions
    let cell = min(110, max(44, 640 / Double(across)))
    let down = Double((images.count + across - 1) / across)
    let cellHeight = (cell - 8) * Double(max(1, rows)) / Double(max(1, side)) + 8 + (captions.isEmpty ? 0 : 16)
    return Figure(
        kind: "images", content: .images(grid), width: max(160, cell * Double(across) + 16), height: max(60, cellHeight * down + 16),
        problem: problem)
}

/// Small grey pictures in rows, each given as rows of brightness.
public func imageGrid(_ images: [[[Double]]], columns: Int = 8, captions: [String] = []) -> Figure {
    let width = images.first?.first?.count ?? 0
    let figure = imageGrid(images.map { $0.flatMap { $0 } }, columns: columns, captions: captions, imageWidth: width)
    let isRagged = images.contains { image in image.contains { $0.count != width } }
    return isRagged ? figure.recording(.invalid(function: "imageGrid", reason: "the rows of the pictures are not equally long")) : figure
}

/// Several figures in one, in rows, with letters' sizes as in one of them.
///
/// - Parameter columns: how many stand side by side; 0 for all where there are at most three, else two.
public func panels(_ figures: [Figure], columns: Int = 0) -> Figure {
    let across = columns > 0 ? min(columns, max(1, figures.count)) : figures.count <= 3 ? max(1, figures.count) : 2
    let down = (figures.count + across - 1) / across
    let cellWidth = across == 1 ? 640.0 : across == 2 ? 440 : max(240, 960 / Double(across))
    let tallest = figures.map { $0.height / $0.width }.max() ?? 0.625
    let cellHeight = max(200, cellWidth * min(1.1, max(0.72, tallest)))
    var problem: FigureError? = figures.isEmpty ? .empty(function: "panels", argument: "the list of figures") : nil
    if columns < 0 { problem = problem ?? .invalid(function: "panels", reason: "columns is \(columns); it has to be at least 1") }
    problem = problem ?? figures.lazy.compactMap(\.problem).first
    return Figure(
        kind: "panels", content: .panels(figures, columns: across), width: cellWidth * Double(across),
        height: across == 1 ? figures.reduce(0) { $0 + min(420, $1.height) } : cellHeight * Double(down), problem: problem)
}
