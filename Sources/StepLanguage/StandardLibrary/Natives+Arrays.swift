extension NativeTable {
    func addArrays() {
        let ints = ArrayNatives<Int>.table
        let doubles = ArrayNatives<Double>.table
        let refs = ArrayNatives<Ref>.table
        for (int, (double, ref)) in zip(ints, zip(doubles, refs)) {
            bind(code: "Array.\(int.key)") { call in
                switch call.type("Element").representation {
                case .int: try int.binder(call)
                case .double: try double.binder(call)
                case .ref: try ref.binder(call)
                }
            }
        }
        bind(code: "Array.joined(separator:)") { call in
            let (array, separator, machine) = (call.ref(0), call.ref(1), call.machine)
            return .ref { frame in
                let items = ArrayObject<Ref>.items(try array(frame))
                let separator = try separator(frame).string
                var bytes = separator.utf8.count &* items.count
                for item in items { bytes &+= item.string.utf8.count }
                try machine.reserve(bytes: bytes)
                var text = ""
                text.reserveCapacity(bytes)
                for (index, item) in items.enumerated() {
                    if index > 0 { text += separator }
                    text += item.string
                }
                return text.object
            }
        }
    }
}

/// The natives of `Array` for one representation of its elements.
enum ArrayNatives<Element: Slot> {
    typealias Object = ArrayObject<Element>
    typealias Entry = (key: String, binder: NativeBinder)

    static var table: [Entry] {
        making + reading + changing + algorithms + ordering + equality
    }

    /// Asks for memory before an array grows.
    @inline(__always)
    static func grow(_ object: Object, _ machine: Machine) throws {
        let count = object.items.count
        if count == object.items.capacity { try machine.reserve(bytes: count &* 2 &* MemoryLayout<Element>.stride) }
    }

    // MARK: Making

    private static var making: [Entry] {
        [
            ("init()", { _ in .ref { _ in Object([]) } }),
            ("init(arrayLiteral:)", { call in .ref(call.ref(0)) }),
            ("init(_: [Element])", { call in .ref(call.ref(0)) }),
            (
                "init(repeating:count:)",
                { call in
                    let (value, count) = (call.arguments[0].of(Element.self), call.int(1))
                    let (site, machine) = (call.site, call.machine)
                    return .ref { frame in
                        let (value, count) = (try value(frame), try count(frame))
                        if count < 0 { throw site.trap("Can't construct Array with count < 0") }
                        try machine.reserve(elements: count, of: Element.self)
                        return Object([Element](repeating: value, count: count))
                    }
                }
            ),
            ("init(_: Range<Int>)", { try ofRange($0, isClosed: false) }),
            ("init(_: ClosedRange<Int>)", { try ofRange($0, isClosed: true) }),
            (
                "+(_:_:)",
                { call in
                    let (left, right, machine) = (call.ref(0), call.ref(1), call.machine)
                    return .ref { frame in
                        let left = Object.items(try left(frame))
                        let right = Object.items(try right(frame))
                        try machine.reserve(bytes: (left.count + right.count) * MemoryLayout<Element>.stride)
                        return Object(left + right)
                    }
                }
            ),
        ]
    }

    private static func ofRange(_ call: NativeCall, isClosed: Bool) throws -> Code {
        let (range, machine) = (call.ref(0), call.machine)
        return .ref { frame in
            let words = try range(frame).cast(to: Record.self).words
            let (low, high) = (words[0], words[1])
            let (count, isOver) = high.subtractingReportingOverflow(low)
            try machine.reserve(elements: isOver ? Int.max : count, of: Int.self)
            return isClosed ? ArrayObject<Int>(Array(low...high)) : ArrayObject<Int>(Array(low..<high))
        }
    }

    // MARK: Reading

    private static func property(_ key: String, _ body: @escaping ([Element]) -> Int) -> Entry {
        (
            key,
            { call in
                let array = call.ref(0)
                return .int { body(Object.items(try array($0))) }
            }
        )
    }

