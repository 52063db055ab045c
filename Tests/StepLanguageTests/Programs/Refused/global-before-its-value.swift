// swiftc compiles it, and the program then reads memory that nothing was written to.
func show() {
    print(numbers) // stops: 'numbers' is used before its declaration has given it a value
}
show()
let numbers = [1, 2, 3]
