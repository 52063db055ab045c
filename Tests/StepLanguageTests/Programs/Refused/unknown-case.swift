enum Light { case red, green }
let light: Light = .blue  // error: type 'Light' has no member 'blue'
print(light)
