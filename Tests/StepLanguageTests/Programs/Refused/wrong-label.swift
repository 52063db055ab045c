func area(width: Int, height: Int) -> Int { width * height }
print(area(width: 2, heigth: 3))  // error: incorrect argument label in call (have 'width:heigth:', expected 'width:height:')
