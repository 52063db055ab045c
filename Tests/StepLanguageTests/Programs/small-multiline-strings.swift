// Multi-line strings: indentation, escapes, blank lines, interpolation.
let poem = """
    Roses are red,
      violets are blue,

    "quoted" and \\ escaped \
    on one line
    """
print(poem)
print(poem.split(separator: "\n", omittingEmptySubsequences: false).count, poem.count)
let table = """
    | a | b |
    |---|---|
    \((1...2).map { "| \($0) | \($0 * $0) |" }.joined(separator: "\n"))
    """
print(table)
print("""
x
""" == "x", """
    """.isEmpty)
let raw = #"""
    raw \n and "quotes" \#(1 + 1)
    """#
print(raw)
for (n, line) in poem.split(separator: "\n").enumerated() where line.contains("e") { print(n, line) }
