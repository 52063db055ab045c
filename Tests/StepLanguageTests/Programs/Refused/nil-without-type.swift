let x = nil  // error: 'nil' requires a contextual type
print(x as Any)
