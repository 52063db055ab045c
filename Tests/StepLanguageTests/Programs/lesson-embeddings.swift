// Embedding lookup, dot products, cosine similarity, nearest neighbours.
let vocabulary = ["king", "queen", "man", "woman", "apple"]
let vectors: [[Double]] = [[0.9, 0.8, 0.1], [0.9, 0.1, 0.8], [0.1, 0.9, 0.1], [0.1, 0.1, 0.9], [0.0, 0.2, 0.2]]
let index = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
func embed(_ w: String) -> [Double]? { index[w].map { vectors[$0] } }
func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
func cosine(_ a: [Double], _ b: [Double]) -> Double { dot(a, b) / (dot(a, a).squareRoot() * dot(b, b).squareRoot()) }
func nearest(_ v: [Double], except: Set<String> = []) -> [(word: String, score: Double)] {
    vocabulary.filter { !except.contains($0) }.map { ($0, cosine(embed($0)!, v)) }.sorted { $0.1 > $1.1 }
}
let analogy = zip(zip(embed("king")!, embed("man")!).map(-), embed("woman")!).map(+)
print(nearest(analogy, except: ["king", "man", "woman"]).first!.word)
for (word, score) in nearest(embed("king")!).prefix(3) { print(word, (score * 1000).rounded() / 1000) }
print(embed("pear") as Any, index["queen"]!)
