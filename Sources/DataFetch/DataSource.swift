import DataSets

/// Where the publisher of a data set keeps its files, and what becomes of them in the data folder.
public struct DataSource: Sendable {
    /// How a download becomes files of the data folder.
    public enum Packing: Sendable {
        /// It is stored as it is, at this place in the data folder.
        case file(String)
        /// A zip archive whose members lie in a folder that goes into the data folder.
        case zip
    }

    /// The address.
    public var address: String
    /// How it is packed.
    public var packing: Packing
    /// Its size in bytes, where the publisher does not change it.
    public var size: Int?
    /// Its SHA-256 in hexadecimal, where the publisher does not change it.
    public var sha256: String?

    /// A download.
    public init(address: String, packing: Packing, size: Int? = nil, sha256: String? = nil) {
        self.address = address
        self.packing = packing
        self.size = size
        self.sha256 = sha256
    }

    /// The downloads that make up a set, by the name that a lesson's front matter uses. The small ratings are replaced by their publisher from
    /// time to time; the fetched files are compared with the edition that the lessons were written with, and a difference is a warning.
    public static let table: [String: [DataSource]] = [
        "movielens-small": [
            DataSource(address: "https://files.grouplens.org/datasets/movielens/ml-latest-small.zip", packing: .zip)
        ],
        "movielens-100k": [
            DataSource(address: "https://files.grouplens.org/datasets/movielens/ml-100k.zip", packing: .zip, size: 4_924_029)
        ],
        "nietzsche": [
            DataSource(
                address: "https://s3.amazonaws.com/text-datasets/nietzsche.txt", packing: .file("nietzsche.txt"), size: 600_901,
                sha256: "23cf69874ab69d3d256099ab530ea4be24d47d9675b673bcc67cbcd6298ec647")
        ],
        "mnist": [
            DataSource(
                address: "https://ossci-datasets.s3.amazonaws.com/mnist/t10k-images-idx3-ubyte.gz",
                packing: .file("mnist/t10k-images-idx3-ubyte.gz"), size: 1_648_877,
                sha256: "75f75abba335db372280711c1000dda45d331aabf2fa61b5145ec0f50ce2bc89"),
            DataSource(
                address: "https://ossci-datasets.s3.amazonaws.com/mnist/t10k-labels-idx1-ubyte.gz",
                packing: .file("mnist/t10k-labels-idx1-ubyte.gz"), size: 4542,
                sha256: "ecfb0dd4789ce7d41b5341440f474ef7c4579a431ceaadf21c4168828d3bbf57"),
        ],
    ]
}

/// Why a data set could not be fetched.
public enum DataFetchError: Error, Equatable, CustomStringConvertible {
    /// The set has no real edition to fetch.
    case nothingToFetch(name: String)
    /// The server cannot be reached; what has arrived is kept.
    case offline(address: String, reason: String)
    /// The server answers with an error.
    case refused(address: String, status: Int)
    /// The connection ended early, again after it was taken up.
    case cutShort(address: String, received: Int, expected: Int)
    /// What arrived is not what the publisher had; it was removed.
    case wrongHash(address: String, expected: String, found: String)
    /// What arrived has another size than the publisher's; it was removed.
    case wrongSize(address: String, expected: Int, found: Int)
    /// The archive is damaged or holds what it must not.
    case badArchive(address: String, reason: String)
    /// A file cannot be written; on a full disk `reason` says so.
    case cannotWrite(path: String, reason: String)

    public var description: String {
        switch self {
        case .nothingToFetch(let name): "\(name) is made up: there is nothing to fetch, lessons use the built-in sample"
        case .offline(let address, let reason):
            "\(address): no connection (\(reason)); try again when there is one, what has arrived is kept"
        case .refused(let address, let status):
            status == 404 ? "\(address): the publisher has no such file any more (404)" : "\(address): the server answered \(status)"
        case .cutShort(let address, let received, let expected):
            "\(address): the connection ended after \(received) of \(expected) bytes; fetch again to take it up there"
        case .wrongHash(let address, let expected, let found):
            "\(address): its SHA-256 is \(found) instead of \(expected); the download was removed"
        case .wrongSize(let address, let expected, let found):
            "\(address): \(found) bytes instead of \(expected); the download was removed"
        case .badArchive(let address, let reason): "\(address): \(reason)"
        case .cannotWrite(let path, let reason): "\(path): it cannot be written: \(reason)"
        }
    }
}
