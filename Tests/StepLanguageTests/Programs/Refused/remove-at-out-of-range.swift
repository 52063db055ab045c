var a = [1]
let i = a.count
a.remove(at: i)  // stops: Index out of range