    private static var reading: [Entry] {
        [
            property("count") { $0.count },
            property("isEmpty") { $0.isEmpty.word },
            property("capacity") { $0.capacity },
            property("startIndex") { _ in 0 },
            property("endIndex") { $0.count },
            ("first", { end($0) { $0.first } }),
            ("last", { end($0) { $0.last } }),
            (
                "subscript(_: Int)",
                { call in
                    let (array, index) = (call.ref(0), call.int(1))
                    let site = call.site
                    return Element.wrap { frame in
                        let items = Object.items(try array(frame))
                        let index = try index(frame)
                        if index < 0 || index >= items.count { throw site.trap("Index out of range") }
                        return items[index]
                    }
                }
            ),
            (
                "subscript(_: Int)=",
                { call in
                    let (place, index, value) = (call.address(0), call.int(1), call.arguments[2].of(Element.self))
                    let site = call.site
                    return .void { frame in
                        let (index, value) = (try index(frame), try value(frame))
                        let object = Object.makeUnique(try place(frame))
                        if index < 0 || index >= object.items.count { throw site.trap("Index out of range") }
                        object.items[index] = value
                    }
                }
            ),
            ("description", describing),
            ("debugDescription", describing),
        ]
    }

    private static func end(_ call: NativeCall, _ body: @escaping ([Element]) -> Element?) -> Code {
        let (array, wrap) = (call.ref(0), OptionalMaker<Element>(call.type("Element")))
        return .ref { wrap(body(Object.items(try array($0)))) }
    }

    private static func describing(_ call: NativeCall) throws -> Code {
        let (array, type, machine) = (call.ref(0), call.type("Element"), call.machine)
        return .ref { frame in
            var text = "["
            for (index, item) in Object.items(try array(frame)).enumerated() {
                if index > 0 { text += ", " }
                text += try type.debugDescribe(AnySlot(item))
                try machine.poll()
            }
            return (text + "]").object
        }
    }

    // MARK: Changing

    private static var changing: [Entry] {
        [
            (
                "append(_:)",
                { call in
                    let (place, value, machine) = (call.address(0), call.arguments[1].of(Element.self), call.machine)
                    return .void { frame in
                        let value = try value(frame)
                        let object = Object.makeUnique(try place(frame))
                        try grow(object, machine)
                        object.items.append(value)
                    }
                }
            ),
            ("append(contentsOf: [Element])", appendAll),
            ("+=(_:_:)", appendAll),
            (
                "insert(_:at:)",
                { call in
                    let (place, value, index) = (call.address(0), call.arguments[1].of(Element.self), call.int(2))
                    let (site, machine) = (call.site, call.machine)
                    return .void { frame in
                        let (value, index) = (try value(frame), try index(frame))
                        let object = Object.makeUnique(try place(frame))
                        if index < 0 || index > object.items.count { throw site.trap("Array index is out of range") }
                        try grow(object, machine)
                        object.items.insert(value, at: index)
                    }
                }
            ),
            (
                "remove(at:)",
                { call in
                    let (place, index, site) = (call.address(0), call.int(1), call.site)
                    return Element.wrap { frame in
                        let index = try index(frame)
                        let object = Object.makeUnique(try place(frame))
                        if index < 0 || index >= object.items.count { throw site.trap("Index out of range") }
                        return object.items.remove(at: index)
                    }
                }
            ),
            (
                "removeFirst()",
                { call in
                    let (place, site) = (call.address(0), call.site)
                    return Element.wrap { frame in
                        let object = Object.makeUnique(try place(frame))
                        if object.items.isEmpty { throw site.trap("Can't remove first element from an empty collection") }
                        return object.items.removeFirst()
                    }
                }
            ),
            (
                "removeLast()",
                { call in
                    let (place, site) = (call.address(0), call.site)
                    return Element.wrap { frame in
                        let object = Object.makeUnique(try place(frame))
                        if object.items.isEmpty { throw site.trap("Can't remove last element from an empty collection") }
                        return object.items.removeLast()
                    }
                }
            ),
            (
                "popLast()",
                { call in
                    let (place, wrap) = (call.address(0), OptionalMaker<Element>(call.type("Element")))
                    return .ref { wrap(Object.makeUnique(try place($0)).items.popLast()) }
                }
            ),
            (
                "removeAll(keepingCapacity:)",
                { call in
                    let (place, keeps) = (call.address(0), call.int(1))
                    return .void { frame in
                        let keeps = try keeps(frame) != 0
                        Object.makeUnique(try place(frame)).items.removeAll(keepingCapacity: keeps)
                    }
                }
            ),
            (
                "reserveCapacity(_:)",
                { call in
                    let (place, count, machine) = (call.address(0), call.int(1), call.machine)
                    return .void { frame in
                        let count = try count(frame)
                        try machine.reserve(elements: count, of: Element.self)
                        Object.makeUnique(try place(frame)).items.reserveCapacity(max(0, count))
                    }
                }
            ),
            (
                "_replace(_:_:_:)",
                { call in
                    let (place, lower, upper, items) = (call.address(0), call.int(1), call.int(2), call.ref(3))
                    let (site, machine) = (call.site, call.machine)
                    return .void { frame in
                        let (lower, upper) = (try lower(frame), try upper(frame))
                        let items = Object.items(try items(frame))
                        let object = Object.makeUnique(try place(frame))
                        if lower < 0 { throw site.trap("Array replace: subrange start is negative") }
                        if upper > object.items.count { throw site.trap("Array replace: subrange extends past the end") }
                        try machine.reserve(bytes: (object.items.count + items.count) * MemoryLayout<Element>.stride)
                        object.items.replaceSubrange(lower..<upper, with: items)
                    }
                }
            ),
            (
                "swapAt(_:_:)",
                { call in
                    let (place, first, second) = (call.address(0), call.int(1), call.int(2))
                    let site = call.site
                    return .void { frame in
                        let (i, j) = (try first(frame), try second(frame))
                        if i == j { return }
                        let object = Object.makeUnique(try place(frame))
                        let count = object.items.count
                        if i < 0 || j < 0 || i >= count || j >= count { throw site.trap("Index out of range") }
                        object.items.swapAt(i, j)
                    }
                }
            ),
            (
                "reverse()",
                { call in
                    let place = call.address(0)
                    return .void { Object.makeUnique(try place($0)).items.reverse() }
                }
            ),
        ]
    }

