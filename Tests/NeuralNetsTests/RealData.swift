import Foundation
import NeuralNets
import Tensors
import XCTest

/// The real data: in the folder `LESSONS_DATA`, or `../shared/data` beside the package. Tests are skipped without.
enum RealData {
    static func path(_ file: String) throws -> String {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["LESSONS_DATA"]
            ?? package.deletingLastPathComponent().appendingPathComponent("shared/data").path
        let path = "\(folder)/\(file)"
        guard FileManager.default.fileExists(atPath: path) else { throw XCTSkip("no real data: \(path) is not there") }
        return path
    }

    struct Ratings {
        let users: Tensor
        let movies: Tensor
        let stars: Tensor
        let userCount: Int
        let movieCount: Int
    }

    /// MovieLens with users and films numbered from 0.
    static func ratings() throws -> Ratings {
        let text = try String(contentsOfFile: path("ml-latest-small/ratings.csv"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        let (userIds, movieIds) = (rows.compactMap { Int($0[0]) }, rows.compactMap { Int($0[1]) })
        let (users, movies) = (IdentifierIndex(userIds), IdentifierIndex(movieIds))
        return Ratings(
            users: Tensor(users.indices(of: userIds)), movies: Tensor(movies.indices(of: movieIds)),
            stars: Tensor(rows.compactMap { Double($0[2]) }), userCount: users.count, movieCount: movies.count)
    }
}
