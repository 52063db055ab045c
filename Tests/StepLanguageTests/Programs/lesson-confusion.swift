// Confusion matrix, precision, recall.
import Foundation
enum Label: String, CaseIterable { case cat, dog, bird }
let truth: [Label] = [.cat, .cat, .dog, .dog, .bird, .bird, .cat, .dog]
let guess: [Label] = [.cat, .dog, .dog, .dog, .bird, .cat, .cat, .bird]
var table: [Label: [Label: Int]] = [:]
for (t, g) in zip(truth, guess) { table[t, default: [:]][g, default: 0] += 1 }
print("      " + Label.allCases.map { $0.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0) }.joined())
for t in Label.allCases {
    let cells = Label.allCases.map { String(format: "%-6d", table[t]?[$0] ?? 0) }
    print(t.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0) + cells.joined())
}
for label in Label.allCases {
    let hits = table[label]?[label] ?? 0
    let predicted = guess.filter { $0 == label }.count, actual = truth.filter { $0 == label }.count
    print(label, String(format: "precision %.2f recall %.2f", Double(hits) / Double(predicted), Double(hits) / Double(actual)))
}
print(zip(truth, guess).filter { $0 == $1 }.count, "of", truth.count)
