let a = [1, 2, 3]
let i = a.count - 4
print(a[i])  // stops: Index out of range
