enum Alignment { case left, centre }
struct TextTable<Row> {
    let a: Alignment
    func f(_ g: (Int) -> Alignment) -> Alignment { g(1) }
}
print(TextTable<Int>(a: .centre).f { _ in .centre })
