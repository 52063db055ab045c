// while, repeat-while, labelled loops, break and continue.
var n = 27
var steps = 0
while n != 1 {
    n = n % 2 == 0 ? n / 2 : 3 * n + 1
    steps += 1
}
print(steps)
var digits: [Int] = []
var rest = 90210
repeat {
    digits.insert(rest % 10, at: 0)
    rest /= 10
} while rest > 0
print(digits)
var low = 0, high = 1_000_000
let target = 777_777
var probes = 0
while low < high {
    let middle = (low + high) / 2
    probes += 1
    if middle < target { low = middle + 1 } else { high = middle }
}
print(low, probes)
search: while true {
    for i in 0... {
        if i * i > 200 { print(i); break search }
    }
}
var stack = [1, 2, 3]
while let top = stack.popLast() {
    if top == 2 { continue }
    print(top, terminator: " ")
}
print(stack.isEmpty)
var queue = [5]
while let first = queue.first, first > 0 {
    queue.removeFirst()
    queue.append(first - 1)
}
print(queue)
