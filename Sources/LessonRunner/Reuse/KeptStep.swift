import StepLanguage
import Tensors

/// What a step that passed gave and changed: all that stands in its place in a later run.
struct KeptStep {
    /// One thing that the step gave, in order.
    enum Event {
        case output(StepOutput)
        /// A row of a training's report.
        case epoch(String)
    }

    /// Variables that share objects, after the step.
    struct Part {
        /// The variables' names, sorted.
        var names: [String]
        /// Whether the step changed what they hold.
        var isChanged: Bool
        /// Names that code reachable from them may use.
        var code: [String]
    }

    /// The mistake that the lesson expects of the step, its place counted from the step's first line.
    struct Mistake {
        var message: String
        var line: Int
        var column: Int
        var length: Int
        var notes: [String]
    }

    var events: [Event] = []
    var mistake: Mistake?
    /// The variables that the step could reach.
    var parts: [Part] = []
    /// The seconds that the step took when it ran.
    var seconds = 0.0

    // MARK: As bytes

    /// - Throws: what drawing a figure throws.
    func bytes() throws -> [UInt8] {
        var writer = ByteWriter()
        writer.add(events.count)
        for event in events { try Self.write(event, &writer) }
        writer.add(mistake != nil)
        if let mistake {
            writer.add(mistake.message)
            writer.add(mistake.line)
            writer.add(mistake.column)
            writer.add(mistake.length)
            writer.add(mistake.notes) { $0.add($1) }
        }
        writer.add(parts) { writer, part in
            writer.add(part.names) { $0.add($1) }
            writer.add(part.isChanged)
            writer.add(part.code) { $0.add($1) }
        }
        writer.add(seconds)
        return writer.bytes
    }

    init() {}

    init(bytes: ArraySlice<UInt8>) throws {
        var reader = ByteReader(bytes)
        events = try reader.list(Self.event)
        if try reader.bool() {
            mistake = Mistake(
                message: try reader.text(), line: try reader.int(), column: try reader.int(), length: try reader.int(),
                notes: try reader.list { try $0.text() })
        }
        parts = try reader.list { reader in
            Part(names: try reader.list { try $0.text() }, isChanged: try reader.bool(), code: try reader.list { try $0.text() })
        }
        seconds = try reader.double()
    }

    private static func write(_ event: Event, _ writer: inout ByteWriter) throws {
        switch event {
        case .epoch(let row):
            writer.add(0)
            writer.add(row)
        case .output(.text(let text)):
            writer.add(1)
            writer.add(text)
        case .output(.hint(let text)):
            writer.add(2)
            writer.add(text)
        case .output(.table(let table)):
            writer.add(3)
            write(table, &writer)
        case .output(.training(let table)):
            writer.add(4)
            write(table, &writer)
        case .output(.drawing(let drawing)):
            writer.add(5)
            writer.add(drawing.caption)
            writer.add(drawing.authorsAlternative)
            writer.add(drawing.alternativeText)
            let pictures = try drawing.pictures()
            writer.add(pictures.interval != nil)
            writer.add(pictures.interval ?? 0)
            writer.add(pictures.width)
            writer.add(pictures.height)
            writer.add(pictures.light)
            writer.add(pictures.dark)
            writer.add(pictures.frames) { $0.add($1) }
            writer.add(pictures.darkFrames) { $0.add($1) }
        }
    }

    private static func event(_ reader: inout ByteReader) throws -> Event {
        switch try reader.int() {
        case 0: return .epoch(try reader.text())
        case 1: return .output(.text(try reader.text()))
        case 2: return .output(.hint(try reader.text()))
        case 3: return .output(.table(try table(&reader)))
        case 4: return .output(.training(try table(&reader)))
        case 5:
            let (caption, authors, alternative) = (try reader.text(), try reader.text(), try reader.text())
            let (isAnimation, interval) = (try reader.bool(), try reader.double())
            let pictures = Drawing.Pictures(
                interval: isAnimation ? interval : nil, width: try reader.int(), height: try reader.int(),
                light: Array(try reader.raw()), dark: Array(try reader.raw()), frames: try reader.list { Array(try $0.raw()) },
                darkFrames: try reader.list { Array(try $0.raw()) })
            return .output(
                .drawing(Drawing(caption: caption, authorsAlternative: authors, alternativeText: alternative, pictures: pictures)))
        default: throw ByteReader.Damaged()
        }
    }

    private static func write(_ table: TextTable, _ writer: inout ByteWriter) {
        writer.add(table.headers) { $0.add($1) }
        writer.add(table.rows) { writer, row in writer.add(row) { $0.add($1) } }
        writer.add(table.alignments) { $0.add($1 == .left ? 0 : $1 == .right ? 1 : 2) }
        writer.add(table.separator)
        writer.add(table.hasRule)
    }

    private static func table(_ reader: inout ByteReader) throws -> TextTable {
        let headers = try reader.list { try $0.text() }
        let rows = try reader.list { reader in try reader.list { try $0.text() } }
        let alignments = try reader.list { reader -> TextTable.Alignment in
            switch try reader.int() {
            case 0: .left
            case 1: .right
            default: .center
            }
        }
        return TextTable(
            headers: headers, rows: rows, alignments: alignments, separator: try reader.text(), hasRule: try reader.bool())
    }
}
