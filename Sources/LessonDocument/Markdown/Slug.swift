/// Makes anchors from headings: words in lower case joined by hyphens, a number after those that come again.
///
/// None begins with `step-`, as the anchors of steps do.
package struct SlugMaker {
    private var taken: Set<String> = []
    /// The last number that was put after a heading's words.
    private var numbers: [String: Int] = [:]

    package init() {}

    package mutating func slug(for text: String) -> String {
        var base = Self.slug(text)
        if base.hasPrefix("step-") { base = "section-" + base }
        var slug = base
        while !taken.insert(slug).inserted {
            let number = numbers[base, default: 1] + 1
            numbers[base] = number
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
