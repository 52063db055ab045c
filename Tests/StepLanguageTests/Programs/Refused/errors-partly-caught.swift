enum Fault: Error { case a, b }
func risky() throws { throw Fault.b }
func run() {
    do { try risky() } catch Fault.a { print("a") }  // error: errors thrown from here are not handled because the enclosing catch is not exhaustive
}
run()
