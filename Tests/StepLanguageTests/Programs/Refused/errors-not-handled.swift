enum Failure: Error { case bad }
func risky() throws -> Int { throw Failure.bad }
func safe() -> Int {
    return try risky()  // error: errors thrown from here are not handled
}
print(safe())
