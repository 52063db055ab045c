/// The data that lessons learn from: real data where the program was given a folder that has it, built-in samples otherwise.
public enum DataSets {
    /// Ratings of films, 100,000 of them in the edition for education and development.
    public static let movieLensSmall = MovieLens(.movieLensSmall)
    /// The older 100,000 ratings, with stars from 1 to 5; where the folder lacks them, those of `movieLensSmall`.
    public static let movieLens100K = MovieLens(.movieLens100K)
    /// A long text to learn characters from.
    public static let text = TextSet()
    /// Handwritten (or drawn) digits.
    public static let digits = DigitsSet()
    /// Daily sales of stores; made up, there is no real edition.
    public static let storeSales = StoreSalesSet()

    /// The folder that holds real data sets; nil for the samples. Set once, before a lesson runs.
    public static var location: String? {
        get { settings.location }
        set { settings.location = newValue }
    }

    /// The names of the sets that may be read, as a lesson's front matter lists them; nil for all.
    public static var allowed: [String]? {
        get { settings.allowed }
        set { settings.allowed = newValue }
    }

    /// Told of each use of a set and of each warning; without a listener they go to standard error, each once.
    public static var listener: ((DataSetEvent) -> Void)? {
        get { settings.listener }
        set { settings.listener = newValue }
    }

    /// The names that a lesson's front matter may list.
    public static var names: [String] { DataSetName.allCases.map(\.rawValue) }

    /// Checks a name of a lesson's front matter; throws `DataSetError.unknownSet`, which suggests the nearest.
    public static func validate(_ name: String) throws {
        guard DataSetName(rawValue: name) != nil else { throw DataSetError.unknownSet(name: name, known: names) }
    }

    /// Which data a set gives with the present location; throws `DataSetError.unknownSet`, or `noSuchLocation` where the folder is not there.
    public static func origin(of name: String) throws -> DataOrigin {
        guard let set = DataSetName(rawValue: name) else { throw DataSetError.unknownSet(name: name, known: names) }
        return try set.edition().origin
    }

    /// One line about where a set comes from and, for a sample, how it was made; throws as `origin(of:)` does.
    public static func about(_ name: String) throws -> String {
        switch try origin(of: name) {
        case .sample(let how): "built-in sample, \(how)"
        case .folder(let folder): "\(folder) in \(location ?? "the data folder")"
        }
    }

    static let settings = Settings()
}

/// Where the data of a set comes from.
public enum DataOrigin: Equatable, Sendable {
    /// Made by the library; `how` says in a line how.
    case sample(how: String)
    /// Read from a folder (or file) of this name in `DataSets.location`.
    case folder(String)

    /// `sample` or the folder's name: what a recorded result is filed under.
    public var label: String {
        switch self {
        case .sample: "sample"
        case .folder(let name): name
        }
    }
}

/// What happens while data is read.
public enum DataSetEvent: Equatable, Sendable {
    /// A set is used; told once for each set and origin.
    case used(name: String, origin: DataOrigin)
    /// A real file is another edition than the one that the lessons were written with.
    case otherEdition(file: String, detail: String)

    /// The event in one line.
    public var message: String {
        switch self {
        case .used(let name, .sample(let how)): "\(name): using the built-in sample (\(how))"
        case .used(let name, .folder(let folder)): "\(name): using \(folder)"
        case .otherEdition(let file, let detail): "warning: \(file) is another edition than the lessons were written with: \(detail)"
        }
    }
}

/// What can go wrong before the data itself is read; broken files throw `CSVError` or `badFile`.
public enum DataSetError: Error, Equatable, CustomStringConvertible {
    /// There is no set of this name.
    case unknownSet(name: String, known: [String])
    /// The lesson does not list the set in its front matter.
    case notAllowed(name: String)
    /// The folder named as the data's location does not exist.
    case noSuchLocation(path: String)
    /// The location has the set's folder, but a file is missing in it.
    case incomplete(set: String, file: String)
    /// A file is not what it has to be.
    case badFile(file: String, reason: String)

    public var description: String {
        switch self {
        case .unknownSet(let name, let known):
            if let near = DataSets.nearest(to: name) { return "there is no data set “\(name)”; did you mean “\(near)”?" }
            return "there is no data set “\(name)”; the sets are \(known.joined(separator: ", "))"
        case .notAllowed(let name):
            return "this lesson does not name the data set “\(name)”: add it to its front matter, as in data: [\(name)]"
        case .noSuchLocation(let path): return "\(path): there is no such data folder; leave out --data to use the built-in samples"
        case .incomplete(let set, let file): return "\(file): this file of the data set “\(set)” is missing; fetch the set again"
        case .badFile(let file, let reason): return "\(file): \(reason)"
        }
    }
}
