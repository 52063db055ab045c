import DataSets
import Frames
import XCTest

/// What the samples promise to the lessons, apart from what training finds in them.
final class SamplesTests: XCTestCase {
    /// Spearman's rank correlation.
    private func rankCorrelation(_ x: [Double], _ y: [Double]) -> Double {
        func ranks(_ values: [Double]) -> Column {
            var ranks = [Double](repeating: 0, count: values.count)
            for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() { ranks[index] = Double(rank) }
            return Column(ranks)
        }
        return ranks(x).correlation(with: ranks(y))
    }

    // MARK: Ratings

    func testRatingsLookLikeRatings() throws {
        let ratings = RatingsSample.shared.ratings
        XCTAssertEqual(ratings.names, ["userId", "movieId", "rating", "timestamp"])
        XCTAssertEqual(ratings.rowCount, 36953)
        XCTAssertEqual(ratings["userId"].uniqueCount(), 400)
        let stars = try ratings.doubles("rating")
        XCTAssertTrue(stars.allSatisfy { $0 >= 0.5 && $0 <= 5 && ($0 * 2).rounded() == $0 * 2 })
        XCTAssertEqual(try ratings.droppingDuplicates(["userId", "movieId"]).rowCount, ratings.rowCount, "nobody rates a film twice")
        XCTAssertGreaterThanOrEqual(try ratings.groupBy("userId").count()["count"].min(), 20)
    }

