// What a closure's body declares may have the name of one of its parameters.
let names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
let spelled = [16, 58, 510].map { (number) -> String in
    var number = number
    var output = ""
    repeat {
        output = names[number % 10] + (output.isEmpty ? "" : "-" + output)
        number /= 10
    } while number > 0
    return output
}
print(spelled)

let scores: [Double?] = [7.5, nil, 10]
let cells = scores.map { score -> String in
    guard let score else { return "-" }
    let doubled = score * 2
    return "\(doubled)"
}
print(cells)
print([3, 4].map {
    let value = $0
    return value * value
})
