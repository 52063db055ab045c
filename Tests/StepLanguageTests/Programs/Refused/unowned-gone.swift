class Owner { let name = "o" }
class Pet { unowned let owner: Owner; init(_ o: Owner) { owner = o } }
func make() -> Pet { Pet(Owner()) }
let pet = make()
print(pet.owner.name)  // stops: Attempted to read an unowned reference but
