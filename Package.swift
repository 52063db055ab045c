// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "lessons",
    products: [
        .executable(name: "lessons", targets: ["lessons"]),
        .executable(name: "lessons-bench", targets: ["lessons-bench"]),
        .library(name: "LessonKit", targets: ["LessonKit"])
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // System libraries: module maps and nothing else.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The library that lessons use.
        .target(name: "CKernels"),
        .target(name: "Tensors", dependencies: ["CKernels"]),
        .target(name: "NeuralNets", dependencies: ["Tensors", "CKernels"]),
        .target(name: "Frames", dependencies: ["Tensors"]),
        .target(name: "Figures", dependencies: ["CCairo", "CPNG"]),
        .target(name: "DataSets", dependencies: ["Frames", "Tensors", "CZlib"]),
        .target(name: "DataFetch", dependencies: ["DataSets", "CZlib"]),
        .target(name: "Trees", dependencies: ["Tensors"]),
        .target(name: "LessonKit", dependencies: ["Tensors", "NeuralNets", "Frames", "Figures", "DataSets", "Trees"]),

        // Lessons: read, check, run, show.
        .target(name: "LessonDocument", dependencies: ["CCmark", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "StepLanguage",
            dependencies: [
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftOperators", package: "swift-syntax"),
            ]),
        .target(name: "LessonBindings", dependencies: ["LessonKit", "StepLanguage"]),
        .target(name: "LessonRunner", dependencies: ["LessonDocument", "StepLanguage", "LessonBindings", "LessonKit"]),
        .target(
            name: "LessonPages",
            dependencies: [
                "LessonDocument", "LessonRunner",
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftIDEUtils", package: "swift-syntax"),
            ]),

        .executableTarget(
            name: "lessons",
            dependencies: [
                "LessonPages", "LessonRunner", "LessonBindings", "LessonKit", "DataFetch", "CCmark", "CZlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(name: "FixtureSupport", dependencies: ["Tensors"], path: "Tests/FixtureSupport"),
        .executableTarget(name: "lessons-bench", dependencies: ["Tensors", "NeuralNets", "Frames", "DataSets"]),

        .target(
            name: "BindingsGenerator",
            dependencies: [
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
            ]),
        .executableTarget(name: "generate-bindings", dependencies: ["BindingsGenerator"]),

        .testTarget(name: "NeuralNetsTests", dependencies: ["NeuralNets"]),
        .testTarget(name: "TensorsTests", dependencies: ["Tensors", "FixtureSupport"], exclude: ["References"]),
        .testTarget(name: "FramesTests", dependencies: ["Frames", "Tensors"]),
        .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
        .testTarget(name: "DataSetsTests", dependencies: ["DataSets"]),
        .testTarget(name: "DataFetchTests", dependencies: ["DataFetch", "DataSets"]),
        .testTarget(name: "TreesTests", dependencies: ["Trees", "Tensors"]),
        .testTarget(name: "LessonKitTests", dependencies: ["LessonKit"]),
        .testTarget(name: "LessonDocumentTests", dependencies: ["LessonDocument"]),
        .testTarget(name: "LessonPagesTests", dependencies: ["LessonPages", "CCmark"]),
        .testTarget(name: "StepLanguageTests", dependencies: ["StepLanguage"], exclude: ["Programs"]),
        .testTarget(name: "LessonBindingsTests", dependencies: ["LessonBindings", "BindingsGenerator"]),
        .testTarget(name: "LessonRunnerTests", dependencies: ["LessonRunner", "Figures"]),
        .testTarget(name: "CommandLineTests", dependencies: ["lessons", "CZlib"]),
    ],
    swiftLanguageModes: [.v5],
    cLanguageStandard: .gnu11
)
