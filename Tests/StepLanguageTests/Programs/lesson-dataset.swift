// Records: splitting, normalising, grouping, a table.
import Foundation
struct Sample { let id: Int; let species: String; let length: Double; let width: Double }
let csv = """
1,setosa,5.1,3.5
2,versicolor,7.0,3.2
3,setosa,4.9,3.0
4,virginica,6.3,3.3
5,versicolor,6.4,3.2
"""
let samples = csv.split(separator: "\n").map { line -> Sample in
    let f = line.split(separator: ",")
    return Sample(id: Int(f[0])!, species: String(f[1]), length: Double(f[2])!, width: Double(f[3])!)
}
print(samples.count, samples[1].species, samples.map(\.length).max()!)
let groups = Dictionary(grouping: samples, by: \.species)
for (species, rows) in groups.sorted(by: { $0.key < $1.key }) {
    let mean = rows.map(\.length).reduce(0, +) / Double(rows.count)
    print(species.padding(toLength: 12, withPad: " ", startingAt: 0) + String(format: "%d %6.3f", rows.count, mean))
}
func normalised(_ v: [Double]) -> [Double] {
    let low = v.min()!, high = v.max()!
    return v.map { ($0 - low) / (high - low) }
}
print(normalised(samples.map(\.length)).map { ($0 * 1000).rounded() / 1000 })
let split = samples.count * 4 / 5
let (train, test) = (samples[..<split], samples[split...])
print(train.count, test.count, test.first!.id, train.map(\.id))
