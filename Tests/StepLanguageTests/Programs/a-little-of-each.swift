// Dispatch, overloads, order of evaluation, numbers and texts, a little of each.
import Foundation
protocol P { func a() -> String; }
extension P { func a() -> String { "ext a" }; func b() -> String { "ext b" } }
struct S1: P { func a() -> String { "S a" }; func b() -> String { "S b" } }
let s1 = S1(); let p1: P = s1; print(s1.a(), s1.b(), p1.a(), p1.b())
class Base { func f() -> String { "base" }; class func make() -> String { "bm" }; static let k = { print("init k"); return 3 }() }
class Derived: Base { override func f() -> String { "der+" + super.f() }; override class func make() -> String { "dm" } }
let bs: [Base] = [Base(), Derived()]; print(bs.map { $0.f() }, type(of: bs[1]).make(), Derived.k, Base.k)
func over(_ x: Int) -> String { "int" }
func over(_ x: Double) -> String { "double" }
func over<T>(_ x: T) -> String { "generic" }
func over(_ x: Int?) -> String { "opt" }
func over(_ x: Any) -> String { "any" }
print(over(1), over(1.0), over("s"), over(nil), over(Float(1)))
var order: [String] = []
func t(_ s: String, _ v: Int) -> Int { order.append(s); return v }
let arr = [t("a", 1), t("b", 2)]; _ = t("c", 1) + t("d", 2) * t("e", 3); print(order, arr)
var xs = [1, 2, 3]; for x in xs { xs.append(x * 10) }; print(xs)
var fs: [() -> Int] = []; for i in 0..<3 { fs.append { i * i } }; print(fs.map { $0() })
var c = 0; let inc = { c += 1; return c }; print(inc(), inc(), c)
let capt = { [c] in c }; c = 100; print(capt(), c)
struct Counter { var n = 0; lazy var big: Int = { n + 1000 }(); mutating func inc() -> Int { n += 1; return n } }
var ct = Counter(); print(ct.inc(), ct.inc(), ct.big); ct.n = 50; print(ct.big)
func def(_ x: Int = t("def", 9)) -> Int { x }
print(def(), def(1), order.suffix(1))
print(1 as Any as? Double as Any, 1.0 as Any as? Int as Any, (3 as Any) is Int, "a" as Any as? String ?? "-")
print(Int8(127) &+ 1, UInt8.max &+ 1, 1 << 70, 1 >> 70, -1 >> 1, Int.min.magnitude, (-7) / 2, (-7) % 2, 7.5.truncatingRemainder(dividingBy: 2))
print([3, 1, 2].sorted(), ["b", "a"].sorted(by: >), [("x", 2), ("y", 1), ("z", 2)].sorted { $0.1 > $1.1 }.map { $0.0 })
print("a" < "B", "a" < "b", "Z" < "a", "é" == "e\u{301}")
print(Double.nan == .nan, Double.infinity > 1e308, 0.1 + 0.2, 1e16, 1e15, 123456789.0, 0.0001, 0.00001, 100.0, 1/3.0, Float(0.1), 2.5e-5)
print(String(0.1 + 0.2), "\(1.0)", "\(Float(3.14159274))", Double("0x1p3") ?? 0, Double("abc") as Any, Int("+5") ?? 0, Int(" 5") as Any)
print((0.1).description, 5e-324, Double.greatestFiniteMagnitude, Double.pi, -0.0, 1e100)
print([1.5, 2, .nan].max() ?? 0, [Double.nan, 1].min() ?? 0, max(1, 2, 3), min(2.5, 1))
print((1...3).reversed().map { $0 }, Array(stride(from: 1.0, to: 2.0, by: 0.3)), (0..<0).isEmpty, (1..<5).last!)
print("hello"[..<"hello".index("hello".startIndex, offsetBy: 2)], "héllo".count, "👨‍👩‍👧".count, "\u{1F1E9}\u{1F1EA}".count)
print(Array("abc").map(String.init).joined(separator: "-"), "a,b,,c".split(separator: ","), "a,b,,c".split(separator: ",", omittingEmptySubsequences: false))
let o: Int?? = .some(nil); print(o as Any, o == nil, o ?? 5 as Any)
let dd = ["k": Optional(1), "n": nil]; print(dd["n"] as Any, dd["zz"] as Any, dd.count, dd["k"]! as Any)
enum Lv: Int, Comparable, CaseIterable { case a = 1, b, c; static func < (l: Lv, r: Lv) -> Bool { l.rawValue < r.rawValue } }
print(Lv.allCases.max()!, Lv(rawValue: 9) as Any, Lv.a < .b, Lv.b, "\(Lv.c)", [Lv.a: 1])
enum Sz: Comparable { case s, m(Int), l }; print(Sz.s < .m(1), Sz.m(1) < .m(2), [Sz.l, .m(3), .s].sorted())
struct Pt: Hashable { var x = 0, y = 0 }; var set: Set<Pt> = [Pt(x: 1), Pt(x: 1, y: 0)]; print(set.count, set.insert(Pt()).inserted, set.contains(Pt()))
func vari(_ xs: Int..., sep: String = ",") -> String { xs.map(String.init).joined(separator: sep) }; print(vari(), vari(1, 2, sep: ";"))
func swap2<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }; var m = 1, n = 2; swap2(&m, &n); print(m, n)
switch 5 { case let x where x > 3: print("big", x); fallthrough; case 0: print("fell"); default: print("d") }
let (a, b, _) = (1, "two", 3.0); print(a, b); if case (1, let z) = (1, 2) { print(z) }
label: while true { repeat { break label } while true }
print(#"a\(1)"#, #"a\#(1)"#, """
  q "x"
    y\tz
  """)
print(type(of: 1), type(of: 1.0), type(of: "a" as Character), type(of: [1: "a"]), type(of: (1, a: "x")), type(of: { (x: Int) -> Int in x }), type(of: Optional<[Int]>.none))
print([1, 2, 3].description, ["a": 1].description, Optional("x").debugDescription, (1...3).description, "a\n\"b\"".debugDescription, Set([1]).description)
print(String(reflecting: Pt()), String(describing: Pt.self), "\(Pt())", [Pt()], Optional(Pt()) as Any)
