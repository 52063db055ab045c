extension NativeTable {
    func addText() {
        addStringMaking()
        addStringComparison()
        addStringChanging()
        addStringPlaces()
        addSubstring()
        addStringSearch()
        addStringViews()
    }

    private func addStringMaking() {
        function("String.init()") { "".object }
        function("String.init(stringLiteral:)") { (a: Ref) in a }
        function("String.init(_: String)") { (a: Ref) in a }
        function("String.init(_: Substring)") { (a: Ref) in String(a.substring).object }
        function("String.init(_: Character)") { (a: Int) in String(Characters.character(a)).object }
        function("String.init(_: [Character])") { (a: Ref) in Characters.text(ArrayObject<Int>.items(a)).object }
        bind(code: "String.init(repeating: String, count: Int)") { call in
            let (text, count) = (call.ref(0), call.int(1))
            return Self.repeating(call) { frame in (try text(frame).string, try count(frame)) }
        }
        bind(code: "String.init(repeating: Character, count: Int)") { call in
            let (character, count) = (call.int(0), call.int(1))
            return Self.repeating(call) { frame in (String(Characters.character(try character(frame))), try count(frame)) }
        }
        bind(code: "String._digits(_:_:_:_:)") { call in
            let (word, isSigned, radix, uppercase) = (call.int(0), call.int(1), call.int(2), call.int(3))
            let site = call.site
            return .ref { frame in
                let (word, isSigned) = (try word(frame), try isSigned(frame) != 0)
                let (radix, uppercase) = (try radix(frame), try uppercase(frame) != 0)
                if radix < 2 || radix > 36 { throw site.trap("Radix must be between 2 and 36") }
                return
                    (isSigned
                    ? String(word, radix: radix, uppercase: uppercase)
                    : String(UInt(bitPattern: word), radix: radix, uppercase: uppercase)).object
            }
        }
        bind(code: "String.init(format:arguments:)", Self.format)
        bind(code: "String.init(format:_:)", Self.format)
        function("String.debugDescription") { (a: Ref) in a.string.debugDescription.object }
        function("String.count") { (a: Ref) in a.string.count }
        function("String.isEmpty") { (a: Ref) in a.string.isEmpty.word }
        function("String.first") { (a: Ref) in a.string.first.map(Characters.code).boxed }
        function("String.last") { (a: Ref) in a.string.last.map(Characters.code).boxed }
        function("String.uppercased()") { (a: Ref) in a.string.uppercased().object }
        function("String.lowercased()") { (a: Ref) in a.string.lowercased().object }
        function("String._capitalized") { (a: Ref) in TextSearch.capitalized(a.string).object }
        function("String._decoded(_:)") { (bytes: Ref) -> Ref in
            String(decoding: bytes.cast(to: ArrayObject<Int>.self).items.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self).object
        }
    }

    private static func repeating(_ call: NativeCall, _ arguments: @escaping (Frame) throws -> (String, Int)) -> Code {
        let (site, machine) = (call.site, call.machine)
        return .ref { frame in
            let (text, count) = try arguments(frame)
            if count < 0 { throw site.trap("Negative count not allowed") }
            let (bytes, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
            try machine.reserve(bytes: overflow ? Int.max : bytes)
            return String(repeating: text, count: count).object
        }
    }

    private static func format(_ call: NativeCall) -> Code {
        let (format, arguments) = (call.ref(0), call.ref(1))
        let site = call.site
        return .ref { frame in
            let text = try format(frame).string
            let values = ArrayObject<Ref>.items(try arguments(frame)).map { $0.cast(to: Existential.self) }
            do {
                return try FormattedText.make(text, values).object
            } catch let problem as FormattedText.Problem {
                throw site.trap(problem.message)
            }
        }
    }

    private func addStringComparison() {
        func comparison(_ symbol: String, _ operation: @escaping (String, String) -> Bool) {
            function("String.\(symbol)(_:_:)") { (a: Ref, b: Ref) in operation(a.string, b.string).word }
        }
        comparison("==") { $0 == $1 }
        comparison("!=") { $0 != $1 }
        comparison("<") { $0 < $1 }
        comparison("<=") { $0 <= $1 }
        comparison(">") { $0 > $1 }
        comparison(">=") { $0 >= $1 }
        function("String.hasPrefix(_:)") { (a: Ref, b: Ref) in a.string.hasPrefix(b.string).word }
        function("String.hasSuffix(_:)") { (a: Ref, b: Ref) in a.string.hasSuffix(b.string).word }
    }

    /// Appends in place; asks for memory when the text's length passes a power of two.
    @inline(__always)
    private static func append(_ place: Address, _ machine: Machine, _ change: (inout String) -> Void) throws {
        let object = StringObject.makeUnique(place)
        let before = object.value.utf8.count
        change(&object.value)
        let after = object.value.utf8.count
        if before.leadingZeroBitCount != after.leadingZeroBitCount { try machine.reserve(bytes: after) }
    }

    private func addStringChanging() {
        for key in ["String.append(_: String)", "String.append(contentsOf: String)", "String.+=(_:_:)"] {
            bind(code: key) { call in
                let (place, other, machine) = (call.address(0), call.ref(1), call.machine)
                return .void { frame in
                    let text = try other(frame).string
                    try Self.append(try place(frame), machine) { $0 += text }
                }
            }
        }
        for key in ["String.append(_: Substring)", "String.append(contentsOf: Substring)"] {
            bind(code: key) { call in
                let (place, other, machine) = (call.address(0), call.ref(1), call.machine)
                return .void { frame in
                    let text = try other(frame).substring
                    try Self.append(try place(frame), machine) { $0 += text }
                }
            }
        }
        bind(code: "String.append(_: Character)") { call in
            let (place, other, machine) = (call.address(0), call.int(1), call.machine)
            return .void { frame in
                let character = Characters.character(try other(frame))
                try Self.append(try place(frame), machine) { $0.append(character) }
            }
        }
        bind(code: "String.+(_:_:)") { call in
            let (left, right, machine) = (call.ref(0), call.ref(1), call.machine)
            return .ref { frame in
                var text = try left(frame).string
                let other = try right(frame).string
                try machine.reserve(bytes: text.utf8.count + other.utf8.count)
                text += other
                return text.object
            }
        }
        bind(code: "String.reserveCapacity(_:)") { call in
            let (place, count) = (call.address(0), call.int(1))
            return .void { frame in
                _ = try count(frame)
                _ = try place(frame)
            }
        }
        changing("String.removeAll(keepingCapacity:)") { (place, _: Int, _) in StringObject.makeUnique(place).value = "" }
        bind(code: "String._replace(_:_:_:)") { call in
            let (place, start, end, replacement) = (call.address(0), call.int(1), call.int(2), call.ref(3))
            let site = call.site
            return .void { frame in
                let (start, end) = (try start(frame), try end(frame))
                let replacement = try replacement(frame).string
                let object = StringObject.makeUnique(try place(frame))
                let range = try object.value.range(start, end, site)
                object.value.replaceSubrange(range, with: replacement)
            }
        }
    }

    private func addStringPlaces() {
        function("String._end") { (a: Ref) in a.string.utf8.count }
        checked("String._after(_:)") { (a: Ref, offset: Int, site) in
            let text = a.string
            if offset >= text.utf8.count { throw site.trap("String index is out of bounds") }
            return text.offset(text.index(after: try text.place(offset, site)))
        }
        checked("String._before(_:)") { (a: Ref, offset: Int, site) in
            let text = a.string
            if offset <= 0 { throw site.trap("String index is out of bounds") }
            return text.offset(text.index(before: try text.place(offset, site)))
        }
        checked("String._offset(_:_:)") { (a: Ref, offset: Int, distance: Int, site) in
            let text = a.string
            let limit = distance < 0 ? text.startIndex : text.endIndex
            guard let place = text.index(try text.place(offset, site), offsetBy: distance, limitedBy: limit) else {
                throw site.trap("String index is out of bounds")
            }
            return text.offset(place)
        }
        checked("String._distance(_:_:)") { (a: Ref, start: Int, end: Int, site) in
            let text = a.string
            return text.distance(from: try text.place(start, site), to: try text.place(end, site))
        }
        checked("String._character(_:)") { (a: Ref, offset: Int, site) in
            let text = a.string
            if offset >= text.utf8.count { throw site.trap("String index is out of bounds") }
            return Characters.code(text[try text.place(offset, site)])
        }
        checked("String._substring(_:_:)") { (a: Ref, start: Int, end: Int, site) -> Ref in
            let text = a.string
            return SubstringObject(text[try text.range(start, end, site)])
        }
    }

    private func addSubstring() {
        function("Substring.init()") { () -> Ref in SubstringObject("") }
        function("Substring.init(_: String)") { (a: Ref) -> Ref in SubstringObject(Substring(a.string)) }
        function("Substring.base") { (a: Ref) in a.substring.base.object }
        function("Substring.description") { (a: Ref) in String(a.substring).object }
        function("Substring.debugDescription") { (a: Ref) in a.substring.debugDescription.object }
        function("Substring.count") { (a: Ref) in a.substring.count }
        function("Substring.isEmpty") { (a: Ref) in a.substring.isEmpty.word }
        function("Substring.first") { (a: Ref) in a.substring.first.map(Characters.code).boxed }
        function("Substring.last") { (a: Ref) in a.substring.last.map(Characters.code).boxed }
        function("Substring.uppercased()") { (a: Ref) in a.substring.uppercased().object }
        function("Substring.lowercased()") { (a: Ref) in a.substring.lowercased().object }
        function("Substring.hasPrefix(_:)") { (a: Ref, b: Ref) in a.substring.hasPrefix(b.string).word }
        function("Substring.hasSuffix(_:)") { (a: Ref, b: Ref) in a.substring.hasSuffix(b.string).word }
        function("Substring.==(_:_:)") { (a: Ref, b: Ref) in (a.substring == b.substring).word }
        function("Substring.<(_:_:)") { (a: Ref, b: Ref) in (a.substring < b.substring).word }
        function("Substring._start") { (a: Ref) in a.substring.base.offset(a.substring.startIndex) }
        function("Substring._end") { (a: Ref) in a.substring.base.offset(a.substring.endIndex) }
        checked("Substring._after(_:)") { (a: Ref, offset: Int, site) in
            let text = a.substring
            let place = try text.place(offset, site)
            if place >= text.endIndex { throw site.trap("Substring index is out of bounds") }
            return text.base.offset(text.index(after: place))
        }
        checked("Substring._before(_:)") { (a: Ref, offset: Int, site) in
            let text = a.substring
            let place = try text.place(offset, site)
            if place <= text.startIndex { throw site.trap("Substring index is out of bounds") }
            return text.base.offset(text.index(before: place))
        }
        checked("Substring._offset(_:_:)") { (a: Ref, offset: Int, distance: Int, site) in
            let text = a.substring
            let limit = distance < 0 ? text.startIndex : text.endIndex
            guard let place = text.index(try text.place(offset, site), offsetBy: distance, limitedBy: limit) else {
                throw site.trap("Substring index is out of bounds")
            }
            return text.base.offset(place)
        }
        checked("Substring._distance(_:_:)") { (a: Ref, start: Int, end: Int, site) in
            let text = a.substring
            return text.distance(from: try text.place(start, site), to: try text.place(end, site))
        }
        checked("Substring._character(_:)") { (a: Ref, offset: Int, site) in
            let text = a.substring
            let place = try text.place(offset, site)
            if place >= text.endIndex { throw site.trap("Substring index is out of bounds") }
            return Characters.code(text[place])
        }
        checked("Substring._substring(_:_:)") { (a: Ref, start: Int, end: Int, site) -> Ref in
            let text = a.substring
            let (lower, upper) = (try text.place(start, site), try text.place(end, site))
            if lower > upper { throw site.trap("Range requires lowerBound <= upperBound") }
            return SubstringObject(text[lower..<upper])
        }
    }

    private func addStringSearch() {
        for type in ["String", "Substring"] {
            bind(code: "\(type).split(separator: Character, maxSplits: Int, omittingEmptySubsequences: Bool)") { call in
                let (text, separator, splits, omits) = (call.ref(0), call.int(1), call.int(2), call.int(3))
                let site = call.site
                return .ref { frame in
                    let reference = try text(frame)
                    let value = type == "String" ? Substring(reference.string) : reference.substring
                    let (separator, splits, omits) = (try separator(frame), try splits(frame), try omits(frame) != 0)
                    if splits < 0 { throw site.trap("Must take zero or more splits") }
                    return ArrayObject<Ref>(TextSearch.split(value, separator, splits, omits).map { SubstringObject($0) })
                }
            }
        }
        for type in ["String", "Substring"] {
            bind(code: "\(type).split(separator: String, maxSplits: Int, omittingEmptySubsequences: Bool)") { call in
                let (text, separator, splits, omits) = (call.ref(0), call.ref(1), call.int(2), call.int(3))
                let site = call.site
                return .ref { frame in
                    let reference = try text(frame)
                    let value = type == "String" ? Substring(reference.string) : reference.substring
                    let (separator, splits, omits) = (try separator(frame).string, try splits(frame), try omits(frame) != 0)
                    if splits < 0 { throw site.trap("Must take zero or more splits") }
                    return ArrayObject<Ref>(TextSearch.split(value, separator, splits, omits).map { SubstringObject($0) })
                }
            }
        }
        function("String._contains(_:)") { (a: Ref, b: Ref) in TextSearch.contains(a.string, b.string).word }
        function("String._components(_: String)") { (a: Ref, b: Ref) in
            Self.strings(TextSearch.components(a.string, separatedBy: b.string))
        }
        function("CharacterSet.contains(_:)") { (set: Ref, scalar: Ref) in
            (Unicode.Scalar(UInt32(scalar.cast(to: Record.self).words[0])).map(ScalarSet(set).contains) ?? false).word
        }
        function("String._find(_:_:)") { (a: Ref, target: Ref, options: Int) in
            let text = a.string
            let found = TextSearch.find(
                target.string, in: text, foldsCase: options & 1 != 0, isBackwards: options & 4 != 0, isAnchored: options & 8 != 0)
            return found.map { text.offset($0.lowerBound) << 32 | text.offset($0.upperBound) } ?? -1
        }
        function("String._components(_: CharacterSet)") { (a: Ref, set: Ref) in
            Self.strings(TextSearch.components(a.string, separatedBy: ScalarSet(set)))
        }
        function("String._trimming(_:)") { (a: Ref, set: Ref) in TextSearch.trimming(a.string, ScalarSet(set)).object }
        function("String._replacing(_:_:)") { (a: Ref, target: Ref, replacement: Ref) in
            TextSearch.components(a.string, separatedBy: target.string).joined(separator: replacement.string).object
        }
        bind(code: "String._padding(_:_:_:)") { call in
            let (text, length, pad, start) = (call.ref(0), call.int(1), call.ref(2), call.int(3))
            let (site, machine) = (call.site, call.machine)
            return .ref { frame in
                let (text, length) = (try text(frame).string, try length(frame))
                let (pad, start) = (Array(try pad(frame).string), try start(frame))
                try machine.reserve(bytes: length)
                if length < 0 || start < 0 || (pad.isEmpty && length > text.count) || (start >= pad.count && length > text.count) {
                    throw site.trap("padding: the length has to be positive, the index inside the pad string")
                }
                if length <= text.count { return String(text.prefix(length)).object }
                var result = text
                for index in 0..<(length - text.count) { result.append(pad[(start + index) % pad.count]) }
                return result.object
            }
        }
    }

    static func strings(_ strings: [String]) -> Ref { ArrayObject<Ref>(strings.map(\.object)) }
}

extension StringObject {
    /// The text at an address, as an object that nobody else shares.
    @inline(__always)
    static func makeUnique(_ address: Address) -> StringObject {
        let slot = UnsafeMutableRawPointer(address).assumingMemoryBound(to: StringObject.self)
        if !isKnownUniquelyReferenced(&slot.pointee) { slot.pointee = StringObject(slot.pointee.value) }
        return slot.pointee
    }
}

extension Optional where Wrapped == AnyObject {
    /// The text of a `Substring` value.
    @inline(__always)
    var substring: Substring { cast(to: SubstringObject.self).value }
}

extension String {
    /// How many UTF-8 bytes stand before a place.
    func offset(_ place: Index) -> Int { utf8.distance(from: startIndex, to: place) }

    /// The place before which that many UTF-8 bytes stand.
    func place(_ offset: Int, _ site: Site) throws -> Index {
        if offset < 0 || offset > utf8.count { throw site.trap("String index is out of bounds") }
        return utf8.index(startIndex, offsetBy: offset)
    }

    func range(_ start: Int, _ end: Int, _ site: Site) throws -> Range<Index> {
        let (lower, upper) = (try place(start, site), try place(end, site))
        if lower > upper { throw site.trap("Range requires lowerBound <= upperBound") }
        return lower..<upper
    }
}

extension Substring {
    /// The place in the base string before which that many UTF-8 bytes stand, if it is in the substring or at its end.
    func place(_ offset: Int, _ site: Site) throws -> Index {
        let place = try base.place(offset, site)
        if place < startIndex || place > endIndex { throw site.trap("Substring index is out of bounds") }
        return place
    }
}
