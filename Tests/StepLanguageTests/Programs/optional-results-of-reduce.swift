var total: Double?
total = zip([1.5, 2], [0, 1]).map { $0 * Double($1) }.reduce(0, +)
print(total as Any)
let count: Int? = [1, 2].reduce(0) { $0 + $1 }
print(count as Any)
