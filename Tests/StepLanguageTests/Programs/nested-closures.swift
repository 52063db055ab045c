// Closures of several statements inside closures: each sees the parameters and variables of those around it.
let shifted = [10, 20].map { start in
    (0..<3).map { step in
        let sum = start + step
        return sum
    }
}
print(shifted)

let named = ["a", "b"].map { letter -> [String] in
    let doubled = letter + letter
    let texts = [1, 2].map { number -> String in
        let text = letter + "\(number)"
        return text + doubled
    }
    return texts
}
print(named)

let deep = [1.0, 2.0].flatMap { a in
    [10.0, 20.0].map { b in
        (1...2).map { c in
            let product = a * b
            let wanted = Double(c)
            return product + wanted
        }
    }
}
print(deep)

let pairs = [(1, "one"), (2, "two")]
let table = pairs.map { number, name in
    (0..<number).map { index in
        let text = name
        return "\(text)\(index + number)"
    }
}
print(table)

let shorthand = [3, 4].map {
    let base = $0
    return [1, 2].map {
        let own = $0
        return base * 10 + own
    }
}
print(shorthand)

func apply(_ value: inout [Int], _ change: (inout [Int]) -> Void) { change(&value) }
var list = [1, 2]
apply(&list) { inner in
    let count = inner.count
    [5, 6].forEach { number in
        let next = number + count
        inner.append(next)
    }
}
print(list)

let makers = [1, 2, 3].map { factor in
    { (number: Int) -> Int in
        let product = number * factor
        return product
    }
}
print(makers.map { $0(100) })
