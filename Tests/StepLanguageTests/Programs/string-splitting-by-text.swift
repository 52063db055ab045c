// Separators of several characters, joining, replacing.
let s = "a, b, , c"
print(s.split(separator: ", "), s.split(separator: ", ", omittingEmptySubsequences: false), s.split(separator: ","))
print(s.split(separator: ", ", maxSplits: 1), ["a", "b"].joined(), Array([[1], [2]].joined()))
for x in [[1, 2], [3]].joined() { print(x, terminator: ",") }
print(s.replacing(", ", with: "-"))
let line = "k=v"
let parts = line.split(separator: "=")
print(parts[0], parts.map(String.init))
