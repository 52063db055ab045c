/// A field of the object in a slot.
struct FieldOfSlot<S: Slot>: Producer {
    let slot: Int
    let offset: Int

    @inline(__always)
    func produce(_ frame: Frame) -> S { S.load((object(frame[slot]) + offset).assumingMemoryBound(to: Int.self)) }
}

/// A field of an object that something else keeps.
struct FieldOfBorrowed<S: Slot>: Producer {
    let object: BorrowCode
    let offset: Int

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { S.load((try object(frame) + offset).assumingMemoryBound(to: Int.self)) }
}

/// A field of an object that is evaluated for it.
struct FieldOfValue<S: Slot>: Producer {
    let value: RefCode
    let words: (UnsafeMutableRawPointer) -> Address
    let index: Int

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        guard let object = try value(frame) else { throw Trap.internalFault("an object without value") }
        let result = S.load(words(Unmanaged.passUnretained(object).toOpaque()) + index)
        withExtendedLifetime(object) {}
        return result
    }
}

/// An element of an array that is not retained for it.
@inline(__always)
private func element<S: Slot>(_ array: UnsafeMutableRawPointer, _ index: Int, _ site: Site, _: S.Type) throws -> S {
    let items = ArrayObject<S>.items(at: array)
    if UInt(bitPattern: index) >= UInt(bitPattern: items.pointee.count) { throw site.trap(indexMessage(index)) }
    return items.pointee.withUnsafeBufferPointer { $0[index] }
}

/// The object that is an element of an array; neither is retained for it.
@inline(__always)
func borrowedElement(_ array: UnsafeMutableRawPointer, _ index: Int, _ site: Site) throws -> UnsafeMutableRawPointer {
    let items = ArrayObject<Ref>.items(at: array)
    if UInt(bitPattern: index) >= UInt(bitPattern: items.pointee.count) { throw site.trap(indexMessage(index)) }
    return items.pointee.withUnsafeBufferPointer {
        object(UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped + index).load(as: Int.self))
    }
}

/// `rows[row][index]`, the array of arrays and both indices in slots.
struct ElementOfRow<S: Slot>: Producer {
    let rows: Int
    let row: Int
    let index: Int
    let rowSite: Site
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        try element(try borrowedElement(object(frame[rows]), frame[row], rowSite), frame[index], site, S.self)
    }
}

/// An element of an array in a slot, at an index in a slot.
struct ElementOfSlots<S: Slot>: Producer {
    let array: Int
    let index: Int
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { try element(object(frame[array]), frame[index], site, S.self) }
}

/// An element of a borrowed array, at an index in a slot.
struct ElementAtSlot<S: Slot>: Producer {
    let array: BorrowCode
    let index: Int
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { try element(try array(frame), frame[index], site, S.self) }
}

/// An element of a borrowed array.
struct ElementOfBorrowed<S: Slot>: Producer {
    let array: BorrowCode
    let index: IntCode
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        let index = try index(frame)
        return try element(try array(frame), index, site, S.self)
    }
}

/// An element of an array that is evaluated for it.
struct ElementOfValue<S: Slot>: Producer {
    let array: RefCode
    let index: IntCode
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        guard let array = try array(frame) else { throw Trap.internalFault("an array without value") }
        let index = try index(frame)
        let result = try element(Unmanaged.passUnretained(array).toOpaque(), index, site, S.self)
        withExtendedLifetime(array) {}
        return result
    }
}
