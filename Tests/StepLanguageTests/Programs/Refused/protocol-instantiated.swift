protocol Shape { init(); var name: String { get } }
let a = Shape()  // error: type 'any Shape' cannot be instantiated
let b = Shape.init()  // error: type 'any Shape' cannot be instantiated
