/// What a lesson says about itself before its first paragraph.
public struct FrontMatter: Hashable, Sendable {
    /// A data set that the lesson's steps may read.
    public struct DataSetName: Hashable, Sendable {
        public let name: String
        public let position: SourcePosition
    }

    public var title: String?
    public var summary: String?
    /// The data sets that the steps may read, as they are named.
    public var data: [DataSetName] = []
    /// Where the lesson's random numbers begin.
    public var seed = 42
    public var parameters: [Parameter] = []
    /// The lesson's place in the course; lessons without one come after, by file name.
    public var order: Double?
    /// The last line of the front matter, 0 when the lesson has none.
    public var lastLine = 0

    /// The keys that front matter may have.
    public static let keys = ["title", "summary", "data", "seed", "parameters", "order"]
}
