var a: [Int] = []
a.removeFirst()  // stops: Can't remove first element from an empty collection
