import Frames

/// Two years of daily sales of made-up stores, with everything that was planted in them.
///
/// Twelve states lie on a map. How much colder months cost depends on how far north a state is, and how strong its weekends are on how far
/// east. A store has a size and an eagerness of its customers for promotions. Holidays and the distance to the nearest competitor count too,
/// and on Sundays most stores are closed.
public struct StoreSalesSample {
    /// How it was made, in a line.
    public static let note =
        "made up: 72 stores in 12 states over two years, sales from planted effects of store, weekday, month, state, promotion, holiday and distance"

    /// One row a store and day: `store`, `date`, `year`, `month` (1…12), `weekday` (1 is Monday), `state`, `promotion`, `holiday` and `open`
    /// (0 or 1), `distance` to the nearest competitor in kilometres, and `sales`, which are 0 where the store is closed.
    public let sales: DataFrame
    /// The planted map: `state`, `east` and `north`.
    public let plantedStates: DataFrame
    /// The planted stores: `store`, `state`, `size` and `eagerness` for promotions.
    public let plantedStores: DataFrame
    /// The planted week: `weekday` and `effect`.
    public let plantedWeekdays: DataFrame
    /// The planted year: `month` and `effect`.
    public let plantedMonths: DataFrame

    /// The sample, which is made when it is first asked for.
    public static let shared = StoreSalesSample()

    /// Names of states and their places on the map.
    private static let states: [(name: String, east: Double, north: Double)] = [
        ("Alderland", -1.2, 1.1), ("Birchmark", -0.2, 1.4), ("Cedarshire", 1.1, 1.0), ("Dunevale", -1.4, 0.3), ("Elmstead", -0.4, 0.4),
        ("Fernwold", 0.5, 0.5), ("Gorsemoor", 1.4, 0.1), ("Heathland", -1.0, -0.6), ("Ivyfield", 0.0, -0.5), ("Juniperia", 1.0, -0.8),
        ("Kelpcoast", -0.5, -1.3), ("Larchmont", 0.6, -1.4),
    ]
    /// Monday to Sunday.
    private static let week = [0.16, 0.02, -0.04, -0.02, 0.08, 0.26, -0.46]
    /// How much each day belongs to the weekend.
    private static let weekend = [-0.5, -0.6, -0.5, -0.1, 0.5, 1.0, 0.9]
    /// January to December.
    private static let year = [-0.2, -0.16, -0.06, 0.0, 0.06, 0.1, 0.08, 0.02, -0.02, 0.04, 0.16, 0.36]
    /// How warm each month is.
    private static let warmth = [-1.0, -0.85, -0.4, 0.1, 0.55, 0.9, 1.0, 0.9, 0.45, 0.0, -0.5, -0.9]
    private static let daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    private static let storesPerState = 6
    /// Days of the year, from 0, that are holidays: the first of January and of May, a week in August, and four at the end of December.
    private static let holidays: Set<Int> = [0, 120, 227, 228, 229, 357, 358, 359, 360]

    private struct Store {
        var id: Int
        var state: Int
        var size: Double
        var eagerness: Double
        var distance: Double
        var opensOnSundays: Bool
    }

