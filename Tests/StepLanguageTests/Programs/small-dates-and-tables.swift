// Calendars by arithmetic, tables by padding.
func weekday(_ y: Int, _ m: Int, _ d: Int) -> Int {
    let t = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4], y = m < 3 ? y - 1 : y
    return (y + y / 4 - y / 100 + y / 400 + t[m - 1] + d) % 7
}
let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
print(names[weekday(2024, 2, 29)], names[weekday(2000, 1, 1)])
func days(_ m: Int, _ y: Int) -> Int { switch m { case 2: y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28; case 4, 6, 9, 11: 30; default: 31 } }
print((1...12).map { days($0, 2023) }.reduce(0, +), days(2, 2024))
func calendar(_ y: Int, _ m: Int) {
    print(names.map { String($0.prefix(2)) }.joined(separator: " "))
    var line = String(repeating: "   ", count: weekday(y, m, 1))
    for d in 1...days(m, y) {
        line += (d < 10 ? " " : "") + "\(d)"
        if (weekday(y, m, d) == 6) || d == days(m, y) { print(line); line = "" } else { line += " " }
    }
}
calendar(2024, 2)
for i in 1...4 { print((1...4).map { j in let s = String(i * j); return String(repeating: " ", count: 4 - s.count) + s }.joined()) }
func clock(_ seconds: Int) -> String { [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") }
print(clock(3_725), clock(59))
