// Stacks, queues and deques as generic types with protocols.
protocol Container { associatedtype T; var isEmpty: Bool { get }; mutating func put(_ x: T); mutating func take() -> T? }
struct Stack<T>: Container { private var a: [T] = []; var isEmpty: Bool { a.isEmpty }; mutating func put(_ x: T) { a.append(x) }; mutating func take() -> T? { a.popLast() } }
struct Queue<T>: Container, ExpressibleByArrayLiteral {
    private var inbox: [T] = [], outbox: [T] = []
    init() {}
    init(arrayLiteral e: T...) { inbox = e }
    var isEmpty: Bool { inbox.isEmpty && outbox.isEmpty }
    var count: Int { inbox.count + outbox.count }
    mutating func put(_ x: T) { inbox.append(x) }
    mutating func take() -> T? { if outbox.isEmpty { outbox = inbox.reversed(); inbox = [] }; return outbox.popLast() }
}
func drain<C: Container>(_ c: inout C) -> [C.T] { var r: [C.T] = []; while let x = c.take() { r.append(x) }; return r }
var s = Stack<Int>(), q: Queue = ["a", "b"]
(1...3).forEach { s.put($0) }
q.put("c")
print(q.take()!, q.count, drain(&s), drain(&q), s.isEmpty, q.isEmpty, s.take() as Any)
func balanced(_ text: String) -> Bool {
    var open: [Character] = []
    let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]
    for c in text { if "([{".contains(c) { open.append(c) } else if let p = pairs[c], open.popLast() != p { return false } }
    return open.isEmpty
}
print(["(a[b]{c})", "(]", "((", ""].map(balanced))
func rpn(_ e: String) -> Int? { var st: [Int] = []; for t in e.split(separator: " ") { if let n = Int(t) { st.append(n) } else { guard st.count > 1 else { return nil }; let b = st.removeLast(), a = st.removeLast(); switch t { case "+": st.append(a + b); case "-": st.append(a - b); case "*": st.append(a * b); default: return nil } } }; return st.count == 1 ? st[0] : nil }
print(rpn("3 4 + 2 *")!, rpn("1 +") as Any, rpn("5 1 2 + 4 * + 3 -")!)
