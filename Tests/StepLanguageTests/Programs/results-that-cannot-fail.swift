let safe: Result<Int, Never> = .success(3)
print(safe.get())
let t: Result<[Int], Never> = Result<[Int], Never>.success([1])
print(t.get().count)
