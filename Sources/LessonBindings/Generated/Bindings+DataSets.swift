// Written by Scripts/generate-bindings.sh from the public declarations of DataSets.

import LessonKit
import StepLanguage

extension FileDifference: NativeValue {}
extension DataSetError: NativeValue {}
extension DigitsSet: NativeValue {}
extension MovieLens: NativeValue {}
extension StoreSalesSet: NativeValue {}
extension TextSet: NativeValue {}

extension LessonLibrary {
    /// Binds the natives of DataSets.
    static func bindDataSets(_ library: Library) {
        bindDataSets0(library)
        bindDataSets1(library)
        bindDataSets2(library)
        bindDataSets3(library)
        bindDataSets4(library)
        bindDataSets5(library)
        bindDataSets6(library)
    }

    /// FileDifference
    fileprivate static func bindDataSets0(_ library: Library) {
        library.bind("FileDifference.path") { (s: FileDifference) throws -> String in s.path }
        library.bind("FileDifference.detail") { (s: FileDifference) throws -> String in s.detail }
    }

    /// DataSets
    fileprivate static func bindDataSets1(_ library: Library) {
        library.bind("DataSets.movieLensSmall") { () throws -> MovieLens in DataSets.movieLensSmall }
        library.bind("DataSets.movieLens100K") { () throws -> MovieLens in DataSets.movieLens100K }
        library.bind("DataSets.text") { () throws -> TextSet in DataSets.text }
        library.bind("DataSets.digits") { () throws -> DigitsSet in DataSets.digits }
        library.bind("DataSets.storeSales") { () throws -> StoreSalesSet in DataSets.storeSales }
        library.bind("DataSets.names") { () throws -> [String] in DataSets.names }
        library.bind("DataSets.about(_: String)") { (p0: String) throws -> String in try DataSets.about(p0) }
    }

    /// DataSetError
    fileprivate static func bindDataSets2(_ library: Library) {
        library.bind("DataSetError.unknownSet(name: String, known: [String])") { (p0: String, p1: [String]) throws -> DataSetError in DataSetError.unknownSet(name: p0, known: p1) }
        library.bind("DataSetError.notAllowed(name: String)") { (p0: String) throws -> DataSetError in DataSetError.notAllowed(name: p0) }
        library.bind("DataSetError.noSuchLocation(path: String)") { (p0: String) throws -> DataSetError in DataSetError.noSuchLocation(path: p0) }
        library.bind("DataSetError.incomplete(set: String, file: String)") { (p0: String, p1: String) throws -> DataSetError in DataSetError.incomplete(set: p0, file: p1) }
        library.bind("DataSetError.badFile(file: String, reason: String)") { (p0: String, p1: String) throws -> DataSetError in DataSetError.badFile(file: p0, reason: p1) }
        library.bind("DataSetError.description") { (s: DataSetError) throws -> String in s.description }
    }

    /// DigitsSet
    fileprivate static func bindDataSets3(_ library: Library) {
        library.bind("DigitsSet.trainCount") { (s: DigitsSet) throws -> Int in s.trainCount }
        library.bind("DigitsSet.images()") { (s: DigitsSet) throws -> Tensor in try s.images() }
        library.bind("DigitsSet.labels()") { (s: DigitsSet) throws -> Tensor in try s.labels() }
    }

    /// MovieLens
    fileprivate static func bindDataSets4(_ library: Library) {
        library.bind("MovieLens.ratings()") { (s: MovieLens) throws -> DataFrame in try s.ratings() }
        library.bind("MovieLens.movies()") { (s: MovieLens) throws -> DataFrame in try s.movies() }
        library.bind("MovieLens.plantedMovies()") { (s: MovieLens) throws -> DataFrame in s.plantedMovies() }
        library.bind("MovieLens.plantedUsers()") { (s: MovieLens) throws -> DataFrame in s.plantedUsers() }
    }

    /// StoreSalesSet
    fileprivate static func bindDataSets5(_ library: Library) {
        library.bind("StoreSalesSet.sales()") { (s: StoreSalesSet) throws -> DataFrame in try s.sales() }
        library.bind("StoreSalesSet.plantedStates()") { (s: StoreSalesSet) throws -> DataFrame in s.plantedStates() }
        library.bind("StoreSalesSet.plantedStores()") { (s: StoreSalesSet) throws -> DataFrame in s.plantedStores() }
        library.bind("StoreSalesSet.plantedWeekdays()") { (s: StoreSalesSet) throws -> DataFrame in s.plantedWeekdays() }
        library.bind("StoreSalesSet.plantedMonths()") { (s: StoreSalesSet) throws -> DataFrame in s.plantedMonths() }
    }

    /// TextSet
    fileprivate static func bindDataSets6(_ library: Library) {
        library.bind("TextSet.content()") { (s: TextSet) throws -> String in try s.content() }
    }
}