    private static func appendAll(_ call: NativeCall) throws -> Code {
        let (place, items, machine) = (call.address(0), call.ref(1), call.machine)
        return .void { frame in
            let items = Object.items(try items(frame))
            let object = Object.makeUnique(try place(frame))
            if object.items.count + items.count > object.items.capacity {
                try machine.reserve(bytes: (object.items.count + items.count) * 2 * MemoryLayout<Element>.stride)
            }
            object.items.append(contentsOf: items)
        }
    }

    // MARK: Algorithms with closures

    private static var algorithms: [Entry] {
        [
            (
                "map(_:)",
                { call in
                    switch call.type("T").representation {
                    case .int: map(call, Int.self)
                    case .double: map(call, Double.self)
                    case .ref: map(call, Ref.self)
                    }
                }
            ),
            (
                "filter(_:)",
                { call in
                    let (array, test) = (call.ref(0), call.ref(1))
                    return .ref { frame in
                        let items = Object.items(try array(frame))
                        let test = try test(frame).cast(to: FunctionObject.self)
                        var result: [Element] = []
                        for item in items where try test.call(item, as: Int.self) != 0 { result.append(item) }
                        return Object(result)
                    }
                }
            ),
            (
                "forEach(_:)",
                { call in
                    let (array, body) = (call.ref(0), call.ref(1))
                    return .void { frame in
                        let items = Object.items(try array(frame))
                        let body = try body(frame).cast(to: FunctionObject.self)
                        for item in items { _ = try body.call(item, as: Ref.self) }
                    }
                }
            ),
            (
                "reduce(_:_:)",
                { call in
                    switch call.type("Result").representation {
                    case .int: reduce(call, Int.self)
                    case .double: reduce(call, Double.self)
                    case .ref: reduce(call, Ref.self)
                    }
                }
            ),
        ]
    }

    private static func map<T: Slot>(_ call: NativeCall, _: T.Type) -> Code {
        let (array, transform) = (call.ref(0), call.ref(1))
        return .ref { frame in
            let items = Object.items(try array(frame))
            let transform = try transform(frame).cast(to: FunctionObject.self)
            var result: [T] = []
            result.reserveCapacity(items.count)
            for item in items { result.append(try transform.call(item, as: T.self)) }
            return ArrayObject<T>(result)
        }
    }

    private static func reduce<R: Slot>(_ call: NativeCall, _: R.Type) -> Code {
        let (array, initial, next) = (call.ref(0), call.arguments[1].of(R.self), call.ref(2))
        return R.wrap { frame in
            let items = Object.items(try array(frame))
            var result = try initial(frame)
            let next = try next(frame).cast(to: FunctionObject.self)
            for item in items { result = try next.call(result, item, as: R.self) }
            return result
        }
    }

