import Frames

/// Ratings of films by users, and the films' titles.
public struct MovieLens: Sendable {
    private let name: DataSetName

    init(_ name: DataSetName) { self.name = name }

    /// `userId`, `movieId`, `rating`, `timestamp` (seconds since 1970): one row a rating.
    ///
    /// Throws `DataSetError`, or `CSVError` with file, line and column where a real file is broken.
    public func ratings() throws -> DataFrame {
        switch try name.use() {
        case .sample: return RatingsSample.shared.ratings
        case .real(.movieLens100K):
            let (bytes, path) = try RealFile.read(.movieLens100K, "u.data")
            var options = CSVOptions(delimiter: "\t", names: ["userId", "movieId", "rating", "timestamp"], quotes: false)
            options.kinds = ["userId": .int, "movieId": .int, "rating": .double, "timestamp": .int]
            return try DataFrame.parse(bytes: bytes, file: path, options)
        case .real(let set):
            let (bytes, path) = try RealFile.read(set, "ratings.csv")
            var options = CSVOptions(columns: ["userId", "movieId", "rating", "timestamp"])
            options.kinds = ["userId": .int, "movieId": .int, "rating": .double, "timestamp": .int]
            return try DataFrame.parse(bytes: bytes, file: path, options)
        }
    }

    /// `movieId`, `title`, `genres` (with `|` between them): one row a film, also those that nobody rated.
    ///
    /// Throws `DataSetError`, or `CSVError` with file, line and column where a real file is broken.
    public func movies() throws -> DataFrame {
        switch try name.use() {
        case .sample: return RatingsSample.shared.movies
        case .real(.movieLens100K): return try oldMovies()
        case .real(let set):
            let (bytes, path) = try RealFile.read(set, "movies.csv")
            let options = CSVOptions(
                columns: ["movieId", "title", "genres"], missing: [], kinds: ["movieId": .int, "title": .string, "genres": .string])
            return try DataFrame.parse(bytes: bytes, file: path, options)
        }
    }

    /// The older list has a column of 0 or 1 for each genre, and dates and links that no lesson needs.
    private func oldMovies() throws -> DataFrame {
        let genres = [
            "unknown", "Action", "Adventure", "Animation", "Children", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir",
            "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
        ]
        let (bytes, path) = try RealFile.read(.movieLens100K, "u.item")
        var options = CSVOptions(
            delimiter: "|", names: ["movieId", "title", "release", "video", "link"] + genres, columns: ["movieId", "title"] + genres,
            encoding: .latin1, quotes: false, missing: [])
        options.kinds = ["movieId": .int, "title": .string]
        for genre in genres { options.kinds[genre] = .int }
        let all = try DataFrame.parse(bytes: bytes, file: path, options)
        var lists = [[String]](repeating: [], count: all.rowCount)
        for genre in genres {
            for (row, flag) in try all.ints(genre).enumerated() where flag != 0 { lists[row].append(genre) }
        }
        return try all.select(["movieId", "title"]).adding(lists.map { $0.joined(separator: "|") }, named: "genres")
    }

    /// The sample's planted films: `movieId`, `bias`, `spectacle`, `darkness`; of use only where the sample is.
    public func plantedMovies() -> DataFrame { RatingsSample.shared.plantedMovies }

    /// The sample's planted users: `userId`, `bias`, `spectacle`, `darkness`; of use only where the sample is.
    public func plantedUsers() -> DataFrame { RatingsSample.shared.plantedUsers }
}
