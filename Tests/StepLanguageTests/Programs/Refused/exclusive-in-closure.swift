extension Array {
    mutating func change(_ body: (Element) -> Void) { if let first { body(first) } }
}
func run() -> [Int] {
    var list = [1, 2]
    list.change { list[0] += $0 }  // error: overlapping accesses to 'list', but modification requires exclusive access
    return list
}
print(run())
