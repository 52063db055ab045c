import Dispatch
import Figures

/// A figure or animation that a step gave, drawn when its pictures are first asked for.
public final class Drawing {
    /// The pictures, and what records say of them.
    public struct Pictures {
        /// Seconds between two frames of an animation; nil for a figure.
        public var interval: Double?
        public var width: Int
        public var height: Int
        /// The PNG, animated for an animation.
        public var light: [UInt8]
        /// A figure's variant for dark pages.
        public var dark: [UInt8] = []
        /// Each frame of an animation as a PNG of its own, for light and for dark pages.
        public var frames: [[UInt8]] = []
        public var darkFrames: [[UInt8]] = []
    }

    /// The author's caption and alternative text, empty where the step's code gives none.
    public let caption: String
    public let authorsAlternative: String
    /// What the picture itself says that it shows.
    public let alternativeText: String
    public let isAnimation: Bool
    private let draw: () throws -> Pictures
    private var drawn: Pictures?

    init(_ figure: Figure) {
        caption = figure.words.caption
        authorsAlternative = figure.words.alternative
        alternativeText = figure.alternativeText
        isAnimation = false
        draw = {
            let (light, dark) = try atOnce({ try figure.png() }, { try figure.png(dark: true) })
            return Pictures(width: Int(figure.width), height: Int(figure.height), light: light, dark: dark)
        }
    }

    init(_ animation: Animation) {
        caption = animation.captionText
        authorsAlternative = animation.frames.first?.words.alternative ?? ""
        alternativeText = animation.alternativeText
        isAnimation = true
        draw = {
            let (light, dark) = try atOnce({ try animation.files() }, { try animation.framePNGs(dark: true) })
            return Pictures(
                interval: animation.interval, width: Int(animation.frames.first?.width ?? 0),
                height: Int(animation.frames.first?.height ?? 0), light: light.animated, frames: light.frames, darkFrames: dark)
        }
    }

    /// One that was drawn in an earlier run.
    init(caption: String, authorsAlternative: String, alternativeText: String, pictures: Pictures) {
        self.caption = caption
        self.authorsAlternative = authorsAlternative
        self.alternativeText = alternativeText
        isAnimation = pictures.interval != nil
        draw = { pictures }
    }

    /// The pictures; drawn once.
    /// - Throws: what drawing throws.
    public func pictures() throws -> Pictures {
        if let drawn { return drawn }
        let pictures = try draw()
        drawn = pictures
        return pictures
    }
}

/// Does two pieces of work on two threads and gives what both give.
/// - Throws: what the first throws, or else the second.
private func atOnce<First, Second>(
    _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
    // Each is set by one thread, and read when both have ended.
    nonisolated(unsafe) var firstResult: Result<First, Error>?
    nonisolated(unsafe) var secondResult: Result<Second, Error>?
    DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 {
            firstResult = Result { try first() }
        } else {
            secondResult = Result { try second() }
        }
    }
    return (try (firstResult ?? Result { try first() }).get(), try (secondResult ?? Result { try second() }).get())
}
