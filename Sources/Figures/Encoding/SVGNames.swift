/// Cairo numbers the parts of its SVG documents from a counter of the whole process. Here they are numbered anew, in the order in
/// which they come, so that the same figure gives the same document.
enum SVGNames {
    static func renumbered(_ document: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(document.count)
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        var position = 0
        while position < document.count {
            let byte = document[position]
            result.append(byte)
            position += 1
            // A name stands after a quote (where it is given) or a number sign (where it is used).
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") else { continue }
            var letters = position
            while letters < document.count, (97...122).contains(document[letters]) { letters += 1 }
            var digits = letters
            while digits < document.count, (48...57).contains(document[digits]) { digits += 1 }
            guard letters > position, digits > letters, digits < document.count,
                document[digits] == UInt8(ascii: "\"") || document[digits] == UInt8(ascii: ")")
            else { continue }
            let number = numbers[document[position..<digits], default: numbers.count + 1]
            numbers[document[position..<digits]] = number
            result += document[position..<letters] + Array(String(number).utf8)
            position = digits
        }
        return result
    }
}
