struct Counter {
    var n = 0
    func step() { n += 1 }  // error: left side of mutating operator isn't mutable: 'self' is immutable
}
print(Counter())
