let n = 3
switch n {
case 1: print("one")
case "a": print("a")  // error: expression pattern of type 'String' cannot match values of type 'Int'
default: print("other")
}
