import BindingsGenerator
import Foundation

// Usage: generate-bindings SOURCES TARGET: reads the library's modules under SOURCES, writes Swift files into TARGET.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: generate-bindings SOURCES TARGET\n".utf8))
    exit(2)
}
do {
    let generated = try GeneratedBindings(sources: arguments[1])
    for file in generated.files {
        try file.text.write(toFile: arguments[2] + "/" + file.name, atomically: true, encoding: .utf8)
        print("wrote \(file.name)")
    }
    print("\(generated.boundCount) natives; not bound:")
    for (name, reason) in generated.leftOut { print("  \(name): \(reason)") }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
