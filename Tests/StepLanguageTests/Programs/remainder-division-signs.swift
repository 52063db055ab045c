// Division truncates toward zero; the remainder takes the dividend's sign.
for (a, b) in [(7, 3), (-7, 3), (7, -3), (-7, -3)] {
    print(a, b, a / b, a % b, a.quotientAndRemainder(dividingBy: b))
}
func floorMod(_ a: Int, _ b: Int) -> Int { ((a % b) + b) % b }
print(floorMod(-1, 5), floorMod(7, 5), floorMod(-12, 5))
print((-7.5).truncatingRemainder(dividingBy: 2), 7.5.truncatingRemainder(dividingBy: -2))
print(7.5.remainder(dividingBy: 2), 5.0.remainder(dividingBy: 3))
print((-8).isMultiple(of: 4), 9.isMultiple(of: 4), 0.isMultiple(of: 0), 5.isMultiple(of: 0))
print((-3).signum(), 0.signum(), 12.signum())
print((-128 as Int8).magnitude, (-5).magnitude, abs(-5), abs(-2.5))
