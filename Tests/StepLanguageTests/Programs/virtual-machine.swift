// A small stack machine.
enum Instruction { case push(Int), add, multiply, duplicate, jumpIfZero(Int), jump(Int), decrement, print, store(String), load(String), halt }
struct Machine {
    var stack: [Int] = [], variables: [String: Int] = [:], counter = 0, output: [String] = []
    mutating func run(_ program: [Instruction], limit: Int = 1000) -> Bool {
        for _ in 0..<limit {
            guard counter < program.count else { return true }
            let instruction = program[counter]
            counter += 1
            switch instruction {
            case .push(let n): stack.append(n)
            case .add: stack.append(stack.removeLast() + stack.removeLast())
            case .multiply: stack.append(stack.removeLast() * stack.removeLast())
            case .duplicate: stack.append(stack.last!)
            case .decrement: stack[stack.count - 1] -= 1
            case .jumpIfZero(let t): if stack.last == 0 { counter = t }
            case .jump(let t): counter = t
            case .print: output.append(String(stack.last!))
            case .store(let n): variables[n] = stack.removeLast()
            case .load(let n): stack.append(variables[n, default: 0])
            case .halt: return true
            }
        }
        return false
    }
}
let factorial: [Instruction] = [.push(1), .store("r"), .push(6), .jumpIfZero(10), .duplicate, .load("r"), .multiply, .store("r"), .decrement, .jump(3), .load("r"), .print, .halt]
var machine = Machine()
print(machine.run(factorial), machine.output, machine.variables["r"]!, machine.stack)
var endless = Machine()
print(endless.run([.jump(0)]), endless.counter, Instruction.push(3), Instruction.load("x"))
