func n() -> Int { -1 }
print([1, 2].prefix(n()))  // stops: Can't take a prefix of negative length from a collection
