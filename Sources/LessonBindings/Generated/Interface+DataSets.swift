// Written by Scripts/generate-bindings.sh from the public declarations of DataSets.

extension LessonLibrary {
    /// What steps see of DataSets.
    static let interfaceDataSets = ##"""
/// A file of a real data set that is not the one that the lessons were written with.
struct FileDifference: Equatable {
    /// The file's path.
    var path: String { get }
    /// What is different, in a few words.
    var detail: String { get }
}

/// The data that lessons learn from: real data where the program was given a folder that has it, built-in samples otherwise.
enum DataSets {
    /// Ratings of films, 100,000 of them in the edition for education and development.
    static var movieLensSmall: MovieLens { get }
    /// The older 100,000 ratings, with stars from 1 to 5; where the folder lacks them, those of `movieLensSmall`.
    static var movieLens100K: MovieLens { get }
    /// A long text to learn characters from.
    static var text: TextSet { get }
    /// Handwritten (or drawn) digits.
    static var digits: DigitsSet { get }
    /// Daily sales of stores; made up, there is no real edition.
    static var storeSales: StoreSalesSet { get }
    /// The names that a lesson's front matter may list.
    static var names: [String] { get }
    /// One line about where a set comes from and, for a sample, how it was made; throws as `origin(of:)` does.
    static func about(_ name: String) throws -> String
}

/// What can go wrong before the data itself is read; broken files throw `CSVError` or `badFile`.
struct DataSetError: Error, Equatable, CustomStringConvertible {
    /// There is no set of this name.
    static func unknownSet(name: String, known: [String]) -> DataSetError
    /// The lesson does not list the set in its front matter.
    static func notAllowed(name: String) -> DataSetError
    /// The folder named as the data's location does not exist.
    static func noSuchLocation(path: String) -> DataSetError
    /// The location has the set's folder, but a file is missing in it.
    static func incomplete(set: String, file: String) -> DataSetError
    /// A file is not what it has to be.
    static func badFile(file: String, reason: String) -> DataSetError
    var description: String { get }
}

/// Pictures of digits: the 10,000 test pictures of MNIST where the data folder has them.
struct DigitsSet {
    /// How many of the pictures, from the first, are meant to train on; the rest is for validation.
    var trainCount: Int { get }
    /// The pictures, brightness from 0 to 1: float32 `[10000, 28, 28]`. Throws `DataSetError`.
    func images() throws -> Tensor
    /// The digit on each picture: int64 `[10000]`. Throws `DataSetError`.
    func labels() throws -> Tensor
}

/// Ratings of films by users, and the films' titles.
struct MovieLens {
    /// `userId`, `movieId`, `rating`, `timestamp` (seconds since 1970): one row a rating.
    ///
    /// Throws `DataSetError`, or `CSVError` with file, line and column where a real file is broken.
    func ratings() throws -> DataFrame
    /// `movieId`, `title`, `genres` (with `|` between them): one row a film, also those that nobody rated.
    ///
    /// Throws `DataSetError`, or `CSVError` with file, line and column where a real file is broken.
    func movies() throws -> DataFrame
    /// The sample's planted films: `movieId`, `bias`, `spectacle`, `darkness`; of use only where the sample is.
    func plantedMovies() -> DataFrame
    /// The sample's planted users: `userId`, `bias`, `spectacle`, `darkness`; of use only where the sample is.
    func plantedUsers() -> DataFrame
}

/// Daily sales of stores; made up, in every location.
struct StoreSalesSet {
    /// One row a store and day; see `StoreSalesSample` for the columns. Throws `DataSetError.notAllowed`.
    func sales() throws -> DataFrame
    /// The planted map: `state`, `east` and `north`.
    func plantedStates() -> DataFrame
    /// The planted stores: `store`, `state`, `size` and `eagerness` for promotions.
    func plantedStores() -> DataFrame
    /// The planted week: `weekday` and `effect`.
    func plantedWeekdays() -> DataFrame
    /// The planted year: `month` and `effect`.
    func plantedMonths() -> DataFrame
}

/// A long text for the character models: Nietzsche in English where the data folder has `nietzsche.txt`.
struct TextSet {
    /// The whole text; throws `DataSetError`, also where the file is not UTF-8.
    func content() throws -> String
}

"""##
}
