// Every compound assignment, on variables, elements, properties.
var n = 17
n += 3; n -= 5; n *= 4; n /= 7; n %= 5
print(n)
n <<= 3; n |= 1; n &= 0b11001; n ^= 0b1000; n >>= 1
print(n)
var x = 1.5
x += 2; x *= 3; x -= 0.5; x /= 4
print(x)
var a = [1, 2, 3], d = ["k": 1.0], s = "a"
a[1] += 10; a[a.count - 1] *= 2
d["k"]! += 0.5; d["z", default: 2] *= 3
s += "b"; s += String(n)
print(a, d["k"]!, d["z"]!, s)
struct P { var v = (x: 1, list: [0]) }
var p = P()
p.v.x += 4
p.v.list[0] -= 1
p.v.list += [7]
print(p)
