func r1(_ f: (Int) -> Int) -> String { "1" }
func r1(_ f: (Int, Int) -> Int) -> String { "2" }
print(r1(-), r1(+))
print([3, 1].map(-), [1, 2].reduce(0, +))
