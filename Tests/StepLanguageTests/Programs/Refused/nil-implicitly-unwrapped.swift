class Box { var value: Int! }
let box = Box()
let n: Int = box.value  // stops: Unexpectedly found nil while implicitly unwrapping an Optional value
print(n)
