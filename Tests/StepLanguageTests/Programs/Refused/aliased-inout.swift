func meet(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
struct Pair { var first = 1, second = 2 }
var x = 1
var pair = Pair()
meet(&pair.first, &pair.second)
meet(&x, &x)  // error: inout arguments are not allowed to alias each other
meet(&pair.first, &pair.first)  // error: overlapping accesses to 'pair.first', but modification requires exclusive access
print(x, pair)
