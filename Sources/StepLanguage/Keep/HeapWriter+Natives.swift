/// Values of the library that no keeper knows, as reflection shows them. They cannot be read back.
extension HeapWriter {
    func add(reflecting value: Any) throws {
        try refuse("a value of type \(type(of: value))")
        try nested { try reflect(value) }
    }

    private func reflect(_ value: Any) throws {
        switch value {
        case let number as Int: return add(number)
        case let number as Double: return add(number)
        case let number as Float: return add(Double(number))
        case let flag as Bool: return add(flag)
        case let text as String: return add(text)
        case let numbers as [Int]: return add(numbers)
        case let numbers as [Double]: return add(numbers)
        case let numbers as [Float]: return numbers.withUnsafeBytes { add($0) }
        case let texts as [String]: return add(texts)
        case is RuntimeType, is ClassType, is InterpretedMethod: return
        case let value as InterpretedValue: return try add(value.value, value.type)
        default: break
        }
        let mirror = Mirror(reflecting: value)
        let name = String(describing: mirror.subjectType)
        add(name)
        switch mirror.displayStyle {
        case .class: return try add(object: value as AnyObject)
        case .enum where mirror.children.isEmpty: return add(String(describing: value))
        case nil where mirror.children.isEmpty:
            if name.contains("->") {
                hide()
            } else {
                // A number of another width, a pointer.
                add(String(describing: value))
            }
            return
        default: break
        }
        add(mirror.children.count)
        for child in mirror.children {
            add(child.label ?? "")
            try nested { try reflect(child.value) }
        }
    }

    /// What an object of a class without a keeper holds, those parts of it that its superclasses declare included.
    func add(reflectingObject object: AnyObject, except hidden: Set<String> = []) throws {
        var mirror: Mirror? = Mirror(reflecting: object)
        while let level = mirror {
            for child in level.children where !hidden.contains(child.label ?? "") {
                add(child.label ?? "")
                try nested { try reflect(child.value) }
            }
            mirror = level.superclassMirror
        }
    }

    /// Adds what reflection shows of an object besides the named properties; closures among it count as unchanging.
    public func add(reflecting object: AnyObject, except names: Set<String>) throws {
        let hadHidden = hasHidden
        try add(reflectingObject: object, except: names)
        setHidden(hadHidden)
    }
}
