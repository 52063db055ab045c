// Sharing is not seen: arrays in structs in arrays in dictionaries, captured and returned.
struct Layer { var w: [Double]; var name: String }
struct Net { var layers: [Layer]; var meta: [String: [Int]] }
var net = Net(layers: [Layer(w: [1, 2], name: "a"), Layer(w: [3], name: "b")], meta: ["m": [1]])
let snapshot = net
net.layers[0].w[1] = 20
net.layers[1].name = "c"
net.meta["m"]!.append(2)
net.layers.append(Layer(w: [], name: "d"))
print(snapshot.layers.map(\.w), net.layers.map(\.w), snapshot.meta, net.meta["m"]!, snapshot.layers.map(\.name))
func scaled(_ n: Net, _ k: Double) -> Net { var n = n; for i in n.layers.indices { for j in n.layers[i].w.indices { n.layers[i].w[j] *= k } }; return n }
let big = scaled(net, 10)
print(net.layers[0].w, big.layers[0].w)
var history: [[Int]] = [], current = [0]
for i in 1...3 { history.append(current); current.append(i); current[0] += 1 }
print(history, current)
var a = [1, 2, 3]
let saved = a
let f = { a.append(4); return a.count }
print(f(), saved.count, a)
var (p, q) = ([1], [2])
(p, q) = (q, p)
p[0] = 9
print(p, q)
a[0...1] = [7]
var b = a
b.removeAll()
print(a, b, saved)
