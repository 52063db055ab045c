class D { var t: String; required init(t: String) { self.t = t }
 static func make(_ ts: String...) -> [D] { ts.map { self.init(t: $0) } }
 static func one(_ s: String) -> D { self.init(t: s) }
 class func two(_ s: String) -> D { let f = { self.init(t: s) }; return f() }
}
class R: D { var p: Int; required init(t: String) { p = t.count; super.init(t: t + "!") } }
print(D.one("a").t, R.one("b").t)
print(R.two("b").t)
print(D.make("a", "b").map(\.t), R.make("x").map { $0.t })
