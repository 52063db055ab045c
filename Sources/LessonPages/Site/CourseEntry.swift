/// A lesson of a course, with what its pages are made from.
public struct CourseEntry: Sendable {
    public var model: PageModel
    /// The lesson's file; pictures in its text are looked for beside it.
    public var lessonPath: String
    /// False for a lesson that the course page and the search name but whose own page is left as it is.
    public var writesPage: Bool

    public init(model: PageModel, lessonPath: String, writesPage: Bool = true) {
        self.model = model
        self.lessonPath = lessonPath
        self.writesPage = writesPage
    }

    var name: String { model.lesson.name }
}

extension PageModel {
    /// The first picture that a step drew, for the course page.
    var thumbnail: OutputPicture? {
        for step in lesson.steps {
            for output in results[step.id]?.outputs ?? [] {
                switch output {
                case .picture(let picture): return picture
                case .animation(let animation):
                    var picture = animation.picture
                    picture.file = animation.frames.last ?? picture.file
                    picture.darkFile = animation.darkFrames.last ?? picture.darkFile
                    return picture
                default: continue
                }
            }
        }
        return nil
    }
}
