extension Column {
    /// A column's values, by their kind.
    package enum Values {
        case ints([Int])
        case doubles([Double])
        case strings([String?])
        case bools([Bool])
    }

    package var values: Values {
        switch storage {
        case .ints(let values): .ints(values)
        case .doubles(let values): .doubles(values)
        case .strings(let values): .strings(values)
        case .bools(let values): .bools(values)
        }
    }

    package init(name: String, values: Values) {
        switch values {
        case .ints(let values): self.init(name: name, storage: .ints(values))
        case .doubles(let values): self.init(name: name, storage: .doubles(values))
        case .strings(let values): self.init(name: name, storage: .strings(values))
        case .bools(let values): self.init(name: name, storage: .bools(values))
        }
    }
}
