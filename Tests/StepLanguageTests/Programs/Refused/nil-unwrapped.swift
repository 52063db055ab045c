let ages = ["Ada": 36]
let name = "Bob"
print(ages[name]!)  // stops: Unexpectedly found nil while unwrapping an Optional value
