import Frames
import Tensors
import XCTest

final class DataFrameTests: XCTestCase {
    private let films = """
        film,genre,year,rating
        Dawn,Drama,1990,4.0
        Rain,Comedy,1991,
        Road,Drama,1990,2.5
        Moon,,1992,5.0
        Coat,Comedy,1991,3.0
        """

    private func frame() throws -> DataFrame { try DataFrame.parse(csv: films) }

    /// The words of the fault that the body leaves behind.
    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try withFaults(body)
            return nil
        } catch {
            return (error as? TensorFault)?.message ?? "\(error)"
        }
    }

    // MARK: Columns

    func testAMisspeltColumnIsAnErrorThatSuggestsTheRightOne() throws {
        XCTAssertThrowsError(try frame().doubles("raiting")) { XCTAssertEqual("\($0)", "there is no column “raiting”; did you mean “rating”?") }
        XCTAssertThrowsError(try frame().ints("stars")) {
            XCTAssertEqual("\($0)", "there is no column “stars”; the columns are “film”, “genre”, “year”, “rating”")
        }
        let frame = try frame()
        XCTAssertEqual(fault { _ = frame["raiting"] }, "there is no column “raiting”; did you mean “rating”?")
    }

    func testAskingForAnotherKindIsAnError() throws {
        XCTAssertThrowsError(try frame().ints("rating")) { XCTAssertEqual("\($0)", "column “rating” holds numbers, not whole numbers") }
        XCTAssertThrowsError(try frame().doubles("film")) {
            XCTAssertEqual("\($0)", "column “film” holds text, not numbers; is there a value among them that is not a number?")
        }
        XCTAssertThrowsError(try frame().strings("genre")) {
            XCTAssertEqual("\($0)", "column “genre” has 1 missing value, the first in row 3: drop those rows or fill them first")
        }
        XCTAssertEqual(try frame().doubles("year")[0], 1990, "whole numbers are numbers too")
    }

    func testColumnsAreAddedReplacedRenamedSelectedAndDropped() throws {
        var frame = try frame()
        frame["age"] = 2000 - frame["year"]
        XCTAssertEqual(try frame.ints("age"), [10, 9, 10, 8, 9], "whole numbers stay whole numbers")
        frame["age"] = frame["age"] / 2
        XCTAssertEqual(try frame.doubles("age"), [5, 4.5, 5, 4, 4.5])
        XCTAssertEqual(try frame.renaming("age", to: "half").names, ["film", "genre", "year", "rating", "half"])
        XCTAssertEqual(try frame.select(["year", "film"]).names, ["year", "film"])
        XCTAssertEqual(try frame.dropping(["genre", "age"]).names, ["film", "year", "rating"])
        XCTAssertThrowsError(try frame.adding([1, 2], named: "x")) { XCTAssertEqual("\($0)", "column “x”: 2 values for 5 rows") }
        XCTAssertThrowsError(try frame.adding([1, 2, 3, 4, 5], named: "film")) { XCTAssertEqual("\($0)", "there is already a column “film”") }
        XCTAssertThrowsError(try frame.renaming("age", to: "film")) { XCTAssertEqual("\($0)", "there is already a column “film”") }
    }

    func testAFrameIsAValue() throws {
        let frame = try frame()
        var other = frame
        other["year"] = Column([0, 0, 0, 0, 0])
        XCTAssertEqual(try frame.ints("year"), [1990, 1991, 1990, 1992, 1991])
    }

    func testAWrongLengthWrittenToAColumnIsAFaultAndChangesNothing() throws {
        var frame = try frame()
        let before = frame
        XCTAssertEqual(fault { frame["year"] = Column([1]) }, "column “year”: 1 values for 5 rows")
        XCTAssertEqual(frame, before)
    }

    // MARK: Rows

    func testHeadTailAndRows() throws {
        let frame = try frame()
        XCTAssertEqual(try frame.head(2).strings("film"), ["Dawn", "Rain"])
        XCTAssertEqual(try frame.tail(2).strings("film"), ["Moon", "Coat"])
        XCTAssertEqual(frame.head(100).rowCount, 5)
        XCTAssertEqual(frame.tail(-1).rowCount, 0)
        XCTAssertEqual(try frame.rows(from: 1, to: 3).strings("film"), ["Rain", "Road"])
        XCTAssertEqual(try frame.taking([4, 0, 4]).strings("film"), ["Coat", "Dawn", "Coat"])
        XCTAssertThrowsError(try frame.taking([5])) { XCTAssertEqual("\($0)", "there is no row 5: rows run from 0 to 4") }
        XCTAssertThrowsError(try frame.rows(from: 2, to: 1))
    }

    func testARowIsReadByNames() throws {
        let frame = try frame()
        XCTAssertEqual(frame.row(2).string("film"), "Road")
        XCTAssertEqual(frame.row(2).int("year"), 1990)
        XCTAssertEqual(frame.row(2).double("year"), 1990)
        XCTAssertTrue(frame.row(1).isMissing("rating"))
        XCTAssertEqual("\(frame.row(0))", "film Dawn, genre Drama, year 1990, rating 4.0")
        XCTAssertEqual(fault { _ = frame.row(5) }, "there is no row 5: rows run from 0 to 4")
        XCTAssertEqual(fault { _ = frame.row(0).int("rating") }, "column “rating” holds numbers, not whole numbers")
        XCTAssertEqual(fault { _ = frame.row(-3).string("film") }, "there is no row -3: rows run from 0 to 4")
    }

    func testRowsAreFilteredByAConditionOrAMask() throws {
        let frame = try frame()
        XCTAssertEqual(try frame.filter { $0.int("year") < 1992 && $0.string("genre") == "Drama" }.strings("film"), ["Dawn", "Road"])
        XCTAssertEqual(try frame.filter(frame["rating"] .>= 3).strings("film"), ["Dawn", "Moon", "Coat"], "a missing rating is not above 3")
        XCTAssertEqual(try frame.filter(frame["rating"] .!= 3).strings("film"), ["Dawn", "Road", "Moon"])
        XCTAssertEqual(try frame.filter((frame["genre"] .== "Comedy") .| (frame["year"] .== 1992)).strings("film"), ["Rain", "Moon", "Coat"])
        XCTAssertEqual(try frame.filter(.!(frame["genre"] .== "Comedy") .& (frame["year"] .< 1992)).strings("film"), ["Dawn", "Road"])
        XCTAssertEqual(try frame.filter(frame["year"].isIn([1990, 1992])).strings("film"), ["Dawn", "Road", "Moon"])
        XCTAssertEqual(try frame.filter(frame["film"].contains("oa")).strings("film"), ["Road", "Coat"])
        XCTAssertThrowsError(try frame.filter([true])) { XCTAssertEqual("\($0)", "filter: 1 values for 5 rows") }
        XCTAssertThrowsError(try frame.filter(frame["year"])) { XCTAssertEqual("\($0)", "column “year” holds whole numbers, not truth values") }
    }

    func testMissingValuesAreCountedDroppedAndFilled() throws {
        let frame = try frame()
        XCTAssertEqual(frame["rating"].missingCount, 1)
        XCTAssertEqual(try frame.droppingMissing().strings("film"), ["Dawn", "Road", "Coat"])
        XCTAssertEqual(try frame.droppingMissing(["genre"]).strings("film"), ["Dawn", "Rain", "Road", "Coat"])
        XCTAssertEqual(try frame["rating"].fillingMissing(0).doubles(), [4, 0, 2.5, 5, 3])
        XCTAssertEqual(try frame["genre"].fillingMissing("other").strings()[3], "other")
    }

    // MARK: Sorting and grouping

    func testSortingIsStableInBothDirectionsAndPutsMissingValuesLast() throws {
        let frame = try frame()
        XCTAssertEqual(try frame.sort(by: "year").strings("film"), ["Dawn", "Road", "Rain", "Coat", "Moon"])
        XCTAssertEqual(try frame.sort(by: "year", ascending: false).strings("film"), ["Moon", "Rain", "Coat", "Dawn", "Road"])
        XCTAssertEqual(try frame.sort(by: "rating", ascending: false).strings("film"), ["Moon", "Dawn", "Coat", "Road", "Rain"])
        XCTAssertEqual(try frame.sort(by: ["year", "film"], ascending: [false, true]).strings("film"), ["Moon", "Coat", "Rain", "Dawn", "Road"])
    }

    func testGroupsHaveAscendingKeysAndLeaveMissingKeysOut() throws {
        let groups = try frame().groupBy("genre")
        XCTAssertEqual(try groups.count(), try DataFrame(columns: [Column(["Comedy", "Drama"], name: "genre"), Column([2, 2], name: "count")]))
        XCTAssertEqual(try groups.mean("rating").doubles("rating"), [3, 3.25])
        XCTAssertEqual(try groups.sum("year").ints("year"), [3982, 3980])
        XCTAssertEqual(try groups.max("film").strings("film"), ["Rain", "Road"])
        let figures = try groups.aggregate("rating", [.count, .mean, .min, .max, .std, .median, .first, .last, .unique, .sum])
        XCTAssertEqual(figures.names, ["genre", "count", "mean", "min", "max", "std", "median", "first", "last", "unique", "sum"])
        XCTAssertEqual(try figures.ints("count"), [1, 2], "missing values are not counted")
        XCTAssertTrue(try figures.doubles("std")[0].isNaN, "one value has no standard deviation")
        XCTAssertEqual(try figures.doubles("std")[1], 1.0606601717798212, accuracy: 1e-15)
        XCTAssertEqual(try figures.doubles("first"), [3, 4])
        XCTAssertThrowsError(try frame().groupBy("gener")) { XCTAssertEqual("\($0)", "there is no column “gener”; did you mean “genre”?") }
    }

    func testGroupsOfSeveralColumns() throws {
        let counts = try frame().groupBy(["genre", "year"]).count()
        XCTAssertEqual(try counts.strings("genre"), ["Comedy", "Drama"])
        XCTAssertEqual(try counts.ints("year"), [1991, 1990])
        XCTAssertEqual(try counts.ints("count"), [2, 2])
        XCTAssertEqual(try frame().groupBy("year").frames().map(\.rowCount), [2, 2, 1])
    }

    func testUniqueValuesKeepTheirOrderAndCountsComeMostFrequentFirst() throws {
        let frame = try frame()
        XCTAssertEqual(try frame["year"].unique().ints(), [1990, 1991, 1992])
        XCTAssertEqual(frame["genre"].codes(), [0, 1, 0, -1, 1])
        XCTAssertEqual(frame["genre"].uniqueCount(), 2)
        XCTAssertEqual(try frame["year"].valueCounts().ints("year"), [1990, 1991, 1992], "equal counts: ascending value first")
        XCTAssertEqual(try frame["year"].valueCounts().ints("count"), [2, 2, 1])
        XCTAssertEqual(try frame.droppingDuplicates(["year"]).strings("film"), ["Dawn", "Rain", "Moon"])
    }

    func testHugeIdsAreGroupedToo() throws {
        let frame = try DataFrame(columns: [Column([Int.max, Int.min, Int.max, 5], name: "id")])
        XCTAssertEqual(try frame.groupBy("id").count().ints("count"), [1, 1, 2])
        XCTAssertThrowsError(try frame.adding([1, 1, 1, 1], named: "g").groupBy("g").sum("id").ints("id")) {
            XCTAssertEqual("\($0)", "column “id”: sum leaves the range of whole numbers")
        }
    }

    func testCrosstabHasAColumnForEachValueAndGapsWhereNothingBelongs() throws {
        let table = try frame().crosstab(rows: "genre", columns: "year", values: "rating", aggregate: .mean)
        XCTAssertEqual(table.names, ["genre", "1990", "1991"], "a row without a key takes no part")
        XCTAssertEqual(try table.strings("genre"), ["Comedy", "Drama"])
        XCTAssertTrue(try table.doubles("1990")[0].isNaN)
        XCTAssertEqual(try table.doubles("1990")[1], 3.25)
        XCTAssertEqual(try frame().crosstab(rows: "genre", columns: "year").ints("1991"), [2, 0])
    }

    // MARK: Joining

    func testJoinKeepsTheLeftOrder() throws {
        let left = try DataFrame.parse(csv: "movie,rating,note\n2,3,a\n9,4,b\n1,5,c\n2,1,d\n")
        let right = try DataFrame.parse(csv: "movie,title,note\n1,One,p\n2,Two,q\n3,Three,r\n2,Zwei,s\n")
        let inner = try left.join(right, on: "movie")
        XCTAssertEqual(inner.names, ["movie", "rating", "note_x", "title", "note_y"])
        XCTAssertEqual(try inner.strings("title"), ["Two", "Zwei", "One", "Two", "Zwei"])
        XCTAssertEqual(try inner.ints("rating"), [3, 3, 5, 1, 1])
        let outer = try left.join(right, on: "movie", how: .left)
        XCTAssertEqual(outer.rowCount, 6)
        XCTAssertEqual(outer["title"].missingCount, 1)
        XCTAssertEqual(try outer.ints("movie"), [2, 2, 9, 1, 2, 2])
        XCTAssertThrowsError(try left.join(right, on: "film"))
        XCTAssertThrowsError(try left.join(right.renaming("movie", to: "m").renaming("title", to: "movie"), on: "movie")) {
            XCTAssertEqual("\($0)", "column “movie” holds text, not whole numbers")
        }
    }

    func testAppendedFramesMatchByName() throws {
        let a = try DataFrame.parse(csv: "x,y\n1,a\n")
        let b = try DataFrame.parse(csv: "y,x\nb,2.5\n")
        XCTAssertEqual(try a.appending(b), try DataFrame.parse(csv: "x,y\n1,a\n2.5,b\n"))
    }

    // MARK: Figures

    func testStatisticsLeaveMissingValuesOut() throws {
        let rating = try frame()["rating"]
        XCTAssertEqual(rating.sum(), 14.5)
        XCTAssertEqual(rating.mean(), 3.625)
        XCTAssertEqual(rating.median(), 3.5)
        XCTAssertEqual(rating.min(), 2.5)
        XCTAssertEqual(rating.max(), 5)
        XCTAssertEqual(rating.quantile(0.25), 2.875)
        XCTAssertEqual(rating.std(), 1.1086778913041726, accuracy: 1e-15)
        XCTAssertTrue(Column([Double]()).mean().isNaN)
        let genre = try frame()["genre"]
        XCTAssertEqual(fault { _ = genre.mean() }, "column “genre” holds text, not numbers; is there a value among them that is not a number?")
        XCTAssertEqual(Column([1, 2, 3, 4]).correlation(with: Column([2.0, 4, 6, 9])), 11.5 / 133.75.squareRoot(), accuracy: 1e-15)
    }

    func testDescribeGivesPandasFigures() throws {
        let table = try frame().describe()
        XCTAssertEqual(table.names, ["statistic", "year", "rating"])
        XCTAssertEqual(try table.strings("statistic"), ["count", "mean", "std", "min", "25%", "50%", "75%", "max"])
        let expected = [4, 3.625, 1.1086778913041726, 2.5, 2.875, 3.5, 4.25, 5]
        for (found, expected) in zip(try table.doubles("rating"), expected) { XCTAssertEqual(found, expected, accuracy: 1e-12) }
        XCTAssertEqual(try frame().select(["film", "genre"]).describe().strings("genre"), ["4", "2", "Comedy", "2"])
    }

    func testArithmeticThatLeavesTheRangeIsAFault() throws {
        let column = Column([Int.max, 1], name: "n")
        XCTAssertEqual(fault { _ = column + 1 }, "column “n”: + leaves the range of whole numbers")
        XCTAssertEqual(fault { _ = column + Column([1]) }, "column arithmetic: 1 values for 2 rows")
    }

    // MARK: Tensors

    func testColumnsBecomeTensors() throws {
        let frame = try frame()
        XCTAssertEqual(try frame.tensor("year").ints, [1990, 1991, 1990, 1992, 1991])
        XCTAssertEqual(try frame.tensor("year").dtype, .int64)
        XCTAssertEqual(try frame.tensor("rating").dtype, .float32)
        XCTAssertEqual(try frame.tensor(["year", "year"]).shape, [5, 2])
        XCTAssertEqual(try frame.head(1).tensor(["year", "rating"]).doubles, [1990, 4])
        XCTAssertThrowsError(try frame.tensor("film"))
        XCTAssertEqual(try frame.head(1).rows(["rating", "year"]), [[4, 1990]])
    }

    // MARK: Display

    func testAFrameShowsItselfAsATable() throws {
        let text = try frame().description
        XCTAssertTrue(text.contains("film"), text)
        XCTAssertTrue(text.contains("2.5"), text)
        XCTAssertTrue(text.contains("NaN"), text)
        XCTAssertFalse(text.contains("rows ×"), text)
    }

    func testALongFrameShowsItsEnds() throws {
        let text = try DataFrame(columns: [Column(Array(0..<1000), name: "n")]).description
        XCTAssertTrue(text.contains("…"), text)
        XCTAssertTrue(text.contains("999") && text.contains("4") && !text.contains("500"), text)
        XCTAssertTrue(text.hasSuffix("1000 rows × 1 columns"), text)
    }

    func testNumbersOfAColumnHaveAsManyDecimalsAsTheyNeed() {
        XCTAssertEqual(Column([2.5, 3, .nan]).texts(), ["2.5", "3.0", "NaN"])
        XCTAssertEqual(Column([1.0 / 3, 2]).texts(), ["0.333333", "2.000000"])
        XCTAssertEqual(Column([0.25, -10]).texts(), ["0.25", "-10.00"])
        XCTAssertEqual(Column([1e-9, 2e-5]).texts(), ["1.000000e-09", "2.000000e-05"])
        XCTAssertEqual(Column([1e20]).texts(), ["1.000000e+20"])
        XCTAssertEqual(Column([-0.0, .infinity]).texts(), ["0.0", "inf"])
    }
}
