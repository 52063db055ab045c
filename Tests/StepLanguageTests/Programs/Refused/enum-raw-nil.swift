enum Planet: Int { case earth = 3 }
let i = [5][0]
print(Planet(rawValue: i)!)  // stops: Unexpectedly found nil while unwrapping an Optional value
