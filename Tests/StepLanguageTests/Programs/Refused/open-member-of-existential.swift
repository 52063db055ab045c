protocol Container { associatedtype Item; var count: Int { get }; func holds(_ item: Item) -> Bool }
struct Box: Container { var items: [Int]; var count: Int { items.count }; func holds(_ item: Int) -> Bool { items.contains(item) } }
let box: any Container = Box(items: [1, 2])
print(box.count)
print(box.holds(1))  // error: member 'holds' cannot be used on value of type 'any Container'; consider using a generic constraint instead
