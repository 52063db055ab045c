// reduce, reduce(into:), scan by hand, zip idioms, chunking, windows.
let words = ["apple", "bob", "cat", "avocado", "bee"]
print(words.reduce("") { $0 + $1.prefix(1) }, words.reduce(0) { $0 + $1.count }, words.reduce(words[0]) { $0.count >= $1.count ? $0 : $1 })
let index = words.reduce(into: [Character: [String]]()) { $0[$1.first!, default: []].append($1) }
print(index.keys.sorted(), index["a"]!)
let (short, long) = words.reduce(into: ([String](), [String]())) { if $1.count < 4 { $0.0.append($1) } else { $0.1.append($1) } }
print(short, long)
let scan = [1, 2, 3, 4].reduce(into: [0]) { $0.append($0.last! + $1) }
print(scan, zip(scan, scan.dropFirst()).map { ($0 + $1) / 2 })
let windows = (0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) }
print(windows.count, windows[1], stride(from: 0, to: 7, by: 3).map { Array(Array(0..<7)[$0..<min($0 + 3, 7)]) })
let minmax = [3, 1, 4].reduce((Int.max, Int.min)) { (min($0.0, $1), max($0.1, $1)) }
print(minmax, (1...5).reduce(1, *), [true, true, false].reduce(true) { $0 && $1 }, [[1], [2, 3]].reduce([], +))
print(zip(words, words.map(\.count)).filter { $1 > 3 }.map { $0.0 }, Dictionary(zip(words, 1...), uniquingKeysWith: { a, _ in a })["cat"]!)
print((1...3).flatMap { a in (a...3).map { b in (a, b) } }.map { "\($0.0)\($0.1)" }, [1, 2, 3].map { [$0] }.joined().reversed().map { $0 })
