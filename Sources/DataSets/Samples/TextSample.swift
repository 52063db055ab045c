/// A text about learning for the character models: paragraphs written by hand between paragraphs from a small grammar.
public struct TextSample {
    /// How it was made, in a line.
    public static let note = "made up: about 150,000 characters on learning, from paragraphs written by hand and sentences from a small grammar"

    /// The text, with an empty line between paragraphs.
    public let text: String

    /// The sample, which is made when it is first asked for.
    public static let shared = TextSample()

    private static let length = 150_000

    private init() {
        var random = Sampler(seed: 18_860_804)
        var text = ""
        var written = Self.written[...]
        var count = 0
        while count < Self.length {
            var paragraph = ""
            // One paragraph by hand for every five from the grammar, as long as there are some.
            if random.below(6) == 0, let next = written.popFirst() {
                paragraph = next
            } else {
                for index in 0..<(3 + random.below(5)) {
                    paragraph += (index > 0 ? " " : "") + Self.sentence(&random)
                }
            }
            text += paragraph + "\n\n"
            count += paragraph.utf8.count + 2
        }
        self.text = text
    }

    // MARK: The grammar

    private static func sentence(_ random: inout Sampler) -> String {
        let text: String
        switch random.below(12) {
        case 0: text = "\(clause(&random)), and \(clause(&random))"
        case 1: text = "when \(clause(&random)), \(clause(&random))"
        case 2: text = "\(clause(&random)) because \(clause(&random))"
        case 3: text = "if \(clause(&random)), then \(clause(&random))"
        case 4: text = "\(clause(&random)), but \(clause(&random))"
        case 5: text = "\(one(openings, &random)) \(clause(&random))"
        case 6: text = "\(thing(&random)) that \(verb(&random)) \(thing(&random)) \(verb(&random)) \(thing(&random)) as well"
        case 7: text = "\(clause(&random)): \(clause(&random))"
        case 8: text = "for \(thing(&random)), \(thing(&random)) is \(one(qualities, &random)) and \(one(qualities, &random))"
        case 9: text = "what \(one(people, &random)) \(one(knows, &random)) of \(thing(&random)) is \(one(qualities, &random))"
        case 10: return capitalized("\(one(questions, &random)) \(thing(&random)) \(one(plainVerbs, &random)) \(thing(&random))?")
        default: text = clause(&random)
        }
        return capitalized(text) + "."
    }

    private static func clause(_ random: inout Sampler) -> String {
        switch random.below(7) {
        case 0: return "\(thing(&random)) is \(one(degrees, &random))\(one(qualities, &random))"
        case 1: return "\(one(people, &random)) \(one(knows, &random)) that \(thing(&random)) \(verb(&random)) \(thing(&random))"
        case 2: return "\(thing(&random)) \(one(moves, &random)) \(one(ways, &random))"
        default: return "\(thing(&random)) \(verb(&random)) \(thing(&random))\(random.below(4) == 0 ? " " + one(ways, &random) : "")"
        }
    }

    private static func thing(_ random: inout Sampler) -> String {
        let noun = one(nouns, &random)
        switch random.below(6) {
        case 0: return "the \(one(adjectives, &random)) \(noun)"
        case 1: return "every \(noun)"
        case 2: return "the \(noun) of the \(one(nouns, &random))"
        case 3:
            let adjective = one(adjectives, &random)
            return "\("aeiou".contains(adjective.first ?? "x") ? "an" : "a") \(adjective) \(noun)"
        default: return "the \(noun)"
        }
    }

    private static func verb(_ random: inout Sampler) -> String { one(verbs, &random) }

    private static func one(_ words: [String], _ random: inout Sampler) -> String { random.pick(words) ?? "" }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static let nouns = [
        "model", "gradient", "weight", "error", "layer", "rate", "step", "loss", "teacher", "student", "question", "answer", "example", "mistake",
        "number", "matrix", "vector", "slope", "valley", "surface", "memory", "pattern", "rule", "lesson", "network", "sentence", "letter", "word",
        "picture", "rating", "user", "film", "batch", "epoch", "function", "curve", "hand", "mind", "habit", "path", "machine", "choice", "reason",
        "experiment", "result", "signal", "noise", "distance", "neighbour", "direction",
    ]
    private static let adjectives = [
        "small", "large", "hidden", "first", "last", "steep", "gentle", "honest", "patient", "careful", "random", "simple", "deep", "shallow",
        "noisy", "useful", "strange", "familiar", "old", "new", "slow", "quick", "quiet", "wrong", "right", "unknown", "early", "empty",
    ]
    private static let verbs = [
        "follows", "changes", "explains", "forgets", "remembers", "measures", "carries", "corrects", "hides", "shows", "needs", "finds", "leaves",
        "meets", "answers", "repeats", "reaches", "improves", "moves", "divides", "joins", "predicts", "surprises", "describes", "resembles",
        "teaches",
    ]
    private static let plainVerbs = [
        "follow", "change", "explain", "forget", "remember", "measure", "carry", "correct", "hide", "show", "need", "find", "leave", "meet",
        "answer", "repeat", "reach", "improve", "move", "divide", "join", "predict", "surprise", "describe", "resemble", "teach",
    ]
    private static let moves = ["grows", "falls", "rises", "shrinks", "returns", "waits", "wanders", "settles", "stops", "begins again"]
    private static let ways = [
        "slowly", "at once", "in small steps", "without a word", "with care", "at every turn", "in the end", "once more", "for a while",
        "by accident", "from the beginning", "to the last digit", "in the dark", "on a good day",
    ]
    private static let qualities = [
        "true", "false", "easy", "hard", "smooth", "rough", "certain", "doubtful", "rare", "common", "near", "far", "useful", "never quite zero",
        "worth a second look", "better than before", "a matter of practice", "only a guess",
    ]
    private static let degrees = ["", "", "", "almost ", "always ", "seldom ", "often ", "hardly ever ", "more or less "]
    private static let openings = [
        "in other words,", "after all,", "strictly speaking,", "to begin with,", "little by little,", "as we have seen,", "on the other hand,",
        "in practice,", "by the same reasoning,", "perhaps", "of course,", "here too,",
    ]
    private static let people = ["the teacher", "the student", "a reader", "nobody", "everybody", "the engineer", "a careful observer", "a child"]
    private static let knows = ["knows", "learns", "says", "believes", "sees", "suspects", "forgets", "understands", "notices"]
    private static let questions = ["does", "how does", "why does", "when does", "how often does", "where does"]

