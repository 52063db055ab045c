var n = 1
if n = 2 { print(n) }  // error: use of '=' in a boolean context, did you mean '=='?
