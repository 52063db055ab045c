extension StandardLibrary {
    static let bool = #"""
        struct Bool: Equatable, Hashable, ExpressibleByBooleanLiteral, CustomStringConvertible, LosslessStringConvertible, Sendable {
            typealias BooleanLiteralType = Bool
            init()
            init(_ value: Bool)
            init(booleanLiteral value: Bool)
            init?(_ description: String)
            var description: String { get }
            mutating func toggle()
            func hash(into hasher: inout Hasher)
            static func random() -> Bool
            static func random<T: RandomNumberGenerator>(using generator: inout T) -> Bool { (generator.next() as UInt64) >> 17 & 1 == 0 }
            static func == (lhs: Bool, rhs: Bool) -> Bool
            static func != (lhs: Bool, rhs: Bool) -> Bool
            static prefix func ! (a: Bool) -> Bool
            static func && (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool
            static func || (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool
        }
        """#

    static let optional = #"""
        enum Optional<Wrapped>: ExpressibleByNilLiteral {
            case none
            case some(Wrapped)
            init(_ value: Wrapped) { self = .some(value) }
            init(nilLiteral: ()) { self = .none }
            var unsafelyUnwrapped: Wrapped { self! }
            func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {
                switch self {
                case .some(let value): return .some(try transform(value))
                case .none: return .none
                }
            }
            func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {
                switch self {
                case .some(let value): return try transform(value)
                case .none: return .none
                }
            }
            mutating func take() -> Wrapped? {
                let result = self
                self = nil
                return result
            }
        }

        extension Optional: CustomDebugStringConvertible {
            var debugDescription: String { get }
        }

        extension Optional: Equatable where Wrapped: Equatable {
            static func == (lhs: Wrapped?, rhs: Wrapped?) -> Bool {
                switch (lhs, rhs) {
                case (.some(let left), .some(let right)): return left == right
                case (.none, .none): return true
                default: return false
                }
            }
        }

        extension Optional: Hashable where Wrapped: Hashable {
            func hash(into hasher: inout Hasher)
        }

        struct _OptionalNilComparisonType: ExpressibleByNilLiteral {
            init(nilLiteral: ()) { }
        }

        extension Optional {
            static func == (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool {
                switch lhs {
                case .some: return false
                case .none: return true
                }
            }
            static func != (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool {
                switch lhs {
                case .some: return true
                case .none: return false
                }
            }
            static func == (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool {
                switch rhs {
                case .some: return false
                case .none: return true
                }
            }
            static func != (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool {
                switch rhs {
                case .some: return true
                case .none: return false
                }
            }
            static func ~= (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool {
                switch rhs {
                case .some: return false
                case .none: return true
                }
            }
        }

        func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T) rethrows -> T {
            switch optional {
            case .some(let value): return value
            case .none: return try defaultValue()
            }
        }

        func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T?) rethrows -> T? {
            switch optional {
            case .some(let value): return value
            case .none: return try defaultValue()
            }
        }

        enum Result<Success, Failure: Error> {
            case success(Success)
            case failure(Failure)
            func map<NewSuccess>(_ transform: (Success) -> NewSuccess) -> Result<NewSuccess, Failure> {
                switch self {
                case .success(let value): return .success(transform(value))
                case .failure(let failure): return .failure(failure)
                }
            }
            func mapError<NewFailure: Error>(_ transform: (Failure) -> NewFailure) -> Result<Success, NewFailure> {
                switch self {
                case .success(let value): return .success(value)
                case .failure(let failure): return .failure(transform(failure))
                }
            }
            func flatMap<NewSuccess>(_ transform: (Success) -> Result<NewSuccess, Failure>) -> Result<NewSuccess, Failure> {
                switch self {
                case .success(let value): return transform(value)
                case .failure(let failure): return .failure(failure)
                }
            }
            func flatMapError<NewFailure: Error>(_ transform: (Failure) -> Result<Success, NewFailure>) -> Result<Success, NewFailure> {
                switch self {
                case .success(let value): return .success(value)
                case .failure(let failure): return transform(failure)
                }
            }
            func get() throws(Failure) -> Success {
                switch self {
                case .success(let value): return value
                case .failure(let failure): throw failure
                }
            }
        }

        extension Result where Failure == Never {
            func get() -> Success {
                switch self {
                case .success(let value): return value
                case .failure: fatalError()
                }
            }
        }

        extension Result where Failure == any Error {
            init(catching body: () throws -> Success) {
                do {
                    self = .success(try body())
                } catch {
                    self = .failure(error)
                }
            }
        }

        extension Result: Equatable where Success: Equatable, Failure: Equatable {
            static func == (lhs: Result<Success, Failure>, rhs: Result<Success, Failure>) -> Bool {
                switch (lhs, rhs) {
                case (.success(let left), .success(let right)): return left == right
                case (.failure(let left), .failure(let right)): return left == right
                default: return false
                }
            }
        }

        extension Result: Hashable where Success: Hashable, Failure: Hashable {
            func hash(into hasher: inout Hasher) {
                switch self {
                case .success(let value):
                    hasher.combine(0)
                    hasher.combine(value)
                case .failure(let failure):
                    hasher.combine(1)
                    hasher.combine(failure)
                }
            }
        }
        """#
}
