func f(_ b: () -> Void) -> String { b(); return "V" }
func f<T>(_ b: () -> T) -> String { "\(b())" }
print(f { 3 }, f { "a" }, f { [1].count })
