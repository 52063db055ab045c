let f: (Int) -> Int = { x in
    if x > 0 { return 1 }
}  // error: missing return in closure expected to return 'Int'
print(f(1))
