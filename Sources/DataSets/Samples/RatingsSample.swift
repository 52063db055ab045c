import Frames

/// Made-up ratings of made-up films, with everything that was planted in them.
///
/// A rating is 3.5 + the user's bias + the film's bias + two products of a user's taste with the film's place on an axis + noise, in half
/// stars from 0.5 to 5. A few films are seen by nearly everybody and most by few, and films that are seen more are liked a little better.
public struct RatingsSample {
    /// How it was made, in a line.
    public static let note =
        "made up: 400 users, 1,500 invented films, about 37,000 ratings from planted biases and two planted axes (spectacle–intimacy, light–dark)"

    /// `userId`, `movieId`, `rating`, `timestamp`; sorted by user, then by film.
    public let ratings: DataFrame
    /// `movieId`, `title`, `genres`.
    public let movies: DataFrame
    /// What was planted in the films: `movieId`, `bias`, `spectacle` and `darkness`.
    public let plantedMovies: DataFrame
    /// What was planted in the users: `userId`, `bias`, and how much each of the two axes is to their taste, `spectacle` and `darkness`.
    public let plantedUsers: DataFrame

    /// The sample, which is made when it is first asked for.
    public static let shared = RatingsSample()

    private static let userCount = 400
    private static let movieCount = 1500
    private static let meanRating = 3.5
    /// How many stars one unit of taste times one unit of an axis is worth.
    private static let axisStrengths = [0.5, 0.38]
    private static let userSpread = 0.42
    private static let movieSpread = 0.5
    private static let noise = 0.9

    private init() {
        var random = Sampler(seed: 20_160_907)
        let films = Self.films(&random)

        var userBias: [Double] = []
        var tastes: [[Double]] = []
        for _ in 0..<Self.userCount {
            userBias.append(Self.userSpread * random.normal())
            tastes.append([random.normal(), random.normal()])
        }

        // Popularity falls off as one over the rank, flattened at the top.
        var cumulative: [Double] = []
        var total = 0.0
        for rank in 0..<films.count {
            let place = Double(rank + 30)
            total += 1 / (place * place.squareRoot())
            cumulative.append(total)
        }
        let places = random.permutation(films.count)

        var users: [Int] = []
        var movies: [Int] = []
        var ratings: [Double] = []
        var times: [Int] = []
        for user in 0..<Self.userCount {
            // Most rate a few dozen films, some several hundred.
            let eagerness = random.uniform()
            let count = 25 + Int(330 * eagerness * eagerness * eagerness * eagerness)
            var seen: Set<Int> = []
            while seen.count < count {
                let wanted = random.uniform() * total
                seen.insert(places[Self.first(in: cumulative, above: wanted)])
            }
            var time = 1_000_000_000 + random.below(450_000_000)
            for film in seen.sorted() {
                let place = films[film]
                var stars = Self.meanRating + userBias[user] + place.bias + Self.noise * random.normal()
                stars += Self.axisStrengths[0] * tastes[user][0] * place.spectacle
                stars += Self.axisStrengths[1] * tastes[user][1] * place.darkness
                users.append(user + 1)
                movies.append(place.id)
                ratings.append(min(5, max(0.5, (stars * 2).rounded() / 2)))
                time += 20 + random.below(100)
                times.append(time)
            }
        }

        self.ratings = Self.frame([
            Column(users, name: "userId"), Column(movies, name: "movieId"), Column(ratings, name: "rating"), Column(times, name: "timestamp"),
        ])
        self.movies = Self.frame([
            Column(films.map(\.id), name: "movieId"), Column(films.map(\.title), name: "title"), Column(films.map(\.genres), name: "genres"),
        ])
        plantedMovies = Self.frame([
            Column(films.map(\.id), name: "movieId"), Column(films.map(\.bias), name: "bias"),
            Column(films.map(\.spectacle), name: "spectacle"), Column(films.map(\.darkness), name: "darkness"),
        ])
        plantedUsers = Self.frame([
            Column(Array(1...Self.userCount), name: "userId"), Column(userBias, name: "bias"),
            Column(tastes.map { $0[0] }, name: "spectacle"), Column(tastes.map { $0[1] }, name: "darkness"),
        ])
    }

    private static func frame(_ columns: [Column]) -> DataFrame { (try? DataFrame(columns: columns)) ?? DataFrame() }

    /// The first index whose value is above `wanted`.
    private static func first(in ascending: [Double], above wanted: Double) -> Int {
        var (low, high) = (0, ascending.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Films

    private struct Film {
        var id: Int
        var title: String
        var genres: String
        var bias: Double
        var spectacle: Double
        var darkness: Double
    }

    private static func films(_ random: inout Sampler) -> [Film] {
        var titles = FilmTitles()
        var films: [Film] = []
        var id = 0
        for _ in 0..<movieCount {
            id += 1 + random.below(9)
            let spectacle = random.normal()
            let darkness = random.normal()
            let genres = FilmTitles.genres(spectacle: spectacle, darkness: darkness, &random)
            films.append(
                Film(
                    id: id, title: titles.next(genre: genres.first ?? "Drama", &random), genres: genres.joined(separator: "|"),
                    bias: movieSpread * random.normal(), spectacle: spectacle, darkness: darkness))
        }
        return films
    }
}
