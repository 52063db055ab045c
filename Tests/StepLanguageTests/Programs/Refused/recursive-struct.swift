struct Node {
    var value: Int
    var next: Node?  // error: value type 'Node' cannot have a stored property that recursively contains it
}
print(Node(value: 1, next: nil).value)
