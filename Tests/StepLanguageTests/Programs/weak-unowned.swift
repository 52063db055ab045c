// weak references become nil, unowned ones do not keep alive, capture lists break cycles.
class Owner {
    let name: String
    var things: [Thing] = []
    lazy var greeting: () -> String = { [unowned self] in "I am \(self.name)" }
    init(_ name: String) { self.name = name }
    deinit { print("gone:", name) }
}
class Thing {
    weak var owner: Owner?
    unowned let maker: Owner
    init(owner: Owner) { self.owner = owner; maker = owner }
    var text: String { owner.map { "owned by \($0.name)" } ?? "unowned" }
}
var ada: Owner? = Owner("Ada")
let thing = Thing(owner: ada!)
ada!.things.append(thing)
print(thing.text, thing.maker.name, ada!.greeting())
ada = nil
print(thing.text)
class Timer {
    var tick: (() -> Void)?
    var count = 0
    func start() { tick = { [weak self] in guard let self else { print("no timer"); return }; self.count += 1; print("tick", self.count) } }
    deinit { print("timer gone") }
}
var timer: Timer? = Timer()
timer!.start()
let tick = timer!.tick!
tick()
tick()
timer = nil
tick()
