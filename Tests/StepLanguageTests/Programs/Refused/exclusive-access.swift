var list = [1, 2, 3]
func change(_ a: inout [Int], _ body: () -> Void) { a.append(1); body() }
change(&list) { list.append(2) }  // stops: overlapping accesses
