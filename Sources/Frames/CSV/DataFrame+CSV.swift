extension DataFrame {
    /// Reads a CSV file with a header; see `CSVOptions` for everything else.
    ///
    /// Throws `CSVError` with file, line and column where a row has too many or too few fields, a quote is not closed, the bytes are not of
    /// the encoding, or a value is not of the kind that its column has to have.
    public static func read(csv path: String, _ options: CSVOptions = CSVOptions()) throws -> DataFrame {
        try parse(bytes: try CSVText.content(of: path), file: path, options)
    }

    /// Makes a frame from CSV text in memory; throws `CSVError`.
    public static func parse(csv text: String, _ options: CSVOptions = CSVOptions()) throws -> DataFrame {
        var options = options
        options.encoding = .utf8
        return try parse(bytes: Array(text.utf8), file: "text", options)
    }

    /// Makes a frame from the bytes of a CSV file, `file` being its name in errors; throws `CSVError`.
    public static func parse(bytes: [UInt8], file: String, _ options: CSVOptions = CSVOptions()) throws -> DataFrame {
        let delimiter = Array(options.delimiter.utf8)
        guard delimiter.count == 1, delimiter[0] < 0x80, !"\"\r\n".utf8.contains(delimiter[0]) else {
            throw CSVError(file: file, problem: .delimiter(options.delimiter))
        }
        let content = options.encoding == .latin1 ? CSVText.fromLatin1(bytes) : bytes
        return try content.withUnsafeBufferPointer { whole in
            // A byte-order mark is no part of the first name.
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let text = UnsafeBufferPointer(rebasing: whole.starts(with: mark) ? whole.dropFirst(3) : whole[...])
            do {
                if let bad = CSVText.firstInvalid(text) { throw CSVFields.Failure(offset: bad, problem: .notUTF8) }
                return try frame(text, delimiter[0], options)
            } catch let failure as CSVFields.Failure {
                switch failure.problem {
                case .empty, .tooLarge, .noSuchColumn, .nameCount, .delimiter, .unreadable: throw CSVError(file: file, problem: failure.problem)
                default:
                    let place = CSVText.place(of: failure.offset, in: text)
                    throw CSVError(file: file, line: place.line, column: place.column, problem: failure.problem)
                }
            }
        }
    }

    private static func frame(_ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ options: CSVOptions) throws -> DataFrame {
        func failure(_ problem: CSVError.Problem, at offset: Int = 0) -> CSVFields.Failure { .init(offset: offset, problem: problem) }

        let fields = try CSVFields(text, delimiter: delimiter, quotes: options.quotes)
        guard fields.width > 0 else { throw failure(.empty) }
        let hasHeader = options.header ?? options.names.isEmpty
        let values = CSVValues(bytes: text, fields: fields, firstRow: hasHeader ? 1 : 0, missing: options.missing)

        var names = options.names
        if names.isEmpty {
            names = (0..<fields.width).map { index in
                let name = hasHeader ? values.text(0, index) : String(index)
                return name.isEmpty ? "Unnamed: \(index)" : name
            }
        } else if names.count != fields.width {
            throw failure(.nameCount(given: names.count, fields: fields.width))
        }
        var known: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            guard known.updateValue(index, forKey: name) == nil else {
                let offset = hasHeader && options.names.isEmpty ? Int(fields.starts[index] & ~CSVFields.quotedMark) : 0
                throw failure(.duplicateName(name), at: offset)
            }
        }

        var columns: [Column] = []
        for name in options.columns.isEmpty ? names : options.columns {
            guard let index = known[name] else { throw failure(.noSuchColumn(name: name, available: names)) }
            guard !columns.contains(where: { $0.name == name }) else { throw failure(.duplicateName(name)) }
            columns.append(try values.column(index, name: name, kind: options.kinds[name]))
        }
        return DataFrame(unchecked: columns)
    }

    /// The frame as CSV text: a header, a line for each row, fields in quotes where they need them, nothing for a missing value.
    public func csv(delimiter: String = ",") -> String {
        func field(_ text: String) -> String {
            guard text.isEmpty || text.contains(delimiter) || text.utf8.contains(where: { "\"\r\n".utf8.contains($0) }) else { return text }
            return "\"" + text.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
        }
        let texts: [[String]] = columns.map { column in
            switch column.storage {
            case .doubles(let values): values.map { $0.isNaN ? "" : "\($0)" }
            case .strings(let values): values.map { $0.map(field) ?? "" }
            default: column.texts()
            }
        }
        var lines = [names.map(field).joined(separator: delimiter)]
        for row in 0..<rowCount { lines.append(texts.map { $0[row] }.joined(separator: delimiter)) }
        return lines.joined(separator: "\n") + "\n"
    }
}
