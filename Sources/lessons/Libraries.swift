import CCmark
import CZlib
import Foundation

/// The libraries that the program is built on, as this machine has them.
enum Libraries {
    static var versions: [(name: String, version: String)] {
        [
            ("cmark", String(cString: cmark_version_string())),
            ("zlib", String(cString: zlibVersion())),
        ]
    }

    /// Where the font of figures is.
    static var font: String {
        let path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
        return FileManager.default.fileExists(atPath: path) ? "DejaVu Sans" : "DejaVu Sans is missing; install fonts-dejavu-core"
    }
}
