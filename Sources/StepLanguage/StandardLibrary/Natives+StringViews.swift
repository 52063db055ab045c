extension NativeTable {
    /// What the views of a text ask of the text; see `StandardLibrary.stringViews`.
    func addStringViews() {
        units("_bytes", \.utf8, String.place) { Int($0) }
        units("_words", \.utf16, String.wordPlace) { Int($0) }
        units("_scalars", \.unicodeScalars, String.place) { Self.scalar($0) as Ref }
    }

    private func units<View: BidirectionalCollection, R: Slot>(
        _ name: String, _ view: @escaping (String) -> View,
        _ place: @escaping (String) -> (Int, Site) throws -> String.Index, _ unit: @escaping (View.Element) -> R
    ) where View.Index == String.Index {
        bind(code: "String.\(name)(_:_:)") { call in
            let (text, start, end) = (call.ref(0), call.int(1), call.int(2))
            let (site, machine) = (call.site, call.machine)
            return .ref { frame in
                let text = try text(frame).string
                let (start, end) = (try place(text)(try start(frame), site), try place(text)(try end(frame), site))
                if start > end { throw site.trap("Range requires lowerBound <= upperBound") }
                // No unit is made of less than a byte.
                try machine.reserve(elements: text.utf8.distance(from: start, to: end), of: R.self)
                return ArrayObject<R>(view(text)[start..<end].map(unit))
            }
        }
        checked("String.\(name)(_:by:)") { (a: Ref, offset: Int, distance: Int, site) in
            let text = a.string
            let units = view(text)
            let limit = distance < 0 ? units.startIndex : units.endIndex
            guard let moved = units.index(try place(text)(offset, site), offsetBy: distance, limitedBy: limit) else {
                throw site.trap("String index is out of bounds")
            }
            return text.unitOffset(moved)
        }
        checked("String.\(name)(from:to:)") { (a: Ref, start: Int, end: Int, site) in
            let text = a.string
            return view(text).distance(from: try place(text)(start, site), to: try place(text)(end, site))
        }
        checked("String.\(name)(at:)") { (a: Ref, offset: Int, site) -> R in
            let text = a.string
            let found = try place(text)(offset, site)
            if found >= text.endIndex { throw site.trap("String index is out of bounds") }
            return unit(view(text)[found])
        }
    }
}

extension String {
    /// The number that a place in a view has: the bytes before it, one more for the second half of a surrogate pair.
    fileprivate func unitOffset(_ place: Index) -> Int {
        let bytes = offset(place)
        return utf8.index(startIndex, offsetBy: bytes) < place ? bytes + 1 : bytes
    }

    /// The place of such a number; one inside a scalar is the second half of its pair.
    fileprivate func wordPlace(_ offset: Int, _ site: Site) throws -> Index {
        let place = try place(offset, site)
        let isInside = place < endIndex && utf8[place] & 0xC0 == 0x80
        return isInside ? utf16.index(after: utf8.index(before: place)) : place
    }
}
