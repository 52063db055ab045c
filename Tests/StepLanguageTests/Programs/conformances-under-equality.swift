struct Box<T> { var t: T }
extension Box: CustomStringConvertible where T == [Int] { var description: String { "list" } }
print(Box(t: [1]), Box(t: 2))
enum Er: Error { case a }
extension Result: CustomStringConvertible where Success == Int { public var description: String { "int" } }
let r: Result<Int, Er> = .success(1)
print(r)
