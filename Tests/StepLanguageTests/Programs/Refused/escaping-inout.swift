var jobs: [() -> Void] = []
func later(_ job: @escaping () -> Void) { jobs.append(job) }
func now(_ job: () -> Void) { job() }
func schedule(_ counter: inout Int) {
    now { counter += 1 }
    later { counter += 10 }  // error: escaping closure captures 'inout' parameter 'counter'
}
struct Counter {
    var value = 0
    mutating func schedule() {
        now { value += 1 }
        later { self.value += 10 }  // error: escaping closure captures mutating 'self' parameter
    }
}