    // MARK: Paragraphs by hand

    private static let written = [
        "To learn is to be wrong a little less often than before. A machine that learns begins with numbers drawn at random and answers every question badly. It is told how badly, and it moves each number by a small amount in the direction that would have made the answer better. Then it is asked again.",
        "The gradient is a list of slopes, one for each number that can be changed. A slope says what happens to the error when its number grows a little. If the slope is positive, the number should shrink; if it is negative, the number should grow. Nothing more is needed, except patience.",
        "A step that is too small wastes the day. A step that is too large leaps over the valley and lands higher on the other side. Between the two lies the art of choosing a rate, and even an expert finds it by trying.",
        "We say that a model remembers when it gives back what it was shown, and that it understands when it gives back what it was not shown. The difference can be measured: hide a fifth of the examples, train on the rest, and look at the hidden ones only to judge.",
        "Imagine a table with a row for every person and a column for every film. Most cells are empty, for nobody has seen everything. To fill the empty cells, give each person and each film a few numbers, multiply them pair by pair, and add. When the sums agree with the cells that are known, they are a fair guess for those that are not.",
        "Some films are liked by nearly everyone, and some people like nearly everything. A single number for each, added at the end, takes care of that, and leaves the other numbers free to say what is special about the pair.",
        "Nobody told the machine what a comedy is. Yet when its numbers are laid out on a page, the comedies stand together, far from the films in which things explode. It had to find the difference in order to predict, and so it found it.",
        "Momentum is the memory of the last steps. A ball that rolls down a valley does not stop at every pebble, and it does not turn at once when the ground tilts. It goes on in the direction in which it has been going, and that is usually the right one.",
        "Why should we make the weights smaller when the data ask for larger ones? Because a model with large weights can bend sharply between two points, and the world seldom does. A little decay costs a little accuracy on what was seen and gains more on what was not.",
        "A network without bends between its layers is no deeper than one layer. Two straight lines, one after the other, are a straight line. It is the humble corner in the middle, zero below and straight above, that allows a thousand pieces to follow any curve.",
        "The chain rule is older than any computer. It says that the effect of a small change passes from link to link, and that at each link it is multiplied by the slope there. To train a network we walk along the chain twice: forwards to see what it says, backwards to see who is to blame.",
        "Read a sentence aloud and stop in the middle: the listener already knows something about the next word. A model of language does the same with letters. After a q it expects a u; after a full stop, a space and a capital. It learns to spell before it learns to mean.",
        "The state of a recurrent network is a short note that it writes to itself. With each letter it reads the note, reads the letter, and writes a new note. What was not copied is forgotten. To remember for long, it has to copy with care, many times.",
        "Multiply a number by nine tenths a hundred times and nothing is left; multiply it by eleven tenths and it fills the room. So it is with signals that pass through many layers. Begin with a matrix that changes nothing, and let learning decide what to change.",
        "Dropout is a strange teacher: at every lesson it sends half of the class away, at random, and asks the other half for the answer. Nobody can rely on a neighbour any more. When all are back for the examination, they do better than a class that always sat together.",
        "An average hides more than it shows. The mean error of a model may fall while it grows worse for those who need it most. Look at the largest mistakes one by one; they have more to say than the hundred small ones.",
        "There is no shame in a simple baseline. Predict the mean; predict yesterday's value; predict what the neighbour did. If the deep model cannot beat these, it has learned nothing, and we have learned something.",
        "A day of the week is not a number, though we write it as one. Sunday is not seven times Monday. Give each day a point of its own in a small space, let the training move the points, and at the end the days lie in a ring, with the weekend a little apart.",
        "Whoever repeats an experiment should get the same result. It sounds easy. But a different order of addition changes the last digit, the last digit changes the next step, and after a thousand steps the two runs tell different stories. To say the same thing twice takes discipline.",
        "Draw the loss. A curve that falls and then flattens is content; one that falls and then rises has begun to memorise; one that jumps is in too great a hurry. A glance at the picture saves an hour of guessing.",
        "What is near in the table need not be near in meaning, and what is near in meaning may be far apart in the alphabet. An embedding puts things side by side because they behave alike. The map is drawn by use.",
        "Every lesson ends with a question, for the answer to the last question was only good enough to ask the next. What happens with half the data? With twice the layers? With no randomness at all? Change one line, run it again, and see.",
    ]
}
