import Foundation

extension Lesson {
    /// What is wrong with the lesson's links and pictures, as warnings: addresses that lead nowhere, pictures that are missing, stand
    /// outside the lesson's folder or have no alternative text.
    ///
    /// Addresses on the network are taken as they are; nothing is fetched.
    /// - Parameter path: the lesson's file, beside which relative addresses are looked for.
    public func linkWarnings(path: String) -> [DocumentDiagnostic] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL.path
        var warnings: [DocumentDiagnostic] = []
        func warn(_ position: SourcePosition, _ message: String, hint: String? = nil) {
            warnings.append(
                DocumentDiagnostic(
                    severity: .warning, file: file, line: position.line, column: position.column, message: message, hint: hint))
        }
        for block in blocks {
            block.visitInlines { inline in
                switch inline.kind {
                case .link(let address, _, _):
                    if let problem = linkProblem(address, folder: folder) { warn(inline.position, problem.message, hint: problem.hint) }
                case .image(let source, _, let words):
                    if Self.hasScheme(source) || source.hasPrefix("/") || source.split(separator: "/").contains("..") {
                        warn(inline.position, "picture '\(source)' is not shown", hint: "a lesson's pictures stand in its own folder")
                    } else if !FileManager.default.fileExists(atPath: "\(folder)/\(Self.unescaped(source))") {
                        warn(inline.position, "there is no picture '\(source)'")
                    }
                    if words.plainText.isEmpty {
                        warn(
                            inline.position, "picture '\(source)' has no alternative text",
                            hint: "write it in the brackets: ![what it shows](…)")
                    }
                default: break
                }
            }
        }
        return warnings
    }

    private func linkProblem(_ address: String, folder: String) -> (message: String, hint: String?)? {
        if address.isEmpty { return ("a link without an address", nil) }
        if Self.hasScheme(address) || address.hasPrefix("//") { return nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let anchor = parts.count > 1 ? Self.unescaped(parts[1]) : ""
        guard let target = parts.first, !target.isEmpty else { return missing(anchor, in: self, named: "this lesson") }
        let path = "\(folder)/\(Self.unescaped(target))"
        guard FileManager.default.fileExists(atPath: path) else { return ("the link leads to '\(target)', which is not there", nil) }
        guard !anchor.isEmpty, target.lowercased().hasSuffix(".md"), let other = try? Lesson(path: path) else { return nil }
        return missing(anchor, in: other, named: target)
    }

    private func missing(_ anchor: String, in lesson: Lesson, named name: String) -> (message: String, hint: String?)? {
        let anchors = lesson.anchors
        guard !anchor.isEmpty, !anchors.contains(anchor) else { return nil }
        let near = nearest(to: anchor, among: anchors.sorted())
        return ("there is no section '#\(anchor)' in \(name)", near.map { "did you mean '#\($0)'?" })
    }

    private static func hasScheme(_ address: String) -> Bool {
        guard let colon = address.firstIndex(of: ":") else { return false }
        return !address[..<colon].contains { "/?#".contains($0) }
    }

    private static func unescaped(_ address: String) -> String { address.removingPercentEncoding ?? address }
}
