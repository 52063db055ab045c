#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Figures
import XCTest

/// Draws a gallery into the folder that FIGURES_GALLERY names, for the eye; skipped without it.
final class LookTests: XCTestCase {
    func testGallery() throws {
        guard let folder = ProcessInfo.processInfo.environment["FIGURES_GALLERY"] else {
            throw XCTSkip("FIGURES_GALLERY names no folder to draw the gallery into")
        }
        for (name, figure) in Gallery.figures {
            for dark in [false, true] {
                let start = ContinuousClock.now
                let bytes = try figure.png(dark: dark)
                print(name, dark, bytes.count, "bytes", ContinuousClock.now - start)
                try Data(bytes).write(to: URL(filePath: folder).appending(path: "\(name)-\(dark ? "dark" : "light").png"))
            }
            try Data(figure.svg().utf8).write(to: URL(filePath: folder).appending(path: "\(name).svg"))
            print("   ", figure.alternativeText)
        }
        let animation = Gallery.animation
        let start = ContinuousClock.now
        let bytes = try animation.png()
        print("animation", bytes.count, ContinuousClock.now - start)
        try Data(bytes).write(to: URL(filePath: folder).appending(path: "animation.png"))
    }
}
