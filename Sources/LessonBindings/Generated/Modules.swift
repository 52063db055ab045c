// Written by Scripts/generate-bindings.sh.

import StepLanguage

extension LessonLibrary {
    /// Declares and binds every module of LessonKit.
    static func addModules(to library: Library) {
        library.declare(interfaceTensors, name: "Tensors")
        bindTensors(library)
        library.declare(interfaceNeuralNets, name: "NeuralNets")
        bindNeuralNets(library)
        library.declare(interfaceFrames, name: "Frames")
        bindFrames(library)
        library.declare(interfaceFigures, name: "Figures")
        bindFigures(library)
        library.declare(interfaceDataSets, name: "DataSets")
        bindDataSets(library)
        library.declare(interfaceTrees, name: "Trees")
        bindTrees(library)
        library.declare(interfaceLessonKit, name: "LessonKit")
        bindLessonKit(library)
    }

    /// The interface text of each module, by its name.
    static let interfaces: [(module: String, text: String)] = [
        ("Tensors", interfaceTensors),
        ("NeuralNets", interfaceNeuralNets),
        ("Frames", interfaceFrames),
        ("Figures", interfaceFigures),
        ("DataSets", interfaceDataSets),
        ("Trees", interfaceTrees),
        ("LessonKit", interfaceLessonKit),
    ]
}
