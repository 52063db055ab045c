var a: [Int] = []
a.removeLast()  // stops: Can't remove last element from an empty collection
