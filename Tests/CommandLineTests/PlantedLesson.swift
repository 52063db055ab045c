import XCTest

/// A lesson with results of every kind, for planting faults into.
enum PlantedLesson {
    static let text = """
        # Planted

        ```swift {#numbers}
        print("loss", 0.775)
        print("rows", 12)
        ```

        ```swift {#table}
        try DataFrame(columns: [Column(["a", "b", "c"], name: "name"), Column([1, 2, 3], name: "count")])
        ```

        ```swift {#picture}
        plot([1.0, 3, 2], label: "seen").series([2.0, 2, 4], label: "unseen").xLabel("epoch").yLabel("loss")
        ```

        ```swift {#film}
        animate(frames: 4, interval: 0.1) { frame in plot([0.0, Double(frame), 1]).yRange(0, 4) }
        ```

        ```swift {#wrong error="out of range"}
        let few = [1, 2]
        print(few[7])
        ```

        ```swift {#random}
        print(Double.random(in: 0...1))
        ```

        """

    /// A project whose one lesson was run, looked at and accepted.
    static func accepted() throws -> Project {
        let project = try Project()
        try project.lesson("planted", text)
        let result = try project.run("accept", "planted")
        XCTAssertEqual(result.status, 0, result.output + result.errors)
        XCTAssertEqual(try project.run("test", "planted").status, 0)
        return project
    }
}
