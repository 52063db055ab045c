protocol Shape { var area: Double { get } }
let one: some Shape = 3 // error: requires that 'Int' conform to 'Shape'
