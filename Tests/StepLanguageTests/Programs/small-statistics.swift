// Mean, median, mode, deviation, percentiles, correlation, moving averages.
import Foundation
let data = [4.0, 8, 15, 16, 23, 42, 8]
extension Collection where Element == Double {
    var sum: Double { reduce(0, +) }
    var mean: Double { sum / Double(count) }
    var median: Double { let s = sorted(), m = count / 2; return count % 2 == 0 ? (s[m - 1] + s[m]) / 2 : s[m] }
    var deviation: Double { sqrt(map { pow($0 - mean, 2) }.sum / Double(count - 1)) }
    func percentile(_ p: Double) -> Double {
        let s = sorted(), position = p / 100 * Double(count - 1), low = Int(position), rest = position - Double(low)
        return low + 1 < count ? s[low] + rest * (s[low + 1] - s[low]) : s[low]
    }
}
print(data.sum, data.mean, data.median, String(format: "%.4f", data.deviation), data.percentile(25), data.percentile(90))
let mode = Dictionary(grouping: data) { $0 }.max { $0.value.count < $1.value.count }!.key
print(mode, data.dropFirst(2).mean, [1.0, 2].median)
func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let mx = x.mean, my = y.mean
    return zip(x, y).map { ($0 - mx) * ($1 - my) }.sum / sqrt(x.map { ($0 - mx) * ($0 - mx) }.sum * y.map { ($0 - my) * ($0 - my) }.sum)
}
print(correlation([1, 2, 3], [2, 4, 6]), String(format: "%.3f", correlation([1, 2, 3, 4], [4, 3, 1, 2])))
let moving = data.indices.dropLast(2).map { Array(data[$0...($0 + 2)]).mean }
print(moving.map { String(format: "%.2f", $0) }, zip(data, data.dropFirst()).map { $1 - $0 })
var running = 0.0
print(data.map { running += $0; return running })
