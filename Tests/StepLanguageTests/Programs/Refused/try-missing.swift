enum Failure: Error { case bad }
func risky() throws -> Int { throw Failure.bad }
let x = risky()  // error: call can throw but is not marked with 'try'
print(x)
