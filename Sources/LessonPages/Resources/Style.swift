/// The style of every page, compiled in so that an installed program needs no folder beside it.
enum Style {
    /// The whole style sheet.
    static let sheet = [colors, layout, prose, steps, outputs, player, search, course, print].joined(separator: "\n")
}
