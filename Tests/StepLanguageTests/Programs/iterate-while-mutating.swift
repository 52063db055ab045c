// A loop goes over the array as it was when the loop began.
var numbers = [1, 2, 3]
for n in numbers {
    numbers.append(n * 10)
}
print(numbers)
var index = 0
while index < numbers.count {
    if numbers[index] % 20 == 0 { numbers.remove(at: index) } else { index += 1 }
}
print(numbers)
for i in numbers.indices.reversed() where numbers[i] > 5 {
    numbers.remove(at: i)
}
print(numbers)
var text = "abc"
for c in text { text.append(c) }
print(text)
var counts = ["a": 1]
for (key, value) in counts { counts[key] = value + 1 }
print(counts)
for i in 0..<3 {
    numbers.insert(i, at: 0)
}
print(numbers)
var bound = 3
for i in 0..<bound { bound = 10; print(i, terminator: " ") }
print(bound)
