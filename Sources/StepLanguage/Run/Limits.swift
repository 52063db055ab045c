/// What a program may use; crossing a limit stops the step with a diagnostic at the line that crossed it.
public struct Limits: Sendable {
    /// Wall-clock time of one step; `nil` for no limit.
    public var secondsPerStep: Double?
    /// Bytes that arrays, strings, dictionaries and objects of the program may hold together.
    public var memoryBytes: Int
    /// Bytes of text that one step may print.
    public var outputBytes: Int
    /// Words of activations: about twenty for each call in progress.
    public var stackWords: Int

    public init(
        secondsPerStep: Double? = nil, memoryBytes: Int = 2 << 30, outputBytes: Int = 64 << 20,
        stackWords: Int = 1_200_000
    ) {
        self.secondsPerStep = secondsPerStep
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
        self.stackWords = stackWords
    }
}
