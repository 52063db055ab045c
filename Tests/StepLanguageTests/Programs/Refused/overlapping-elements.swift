var a = [1, 2]
swap(&a[0], &a[1])  // error: overlapping accesses to 'a', but modification requires exclusive access
print(a)