    private init() {
        var random = Sampler(seed: 20_150_731)
        // Store numbers say nothing about state or size.
        let count = Self.states.count * Self.storesPerState
        let numbers = random.permutation(count)
        var stores: [Store] = []
        for index in 0..<count {
            stores.append(
                Store(
                    id: numbers[index] + 1, state: index / Self.storesPerState, size: random.uniform(-1.7, 1.7),
                    eagerness: random.uniform(-1.7, 1.7),
                    distance: (200 * random.uniform() * random.uniform() + 2).rounded() / 10, opensOnSundays: random.uniform() < 0.15))
        }
        stores.sort { $0.id < $1.id }

        var (storeIds, dates, years, months, weekdays): ([Int], [String], [Int], [Int], [Int]) = ([], [], [], [], [])
        var (states, promotions, holidays, open): ([String], [Int], [Int], [Int]) = ([], [], [], [])
        var (distances, sales): ([Double], [Double]) = ([], [])
        for (number, day) in Self.calendar().enumerated() {
            // Promotions run in every second week, Monday to Friday.
            let promotion = (number / 7) % 2 == 0 && day.weekday < 5
            let holiday = Self.holidays.contains(day.dayOfYear)
            for store in stores {
                let noise = 0.07 * random.normal()
                let closed = (day.weekday == 6 && !store.opensOnSundays) || (holiday && store.id % 4 != 0)
                storeIds.append(store.id)
                dates.append(day.text)
                years.append(day.year)
                months.append(day.month + 1)
                weekdays.append(day.weekday + 1)
                states.append(Self.states[store.state].name)
                promotions.append(promotion ? 1 : 0)
                holidays.append(holiday ? 1 : 0)
                open.append(closed ? 0 : 1)
                distances.append(store.distance)
                if closed {
                    sales.append(0)
                    continue
                }
                let place = Self.states[store.state]
                var level = Self.week[day.weekday] + Self.year[day.month] + noise
                level += 0.22 * place.north * Self.warmth[day.month] + 0.26 * place.east * Self.weekend[day.weekday]
                level += 0.35 * store.size + (promotion ? 0.2 + 0.5 * store.eagerness : 0)
                level += (holiday ? 0.3 : 0) + 0.012 * (store.distance - 10)
                sales.append((6000 * Self.exponential(level)).rounded())
            }
        }
        self.sales = Self.frame([
            Column(storeIds, name: "store"), Column(dates, name: "date"), Column(years, name: "year"), Column(months, name: "month"),
            Column(weekdays, name: "weekday"), Column(states, name: "state"), Column(promotions, name: "promotion"),
            Column(holidays, name: "holiday"), Column(open, name: "open"), Column(distances, name: "distance"), Column(sales, name: "sales"),
        ])
        plantedStates = Self.frame([
            Column(Self.states.map(\.name), name: "state"), Column(Self.states.map(\.east), name: "east"),
            Column(Self.states.map(\.north), name: "north"),
        ])
        plantedStores = Self.frame([
            Column(stores.map(\.id), name: "store"), Column(stores.map { Self.states[$0.state].name }, name: "state"),
            Column(stores.map(\.size), name: "size"), Column(stores.map(\.eagerness), name: "eagerness"),
        ])
        plantedWeekdays = Self.frame([Column(Array(1...7), name: "weekday"), Column(Self.week, name: "effect")])
        plantedMonths = Self.frame([Column(Array(1...12), name: "month"), Column(Self.year, name: "effect")])
    }

    private static func frame(_ columns: [Column]) -> DataFrame { (try? DataFrame(columns: columns)) ?? DataFrame() }

    private struct Day {
        var text: String
        var year: Int
        var month: Int
        var weekday: Int
        var dayOfYear: Int
    }

    /// All days of 2022 and 2023, the first of which is a Saturday.
    private static func calendar() -> [Day] {
        var days: [Day] = []
        var weekday = 5
        for year in [2022, 2023] {
            var dayOfYear = 0
            for (month, length) in daysOfMonths.enumerated() {
                for day in 1...length {
                    let text = "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)"
                    days.append(Day(text: text, year: year, month: month, weekday: weekday, dayOfYear: dayOfYear))
                    weekday = (weekday + 1) % 7
                    dayOfYear += 1
                }
            }
        }
        return days
    }

    /// e to the x for small x: the series of x / 8, three times squared.
    private static func exponential(_ x: Double) -> Double {
        let y = x / 8
        var term = 1.0
        var sum = 1.0
        for n in 1...12 {
            term *= y / Double(n)
            sum += term
        }
        let squared = sum * sum
        let fourth = squared * squared
        return fourth * fourth
    }
}
