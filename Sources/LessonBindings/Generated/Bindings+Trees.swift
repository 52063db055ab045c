// Written by Scripts/generate-bindings.sh from the public declarations of Trees.

import LessonKit
import StepLanguage

extension NearestNeighbours: NativeClass {}
extension GradientBoostedTrees: NativeClass {}
extension RandomForest: NativeClass {}
extension TreesError: NativeValue {}

extension LessonLibrary {
    /// Binds the natives of Trees.
    static func bindTrees(_ library: Library) {
        bindTrees0(library)
        bindTrees1(library)
        bindTrees2(library)
        bindTrees3(library)
    }

    /// NearestNeighbours
    fileprivate static func bindTrees0(_ library: Library) {
        library.bind("NearestNeighbours.init(k: Int, weighted: Bool)") { (p0: Int, p1: Bool) throws -> NearestNeighbours in NearestNeighbours(k: p0, weighted: p1) }
        library.bind("NearestNeighbours.fit(_: [[Double]], _: [Double])") { (s: NearestNeighbours, p0: [[Double]], p1: [Double]) throws -> Void in try s.fit(p0, p1) }
        library.bind("NearestNeighbours.fit(_: Tensor, _: Tensor)") { (s: NearestNeighbours, p0: Tensor, p1: Tensor) throws -> Void in try s.fit(p0, p1) }
        library.bind("NearestNeighbours.predict(_: [[Double]])") { (s: NearestNeighbours, p0: [[Double]]) throws -> [Double] in try s.predict(p0) }
        library.bind("NearestNeighbours.predict(_: Tensor)") { (s: NearestNeighbours, p0: Tensor) throws -> Tensor in try s.predict(p0) }
    }

    /// GradientBoostedTrees
    fileprivate static func bindTrees1(_ library: Library) {
        library.bind("GradientBoostedTrees.init(trees: Int, depth: Int, learningRate: Double, rowShare: Double, columnShare: Double, seed: Int)") { (p0: Int, p1: Int, p2: Double, p3: Double, p4: Double, p5: Int) throws -> GradientBoostedTrees in GradientBoostedTrees(trees: p0, depth: p1, learningRate: p2, rowShare: p3, columnShare: p4, seed: p5) }
        library.bind("GradientBoostedTrees.fit(_: [[Double]], _: [Double])") { (s: GradientBoostedTrees, p0: [[Double]], p1: [Double]) throws -> Void in try s.fit(p0, p1) }
        library.bind("GradientBoostedTrees.fit(_: Tensor, _: Tensor)") { (s: GradientBoostedTrees, p0: Tensor, p1: Tensor) throws -> Void in try s.fit(p0, p1) }
        library.bind("GradientBoostedTrees.predict(_: [[Double]])") { (s: GradientBoostedTrees, p0: [[Double]]) throws -> [Double] in try s.predict(p0) }
        library.bind("GradientBoostedTrees.predict(_: Tensor)") { (s: GradientBoostedTrees, p0: Tensor) throws -> Tensor in try s.predict(p0) }
    }

    /// RandomForest
    fileprivate static func bindTrees2(_ library: Library) {
        library.bind("RandomForest.init(trees: Int, depth: Int, rowShare: Double, columnShare: Double, seed: Int)") { (p0: Int, p1: Int, p2: Double, p3: Double, p4: Int) throws -> RandomForest in RandomForest(trees: p0, depth: p1, rowShare: p2, columnShare: p3, seed: p4) }
        library.bind("RandomForest.fit(_: [[Double]], _: [Double])") { (s: RandomForest, p0: [[Double]], p1: [Double]) throws -> Void in try s.fit(p0, p1) }
        library.bind("RandomForest.fit(_: Tensor, _: Tensor)") { (s: RandomForest, p0: Tensor, p1: Tensor) throws -> Void in try s.fit(p0, p1) }
        library.bind("RandomForest.predict(_: [[Double]])") { (s: RandomForest, p0: [[Double]]) throws -> [Double] in try s.predict(p0) }
        library.bind("RandomForest.predict(_: Tensor)") { (s: RandomForest, p0: Tensor) throws -> Tensor in try s.predict(p0) }
    }

    /// TreesError
    fileprivate static func bindTrees3(_ library: Library) {
        library.bind("TreesError.libraryMissing(reason: String)") { (p0: String) throws -> TreesError in TreesError.libraryMissing(reason: p0) }
        library.bind("TreesError.libraryFailed(call: String, message: String)") { (p0: String, p1: String) throws -> TreesError in TreesError.libraryFailed(call: p0, message: p1) }
        library.bind("TreesError.notFitted") { () throws -> TreesError in TreesError.notFitted }
        library.bind("TreesError.badInput(_: String)") { (p0: String) throws -> TreesError in TreesError.badInput(p0) }
        library.bind("TreesError.description") { (s: TreesError) throws -> String in s.description }
    }
}
