// Errors through layers: defer, rethrow, wrapping, error types with properties, Never-failing paths.
struct NetworkError: Error { let code: Int; var isFatal: Bool { code >= 500 } }
enum LoadError: Error { case wrapped(any Error, attempt: Int), gaveUp }
var open = 0
func fetch(_ n: Int) throws -> String { open += 1; defer { open -= 1 }; if n < 3 { throw NetworkError(code: n == 0 ? 404 : 500) }; return "data \(n)" }
func load(_ attempts: Int) throws -> String {
    for i in 0..<attempts {
        do { return try fetch(i) } catch let e as NetworkError where !e.isFatal { print("retry after", e.code) } catch { if i > 1 { throw LoadError.wrapped(error, attempt: i) }; print("fatal but retried") }
    }
    throw LoadError.gaveUp
}
do { print(try load(5)) } catch { print("failed", error) }
do { print(try load(1)) } catch LoadError.gaveUp { print("gave up", open) } catch { print(error) }
do { print(try load(4)) } catch LoadError.wrapped(let inner as NetworkError, let n) { print("inner", inner.code, n) } catch { print("?", error) }
func parse(_ s: String) throws(NetworkError) -> Int { guard let n = Int(s) else { throw NetworkError(code: 1) }; return n }
do { print(try parse("12") + parse("x")) } catch { print(error.code) }
let values = ["1", "b", "3"].map { s in Result { try parse(s) } }
print(values.map { r in (try? r.get()) ?? -1 }, (try? parse("7")).map { $0 * 2 } as Any)
func check(_ n: Int) throws { guard n >= 0 else { throw LoadError.gaveUp } }
do { for n in [1, -1, 2] { try check(n); print("ok", n) } } catch { print("stopped", error) }
let e: any Error = NetworkError(code: 3)
print(e, (e as? NetworkError)?.code ?? 0, e is LoadError)
