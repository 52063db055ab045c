// Leaving nested loops, switches in loops, blocks.
let grid = [[1, 2, 3], [4, -1, 6], [7, 8, 9]]
var found: (Int, Int)?
search: for (r, row) in grid.enumerated() {
    for (c, v) in row.enumerated() {
        if v < 0 { found = (r, c); break search }
    }
}
print(found!)
var sum = 0
rows: for row in grid {
    for v in row {
        if v < 0 { continue rows }
        sum += v
    }
}
print(sum)
loop: for n in 1... {
    switch n {
    case 3: continue loop
    case 6: break loop
    default: break
    }
    print(n, terminator: " ")
}
print()
check: do {
    if sum > 10 { print("large"); break check }
    print("not reached")
}
outer: while true { repeat { sum -= 7; if sum < 0 { break outer } } while true }
print(sum)
test: if sum < 0 { if sum < -100 { break test }; print("slightly negative") }
