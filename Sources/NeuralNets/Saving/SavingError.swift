/// Why a file of tensors could not be read or written.
public struct SavingError: Error, Equatable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Equatable, Sendable {
        /// The file cannot be opened, read or written; the system's own words.
        case system(String)
        /// The file ends before what its header promises.
        case truncated(needed: Int, present: Int)
        /// The header is not what the format asks for.
        case badHeader(String)
        /// A tensor's element type is not one that can be read.
        case unknownDType(tensor: String, dtype: String)
        /// A tensor's bytes do not lie where they may, or do not fit its shape.
        case badOffsets(tensor: String, String)
        /// The module or optimizer has a tensor that the file has not.
        case missing(String)
        /// The file has a tensor that the module or optimizer has not.
        case unexpected(String)
        /// A tensor has another shape in the file.
        case shapeMismatch(tensor: String, expected: [Int], found: [Int])
        /// The saved state belongs to something else.
        case incompatible(String)
    }

    /// The file's path.
    public let path: String
    /// What went wrong.
    public let reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var description: String {
        let text: String
        switch reason {
        case .system(let words): text = words
        case .truncated(let needed, let present): text = "truncated: \(needed) bytes are needed, \(present) are there"
        case .badHeader(let why): text = "bad header: \(why)"
        case .unknownDType(let tensor, let dtype): text = "tensor '\(tensor)' has the unknown element type '\(dtype)'"
        case .badOffsets(let tensor, let why): text = "tensor '\(tensor)': \(why)"
        case .missing(let name): text = "no tensor '\(name)' in the file"
        case .unexpected(let name): text = "tensor '\(name)' of the file has no place to go"
        case .shapeMismatch(let tensor, let expected, let found):
            text = "tensor '\(tensor)' has shape \(found) in the file, \(expected) here"
        case .incompatible(let why): text = why
        }
        return "\(path): \(text)"
    }
}
