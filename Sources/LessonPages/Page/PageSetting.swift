import LessonDocument

/// Where a page stands and how what it names is reached from it.
struct PageSetting {
    struct Neighbour {
        let title: String
        let address: String
    }
    struct Download {
        let words: String
        let fileName: String
        let address: String
    }

    var courseTitle = "Lessons"
    /// From the page's folder to the course page's, "../"; nil for a page that stands alone.
    var root: String?
    /// The lesson's number in the course and the number of lessons.
    var number: (Int, of: Int)?
    var previous: Neighbour?
    var next: Neighbour?
    var downloads: [Download] = []
    /// The address of a link in the text.
    var link: (String) -> String? = SafeAddress.link
    /// The address of a picture in the text.
    var picture: (String) -> String? = { _ in nil }
    /// The address of a file in the lesson's output folder.
    var file: (String) -> String? = { SafeAddress.picturePath($0) }
}
