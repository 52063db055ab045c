#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The data sets by the names that a lesson's front matter uses.
package enum DataSetName: String, CaseIterable, Sendable {
    case movieLensSmall = "movielens-small"
    case movieLens100K = "movielens-100k"
    case nietzsche = "nietzsche"
    case mnist = "mnist"
    case storeSales = "store-sales"

    /// A file of a real edition: its place in the data folder and, where known, what it has to be.
    package struct File: Sendable {
        package var path: String
        package var size: Int?
        package var sha256: String?
    }

    /// An edition of a set: real files in the data folder, or the sample.
    package enum Edition: Sendable {
        case sample
        case real(DataSetName)
    }

    /// The folder or file of the real edition in the data folder; nil where there is none.
    package var folder: String? {
        switch self {
        case .movieLensSmall: "ml-latest-small"
        case .movieLens100K: "ml-100k"
        case .nietzsche: "nietzsche.txt"
        case .mnist: "mnist"
        case .storeSales: nil
        }
    }

    /// The files of the real edition.
    package var files: [File] {
        switch self {
        case .movieLensSmall:
            [
                File(
                    path: "ml-latest-small/ratings.csv", size: 2_338_261,
                    sha256: "b4239649fbf90ebf405c56c3ae1d929d9e7c86fc1a3a80cbef1c884df593ef73"),
                File(
                    path: "ml-latest-small/movies.csv", size: 449_264,
                    sha256: "43d1736d3c688eb5b7856473c36d86a1c345676cab256c91720c1f6984d263b5"),
            ]
        case .movieLens100K: [File(path: "ml-100k/u.data", size: 1_979_173), File(path: "ml-100k/u.item", size: 236_344)]
        case .nietzsche:
            [File(path: "nietzsche.txt", size: 600_901, sha256: "23cf69874ab69d3d256099ab530ea4be24d47d9675b673bcc67cbcd6298ec647")]
        case .mnist:
            [
                File(path: "mnist/t10k-images-idx3-ubyte.gz", size: 1_648_877, sha256: "75f75abba335db372280711c1000dda45d331aabf2fa61b5145ec0f50ce2bc89"),
                File(path: "mnist/t10k-labels-idx1-ubyte.gz", size: 4542, sha256: "ecfb0dd4789ce7d41b5341440f474ef7c4579a431ceaadf21c4168828d3bbf57"),
            ]
        case .storeSales: []
        }
    }

    /// How the sample that stands in for the set was made.
    package var sampleNote: String {
        switch self {
        case .movieLensSmall, .movieLens100K: RatingsSample.note
        case .nietzsche: TextSample.note
        case .mnist: DigitsSample.note
        case .storeSales: StoreSalesSample.note
        }
    }

    /// What reading the set gives now; throws `DataSetError.noSuchLocation`.
    package func edition() throws -> (edition: Edition, origin: DataOrigin) {
        let sample = (Edition.sample, DataOrigin.sample(how: sampleNote))
        guard let location = DataSets.location else { return sample }
        guard access(location, F_OK) == 0 else { throw DataSetError.noSuchLocation(path: location) }
        // The older ratings are not free to pass on; the newer ones tell the same story.
        for candidate in self == .movieLens100K ? [self, .movieLensSmall] : [self] {
            if let folder = candidate.folder, access("\(location)/\(folder)", F_OK) == 0 {
                return (.real(candidate), .folder(folder))
            }
        }
        return sample
    }

    /// The edition to read, after it was allowed and its use told; throws `DataSetError`.
    func use() throws -> Edition {
        if let allowed = DataSets.allowed, !allowed.contains(rawValue) { throw DataSetError.notAllowed(name: rawValue) }
        let (edition, origin) = try self.edition()
        DataSets.settings.tell(.used(name: rawValue, origin: origin))
        return edition
    }
}
