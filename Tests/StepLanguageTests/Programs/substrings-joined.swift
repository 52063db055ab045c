let s = "abc"[...]
let t = "q"
let a = t + s
let b = s + t
let c = s + s
var d = t; d += s
var e = s; e += t
let f = t + ["x" as Character]
print(a, b, c, d, e, f, type(of: a), type(of: b), type(of: c), type(of: f), type(of: "|" + s), type(of: s + "|"), type(of: "a" + s + "b"))
let g = [1, 2] + [3][...]
print(type(of: g), type(of: [1][...] + [2]))
