// Building, comparing and inspecting strings.
var text = "Hello"
text += ", "
text.append("world")
text.append("!" as Character)
print(text, text.count, text.isEmpty, "".isEmpty)
print(text.hasPrefix("Hell"), text.hasSuffix("d!"), text.contains("lo, w"), text.contains("z" as Character), text.contains("o"))
print(text.uppercased(), text.lowercased(), String(text.reversed()))
print(text.first!, text.last!, text.prefix(5), text.suffix(6), text.dropFirst(7), text.dropLast())
print(String(repeating: "ab", count: 3), String(repeating: "-", count: 0).isEmpty)
print("a" + "b" == "ab", "a" < "b", "abc" > "abd", "Zebra" < "apple")
print("line1\nline2\ttab \\ \"quoted\" \u{1F600}")
print(#"raw \n "text" \#(1 + 1)"#)
let multi = """
    Dear \(text.prefix(5)),
      indented
    end \
    joined
    """
print(multi)
print(multi.split(separator: "\n").count)
print("\(1 + 2) is \(3 > 2 ? "right" : "wrong"), \([1, 2]), \(("a", 1))")
for (i, c) in "abc".enumerated() { print(i, c, terminator: " ") }
print()
print(String(42), String(2.5), String(true), String("c" as Character), String(["a", "b"] as [Character]))
print(Array("abc"), "abc".map { $0 }, "a-b".filter { $0 != "-" })
print("apple".max()!, "banana".firstIndex(of: "n") != nil, Set("hello").count)
