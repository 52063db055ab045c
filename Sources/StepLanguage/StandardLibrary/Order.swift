/// `<` of a type; numbers and text are compared without going through the program.
struct Order<Element: Slot> {
    private let kind: Kind
    private let machine: Machine
    private let ordering: Deferred<(Element, Element) throws -> Bool>

    private enum Kind { case integer, double, text, other }

    init(_ type: RuntimeType) {
        switch type.kind {
        case .integer(let bits, let isSigned) where isSigned || bits < 64: kind = .integer
        case .double, .float: kind = .double
        case .string: kind = .text
        default: kind = .other
        }
        machine = type.compiler.machine
        ordering = Deferred { try type.ordering(Element.self) }
    }

    @inline(__always)
    func less(_ a: Element, _ b: Element) throws -> Bool {
        try machine.poll()
        switch kind {
        case .integer: return AnySlot(a).int < AnySlot(b).int
        case .double: return AnySlot(a).double < AnySlot(b).double
        case .text: return AnySlot(a).ref.string < AnySlot(b).ref.string
        case .other: return try ordering.get()(a, b)
        }
    }

    func sort(_ items: inout [Element]) throws {
        if kind == .integer, let numbers = items as? [Int] {
            items = unsafeBitCast(try sorted(numbers), to: [Element].self)
        } else if kind == .double, let numbers = items as? [Double] {
            items = unsafeBitCast(try sorted(numbers), to: [Element].self)
        } else {
            try items.sort { try less($0, $1) }
        }
    }

    /// The numbers in order; long rows are sorted in pieces and merged, so that sorting can be stopped.
    private func sorted<Number: Comparable>(_ numbers: [Number]) throws -> [Number] {
        let piece = 1 << 16
        if numbers.count <= piece { return numbers.sorted() }
        try machine.reserve(elements: 2 * numbers.count, of: Number.self)
        var sorted: [Number] = []
        sorted.reserveCapacity(numbers.count)
        for start in stride(from: 0, to: numbers.count, by: piece) {
            try machine.poll()
            sorted.append(contentsOf: numbers[start..<min(start + piece, numbers.count)].sorted())
        }
        var merged: [Number] = []
        var width = piece
        while width < sorted.count {
            merged.removeAll(keepingCapacity: true)
            merged.reserveCapacity(sorted.count)
            for start in stride(from: 0, to: sorted.count, by: 2 * width) {
                let (middle, end) = (min(start + width, sorted.count), min(start + 2 * width, sorted.count))
                var (left, right) = (start, middle)
                while left < middle && right < end {
                    try machine.poll()
                    // Of equal numbers the one that stood first stays first.
                    if sorted[right] < sorted[left] {
                        merged.append(sorted[right])
                        right += 1
                    } else {
                        merged.append(sorted[left])
                        left += 1
                    }
                }
                merged.append(contentsOf: sorted[left..<middle])
                merged.append(contentsOf: sorted[right..<end])
            }
            swap(&sorted, &merged)
            width *= 2
        }
        return sorted
    }
}
