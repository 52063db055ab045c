func f() {
    return 1  // error: unexpected non-void return value in void function
}
f()
