import LessonKit
import StepLanguage

extension LessonLibrary {
    /// `display(_:)` takes any value in Swift. Here it is declared for what is shown in a way of its own, and for words and numbers;
    /// everything else is refused rather than shown otherwise.
    static let interfaceDisplay = """
        /// Shows a figure as a picture; for use inside a loop or a function.
        func display(_ value: Figure)
        /// Shows an animation with its player; for use inside a loop or a function.
        func display(_ value: Animation)
        /// Shows a data frame as a table; for use inside a loop or a function.
        func display(_ value: DataFrame)
        /// Shows a column as a table; for use inside a loop or a function.
        func display(_ value: Column)
        /// Shows a table; for use inside a loop or a function.
        func display(_ value: TextTable)
        /// Shows a tensor as `print` writes it.
        func display(_ value: Tensor)
        /// Shows a text as `print` writes it.
        func display(_ value: String)
        /// Shows a number as `print` writes it.
        func display(_ value: Int)
        /// Shows a number as `print` writes it.
        func display(_ value: Double)
        """

    static func bindDisplay(_ library: Library) {
        library.bind("display(_: Figure)") { (value: Figure) throws -> Void in display(value) }
        library.bind("display(_: Animation)") { (value: Animation) throws -> Void in display(value) }
        library.bind("display(_: DataFrame)") { (value: DataFrame) throws -> Void in display(value) }
        library.bind("display(_: Column)") { (value: Column) throws -> Void in display(value) }
        library.bind("display(_: TextTable)") { (value: TextTable) throws -> Void in display(value) }
        library.bind("display(_: Tensor)") { (value: Tensor) throws -> Void in display(value) }
        library.bind("display(_: String)") { (value: String) throws -> Void in display(value) }
        library.bind("display(_: Int)") { (value: Int) throws -> Void in display(value) }
        library.bind("display(_: Double)") { (value: Double) throws -> Void in display(value) }
    }
}
