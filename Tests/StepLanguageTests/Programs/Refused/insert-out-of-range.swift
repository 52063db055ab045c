var a = [1]
let i = a.count + 1
a.insert(5, at: i)  // stops: Array index is out of range
