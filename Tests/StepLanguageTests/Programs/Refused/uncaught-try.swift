enum Failure: Error { case bad(Int) }
func risky() throws -> Int { throw Failure.bad(3) }
print(try! risky())  // stops: 'try!' expression unexpectedly raised an error: main.Failure.bad(3)
