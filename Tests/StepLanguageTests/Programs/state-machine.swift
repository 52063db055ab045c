// A state machine with nested enums, static tables and exhaustive switches.
struct TrafficLight {
    enum State: String, CaseIterable { case red, green, yellow
        var next: State { switch self { case .red: .green; case .green: .yellow; case .yellow: .red } }
        var seconds: Int { [.red: 30, .green: 25, .yellow: 5][self]! }
    }
    private(set) var state = State.red
    private(set) var log: [State] = []
    mutating func tick() { log.append(state); state = state.next }
}
var light = TrafficLight()
for _ in 0..<4 { light.tick() }
print(light.state, light.log.map(\.rawValue), TrafficLight.State.allCases.map(\.seconds).reduce(0, +))
enum Door { case open, closed, locked(code: Int)
    enum Action { case push, pull, lock(Int), unlock(Int) }
    mutating func apply(_ action: Action) -> Bool {
        switch (self, action) {
        case (.open, .push): self = .closed
        case (.closed, .pull): self = .open
        case (.closed, .lock(let c)): self = .locked(code: c)
        case (.locked(let c), .unlock(let d)) where c == d: self = .closed
        default: return false
        }
        return true
    }
}
var door = Door.open
for action in [Door.Action.lock(1), .push, .lock(42), .pull, .unlock(41), .unlock(42), .pull] { print(door.apply(action), door) }
