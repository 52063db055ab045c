import Figures
#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One figure of each kind, and the hard cases.
enum Gallery {
    /// Numbers from 0 to 1 that are the same on every run (Knuth's MMIX generator).
    struct Noise {
        var state: UInt64

        mutating func uniform() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 9_007_199_254_740_992
        }

        mutating func normal() -> Double {
            (-2 * log(uniform() + 1e-300)).squareRoot() * cos(2 * .pi * uniform())
        }

        mutating func normals(_ count: Int) -> [Double] { (0..<count).map { _ in normal() } }
    }

    static let titles = [
        "The Shawshank Redemption", "Pulp Fiction", "Forrest Gump", "The Silence of the Lambs", "Star Wars: Episode IV – A New Hope",
        "The Matrix", "Jurassic Park", "Schindler's List", "Back to the Future", "Star Wars: Episode V – The Empire Strikes Back",
        "Toy Story", "Terminator 2: Judgment Day", "Star Wars: Episode VI – Return of the Jedi", "Braveheart", "Fight Club",
        "American Beauty", "The Usual Suspects", "The Godfather", "Fargo", "Raiders of the Lost Ark", "Apollo 13", "Independence Day",
        "The Lion King", "The Lord of the Rings: The Fellowship of the Ring", "Seven", "The Sixth Sense", "Aladdin", "The Fugitive",
        "Twelve Monkeys", "True Lies", "Dances with Wolves", "Batman", "Saving Private Ryan", "Gladiator", "Memento", "Titanic",
        "Groundhog Day", "Speed", "Shrek", "Men in Black", "The Princess Bride", "Beauty and the Beast", "Mission: Impossible",
        "Ace Ventura: Pet Detective", "Die Hard: With a Vengeance", "Dumb & Dumber", "Blade Runner", "Monty Python and the Holy Grail",
        "Good Will Hunting", "The Mask",
    ]

    static func losses(_ count: Int, from start: Double, seed: UInt64) -> [Double] {
        var noise = Noise(state: seed)
        return (0..<count).map { 0.4 + start * exp(-Double($0) / Double(count) * 4) + 0.06 * noise.normal() }
    }

    static var digit: [Double] {
        (0..<784).map { place in
            let x = Double(place % 28) - 13.5
            let y = Double(place / 28) - 13.5
            let ring = abs((x * x / 0.6 + y * y).squareRoot() - 8)
            return max(0, 1 - ring / 2.2)
        }
    }

    static var figures: [(String, Figure)] {
        var noise = Noise(state: 7)
        let train = losses(400, from: 2, seed: 1)
        let pca = (noise.normals(50), noise.normals(50))
        let cloud = noise.normals(4000)
        let other = cloud.map { 0.6 * $0 + 0.8 * noise.normal() }
        var gappy = losses(120, from: 1.5, seed: 3)
        for place in 40..<52 { gappy[place] = .nan }
        gappy[80] = .infinity
        func wave(_ run: Int) -> [Double] {
            let size = 1 + Double(run) * 0.1
            return (0..<50).map { (place: Int) -> Double in size * sin(Double(place) / 8 + Double(run) * 0.3) }
        }
        func scaled(_ count: Int, _ change: (Double) -> Double) -> [Double] { (0..<count).map { change(Double($0)) } }
        let digit = Gallery.digit
        func faded(_ index: Int) -> [Double] { digit.map { $0 * (1 - Double(index) / 40) } }
        func cell(_ row: Int, _ column: Int) -> Double {
            row == column ? 180 + 20 * noise.uniform() : 8 * noise.uniform()
        }
        func rating() -> Double {
            noise.uniform() < 0.2 ? Double.nan : (noise.uniform() * 9).rounded() / 2 + 0.5
        }
        let matrix = (0..<10).map { row in (0..<10).map { column in cell(row, column) } }
        let waves = (0..<12).map { row -> [Double] in
            (0..<20).map { column -> Double in sin(Double(column + row) / 3) * Double(row - 5) }
        }
        let rosenbrock = contour(from: [-2, -1], to: [2, 3]) { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }
        let movieBars = bar(
            Array(titles.prefix(15)), (0..<15).map { (place: Int) -> Double in 0.9 - Double(place) * 0.05 }, horizontal: true
        ).title("Highest bias").xLabel("bias")
        var figures: [(String, Figure)] = []
        func add(_ name: String, _ figure: Figure) { figures.append((name, figure)) }
        add("line", plot(train, label: "training").series(losses(400, from: 1.6, seed: 2), label: "validation").xLabel("batch").yLabel("loss")
            .title("Loss while training"))
        add("line-one", plot(train).xLabel("batch").yLabel("loss"))
        add("line-point", plot([3.5]).xLabel("epoch"))
        add("line-constant", plot([2, 2, 2, 2], label: "constant").yLabel("value"))
        add("line-huge", plot([-1e308, 1e308, 5e307]).title("Huge"))
        add("line-tiny", plot([1e-12, 3e-12, 2e-12]).title("Tiny").yLabel("rate").xLabel("epoch"))
        add("line-offset", plot([100_000.001, 100_000.002, 100_000.0015]).title("A large offset"))
        add("line-million", plot(losses(1_000_000, from: 3, seed: 4)).title("A million").xLabel("batch"))
        add("gaps", plot(gappy, label: "with gaps").xLabel("batch"))
        add("log", plot(scaled(61) { pow(10, -$0 / 10) }, label: "error").logY().yLabel("error").xLabel("step"))
        add("log-both", plot(scaled(40) { pow(1.5, $0 + 1) }, scaled(40) { pow($0 + 1, 3) }, markers: true).logX().logY().xLabel(
            "size").yLabel("time"))
        add("log-narrow", plot([0.6, 0.5, 0.42, 0.39, 0.35, 0.2]).logY().yLabel("loss"))
        add("many-lines", plot((0..<10).map(wave), labels: (0..<10).map { "run \($0)" }))
        add("curves", curve(from: -3, to: 3, label: "x²") { $0 * $0 }.curve(from: -3, to: 3, label: "2 x²", dashed: true) { 2 * $0 * $0 }
            .horizontalLine(at: 4, label: "four").verticalLine(at: 1).note("minimum", x: 0, y: 0).title("A family of parabolas"))
        add("band", plot(scaled(60) { sin($0 / 10) }, label: "mean").band(
            scaled(60) { $0 }, lower: scaled(60) { sin($0 / 10) - 0.3 }, upper: scaled(60) { sin($0 / 10) + 0.3 },
            label: "± one standard deviation"))
        add("scatter", scatter(Array(cloud.prefix(300)), Array(other.prefix(300)), label: "points").xLabel("x").yLabel("y")
            .curve(from: -3, to: 3, label: "fit") { 0.6 * $0 })
        add("scatter-titles", scatter(pca.0, pca.1, labels: titles, values: pca.0.map { $0 * 2 }).xLabel("first component").yLabel(
            "second component").colorLabel("bias").size(800, 600))
        add("scatter-tight", scatter(pca.0.map { $0 * 0.01 }, pca.1, labels: titles, groups: titles.map { $0.hasPrefix("The") ? "The …" : "other" })
            .size(800, 600))
        add("scatter-sizes", scatter(
            Array(cloud.prefix(60)), Array(other.prefix(60)), groups: (0..<60).map { ["comedy", "drama", "horror"][$0 % 3] },
            sizes: (0..<60).map(Double.init), opacity: 0.6))
        add("scatter-million", scatter(noise.normals(1_000_000), noise.normals(1_000_000)).title("A million points"))
        add("histogram", histogram(cloud, label: "x").histogram(other.map { $0 + 1 }, label: "y").xLabel("value"))
        add("histogram-whole", histogram(scaled(500) { _ in (1 + 5 * noise.uniform()).rounded(.down) }).xLabel("rating"))
        add("bar", bar(["SGD", "momentum", "RMSprop", "Adam"], [0.61, 0.42, 0.33, 0.29], label: "training").bars([0.66, 0.5, 0.47, 0.45], label: "validation")
            .yLabel("loss"))
        add("bar-long", bar(Array(titles.prefix(12)), scaled(12) { 4.5 - $0 * 0.1 }).yLabel("mean rating"))
        add("bar-negative", bar(["a", "b", "c", "d"], [-1, 2, .nan, 0.5]))
        add("bar-horizontal", movieBars)
        add("heatmap", heatmap(matrix.map { $0.map { $0.rounded() } }, rows: (0..<10).map(String.init), columns: (0..<10).map(String.init))
            .xLabel("predicted").yLabel("actual").title("Confusion matrix"))
        add("heatmap-signed", heatmap(waves).colorLabel("weight"))
        add("heatmap-gaps", heatmap((0..<15).map { _ in (0..<15).map { _ in rating() } },
            rows: Array(titles.prefix(15)), columns: (0..<15).map { "user \($0 * 37)" }))
        add("contour", rosenbrock.path(scaled(25) { -1.5 + 2.5 * $0 / 24 }, scaled(25) { 2.2 - 1.2 * $0 * $0 / 576 }, label: "Adam").path(
            scaled(25) { -1.5 + 1.5 * $0 / 24 }, scaled(25) { 2.2 * (1 - $0 / 24) }, label: "SGD").xLabel("a").yLabel("b").title("Paths of two optimizers"))
        add("contour-lines", contour(from: [-3, -3], to: [3, 3], filled: false) { x, y in x * x + y * y * 2 })
        add("joint", jointPlot(cloud, other).xLabel("rating").yLabel("prediction").title("Predictions against ratings"))
        add("images", imageGrid((0..<24).map(faded), columns: 8,
            captions: (0..<24).map { "\($0 % 10) → \(($0 * 7) % 10)" }).title("The worst mistakes"))
        add("graph", computationGraph(
            ["x -> w · x: 2", "w -> w · x: 3", "w · x -> + b: 1", "b -> + b: 1", "+ b -> (… − y)²: 4", "y -> (… − y)²", "(… − y)² -> loss"],
            notes: ["x": "3.0", "w": "2.0", "b": "1.0", "y": "5.0", "loss": "4.0"], highlighted: ["loss"]).title("The chain rule"))
        add("graph-char3", computationGraph(
            ["char 1 -> embed 1", "embed 1 -> hidden 1", "hidden 1 -> hidden 2", "char 2 -> embed 2", "embed 2 -> hidden 2",
                "hidden 2 -> hidden 3", "char 3 -> embed 3", "embed 3 -> hidden 3", "hidden 3 -> char 4", "hidden 1 -> char 4"]))
        add("network", networkDiagram([784, 50, 10], names: ["pixels", "hidden, ReLU", "digits"]).title("MnistNN"))
        add("panels", panels([
            plot(train).title("Rate").yLabel("rate"), plot(gappy).title("Momentum"), histogram(cloud).title("Weights"),
            heatmap(matrix.map { $0.map { $0.rounded() } }).title("Confusion"),
        ]).title("Four panels"))
        return figures
    }

    static var animation: Animation {
        var noise = Noise(state: 5)
        let x = (0..<50).map { _ in noise.uniform() }
        let y = x.map { 3 * $0 + 8 + 0.3 * noise.normal() }
        return animate(frames: 20, interval: 0.1) { frame in
            let share = 1 - exp(-Double(frame) / 4)
            let slope = -1 + 4 * share
            let intercept = 1 + 7 * share
            return scatter(x, y, label: "data").curve(from: 0, to: 1, label: "line") { slope * $0 + intercept }
                .title("After \(frame * 30) updates").xLabel("x").yLabel("y")
        }
    }
}
