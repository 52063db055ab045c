let flag = true
let x = flag ? 1 : "one"  // error: result values in '? :' expression have mismatching types 'Int' and 'String'
print(x)
