// Comparing enums with and without payloads; in collections and switches with where.
enum Token: Hashable { case word(String), number(Int), end }
let tokens: [Token] = [.word("a"), .number(1), .word("b"), .number(1), .end]
print(tokens.contains(.end), tokens.firstIndex(of: .number(1))!, tokens.filter { $0 != .number(1) }.count, Set(tokens).count)
print(tokens == tokens.dropLast() + [.end], tokens[0] == .word("a"), tokens.last == .end)
for t in tokens {
    switch t {
    case .word(let w) where w > "a": print("late word", w)
    case .word, .end: print("word or end")
    case .number(let n) where n > 5: print("big", n)
    case .number(1): print("one")
    case .number: print("number")
    }
}
let numbers = tokens.compactMap { t -> Int? in if case .number(let n) = t { n } else { nil } }
print(numbers)
var counts: [Token: Int] = [:]
tokens.forEach { counts[$0, default: 0] += 1 }
print(counts[.number(1)]!, counts[.word("z")] as Any)
enum Weekday: Int, CaseIterable { case mon = 1, tue, wed, thu, fri, sat, sun; var isWeekend: Bool { self == .sat || self == .sun } }
print(Weekday.allCases.filter(\.isWeekend), Weekday(rawValue: 3)!, Weekday.allCases.count, Weekday.fri.rawValue - Weekday.tue.rawValue)
