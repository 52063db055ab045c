let a = [1, 2, 3]
var sum = 0
for i in 0..<a.count {
    sum += a[i] - a[i + 1]  // stops: Index out of range
}
print(sum)