    // MARK: Order

    private static var ordering: [Entry] {
        [
            (
                "sort(by:)",
                { call in
                    let (place, test) = (call.address(0), call.ref(1))
                    return .void { frame in
                        let test = try test(frame).cast(to: FunctionObject.self)
                        // The place may move while the closure runs, so the elements are taken out and put back.
                        var items = Object.makeUnique(try place(frame)).items
                        try items.sort { try test.call($0, $1, as: Int.self) != 0 }
                        Object.makeUnique(try place(frame)).items = items
                    }
                }
            ),
            (
                "sorted(by:)",
                { call in
                    let (array, test) = (call.ref(0), call.ref(1))
                    return .ref { frame in
                        let items = Object.items(try array(frame))
                        let test = try test(frame).cast(to: FunctionObject.self)
                        return Object(try items.sorted { try test.call($0, $1, as: Int.self) != 0 })
                    }
                }
            ),
            (
                "sort()",
                { call in
                    let (place, order) = (call.address(0), Order<Element>(call.type("Element")))
                    return .void { frame in
                        var items = Object.makeUnique(try place(frame)).items
                        try order.sort(&items)
                        Object.makeUnique(try place(frame)).items = items
                    }
                }
            ),
            (
                "sorted()",
                { call in
                    let (array, order) = (call.ref(0), Order<Element>(call.type("Element")))
                    return .ref { frame in
                        var items = Object.items(try array(frame))
                        try order.sort(&items)
                        return Object(items)
                    }
                }
            ),
            ("min()", { extreme($0) { order, a, b in try order.less(b, a) } }),
            ("max()", { extreme($0) { order, a, b in try order.less(a, b) } }),
        ]
    }

    /// The element that stays when each next one replaces it where `replaces` says so.
    private static func extreme(
        _ call: NativeCall, _ replaces: @escaping (Order<Element>, Element, Element) throws -> Bool
    ) -> Code {
        let array = call.ref(0)
        let order = Order<Element>(call.type("Element"))
        let wrap = OptionalMaker<Element>(call.type("Element"))
        return .ref { frame in
            let items = Object.items(try array(frame))
            guard var result = items.first else { return nil }
            for item in items.dropFirst() where try replaces(order, result, item) { result = item }
            return wrap(result)
        }
    }

    // MARK: Equality

    private static var equality: [Entry] {
        [
            ("==(_:_:)", { equal($0, 1) }),
            ("!=(_:_:)", { equal($0, 0) }),
            (
                "contains(_:)",
                { call in
                    let find = finder(call)
                    return .int { try find($0) == nil ? 0 : 1 }
                }
            ),
            (
                "firstIndex(of:)",
                { call in
                    let find = finder(call)
                    return .ref { try find($0).boxed }
                }
            ),
        ]
    }

    private static func equal(_ call: NativeCall, _ whenEqual: Int) -> Code {
        let (left, right, machine) = (call.ref(0), call.ref(1), call.machine)
        let type = call.type("Element")
        let equality = Deferred { try type.equality(Element.self) }
        return .int { frame in
            let left = Object.items(try left(frame))
            let right = Object.items(try right(frame))
            if left.count != right.count { return 1 - whenEqual }
            let equal = try equality.get()
            for index in left.indices {
                try machine.poll()
                if try !equal(left[index], right[index]) { return 1 - whenEqual }
            }
            return whenEqual
        }
    }

    private static func finder(_ call: NativeCall) -> (Frame) throws -> Int? {
        let (array, element, machine) = (call.ref(0), call.arguments[1].of(Element.self), call.machine)
        let type = call.type("Element")
        let equality = Deferred { try type.equality(Element.self) }
        return { frame in
            let items = Object.items(try array(frame))
            let element = try element(frame)
            let equal = try equality.get()
            return try items.firstIndex { item in
                try machine.poll()
                return try equal(item, element)
            }
        }
    }
}

/// Wraps payloads for an optional of a type.
struct OptionalMaker<Payload: Slot> {
    private let isNullable: Bool

    /// `type` is the payload's.
    init(_ type: RuntimeType) { isNullable = type.isNullable }

    @inline(__always)
    func callAsFunction(_ value: Payload?) -> Ref {
        guard let value else { return nil }
        if Payload.self == Ref.self && !isNullable { return AnySlot(value).ref }
        return Boxed(value)
    }
}
