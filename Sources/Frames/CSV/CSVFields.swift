/// Where the fields of a CSV text lie: one pass over its bytes, nothing is copied or interpreted.
struct CSVFields {
    /// Fields of all rows, one row after the other, `width` a row.
    private(set) var starts: [UInt32] = []
    private(set) var ends: [UInt32] = []
    /// The number of fields in a row; 0 where there are no rows.
    private(set) var width = 0
    /// The number of rows, a header included.
    var rowCount: Int { width == 0 ? 0 : starts.count / width }

    /// A place in the bytes and what is wrong there.
    struct Failure: Error {
        var offset: Int
        var problem: CSVError.Problem
    }

    /// Marks, in a start, a field in quotes; start and end are those of the text between them.
    static let quotedMark: UInt32 = 1 << 31

    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, quotes: Bool) throws {
        guard bytes.count < Int(Self.quotedMark) else { throw Failure(offset: 0, problem: .tooLarge) }
        starts.reserveCapacity(bytes.count / 6)
        ends.reserveCapacity(bytes.count / 6)

        let count = bytes.count
        let newline = UInt8(ascii: "\n")
        let carriageReturn = UInt8(ascii: "\r")
        let quote = UInt8(ascii: "\"")
        var position = 0
        var fieldsInRow = 0
        var rowStart = 0

        while position < count {
            // One field; `position` stands at its first byte.
            if quotes, bytes[position] == quote {
                let opening = position
                position += 1
                let start = position
                while true {
                    while position < count, bytes[position] != quote { position += 1 }
                    guard position < count else { throw Failure(offset: opening, problem: .unclosedQuote) }
                    if position + 1 < count, bytes[position + 1] == quote {
                        position += 2
                        continue
                    }
                    break
                }
                starts.append(UInt32(truncatingIfNeeded: start) | Self.quotedMark)
                ends.append(UInt32(truncatingIfNeeded: position))
                position += 1
                if position < count, bytes[position] != delimiter, bytes[position] != newline, bytes[position] != carriageReturn {
                    throw Failure(offset: position, problem: .textAfterQuote)
                }
            } else {
                let start = position
                while position < count {
                    let byte = bytes[position]
                    if byte == delimiter || byte == newline || byte == carriageReturn { break }
                    position += 1
                }
                starts.append(UInt32(truncatingIfNeeded: start))
                ends.append(UInt32(truncatingIfNeeded: position))
            }
            fieldsInRow += 1

            if position < count, bytes[position] == delimiter {
                position += 1
                // A delimiter at the very end is followed by one more, empty, field.
                if position == count {
                    starts.append(UInt32(truncatingIfNeeded: position))
                    ends.append(UInt32(truncatingIfNeeded: position))
                    fieldsInRow += 1
                } else {
                    continue
                }
            }

            // The end of a row.
            if position < count {
                position += bytes[position] == carriageReturn && position + 1 < count && bytes[position + 1] == newline ? 2 : 1
            }
            if fieldsInRow == 1, let start = starts.last, start == ends.last {
                // An empty line is no row.
                starts.removeLast()
                ends.removeLast()
            } else if width == 0 {
                width = fieldsInRow
            } else if fieldsInRow != width {
                throw Failure(offset: rowStart, problem: .fieldCount(found: fieldsInRow, expected: width))
            }
            fieldsInRow = 0
            rowStart = position
        }
    }
}
