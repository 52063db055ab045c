import Tensors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What can go wrong with trees and neighbours.
public enum TreesError: Error, Equatable, CustomStringConvertible {
    /// The library that grows the trees is not installed.
    case libraryMissing(reason: String)
    /// The library reports an error.
    case libraryFailed(call: String, message: String)
    /// A model is asked for predictions before it was fitted.
    case notFitted
    /// The inputs do not fit together, or the model.
    case badInput(String)

    public var description: String {
        switch self {
        case .libraryMissing(let reason):
            "boosted trees and random forests need the library libxgboost (on Debian: apt install libxgboost0): \(reason)"
        case .libraryFailed(let call, let message): "\(call): \(message)"
        case .notFitted: "call fit before predict"
        case .badInput(let words): words
        }
    }
}

/// The calls of libxgboost's C interface that are needed, looked up when the first model is fitted: the library takes longer to load than a
/// lesson takes to start.
struct XGBoost: @unchecked Sendable {
    typealias Handle = UnsafeMutableRawPointer

    typealias CreateMatrix = @convention(c) (UnsafePointer<Float>?, UInt64, UInt64, Float, UnsafeMutablePointer<Handle?>?, CInt) -> CInt
    typealias Free = @convention(c) (Handle?) -> CInt
    typealias SetFloats = @convention(c) (Handle?, UnsafePointer<CChar>?, UnsafePointer<Float>?, UInt64) -> CInt
    typealias CreateBooster = @convention(c) (UnsafePointer<Handle?>?, UInt64, UnsafeMutablePointer<Handle?>?) -> CInt
    typealias SetParameter = @convention(c) (Handle?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> CInt
    typealias Update = @convention(c) (Handle?, CInt, Handle?) -> CInt
    typealias Predict =
        @convention(c) (
            Handle?, Handle?, CInt, CUnsignedInt, CInt, UnsafeMutablePointer<UInt64>?, UnsafeMutablePointer<UnsafePointer<Float>?>?
        ) -> CInt
    typealias LastError = @convention(c) () -> UnsafePointer<CChar>?

    let createMatrix: CreateMatrix
    let freeMatrix: Free
    let setFloats: SetFloats
    let createBooster: CreateBooster
    let freeBooster: Free
    let setParameter: SetParameter
    let update: Update
    let predict: Predict
    let lastError: LastError

    /// The library, or why there is none.
    private static let loaded: Result<XGBoost, TreesError> = {
        do { return .success(try XGBoost()) } catch { return .failure(error as? TreesError ?? .libraryMissing(reason: "\(error)")) }
    }()

    /// The library; throws `TreesError.libraryMissing`.
    static func library() throws -> XGBoost { try loaded.get() }

    private init() throws {
        var library: UnsafeMutableRawPointer?
        for name in ["libxgboost.so.0", "libxgboost.so", "libxgboost.dylib"] where library == nil {
            library = dlopen(name, RTLD_NOW | RTLD_LOCAL)
        }
        guard let library else {
            throw TreesError.libraryMissing(reason: dlerror().map { String(cString: $0) } ?? "it cannot be loaded")
        }
        func symbol<T>(_ name: String, as type: T.Type) throws -> T {
            guard let address = dlsym(library, name) else { throw TreesError.libraryMissing(reason: "it has no \(name)") }
            return unsafeBitCast(address, to: type)
        }
        createMatrix = try symbol("XGDMatrixCreateFromMat_omp", as: CreateMatrix.self)
        freeMatrix = try symbol("XGDMatrixFree", as: Free.self)
        setFloats = try symbol("XGDMatrixSetFloatInfo", as: SetFloats.self)
        createBooster = try symbol("XGBoosterCreate", as: CreateBooster.self)
        freeBooster = try symbol("XGBoosterFree", as: Free.self)
        setParameter = try symbol("XGBoosterSetParam", as: SetParameter.self)
        update = try symbol("XGBoosterUpdateOneIter", as: Update.self)
        predict = try symbol("XGBoosterPredict", as: Predict.self)
        lastError = try symbol("XGBGetLastError", as: LastError.self)
    }

    /// Throws the library's last error where the result of a call is not 0.
    func check(_ result: CInt, _ call: String) throws {
        guard result != 0 else { return }
        let message = lastError().map { String(cString: $0) } ?? "unknown error"
        // The first line says what is wrong; a stack trace follows.
        throw TreesError.libraryFailed(call: call, message: String(message.split(separator: "\n").first ?? "unknown error"))
    }
}

/// A matrix of inputs in the library's keeping.
final class TreeMatrix {
    let handle: XGBoost.Handle
    private let library: XGBoost

    init(_ table: InputTable, targets: [Float] = [], library: XGBoost) throws {
        self.library = library
        var created: XGBoost.Handle?
        try library.check(
            library.createMatrix(table.values, UInt64(table.rowCount), UInt64(table.columnCount), .nan, &created, 1), "reading the inputs")
        guard let created else { throw TreesError.libraryFailed(call: "reading the inputs", message: "no matrix was made") }
        handle = created
        if !targets.isEmpty {
            try library.check(library.setFloats(created, "label", targets, UInt64(targets.count)), "reading the targets")
        }
    }

    deinit { _ = library.freeMatrix(handle) }
}

/// Trees in the library's keeping.
final class TreeBooster {
    private let handle: XGBoost.Handle
    private let library: XGBoost

    init(_ matrix: TreeMatrix, parameters: [(name: String, value: String)], rounds: Int, library: XGBoost) throws {
        self.library = library
        var created: XGBoost.Handle?
        let matrices: [XGBoost.Handle?] = [matrix.handle]
        try library.check(library.createBooster(matrices, 1, &created), "starting the trees")
        guard let created else { throw TreesError.libraryFailed(call: "starting the trees", message: "nothing was made") }
        handle = created
        for (name, value) in parameters { try library.check(library.setParameter(created, name, value), "setting \(name)") }
        for round in 0..<max(rounds, 0) {
            try Interruption.check()
            try library.check(library.update(created, CInt(clamping: round), matrix.handle), "growing the trees")
        }
    }

    deinit { _ = library.freeBooster(handle) }

    func predict(_ matrix: TreeMatrix, count: Int) throws -> [Double] {
        var length: UInt64 = 0
        var values: UnsafePointer<Float>?
        try library.check(library.predict(handle, matrix.handle, 0, 0, 0, &length, &values), "predicting")
        guard let values, Int(length) == count else {
            throw TreesError.libraryFailed(call: "predicting", message: "\(length) predictions for \(count) rows")
        }
        return (0..<count).map { Double(values[$0]) }
    }
}
