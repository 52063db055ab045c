import Foundation
import Frames
import XCTest

/// `frames.json` holds what pandas makes of the real ratings; the tests are skipped where either is missing.
final class PandasParityTests: XCTestCase {
    private struct Expected: Decodable {
        struct Crosstab: Decodable {
            var rows: [Int]
            var columns: [Int]
            var values: [[Double?]]
        }
        struct Title: Decodable {
            var title: String
            var count: Int
            var mean: Double
            init(from decoder: Decoder) throws {
                var list = try decoder.unkeyedContainer()
                title = try list.decode(String.self)
                count = try list.decode(Int.self)
                mean = try list.decode(Double.self)
            }
        }
        var shapes: [String: [Int]]
        var head: [[Double]]
        var n_users: Int
        var n_movies: Int
        var min_rating: Double
        var max_rating: Double
        var mean_rating: Double
        var std_rating: Double
        var top_users: [[Int]]
        var top_movies: [[Int]]
        var crosstab: Crosstab
        var first_movie_ids_in_order_of_appearance: [Int]
        var top_titles: [Title]
        var describe_rating: [String: Double]
    }

    private func shared() throws -> (expected: Expected, ratings: DataFrame, movies: DataFrame) {
        let environment = ProcessInfo.processInfo.environment
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        let shared = folder.deletingLastPathComponent().appendingPathComponent("shared")
        let fixtures = environment["LESSONS_FIXTURES"].map { URL(fileURLWithPath: $0) } ?? shared.appendingPathComponent("fixtures")
        let data = (environment["LESSONS_DATA"].map { URL(fileURLWithPath: $0) } ?? shared.appendingPathComponent("data"))
            .appendingPathComponent("ml-latest-small")
        guard let json = try? Data(contentsOf: fixtures.appendingPathComponent("frames.json")),
            FileManager.default.fileExists(atPath: data.appendingPathComponent("ratings.csv").path)
        else { throw XCTSkip("frames.json or ml-latest-small is not there: comparison with pandas skipped") }
        return (
            try JSONDecoder().decode(Expected.self, from: json),
            try DataFrame.read(csv: data.appendingPathComponent("ratings.csv").path),
            try DataFrame.read(csv: data.appendingPathComponent("movies.csv").path)
        )
    }

    func testTheRealRatingsGiveWhatPandasGives() throws {
        let (expected, ratings, movies) = try shared()
        XCTAssertEqual(ratings.shape, expected.shapes["ratings"])
        XCTAssertEqual(movies.shape, expected.shapes["movies"])
        for (row, values) in expected.head.enumerated() {
            XCTAssertEqual(ratings.names.map { ratings.row(row).double($0) }, values)
        }

        XCTAssertEqual(ratings["userId"].uniqueCount(), expected.n_users)
        XCTAssertEqual(ratings["movieId"].unique().count, expected.n_movies)
        XCTAssertEqual(ratings["rating"].min(), expected.min_rating)
        XCTAssertEqual(ratings["rating"].max(), expected.max_rating)
        XCTAssertEqual(ratings["rating"].mean(), expected.mean_rating, accuracy: 1e-12)
        XCTAssertEqual(ratings["rating"].std(), expected.std_rating, accuracy: 1e-12)
        let firsts = expected.first_movie_ids_in_order_of_appearance
        XCTAssertEqual(Array(try ratings["movieId"].unique().ints().prefix(firsts.count)), firsts)

        let described = ratings.describe()
        for (label, value) in zip(try described.strings("statistic"), try described.doubles("rating")) {
            XCTAssertEqual(value, try XCTUnwrap(expected.describe_rating[label]), accuracy: 1e-12, label)
        }
        XCTAssertEqual(described.rowCount, expected.describe_rating.count)
    }

    func testTheBusiestUsersAndTheMostRatedMovies() throws {
        let (expected, ratings, movies) = try shared()
        for (key, list) in [("userId", expected.top_users), ("movieId", expected.top_movies)] {
            let top = try ratings.groupBy(key).count().sort(by: "count", ascending: false).head(list.count)
            XCTAssertEqual(try top.ints(key), list.map { $0[0] })
            XCTAssertEqual(try top.ints("count"), list.map { $0[1] })
            XCTAssertEqual(try ratings[key].valueCounts().head(list.count).ints(key), list.map { $0[0] })
        }

        let users = ratings["userId"].isIn(expected.top_users.map { $0[0] })
        let films = ratings["movieId"].isIn(expected.top_movies.map { $0[0] })
        let table = try ratings.filter(users .& films).crosstab(rows: "userId", columns: "movieId", values: "rating")
        XCTAssertEqual(try table.ints("userId"), expected.crosstab.rows)
        XCTAssertEqual(Array(table.names.dropFirst()), expected.crosstab.columns.map(String.init))
        for (index, name) in table.names.dropFirst().enumerated() {
            let column = try table.doubles(name).map { $0.isNaN ? nil : $0 }
            XCTAssertEqual(column, expected.crosstab.values.map { $0[index] }, "movie \(name)")
        }

        let merged = try ratings.join(movies, on: "movieId")
        XCTAssertEqual(merged.shape, expected.shapes["merged"])
        let titles = try merged.groupBy("title").aggregate("rating", [.count, .mean])
            .sort(by: "count", ascending: false).head(expected.top_titles.count)
        XCTAssertEqual(try titles.strings("title"), expected.top_titles.map(\.title))
        XCTAssertEqual(try titles.ints("count"), expected.top_titles.map(\.count))
        for (found, title) in zip(try titles.doubles("mean"), expected.top_titles) {
            XCTAssertEqual(found, title.mean, accuracy: 1e-12, title.title)
        }
    }
}
