import Foundation
enum A: Error { case one, two(Int), three }
struct B: Error { var x = 1 }
final class C: Error {}
enum D: String, Error { case p, q }
enum F: LocalizedError { case a, b(Int); var errorDescription: String? { switch self { case .a: return "A!"; case .b: return nil } } }
enum G: Int, Error { case p = 5, q = 9 }
struct L: LocalizedError { var errorDescription: String? { "L!" } }
enum H: Error, CustomStringConvertible { case z; var description: String { "zed" } }
for e in [A.one, A.two(3), A.three, B(), C(), D.q, F.a, F.b(1), G.q, L(), H.z] as [any Error] { print(e.localizedDescription) }
print(A.three.localizedDescription, F.a.localizedDescription)
enum N { enum E: Error { case a, b } }
print(N.E.b.localizedDescription)
do { throw A.two(1) } catch { print(error.localizedDescription, error) }
