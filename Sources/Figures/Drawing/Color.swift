#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A colour in sRGB, each part from 0 to 1.
struct Color: Equatable, Hashable {
    var red: Double
    var green: Double
    var blue: Double
    var alpha = 1.0

    init(_ red: Double, _ green: Double, _ blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// `0xRRGGBB`
    init(_ hex: Int) {
        self.init(Double(hex >> 16 & 255) / 255, Double(hex >> 8 & 255) / 255, Double(hex & 255) / 255)
    }

    func withAlpha(_ alpha: Double) -> Color {
        Color(red, green, blue, alpha: alpha)
    }

    /// The colour `share` of the way to `other`.
    func mixed(with other: Color, _ share: Double) -> Color {
        Color(
            red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share,
            alpha: alpha + (other.alpha - alpha) * share)
    }

    /// Relative luminance as the contrast rules of WCAG 2 define it.
    var luminance: Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// From lightness, chroma and hue (in degrees) of the OKLab space (Ottosson, 2020), clipped to sRGB.
    init(lightness: Double, chroma: Double, hue: Double) {
        let a = chroma * cos(hue * .pi / 180)
        let b = chroma * sin(hue * .pi / 180)
        let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        func encoded(_ part: Double) -> Double {
            let part = min(1, max(0, part))
            return part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055
        }
        self.init(
            encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
    }
}

/// The colours that figures name.
enum Palette {
    /// After Okabe and Ito (2008), who chose colours that stay apart for colour-blind readers; in an order whose neighbours also
    /// differ in lightness, for prints in grey. Each has a lighter twin for dark pages.
    static let series: [(name: String, light: Color, dark: Color)] = [
        ("blue", Color(0x0072B2), Color(0x4DA6E0)),
        ("orange", Color(0xD55E00), Color(0xF0803C)),
        ("green", Color(0x009E73), Color(0x2FC499)),
        ("purple", Color(0xB9609A), Color(0xDD90BF)),
        ("amber", Color(0xE69F00), Color(0xF2B733)),
        ("sky", Color(0x56B4E9), Color(0x8CD0F5)),
        ("brown", Color(0x8C5A2B), Color(0xC4935F)),
    ]

    static let others: [(name: String, light: Color, dark: Color)] = [
        ("red", Color(0xC1272D), Color(0xFF6B6B)),
        ("gray", Color(0x6B7280), Color(0xA0A7B4)),
        ("grey", Color(0x6B7280), Color(0xA0A7B4)),
        ("black", Color(0x1F2328), Color(0xE6E8EB)),
        ("white", Color(0xFFFFFF), Color(0x16181D)),
    ]

    static var names: [String] { (series + others).map(\.name) }

    /// The colour that a name or `#rrggbb` stands for.
    static func color(named name: String, isDark: Bool) -> Color? {
        if let known = (series + others).first(where: { $0.name == name }) {
            return isDark ? known.dark : known.light
        }
        guard name.hasPrefix("#"), name.utf8.count == 7, let hex = Int(name.dropFirst(), radix: 16) else { return nil }
        return Color(hex)
    }
}

/// A colour for each number from 0 to 1.
struct ColorMap {
    /// Few enough steps that a picture keeps them all in its palette.
    static let stepCount = 96
    private let steps: [Color]

    private init(_ color: (Double) -> Color) {
        steps = (0..<ColorMap.stepCount).map { color(Double($0) / Double(ColorMap.stepCount - 1)) }
    }

    func callAsFunction(_ position: Double) -> Color {
        guard position.isFinite else { return Color(0x888888) }
        return steps[min(ColorMap.stepCount - 1, max(0, Int((position * Double(ColorMap.stepCount - 1)).rounded())))]
    }

    /// Dark blue over green to yellow, lightness rising evenly, and either end apart from the page's ground.
    static let sequentialLight = sequential(0.28...0.88)
    static let sequentialDark = sequential(0.42...0.93)

    private static func sequential(_ lightness: ClosedRange<Double>) -> ColorMap {
        ColorMap { share in
            Color(
                lightness: lightness.lowerBound + (lightness.upperBound - lightness.lowerBound) * share,
                chroma: 0.115 + 0.035 * sin(share * .pi) + 0.02 * share, hue: 285 - 185 * share)
        }
    }

    /// From the page's own ground to a strong blue: for counts, where nothing should look like nothing.
    static let countsLight = ColorMap { share in
        Color(lightness: 0.975 - 0.6 * share, chroma: 0.012 + 0.125 * sin(min(1, share * 1.15) * .pi * 0.6), hue: 235 + 25 * share)
    }
    static let countsDark = ColorMap { share in
        Color(lightness: 0.235 + 0.66 * share, chroma: 0.03 + 0.1 * sin(share * .pi * 0.75), hue: 262 - 50 * share)
    }

    /// Blue below, orange above, the page's ground at zero.
    static let divergingLight = ColorMap { share in
        let distance = abs(share - 0.5) * 2
        return Color(lightness: 0.97 - 0.47 * distance, chroma: 0.15 * pow(distance, 0.8), hue: share < 0.5 ? 250 : 50)
    }
    static let divergingDark = ColorMap { share in
        let distance = abs(share - 0.5) * 2
        return Color(lightness: 0.27 + 0.5 * distance, chroma: 0.145 * pow(distance, 0.8), hue: share < 0.5 ? 245 : 55)
    }
}
