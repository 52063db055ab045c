/// The colours and sizes of everything in a figure that is not data.
struct Theme {
    var isDark: Bool
    var ground: Color
    var ink: Color
    var quiet: Color
    var grid: Color
    var frame: Color
    var sequential: ColorMap
    var counts: ColorMap
    var diverging: ColorMap

    static let light = Theme(
        isDark: false, ground: Color(0xFFFFFF), ink: Color(0x1F2328), quiet: Color(0x57606A), grid: Color(0xE7EAEE),
        frame: Color(0x8C959F), sequential: .sequentialLight, counts: .countsLight, diverging: .divergingLight)
    static let dark = Theme(
        isDark: true, ground: Color(0x16181D), ink: Color(0xE6E8EB), quiet: Color(0xA0A7B4), grid: Color(0x2A2E36),
        frame: Color(0x6E7681), sequential: .sequentialDark, counts: .countsDark, diverging: .divergingDark)

    /// Text sizes in nominal pixels.
    var titleSize: Double { 15 }
    var labelSize: Double { 12.5 }
    var tickSize: Double { 11.5 }
    var noteSize: Double { 10.5 }

    func series(_ index: Int) -> Color {
        let entry = Palette.series[index % Palette.series.count]
        return isDark ? entry.dark : entry.light
    }

    /// The colour that a mark asks for, or the palette's at `index`.
    func color(_ name: String, index: Int) -> Color {
        Palette.color(named: name, isDark: isDark) ?? series(index)
    }

    /// Ink that reads well on `ground`.
    func ink(on ground: Color) -> Color {
        ground.luminance > 0.3 ? Color(0x16181D) : Color(0xFFFFFF)
    }
}
