#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A place on an axis with its text.
package struct Tick: Equatable {
    package var value: Double
    package var text: String
}

/// The ticks of one axis.
package struct Ticks: Equatable {
    package var major: [Tick]
    /// Places without text, on logarithmic axes.
    package var minor: [Double] = []
    /// A power of ten that all texts leave out, written at the axis's end; empty for none.
    package var multiplier = ""

    /// Round values between two ends: steps of 1, 2, 2.5 or 5 times a power of ten, about `target` of them.
    ///
    /// - Parameter isWhole: whether only whole numbers make sense.
    package static func linear(from lower: Double, to upper: Double, target: Int, isWhole: Bool = false) -> Ticks {
        guard lower.isFinite, upper.isFinite, upper > lower else { return Ticks(major: [Tick(value: lower, text: number(lower))]) }
        guard (upper - lower).isFinite else {
            // The span is no number: ticks of half the range, doubled.
            let half = linear(from: lower / 2, to: upper / 2, target: target)
            return labelled(half.major.map { $0.value * 2 }, decimals: -307)
        }
        let rough = max(isWhole ? 1 : 0, (upper - lower) / Double(max(1, target)))
        let power = floor(log10(rough))
        // As whole number over power of ten, so that 0.3 comes out as 0.3 and not as 3 times 0.1.
        var mantissa = 10.0
        for candidate in [1, 2, 2.5, 5] where rough <= candidate * pow(10, power) * 1.0000001 && !(isWhole && power == 0 && candidate == 2.5) {
            mantissa = candidate
            break
        }
        let decimals = Int(-power) + (mantissa == 2.5 ? 1 : mantissa == 10 ? -1 : 0)
        let unit = pow(10, Double(abs(decimals)))
        let steps = mantissa == 2.5 ? 25.0 : mantissa == 10 ? 1 : mantissa
        func value(_ index: Double) -> Double { decimals >= 0 ? index * steps / unit : index * steps * unit }
        let step = value(1)
        guard step > 0, step.isFinite else { return Ticks(major: [Tick(value: lower, text: number(lower))]) }
        let first = ceil(lower / step - 1e-9)
        let last = floor(upper / step + 1e-9)
        // Far from zero, neighbouring ticks may be the same number.
        guard last >= first, last - first < 1000, first + 1 != first else {
            return Ticks(major: [Tick(value: lower, text: number(lower)), Tick(value: upper, text: number(upper))])
        }
        let values = stride(from: first, through: last, by: 1).map { value($0) }
        return labelled(values, decimals: decimals)
    }

    private static func labelled(_ values: [Double], decimals: Int) -> Ticks {
        let largest = values.reduce(0) { max($0, abs($1)) }
        guard largest > 0 else { return Ticks(major: values.map { Tick(value: $0, text: "0") }) }
        let magnitude = Int(floor(log10(largest)))
        if magnitude >= 6 || magnitude <= -4 {
            let scale = pow(10, Double(magnitude))
            let digits = max(0, min(12, decimals + magnitude))
            return Ticks(
                major: values.map { Tick(value: $0, text: fixed(scale.isInfinite || scale == 0 ? 0 : $0 / scale, decimals: digits)) },
                multiplier: "×10" + superscript(magnitude))
        }
        return Ticks(major: values.map { Tick(value: $0, text: fixed($0, decimals: max(0, decimals))) })
    }

    /// Powers of ten between two positive ends, with the places between them; inside less than a power and a half, round values.
    package static func logarithmic(from lower: Double, to upper: Double, target: Int) -> Ticks {
        guard lower > 0, upper > lower, upper.isFinite else { return linear(from: lower, to: upper, target: target) }
        let decades = log10(upper) - log10(lower)
        let first = Int(ceil(log10(lower) - 1e-9))
        let last = Int(floor(log10(upper) + 1e-9))
        if decades < 1.3 || first >= last {
            let few = oneTwoFive(from: lower, to: upper)
            if few.count >= 3 && decades >= 0.7 {
                return Ticks(major: few.map { Tick(value: $0, text: number($0)) }, minor: between(first - 1, last, lower, upper))
            }
            return linear(from: lower, to: upper, target: target)
        }
        let stride = max(1, Int((Double(last - first) / Double(max(1, target))).rounded(.up)))
        let exponents = (first...last).filter { $0 % stride == 0 }
        let isPlain = first >= -3 && last <= 4
        let major = exponents.map { exponent -> Tick in
            let value = exponent >= 0 ? pow(10, Double(exponent)) : 1 / pow(10, Double(-exponent))
            return Tick(value: value, text: isPlain ? fixed(value, decimals: max(0, -exponent)) : "10" + superscript(exponent))
        }
        let minor = stride == 1 ? between(first - 1, last, lower, upper) : (first...last).filter { $0 % stride != 0 }.map { pow(10, Double($0)) }
        return Ticks(major: major, minor: minor)
    }

    private static func oneTwoFive(from lower: Double, to upper: Double) -> [Double] {
        let first = Int(floor(log10(lower)))
        var places: [Double] = []
        for exponent in first...(first + 3) {
            for mantissa in [1.0, 2, 5] { places.append(scaled(mantissa, exponent)) }
        }
        return places.filter { $0 >= lower * (1 - 1e-9) && $0 <= upper * (1 + 1e-9) }
    }

    private static func between(_ first: Int, _ last: Int, _ lower: Double, _ upper: Double) -> [Double] {
        guard last - first < 40 else { return [] }
        var places: [Double] = []
        for exponent in first...max(first, last) {
            for mantissa in 2...9 { places.append(scaled(Double(mantissa), exponent)) }
        }
        return places.filter { $0 > lower && $0 < upper }
    }

    private static func scaled(_ mantissa: Double, _ exponent: Int) -> Double {
        exponent >= 0 ? mantissa * pow(10, Double(exponent)) : mantissa / pow(10, Double(-exponent))
    }

    // MARK: Text of numbers

    /// A number with a fixed count of decimals, a real minus sign, and commas between thousands from 10,000 on.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value > 0 ? "∞" : "−∞" }
        let decimals = min(15, decimals)
        let unit = pow(10, Double(decimals))
        let scaled = (abs(value) * unit).rounded()
        guard scaled < 9e15 else { return number(value) }
        let whole = Int(scaled)
        let divisor = Int(unit)
        var text = grouped(whole / divisor)
        if decimals > 0 {
            let digits = String(whole % divisor)
            text += "." + String(repeating: "0", count: decimals - digits.count) + digits
        }
        return (value < 0 && whole != 0 ? "−" : "") + text
    }

    /// A number in as few characters as say it to six digits.
    package static func number(_ value: Double) -> String {
        guard value.isFinite else { return fixed(value, decimals: 0) }
        guard value != 0 else { return "0" }
        var magnitude = Int(floor(log10(abs(value))))
        if magnitude >= 6 || magnitude <= -4 {
            var mantissa = abs(value) / pow(10, Double(magnitude))
            if !mantissa.isFinite { mantissa = abs(value) * 1e16 / pow(10, Double(magnitude + 16)) }
            if mantissa >= 9.9999995 {
                mantissa /= 10
                magnitude += 1
            }
            let text = trimmed(fixed(mantissa, decimals: 5))
            return (value < 0 ? "−" : "") + (text == "1" ? "" : text + "×") + "10" + superscript(magnitude)
        }
        return trimmed(fixed(value, decimals: max(0, 5 - magnitude)))
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var result = Substring(text)
        while result.last == "0" { result.removeLast() }
        if result.last == "." { result.removeLast() }
        return String(result)
    }

    private static func grouped(_ whole: Int) -> String {
        let digits = String(whole)
        guard digits.count > 4 else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }

    package static func superscript(_ exponent: Int) -> String {
        let signs: [Character: String] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
        ]
        return String(exponent).map { signs[$0] ?? "" }.joined()
    }
}
