// Inventory with protocols, computed values, dictionaries of structs and sorting by several keys.
import Foundation
struct Item: Hashable { let sku: String; var name: String; var price: Double; var quantity: Int; var tags: Set<String> = []
    var value: Double { price * Double(quantity) }
}
struct Inventory {
    private(set) var items: [String: Item] = [:]
    mutating func add(_ item: Item) { items[item.sku, default: Item(sku: item.sku, name: item.name, price: item.price, quantity: 0)].quantity += item.quantity; items[item.sku]!.tags.formUnion(item.tags) }
    @discardableResult mutating func remove(_ n: Int, of sku: String) -> Int {
        guard var item = items[sku] else { return 0 }
        let taken = min(n, item.quantity)
        item.quantity -= taken
        items[sku] = item.quantity == 0 ? nil : item
        return taken
    }
    var total: Double { items.values.reduce(0) { $0 + $1.value } }
    func tagged(_ t: String) -> [Item] { items.values.filter { $0.tags.contains(t) }.sorted { ($0.price, $0.sku) < ($1.price, $1.sku) } }
}
var shop = Inventory()
shop.add(Item(sku: "a1", name: "Pen", price: 1.5, quantity: 10, tags: ["office"]))
shop.add(Item(sku: "b2", name: "Ink", price: 8.25, quantity: 4, tags: ["office", "art"]))
shop.add(Item(sku: "a1", name: "Pen", price: 1.5, quantity: 5, tags: ["cheap"]))
print(shop.total, shop.items["a1"]!.quantity, shop.items["a1"]!.tags.sorted())
print(shop.remove(3, of: "b2"), shop.remove(3, of: "b2"), shop.remove(1, of: "zz"), shop.items.keys.sorted())
for item in shop.tagged("office") { print(String(format: "%@: %d x %.2f = %.2f", item.name, item.quantity, item.price, item.value)) }
