let x: Any = "text"
print(x as! Int)  // stops: Could not cast value of type 'Swift.String'
