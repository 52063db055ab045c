/// A short list of integers kept in place: the shape or the strides of a tensor of at most eight axes.
package struct Extents: Equatable {
    package static let capacity = 8
    package private(set) var count: Int
    private var values: (Int, Int, Int, Int, Int, Int, Int, Int)

    @inline(__always)
    package init() {
        count = 0
        values = (0, 0, 0, 0, 0, 0, 0, 0)
    }

    /// The first eight of the values.
    package init(_ list: [Int]) {
        self.init()
        for value in list.prefix(Extents.capacity) { append(value) }
    }

    @inline(__always)
    package subscript(_ index: Int) -> Int {
        get {
            withUnsafePointer(to: values) {
                UnsafeRawPointer($0).assumingMemoryBound(to: Int.self)[index & 7]
            }
        }
        set {
            withUnsafeMutablePointer(to: &values) {
                UnsafeMutableRawPointer($0).assumingMemoryBound(to: Int.self)[index & 7] = newValue
            }
        }
    }

    @inline(__always)
    package mutating func append(_ value: Int) {
        guard count < Extents.capacity else { return }
        self[count] = value
        count += 1
    }

    package mutating func insert(_ value: Int, at index: Int) {
        guard count < Extents.capacity else { return }
        var i = count
        while i > index {
            self[i] = self[i - 1]
            i -= 1
        }
        self[index] = value
        count += 1
    }

    package mutating func remove(at index: Int) {
        for i in index..<(count - 1) { self[i] = self[i + 1] }
        count -= 1
        self[count] = 0
    }

    @inline(__always)
    package var product: Int {
        var result = 1
        for i in 0..<count { result *= self[i] }
        return result
    }

    package var array: [Int] { (0..<count).map { self[$0] } }

    /// Strides of dense row-major order for this shape.
    @inline(__always)
    package var denseStrides: Extents {
        var result = self
        var stride = 1
        var i = count - 1
        while i >= 0 {
            result[i] = stride
            stride *= self[i]
            i -= 1
        }
        return result
    }

    /// Calls `body` with the values as C sees them.
    @inline(__always)
    package func withPointer<R>(_ body: (UnsafePointer<Int64>) -> R) -> R {
        withUnsafePointer(to: values) { body(UnsafeRawPointer($0).assumingMemoryBound(to: Int64.self)) }
    }

    package static func == (a: Extents, b: Extents) -> Bool {
        guard a.count == b.count else { return false }
        for i in 0..<a.count where a[i] != b[i] { return false }
        return true
    }
}
