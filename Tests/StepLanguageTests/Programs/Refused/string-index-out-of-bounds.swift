let s = "abc"
print(s[s.endIndex])  // stops: String index is out of bounds
