import Figures
import Foundation

/// A page that shows pictures that differ: expected, got, and the difference.
public enum PictureReport {
    /// Writes the page and its pictures.
    /// - Parameter expectedFolder: the folder of the transcript's pictures.
    /// - Throws: `OutputError` where files cannot be written.
    public static func write(_ result: LessonTest.Result, expectedFolder: String, got: OutputFolder, to folder: String) throws {
        var rows = ""
        for (index, difference) in result.differences.enumerated() {
            guard let pictures = difference.pictures else { continue }
            let stem = "\(result.lesson)-\(index + 1)"
            var cells = ""
            func cell(_ name: String, _ data: Data?) throws {
                guard let data else {
                    cells += "<td>missing</td>"
                    return
                }
                try OutputFolder.replace("\(folder)/\(stem)-\(name).png", with: [UInt8](data))
                cells += "<td><img src=\"\(stem)-\(name).png\" alt=\"\(name)\"></td>"
            }
            let old = try? Data(contentsOf: URL(fileURLWithPath: expectedFolder + "/" + pictures.expected))
            let new = got.read(pictures.got)
            try cell("expected", old)
            try cell("got", new)
            try cell("difference", marked(old, new))
            rows += "<tr><th colspan=\"3\">\(escaped("\(result.file):\(difference.line) [\(difference.step)] \(difference.explanation)"))</th></tr>\n<tr>\(cells)</tr>\n"
        }
        let page = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Pictures of \(escaped(result.lesson)) that differ</title>
            <style>body{font-family:sans-serif;margin:1rem}img{max-width:30vw}th{text-align:left;padding-top:1rem}</style></head>
            <body><h1>\(escaped(result.lesson))</h1><table><tr><td>expected</td><td>got</td><td>difference</td></tr>
            \(rows)</table></body></html>

            """
        try OutputFolder.replace("\(folder)/\(result.lesson).html", with: Array(page.utf8))
    }

    private static func marked(_ old: Data?, _ new: Data?) -> Data? {
        guard let old, let new, let a = try? PixelImage(pngData: [UInt8](old)), let b = try? PixelImage(pngData: [UInt8](new)),
            let difference = b.difference(from: a), let bytes = try? difference.image.png()
        else { return nil }
        return Data(bytes)
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }
}
