let list = [1, 2]
print(list.size)  // error: value of type '[Int]' has no member 'size'
