import Foundation
import LessonDocument
import LessonPages

/// Three small lessons with everything that a page can show, written to a temporary folder.
struct SampleCourse {
    let folder: URL
    var output: URL { folder.appendingPathComponent("Output") }
    var lessons: URL { folder.appendingPathComponent("Lessons") }
    private(set) var entries: [CourseEntry] = []

    var site: CourseSite { CourseSite(title: "Deep learning, step by step", entries: entries, outputFolder: output.path) }

    init(in folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: lessons.appendingPathComponent("pictures"), withIntermediateDirectories: true)
        try Self.bytes(SamplePicture()).write(to: lessons.appendingPathComponent("pictures/sketch.png"))
        entries = [
            try entry("lesson5", Self.lesson5, results: Self.results5),
            try entry("lesson6", Self.lesson6, results: Self.results6),
            try entry("lesson7", Self.lesson7, results: [:]),
        ]
    }

    private func entry(_ name: String, _ source: String, results: [String: StepResult]) throws -> CourseEntry {
        let path = lessons.appendingPathComponent("\(name).md")
        try Data(source.utf8).write(to: path)
        let folder = output.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for output in results.values.flatMap(\.outputs) {
            switch output {
            case .picture(let picture): try draw(picture, in: folder)
            case .animation(let animation):
                try draw(animation.picture, in: folder)
                for (index, frame) in animation.frames.enumerated() {
                    let position = Double(index + 1) / Double(animation.frames.count)
                    try Self.bytes(SamplePicture(position: position)).write(to: folder.appendingPathComponent(frame))
                }
            default: break
            }
        }
        var model = PageModel(lesson: try Lesson(source: source, file: "\(name).md"), results: results)
        if !results.isEmpty {
            model.values = [0: "0.764"]
            model.run = RunFacts(
                data: [.init(name: "movielens-small", origin: "built-in sample")], seed: 42,
                parameters: [("epochs", "3"), ("factors", "50")], versions: [("lessons", "1.0"), ("Swift", "6.1")])
            model.swiftSource = model.lesson.steps.map(\.code).joined(separator: "\n")
            model.transcript = source
        }
        return CourseEntry(model: model, lessonPath: path.path)
    }

    /// Gives a lesson other results.
    mutating func replaceResults(of index: Int, with results: [String: StepResult]) { entries[index].model.results = results }

    /// Drawn pictures, as every test wants the same ones.
    nonisolated(unsafe) private static var drawn: [SamplePicture: Data] = [:]

    private static func bytes(_ picture: SamplePicture) -> Data {
        if let data = drawn[picture] { return data }
        let data = Data(picture.png)
        drawn[picture] = data
        return data
    }

    private func draw(_ picture: OutputPicture, in folder: URL) throws {
        try Self.bytes(SamplePicture()).write(to: folder.appendingPathComponent(picture.file))
        if let dark = picture.darkFile { try Self.bytes(SamplePicture(isDark: true)).write(to: folder.appendingPathComponent(dark)) }
    }

    // MARK: Lessons

    static let lesson5 = #"""
        ---
        title: "Collaborative filtering from scratch"
        summary: "Predict what someone will think of a film from two *small vectors*, one for the person and one for the film."
        data: [movielens-small]
        parameters: { epochs: 3, factors: 50 }
        ---
        Suppose a friend has seen a hundred films and told you what she thought of each. Which one should she watch tonight? The table of
        everyone's ratings is mostly gaps; filling them is the whole problem, and it turns out that **two short lists of numbers** are enough.

        > [!NOTE]
        > Nothing here needs a graphics card. The whole lesson runs in a few seconds.

        ## Look at the ratings

        Each row is one opinion: who, which film, and how many stars.

        ```swift {#ratings}
        let ratings = try DataSets.movieLensSmall.ratings()
        ratings.head(5)
        ```

        There are far more empty cells than full ones. Of the 671 × 9066 pairs only 1.6 % are known, so a model that merely
        remembers would learn nothing about the rest.

        ### How many of each

        | what | how many | share |
        |:-----|---------:|:-----:|
        | users | 671 | – |
        | films | 9,066 | – |
        | ratings | 100,004 | 1.6 % |

        ## The model

        A user is a vector $u \in \mathbb{R}^{50}$, a film is a vector $m$, and each has a bias. The prediction is squeezed into the range of
        the stars:

        $$
        \hat r = r_{\min} + (r_{\max} - r_{\min}) \cdot \sigma\left( \sum_{k=1}^{50} u_k m_k + b_u + b_m \right), \qquad
        \sigma(x) = \frac{1}{1 + e^{-x}}
        $$

        ```swift {#model}
        /// Two embeddings and two biases.
        class EmbeddingDotBias: Module, PairLayer {
            let users: Embedding, movies: Embedding
            let userBias: Embedding, movieBias: Embedding

            init(userCount: Int, movieCount: Int, factors: Int = 50) {
                users = Embedding(userCount, factors)
                movies = Embedding(movieCount, factors)
                userBias = Embedding(userCount, 1)
                movieBias = Embedding(movieCount, 1)
            }

            override func callAsFunction(_ user: Tensor, _ movie: Tensor) -> Tensor {
                let dot = (users(user) * movies(movie)).sum(axis: 1) // one number a row
                return sigmoid(dot + userBias(user).squeezed() + movieBias(movie).squeezed()) * 5.5
            }
        }
        print("a model of \(671 + 9066) rows")
        ```

        ## Train

        Three passes over the data are enough. After them the error is `{swift} String(format: "%.3f", loss)`, as good as it gets
        without knowing anything else about the films.

        ```swift {#train tolerance=0.01}
        //| caption: Loss on the training batches, and after each epoch on ratings that the model never saw.
        //| alt: Two falling curves that level off near 0.76.
        let learner = Learner(data, EmbeddingDotBias(userCount: 671, movieCount: 9066), loss: mseLoss)
        try learner.fit(epochs: epochs, optimizer: .adam(learningRate: 1e-2, weightDecay: 2e-4))
        learner.plotLosses()
        ```

        > **Tip:** change `epochs` and watch where the two curves part.

        ## What it learned

        - The bias of a film says how good it is, *all else equal*.
        - The factors say how films differ:
          1. old or new,
          2. loud or quiet,
          3. and others that have no name.

        ![A sketch of the idea](pictures/sketch.png)

        ```swift {#best echo=fold}
        movies.sorted(by: "bias").head(3)
        ```

        <details>
        <summary>Why is the bias not the average?</summary>

        Because the people who see a film are not a random sample. The bias is what is left when **their** taste is taken out.

        </details>

        ## Exercises

        ```swift {#ex1 exercise}
        func rootMeanSquare(_ errors: [Double]) -> Double {
            // your turn
            return 0
        }
        ```
        ```swift {#ex1-solution solution=ex1}
        func rootMeanSquare(_ errors: [Double]) -> Double {
            (errors.map { $0 * $0 }.reduce(0, +) / Double(errors.count)).squareRoot()
        }
        ```

        Next, [what the embeddings learned](lesson6.md#a-line-that-finds-its-points).
        """#

    static let results5: [String: StepResult] = [
        "ratings": StepResult(
            status: .passed,
            outputs: [
                .table(
                    OutputTable(
                        headers: ["", "user", "movie", "title", "rating", "timestamp"],
                        rows: [
                            ["0", "1", "31", "Dangerous Minds (1995)", "2.5", "1260759144"],
                            ["1", "1", "1029", "Dumbo (1941)", "3.0", "1260759179"],
                            ["2", "1", "1061", "Sleepers (1996)", "3.0", "1260759182"],
                            ["3", "1", "1129", "Escape from New York (1981)", "2.0", "1260759185"],
                            ["4", "1", "1172", "Cinema Paradiso (Nuovo cinema Paradiso) (1989)", "4.0", "1260759205"],
                        ],
                        alignments: [.right, .right, .right, .left, .right, .right], rowHeaderCount: 1, note: "5 of 100,004 rows"))
            ]),
        "model": StepResult(status: .passed, outputs: [.text("a model of 9737 rows\n")]),
        "train": StepResult(
            status: .passed,
            outputs: [
                .text("epoch  train  valid\n    1  0.846  0.809\n    2  0.782  0.777\n    3  0.598  0.763\n"),
                .picture(
                    OutputPicture(
                        file: "train-1.png", darkFile: "train-1-dark.png", width: 640, height: 400,
                        alternativeText: "Two falling curves that level off near 0.76.",
                        caption: "Loss on the training batches, and after each epoch on ratings that the model never saw.")),
            ]),
        "best": StepResult(
            status: .passed,
            outputs: [
                .table(
                    OutputTable(
                        headers: ["title", "bias"],
                        rows: [
                            ["The Shawshank Redemption (1994)", "1.31"], ["The Godfather (1972)", "1.24"],
                            ["The Usual Suspects (1995)", "1.19"],
                        ],
                        alignments: [.left, .right]))
            ]),
        "ex1": StepResult(
            status: .passed,
            outputs: [
                .problem(
                    OutputProblem(
                        severity: .note, message: "Not solved yet: the root of the mean of [3, 4] squared is 3.5355.", file: "lesson5.md",
                        line: 0, column: 0))
            ]),
    ]

    static let lesson6 = #"""
        ---
        title: "Gradient descent by hand"
        summary: "A line finds its points, thirty small steps at a time."
        ---
        ## A line that finds its points

        The slope of the loss says which way is down:

        $$
        \begin{aligned}
        \frac{\partial L}{\partial a} &= \frac{2}{n} \sum_{i=1}^n x_i (a x_i + b - y_i) \\
        \frac{\partial L}{\partial b} &= \frac{2}{n} \sum_{i=1}^n (a x_i + b - y_i)
        \end{aligned}
        $$

        ```swift {#animation}
        //| caption: Twenty frames, thirty updates each.
        animate(frames: 20, interval: 0.1) { frame in draw(frame) }
        ```

        ## When shapes do not fit

        ```swift {#wrong}
        let x = Tensor(zeros: [64, 50])
        let y = x.matmul(Tensor(zeros: [784, 10]))
        ```

        ```swift {#after}
        y.sum()
        ```

        > **Warning:** an error in a step stops the steps that need it, and no others.

        ```swift {#on-purpose error="out of range"}
        let a = [1, 2, 3]
        a[3]
        ```

        ## Matrices and cases

        $$
        A = \begin{pmatrix} a & b \\ c & d \end{pmatrix}, \quad
        \operatorname{relu}(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}, \quad
        \sqrt[3]{x^2 + y'^2}, \quad \binom{n}{k}, \quad \prod_{i} \vec v_i, \quad \max_{\theta} \mathcal{L}(\theta), \quad \int_0^1 \mathbf{x}\,dx
        $$

        Inline too: $\lVert w \rVert_2^2 \le \lambda$, $\alpha \approx 10^{-3}$, and an unknown one $\unknown{x}$. It costs $5 or $6.
        """#

    static let results6: [String: StepResult] = [
        "animation": StepResult(
            status: .passed,
            outputs: [
                .animation(
                    OutputAnimation(
                        picture: OutputPicture(
                            file: "animation-1.png", width: 640, height: 400, alternativeText: "A line turns until it lies on its points.",
                            caption: "Twenty frames, thirty updates each."),
                        frames: (1...20).map { "animation-1-frame\($0).png" }, interval: 0.1))
            ]),
        "wrong": StepResult(
            status: .failed,
            outputs: [
                .problem(
                    OutputProblem(
                        message: "matmul: [64, 50] × [784, 10]: inner dimensions 50 and 784 differ", file: "lesson6.md", line: 28,
                        column: 9,
                        length: 33, sourceLine: "let y = x.matmul(Tensor(zeros: [784, 10]))",
                        hints: ["The first has 50 columns, so the second needs 50 rows."]))
            ]),
        "after": StepResult(status: .skipped("step wrong failed")),
        "on-purpose": StepResult(
            status: .failedAsExpected,
            outputs: [
                .problem(
                    OutputProblem(
                        message: "index 3 is out of range: the array has 3 elements", file: "lesson6.md", line: 39, column: 3, length: 1,
                        sourceLine: "a[3]", hints: ["Indices go from 0 to 2."]))
            ]),
    ]

    static let lesson7 = """
        # A lesson that was not run

        Only text and `code`.

        ```swift
        let a = 1
        ```
        """
}
