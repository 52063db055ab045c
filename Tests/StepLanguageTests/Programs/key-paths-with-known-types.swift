// Key paths through overloaded members whose types are known, captured properties.
struct Student {
    var id: Int
    var name: String
    var marks: [Int]
}
let paths: [(String, KeyPath<Student, Int>)] = [("id", \.id), ("letters", \.name.count), ("marks", \.marks.count)]
let students = [Student(id: 1, name: "Ann", marks: [3, 4]), Student(id: 2, name: "Bo", marks: [])]
for (title, path) in paths { print(title, students.map { $0[keyPath: path] }) }
let first: KeyPath<Student, Int?> = \.marks.first
let isEmpty: KeyPath<Student, Bool> = \.name.isEmpty
print(students.map { $0[keyPath: first] }, students.map { $0[keyPath: isEmpty] })
struct Counter {
    var n = 0
    mutating func bump() -> Int { n += 1; return n }
    var adder: (Int) -> Int { { [n] in n + $0 } }
    func scaled() -> (Int) -> Int { return { [n, m = n * 2] x in n + m * x } }
}
var counter = Counter(n: 1)
let add = counter.adder
_ = counter.bump()
print(add(10), counter.adder(10), counter.scaled()(3))
let halves: [Int?] = [1, 2, 3, 4].map { n in
    guard n % 2 == 0 else { return nil }
    let half = n / 2
    return half
}
print(halves)
