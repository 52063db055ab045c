import LessonDocument

/// The project that the current folder belongs to.
enum LessonProject {
    /// The nearest folder above that holds `Lessons/`.
    static var root: String? { LessonLocator().projectRoot }
}
