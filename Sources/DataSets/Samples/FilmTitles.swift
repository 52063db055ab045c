/// Invented titles that sound like their genre, no two alike.
struct FilmTitles {
    private var used: Set<String> = []

    /// One to three genres for a film's place: the first from the quarter of the plane in which it lies.
    static func genres(spectacle: Double, darkness: Double, _ random: inout Sampler) -> [String] {
        let main: [String]
        switch (spectacle > 0, darkness > 0) {
        case (true, false): main = ["Adventure", "Fantasy", "Animation", "Action"]
        case (true, true): main = ["Action", "Thriller", "Horror", "Sci-Fi"]
        case (false, false): main = ["Comedy", "Romance", "Musical", "Children"]
        case (false, true): main = ["Drama", "Mystery", "Crime", "War"]
        }
        var genres: [String] = []
        for _ in 0..<(1 + random.below(3)) {
            if let genre = random.pick(main), !genres.contains(genre) { genres.append(genre) }
        }
        // The border between two genres is not sharp.
        if abs(spectacle) < 0.5, !genres.contains("Drama"), random.uniform() < 0.4 { genres.append("Drama") }
        return genres
    }

    /// A title with its year, as in `Silver Harbour, The (1987)`.
    mutating func next(genre: String, _ random: inout Sampler) -> String {
        let year = 1935 + Int(80 * max(random.uniform(), random.uniform()))
        while true {
            let title = Self.title(genre, &random)
            if used.insert(title).inserted { return "\(title) (\(year))" }
        }
    }

    private static func title(_ genre: String, _ random: inout Sampler) -> String {
        let words = vocabulary[genre] ?? fallback
        let adjective = random.pick(words.adjectives + fallback.adjectives) ?? ""
        let noun = random.pick(words.nouns) ?? ""
        switch random.below(8) {
        case 0, 1: return "\(adjective) \(noun)"
        case 2, 3: return "\(adjective) \(noun), The"
        case 4: return "\(noun) of \(random.pick(places) ?? "")"
        case 5: return "\(random.pick(names) ?? "") and the \(noun)"
        case 6: return "Last \(noun) in \(random.pick(places) ?? "")"
        default: return "\(random.pick(names) ?? "")'s \(noun)"
        }
    }

    private struct Words {
        var adjectives: [String]
        var nouns: [String]
    }

    private static let names = [
        "Ada", "Bruno", "Clara", "Dorian", "Edith", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Klara", "Leopold", "Mira", "Nora", "Otis",
        "Paula", "Quentin", "Rosa", "Selma", "Theo", "Ursula", "Viktor", "Wanda", "Yara",
    ]
    private static let places = [
        "Almere", "Brindle Bay", "Corvano", "Dunmoor", "Eastmarch", "Farrow Hill", "Glasswater", "Harrowgate", "Ilmen", "Juniper Street",
        "Kestrel Point", "Lowtown", "Marisol", "Northgate", "Oldenburg Square", "Port Amity", "Quarry Lane", "Redwater", "Saltmarsh", "Tarn",
    ]
    private static let fallback = Words(
        adjectives: ["Long", "Second", "Quiet", "Lost", "Northern", "First", "Golden", "Distant", "Open", "Broken"],
        nouns: ["Road", "House", "River", "Letter", "Summer", "Winter"])

    private static let vocabulary: [String: Words] = [
        "Adventure": Words(
            adjectives: ["Uncharted", "Hidden", "Daring", "Seven"], nouns: ["Voyage", "Compass", "Caravan", "Island", "Expedition", "Map"]),
        "Fantasy": Words(
            adjectives: ["Enchanted", "Silver", "Thirteenth", "Winged"], nouns: ["Crown", "Dragon", "Tower", "Spell", "Mirror", "Kingdom"]),
        "Animation": Words(
            adjectives: ["Little", "Purple", "Whistling", "Clockwork"], nouns: ["Robot", "Penguin", "Kite", "Balloon", "Toymaker", "Fox"]),
        "Action": Words(
            adjectives: ["Final", "Maximum", "Burning", "Double"], nouns: ["Pursuit", "Impact", "Strike", "Countdown", "Convoy", "Showdown"]),
        "Thriller": Words(
            adjectives: ["Silent", "Deadly", "Cold", "Stolen"], nouns: ["Witness", "Signal", "Alibi", "Hour", "Passenger", "Target"]),
        "Horror": Words(
            adjectives: ["Hollow", "Crawling", "Nameless", "Buried"], nouns: ["Cellar", "Lullaby", "Visitor", "Asylum", "Hunger", "Scarecrow"]),
        "Sci-Fi": Words(
            adjectives: ["Orbital", "Electric", "Synthetic", "Parallel"], nouns: ["Horizon", "Machine", "Colony", "Paradox", "Comet", "Reactor"]),
        "Comedy": Words(
            adjectives: ["Awkward", "Reluctant", "Accidental", "Perfect"], nouns: ["Wedding", "Butler", "Vacation", "Neighbour", "Cousin", "Audition"]),
        "Romance": Words(
            adjectives: ["Tender", "Midnight", "Paper", "Secret"], nouns: ["Waltz", "Promise", "Bouquet", "Balcony", "Kiss", "Café"]),
        "Musical": Words(
            adjectives: ["Dancing", "Velvet", "Singing", "Swinging"], nouns: ["Melody", "Chorus", "Stage", "Trumpet", "Encore", "Parade"]),
        "Children": Words(
            adjectives: ["Brave", "Sleepy", "Curious", "Tiny"], nouns: ["Puppy", "Treehouse", "Birthday", "Bicycle", "Picnic", "Snowman"]),
        "Drama": Words(
            adjectives: ["Fading", "Unspoken", "Borrowed", "Bitter"], nouns: ["Orchard", "Daughter", "Silence", "Harvest", "Inheritance", "Photograph"]),
        "Mystery": Words(
            adjectives: ["Missing", "Locked", "Veiled", "Forgotten"], nouns: ["Manuscript", "Lodger", "Portrait", "Key", "Lighthouse", "Archive"]),
        "Crime": Words(
            adjectives: ["Crooked", "Dirty", "Grey", "Small-Time"], nouns: ["Heist", "Verdict", "Ledger", "Informant", "Debt", "Precinct"]),
        "War": Words(
            adjectives: ["Iron", "Muddy", "Unknown", "Burnt"], nouns: ["Bridge", "Trench", "Regiment", "Ceasefire", "Convoy", "Homecoming"]),
    ]
}
