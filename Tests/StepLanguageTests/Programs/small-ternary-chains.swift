// Conditional operators, chained and nested.
for score in [95, 85, 72, 40] {
    let grade = score >= 90 ? "A" : score >= 80 ? "B" : score >= 70 ? "C" : "F"
    print(score, grade, score % 2 == 0 ? "even" : "odd")
}
let x: Int? = nil
print(x == nil ? "none" : "some", (x ?? 3) > 2 ? 1.5 : 2)
let flag = false
print(!flag ? [1] : [], flag || !flag && true)