    func testEveryRatedFilmHasATitleOfItsOwn() throws {
        let movies = RatingsSample.shared.movies
        XCTAssertEqual(movies.names, ["movieId", "title", "genres"])
        XCTAssertEqual(movies["title"].uniqueCount(), movies.rowCount)
        XCTAssertEqual(movies["movieId"].uniqueCount(), movies.rowCount)
        XCTAssertEqual(try RatingsSample.shared.ratings.join(movies, on: "movieId").rowCount, RatingsSample.shared.ratings.rowCount)
        let pattern = try NSRegularExpression(pattern: #"^[A-Z].* \((19|20)\d\d\)$"#)
        for title in try movies.strings("title") {
            XCTAssertEqual(pattern.numberOfMatches(in: title, range: NSRange(title.startIndex..., in: title)), 1, title)
        }
    }

    func testAFewFilmsAreSeenByManyAndMostByFew() throws {
        let counts = try RatingsSample.shared.ratings["movieId"].valueCounts().doubles("count")
        XCTAssertGreaterThan(counts[0], 200)
        XCTAssertLessThan(counts[counts.count / 2], 12)
        let top = counts.prefix(counts.count / 10).reduce(0, +)
        XCTAssertGreaterThan(top / counts.reduce(0, +), 0.4, "a tenth of the films has a good part of the ratings")
    }

    func testPlainAveragesOfWellKnownFilmsFollowThePlantedBiases() throws {
        let sample = RatingsSample.shared
        let top = try sample.ratings.groupBy("movieId").aggregate("rating", [.count, .mean]).sort(by: "count", ascending: false).head(300)
            .join(sample.plantedMovies, on: "movieId")
        XCTAssertGreaterThan(rankCorrelation(try top.doubles("mean"), try top.doubles("bias")), 0.8)
    }

    func testThePlantedTasteExplainsTheRatings() throws {
        // Least squares is not needed: the product of taste and place correlates with what the biases leave.
        let sample = RatingsSample.shared
        let joined = try sample.ratings.join(sample.plantedMovies, on: "movieId").join(sample.plantedUsers, on: "userId", suffixes: ["", "_user"])
        let left = joined["rating"] - joined["bias"] - joined["bias_user"]
        XCTAssertGreaterThan((joined["spectacle"] * joined["spectacle_user"]).correlation(with: left), 0.35)
        XCTAssertGreaterThan((joined["darkness"] * joined["darkness_user"]).correlation(with: left), 0.25)
    }

    // MARK: Text

    func testTheTextIsPlainProse() {
        let text = TextSample.shared.text
        XCTAssertGreaterThan(text.utf8.count, 100_000)
        XCTAssertLessThan(Set(text).count, 70)
        XCTAssertTrue(text.utf8.allSatisfy { $0 < 0x80 }, "one byte a character keeps indices simple")
        XCTAssertGreaterThan(Set(text.split(separator: " ")).count, 600)
        XCTAssertTrue(text.contains("To learn is to be wrong a little less often than before."))
        XCTAssertTrue(text.contains("Every lesson ends with a question"), "all paragraphs by hand are used")
    }

    // MARK: Digits

    func testDigitsAreDifferentPicturesOfTenKinds() {
        let sample = DigitsSample.shared
        let area = DigitsSample.side * DigitsSample.side
        XCTAssertEqual(sample.pixels.count, DigitsSample.count * area)
        XCTAssertEqual(sample.labels.count, DigitsSample.count)
        for digit in 0..<10 { XCTAssertGreaterThan(sample.labels.filter { $0 == digit }.count, 900) }
        let pictures = (0..<2000).map { Array(sample.pixels[$0 * area..<($0 + 1) * area]) }
        XCTAssertEqual(Set(pictures).count, pictures.count)
        let ink = sample.pixels.reduce(0) { $0 + Double($1) } / Double(sample.pixels.count) / 255
        XCTAssertEqual(ink, 0.13, accuracy: 0.05, "about as much ink as on real ones")
    }

    func testThePictureThatIsNearestMostlyShowsTheSameDigit() {
        let sample = DigitsSample.shared
        let area = DigitsSample.side * DigitsSample.side
        func distance(_ a: Int, _ b: Int) -> Int {
            sample.pixels.withUnsafeBufferPointer { pixels in
                var sum = 0
                for index in 0..<area {
                    let difference = Int(pixels[a * area + index]) - Int(pixels[b * area + index])
                    sum += difference * difference
                }
                return sum
            }
        }
        var right = 0
        for new in 8000..<8200 {
            let nearest = (0..<2000).min { distance($0, new) < distance($1, new) } ?? 0
            right += sample.labels[nearest] == sample.labels[new] ? 1 : 0
        }
        XCTAssertGreaterThan(right, 180)
        XCTAssertLessThan(right, 200, "some are hard")
    }

    // MARK: Store sales

    func testStoresSellNothingOnlyWhereTheyAreClosed() throws {
        let sales = StoreSalesSample.shared.sales
        XCTAssertEqual(sales.shape, [72 * 730, 11])
        XCTAssertTrue(zip(try sales.ints("open"), try sales.doubles("sales")).allSatisfy { ($0 == 0) == ($1 == 0) })
        let sundays = try sales.filter(sales["weekday"] .== 7)
        XCTAssertLessThan(sundays["open"].mean(), 0.3)
        XCTAssertGreaterThan(sundays["open"].mean(), 0.05)
        XCTAssertEqual(sales["date"].uniqueCount(), 730)
        XCTAssertEqual(sales.row(0).string("date"), "2022-01-01")
        XCTAssertEqual(sales.row(0).int("weekday"), 6, "the first of January 2022 was a Saturday")
        XCTAssertEqual(sales.row(sales.rowCount - 1).string("date"), "2023-12-31")
        XCTAssertEqual(sales.row(sales.rowCount - 1).int("weekday"), 7, "the last of December 2023 was a Sunday")
    }

    func testPlantedEffectsShowInPlainAverages() throws {
        let sample = StoreSalesSample.shared
        let open = try sample.sales.filter(sample.sales["open"] .== 1)
        let months = try open.groupBy("month").mean("sales").join(sample.plantedMonths, on: "month")
        XCTAssertGreaterThan(months["sales"].correlation(with: months["effect"]), 0.8)
        let stores = try open.groupBy("store").mean("sales").join(sample.plantedStores, on: "store")
        XCTAssertGreaterThan(stores["sales"].correlation(with: stores["size"]), 0.6)
        let promotion = try open.groupBy("promotion").mean("sales").doubles("sales")
        XCTAssertGreaterThan(promotion[1], 1.1 * promotion[0])
    }
}
