// A recursive enum printed as JSON, with literals and subscripts.
enum JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
    case null, bool(Bool), number(Double), string(String), array([JSON]), object([(String, JSON)])
    init(stringLiteral v: String) { self = .string(v) }
    init(integerLiteral v: Int) { self = .number(Double(v)) }
    init(floatLiteral v: Double) { self = .number(v) }
    init(booleanLiteral v: Bool) { self = .bool(v) }
    init(arrayLiteral e: JSON...) { self = .array(e) }
    init(dictionaryLiteral e: (String, JSON)...) { self = .object(e) }
    init(nilLiteral: ()) { self = .null }
    subscript(key: String) -> JSON? { if case .object(let o) = self { return o.first { $0.0 == key }?.1 }; return nil }
    subscript(i: Int) -> JSON? { if case .array(let a) = self, a.indices.contains(i) { return a[i] }; return nil }
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let b): "\(b)"
        case .number(let n): n == n.rounded() ? "\(Int(n))" : "\(n)"
        case .string(let s): "\"\(s)\""
        case .array(let a): "[" + a.map(\.text).joined(separator: ",") + "]"
        case .object(let o): "{" + o.map { "\"\($0)\":\($1.text)" }.joined(separator: ",") + "}"
        }
    }
}
let json: JSON = ["name": "Ada", "age": 36, "scores": [1, 2.5, nil], "nested": ["ok": true], "empty": []]
print(json.text)
print(json["scores"]?[1]?.text ?? "-", json["none"]?.text ?? "missing", json["nested"]?["ok"]?.text ?? "-")
