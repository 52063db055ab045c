// Protocols that inherit, refine and are composed; conditional defaults.
protocol Entity { var id: Int { get } }
protocol Named: Entity { var name: String { get } }
protocol Scored { var score: Double { get } }
extension Entity { var tag: String { "#\(id)" } }
extension Named { var tag: String { "\(name)#\(id)" } }
extension Named where Self: Scored { var summary: String { "\(tag): \(score)" } }
struct Player: Named, Scored { let id: Int; let name: String; let score: Double }
struct Plain: Entity { let id: Int }
let p = Player(id: 1, name: "Ann", score: 2.5)
print(p.tag, Plain(id: 2).tag, p.summary, (p as Entity).tag, (p as Named).tag)
let all: [any Entity] = [p, Plain(id: 9)]
print(all.map(\.id), all.compactMap { ($0 as? any Named)?.name }, all.filter { $0 is Scored }.count)
func best(_ list: [any Named & Scored]) -> String? { list.max { $0.score < $1.score }?.name }
print(best([p, Player(id: 2, name: "Bo", score: 9)]) ?? "-", best([]) as Any)
typealias Full = Named & Scored
func show<T: Full>(_ t: T) -> String { t.summary }
print(show(p))
protocol Copyable2 { init(copying: Self) }
final class Doc: Copyable2 { var text: String; init(text: String) { self.text = text }; init(copying d: Doc) { text = d.text } }
func duplicate<T: Copyable2>(_ x: T) -> T { T(copying: x) }
print(duplicate(Doc(text: "t")).text)
