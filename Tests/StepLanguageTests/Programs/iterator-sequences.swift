struct It: IteratorProtocol { var n = 0; mutating func next() -> Int? { n += 1; return n < 6 ? n : nil } }
var it = It()
print(it.next()!, IteratorSequence(it).prefix(2).map { $0 })
for x in IteratorSequence(It()) { print(x) }
