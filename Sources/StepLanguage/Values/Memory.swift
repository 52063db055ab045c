/// Where the words of objects lie, counted in bytes from the object's address. Reading through them costs no
/// reference counting; `LayoutTests` holds them against the compiler's own layout.
package enum ObjectOffset {
    /// The first word of a ``Record``.
    package static let record = 32
    /// The first word of an ``Instance``.
    package static let instance = 24
    /// The one stored property of an ``ArrayObject``.
    package static let items = 16
}

/// Code that gives the address of an object that something else keeps alive until other code runs.
typealias BorrowCode = (Frame) throws -> UnsafeMutableRawPointer

/// The object whose reference stands in a word.
@inline(__always)
func object(_ word: Int) -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(bitPattern: word).unsafelyUnwrapped }

/// The words of the record whose reference stands in a word.
@inline(__always)
func recordWords(_ word: Int) -> Address {
    (object(word) + ObjectOffset.record).assumingMemoryBound(to: Int.self)
}

extension ArrayObject {
    /// The elements of an array object that is not retained for it.
    @inline(__always)
    static func items(at object: UnsafeMutableRawPointer) -> UnsafeMutablePointer<[Element]> {
        (object + ObjectOffset.items).assumingMemoryBound(to: [Element].self)
    }
}

/// ``object(_:)`` where a variable of that name is in the way.
@inline(__always)
func pointer(_ word: Int) -> UnsafeMutableRawPointer { object(word) }
