let a = [1, 2, 3]
var i = 2
i += 1
print(a[i])  // stops: Index out of range
