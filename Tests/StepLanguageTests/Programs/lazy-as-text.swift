// Lazy sequences that are printed without being evaluated show how they are made.
print([1, 2, 3].lazy.map { $0 * 2 }.filter { $0 > 2 })
print([1, 2, 3, 4].lazy.map { $0 * 2 }.prefix(2))
