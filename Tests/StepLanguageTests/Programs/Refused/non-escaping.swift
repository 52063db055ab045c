var stored: [() -> Void] = []
var one: () -> Void = {}
class C { var h: (() -> Void)?; func set(_ f: () -> Void) { h = f } }  // error: assigning non-escaping parameter 'f' to an '@escaping' closure
func a(_ f: () -> Void) { stored.append(f) }  // error: converting non-escaping parameter 'f' to generic parameter 'Element' may allow it to escape
func b(_ f: () -> Void) { one = f }  // error: assigning non-escaping parameter 'f' to an '@escaping' closure
func c(_ f: () -> Void) -> () -> Void { return f }  // error: using non-escaping parameter 'f' in a context expecting an '@escaping' closure
func d(_ f: (Int) -> Int) -> (Int) -> Int { { x in f(x) } }  // error: escaping closure captures non-escaping parameter 'f'
func e(_ f: () -> Void) { let g = f; g() }
func h(_ f: @escaping () -> Void) { one = f }
func i(_ f: () -> Void) { h(f) }  // error: passing non-escaping parameter 'f' to function expecting an '@escaping' closure
func k(_ f: (Int) -> Int) -> [Int] { [1, 2].map(f) + [1].map { f($0) } }
func l(_ f: (Int) -> Int) -> Int { func inner(_ n: Int) -> Int { f(n) }; return inner(1) + k(f).count }
