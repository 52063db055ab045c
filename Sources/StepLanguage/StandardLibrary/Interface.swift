/// A part of the standard library as the steps see it: Swift interface text.
///
/// A declaration without a body is native; one with a body is Swift that is interpreted. Every top-level declaration begins in
/// the first column with its keyword (attributes stand on a line of their own before it), members are indented, so a line scan
/// is enough to find what a chunk declares or extends.
struct InterfaceChunk: Sendable {
    /// The chunk's name, shown where a diagnostic points into it.
    let name: String
    /// The declarations.
    let text: String
}

/// The subset of Swift's standard library (and of Foundation its mathematics and a few string methods) that steps can use.
///
/// What is declared behaves as in Swift; what cannot be exact is not declared, and so is refused.
enum StandardLibrary {
    /// All chunks, in no particular order of dependence.
    static let chunks: [InterfaceChunk] = [
        InterfaceChunk(name: "Protocols", text: protocols),
        InterfaceChunk(name: "Numeric", text: numeric),
        InterfaceChunk(name: "Int", text: integer("Int", bits: 64, signed: true)),
        InterfaceChunk(name: "Int8", text: integer("Int8", bits: 8, signed: true)),
        InterfaceChunk(name: "Int16", text: integer("Int16", bits: 16, signed: true)),
        InterfaceChunk(name: "Int32", text: integer("Int32", bits: 32, signed: true)),
        InterfaceChunk(name: "Int64", text: integer("Int64", bits: 64, signed: true)),
        InterfaceChunk(name: "UInt", text: integer("UInt", bits: 64, signed: false)),
        InterfaceChunk(name: "UInt8", text: integer("UInt8", bits: 8, signed: false)),
        InterfaceChunk(name: "UInt16", text: integer("UInt16", bits: 16, signed: false)),
        InterfaceChunk(name: "UInt32", text: integer("UInt32", bits: 32, signed: false)),
        InterfaceChunk(name: "UInt64", text: integer("UInt64", bits: 64, signed: false)),
        InterfaceChunk(name: "Double", text: floatingPoint("Double", bits: 64)),
        InterfaceChunk(name: "Float", text: floatingPoint("Float", bits: 32)),
        InterfaceChunk(name: "Bool", text: bool),
        InterfaceChunk(name: "Optional", text: optional),
        InterfaceChunk(name: "String", text: string),
        InterfaceChunk(name: "Character", text: character),
        InterfaceChunk(name: "StringViews", text: stringViews),
        InterfaceChunk(name: "Sequence", text: sequence),
        InterfaceChunk(name: "Collection", text: collection),
        InterfaceChunk(name: "Array", text: array),
        InterfaceChunk(name: "Range", text: range),
        InterfaceChunk(name: "Adapters", text: adapters),
        InterfaceChunk(name: "Lazy", text: lazy),
        InterfaceChunk(name: "Dictionary", text: dictionary),
        InterfaceChunk(name: "Set", text: set),
        InterfaceChunk(name: "SetAlgebra", text: setAlgebra),
        InterfaceChunk(name: "Functions", text: functions),
        InterfaceChunk(name: "Decimal", text: decimal),
    ]
}

extension Library {
    /// Adds the standard library's declarations.
    func declareStandardLibrary() {
        for chunk in StandardLibrary.chunks { declare(chunk.text, name: "Swift/\(chunk.name)") }
    }
}
