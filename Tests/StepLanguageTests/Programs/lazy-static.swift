// lazy properties, static properties, global initialisation.
func announce(_ what: String) -> String { print("making", what); return what }
class Page {
    let title: String
    lazy var body: String = announce("body of \(title)")
    lazy var words: [Substring] = body.split(separator: " ")
    init(title: String) { self.title = title }
}
let page = Page(title: "intro")
print("made page")
print(page.words.count)
print(page.body)
page.body = "replaced text here"
print(page.body, page.words.count)
struct Settings {
    static let shared = Settings(name: announce("shared"))
    static var uses = 0
    let name: String
    init(name: String) { self.name = name; Settings.uses += 1 }
}
print("before")
print(Settings.shared.name, Settings.uses)
print(Settings.shared.name, Settings.uses)
struct Numbers { var base = 2; lazy var squared = { print("computing"); return base * base }() }
var n = Numbers()
n.base = 5
print(n.squared, n.squared)
enum Constants { static let e = 2.718; static let list = (1...3).map { $0 * 10 } }
print(Constants.e, Constants.list)
