// `#line` and `#function` as default arguments say where the call stands, in a body where they are written.
func log(_ text: String, line: Int = #line, function: String = #function) { print(text, line, function) }
log("top")
func worker(a: Int) {
    log("inside")
    print(#line, #function)
}
worker(a: 1)
struct S {
    var x: Int { log("getter"); return 1 }
    func method(_ b: Int, c: Int) { log("method") }
    init() { log("init") }
    subscript(i: Int) -> Int { log("subscript"); return i }
}
let s = S()
s.method(1, c: 2)
_ = s.x + s[3]
let closure = { log("closure") }
closure()
