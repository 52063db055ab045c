// Generic code calls the collection's own ways of moving an index, whatever protocol it knows the collection by.
final class Counter {
    var walked = 0
    var jumped = 0
}

struct Numbers: RandomAccessCollection, MutableCollection {
    var stored: [Int]
    let counter: Counter

    var startIndex: Int { 0 }
    var endIndex: Int { stored.count }
    subscript(position: Int) -> Int {
        get { stored[position] }
        set { stored[position] = newValue }
    }
    func index(after i: Int) -> Int {
        counter.walked += 1
        return i + 1
    }
    func index(before i: Int) -> Int {
        counter.walked += 1
        return i - 1
    }
    func index(_ i: Int, offsetBy distance: Int) -> Int {
        counter.jumped += 1
        return i + distance
    }
    func distance(from start: Int, to end: Int) -> Int {
        counter.jumped += 1
        return end - start
    }
}

func middle<C: Collection>(_ c: C) -> C.Element { c[c.index(c.startIndex, offsetBy: c.distance(from: c.startIndex, to: c.endIndex) / 2)] }
func middleBackwards<C: BidirectionalCollection>(_ c: C) -> C.Element {
    c[c.index(c.endIndex, offsetBy: -c.distance(from: c.startIndex, to: c.endIndex) / 2)]
}
func middleAtOnce<C: RandomAccessCollection>(_ c: C) -> C.Element {
    c[c.index(c.startIndex, offsetBy: c.distance(from: c.startIndex, to: c.endIndex) / 2)]
}
extension MutableCollection where Self: RandomAccessCollection {
    mutating func exchange(_ distance: Int) { swapAt(startIndex, index(startIndex, offsetBy: distance)) }
}

let counter = Counter()
var numbers = Numbers(stored: Array(0..<101), counter: counter)
print(middle(numbers), counter.walked, counter.jumped)
print(middleBackwards(numbers), counter.walked, counter.jumped)
print(middleAtOnce(numbers), counter.walked, counter.jumped)
numbers.exchange(100)
print(numbers[0], numbers[100], counter.walked, counter.jumped)
let half = numbers.stored[..<50]
print(middle(half), middleBackwards(half), middleAtOnce(half))
print(middle("character"), middleBackwards("character"))
