import Foundation

/// The files that make LessonKit known to steps, made from the library's own sources.
public struct GeneratedBindings {
    public struct File {
        public var name: String
        public var text: String
    }

    /// The modules whose public declarations steps see.
    public static let modules = ["Tensors", "NeuralNets", "Frames", "Figures", "DataSets", "Trees", "LessonKit"]

    public var files: [File] = []
    public var boundCount = 0
    /// What is public and yet not there for steps, with the reason.
    public var leftOut: [(name: String, reason: String)] = []

    /// Reads the modules' sources.
    /// - Parameter sources: the folder that holds a folder for each module.
    /// - Throws: where a source file cannot be read.
    public init(sources: String) throws {
        let apis = try Self.modules.map { try Self.read($0, sources: sources) }.filter { !$0.scopes.isEmpty || !$0.functions.isEmpty }
            .map(Self.withInheritedInitializers)
        let types = BindingsWriter.types(of: apis)
        let handBound = try Self.handBoundKeys(in: sources + "/LessonBindings")
        for api in apis {
            let writer = BindingsWriter(api: api, types: types, handBound: handBound)
            let text = writer.bindings()
            boundCount += text.components(separatedBy: "library.bind(").count - 1
            files.append(File(name: "Bindings+\(api.module).swift", text: text))
            files.append(File(name: "Interface+\(api.module).swift", text: Self.interfaceFile(api.module, writer.interface())))
            leftOut += api.leftOut.map { ("\(api.module) \($0.name)", $0.reason) }
            leftOut += writer.unusable().map { ("\(api.module) \($0.key)", $0.reason) }
        }
        let names = apis.map(\.module)
        var all = "// Written by Scripts/generate-bindings.sh.\n\nimport StepLanguage\n\nextension LessonLibrary {\n"
        all += "    /// Declares and binds every module of LessonKit.\n    static func addModules(to library: Library) {\n"
        for name in names { all += "        library.declare(interface\(name), name: \"\(name)\")\n        bind\(name)(library)\n" }
        all += "    }\n\n    /// The interface text of each module, by its name.\n    static let interfaces: [(module: String, text: String)] = [\n"
        all += names.map { "        (\"\($0)\", interface\($0)),\n" }.joined() + "    ]\n}\n"
        files.append(File(name: "Modules.swift", text: all))
    }

    /// Kinds of module with the initializer that they inherit written out, since the interpreter makes objects through the
    /// class's own; those whose initializers are all hidden get a hidden one, so that they do not seem to inherit any.
    private static func withInheritedInitializers(_ api: PublicAPI) -> PublicAPI {
        var api = api
        let classes = Set(api.scopes.filter(\.isClass).map(\.typeName))
        for index in api.scopes.indices {
            let scope = api.scopes[index]
            guard let parent = scope.firstParent, scope.isClass, classes.contains(parent), !scope.members.contains(where: { $0.kind == .initializer }) else { continue }
            var member =
                scope.declaresInitializers
                ? PublicAPI.Member(kind: .requirement, documentation: "", text: "private init()", name: "init")
                : PublicAPI.Member(kind: .initializer, documentation: "", text: "override init()", name: "init")
            member.isStatic = true
            api.scopes[index].members.insert(member, at: 0)
        }
        return api
    }

    private static func read(_ module: String, sources: String) throws -> PublicAPI {
        var api = PublicAPI(module: module)
        let folder = sources + "/" + module
        let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }.sorted()
        for name in names { api.add(source: try String(contentsOfFile: folder + "/" + name, encoding: .utf8)) }
        return api
    }

    /// Keys in `library.bind("…")` and `library.bind(code: "…")` of the bindings that are written by hand.
    private static func handBoundKeys(in folder: String) throws -> Set<String> {
        var keys: Set<String> = []
        let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
        for name in names where name.hasSuffix(".swift") && !name.hasPrefix("Generated/") {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            for part in text.components(separatedBy: "library.bind(").dropFirst() {
                guard let open = part.firstIndex(of: "\""), part.distance(from: part.startIndex, to: open) < 12 else { continue }
                let rest = part[part.index(after: open)...]
                if let close = rest.firstIndex(of: "\"") { keys.insert(String(rest[..<close])) }
            }
        }
        return keys
    }

    private static func interfaceFile(_ module: String, _ interface: String) -> String {
        """
        // Written by Scripts/generate-bindings.sh from the public declarations of \(module).

        extension LessonLibrary {
            /// What steps see of \(module).
            static let interface\(module) = ##\"\"\"
        \(interface)
        \"\"\"##
        }

        """
    }
}
