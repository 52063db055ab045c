// Strides over doubles give start + i * step.
for x in stride(from: 0.0, to: 1, by: 0.1) { print(x, terminator: " ") }
print()
for x in stride(from: 0.0, through: 1, by: 0.25) { print(x, terminator: " ") }
print()
print(Array(stride(from: 1.0, to: 0, by: -0.3)))
print(Array(stride(from: 10, to: 0, by: -3)), Array(stride(from: 0, through: 10, by: 5)))
print(Array(stride(from: 0, to: 0, by: 1)), Array(stride(from: 5, to: 0, by: 1)))
let grid = stride(from: -1.0, through: 1.0, by: 0.5).map { $0 * $0 }
print(grid)
var total = 0
for i in stride(from: 1, through: 99, by: 7) { total += i }
print(total)
print(stride(from: 0.0, to: 1.0, by: 0.1).reduce(0, +))
print(Array(stride(from: 0, to: 1, by: 0.2)).count)
