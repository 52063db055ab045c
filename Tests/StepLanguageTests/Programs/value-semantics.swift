// Structs, arrays and dictionaries are copied, nested ones too.
struct Matrix { var rows: [[Int]] }
var a = Matrix(rows: [[1, 2], [3, 4]])
var b = a
b.rows[0][0] = 99
print(a.rows, b.rows)
var list = [a, b]
list[0].rows[1].append(7)
print(a.rows, list[0].rows)
var d = ["x": [1, 2]]
var e = d
e["x"]!.append(3)
e["y", default: []].append(4)
print(d, e["x"]!, e["y"]!)
d["x"]?[0] = 5
print(d)
func changed(_ m: Matrix) -> Matrix {
    var copy = m
    copy.rows[0] = []
    return copy
}
print(changed(a).rows, a.rows)
var t = (1, [2])
var u = t
u.1.append(3)
t.0 = 10
print(t, u)
final class Box { var values = [1] }
let box = Box()
let same = box
same.values.append(2)
print(box.values)
var boxes = [box, Box()]
boxes[1].values = [9]
let copies = boxes
copies[1].values.append(10)
print(boxes[1].values)
