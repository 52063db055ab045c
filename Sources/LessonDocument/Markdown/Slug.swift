/// Makes anchors from headings: words in lower case joined by hyphens, a number after those that come again.
package struct SlugMaker {
    private var taken: Set<String> = []

    package init() {}

    package mutating func slug(for text: String) -> String {
        let base = Self.slug(text)
        var slug = base
        var number = 1
        while !taken.insert(slug).inserted {
            number += 1
            slug = "\(base)-\(number)"
        }
        return slug
    }

    private static func slug(_ text: String) -> String {
        var result = ""
        var gap = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if gap, !result.isEmpty { result += "-" }
                gap = false
                result.unicodeScalars.append(scalar)
                if result.utf8.count >= 60 { break }
            } else if scalar != "'" && scalar != "’" {
                gap = true
            }
        }
        return result.isEmpty ? "section" : result
    }
}
