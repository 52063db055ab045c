/// Finds what a requirement called on an `any P` comes to for each type that turns up.
final class ExistentialDispatcher {
    enum Found {
        case field(index: Int, isClass: Bool, type: RuntimeType)
        case function(FunctionCode, isMutating: Bool)
        /// A stored static property.
        case cell(Compiler.StaticCell, type: RuntimeType)
    }

    private let compiler: Compiler
    private let function: FunctionDeclaration
    private let substitutions: Substitutions
    private var known: [ObjectIdentifier: Found] = [:]
    private var last: (type: RuntimeType, found: Found)?

    init(_ compiler: Compiler, _ function: FunctionDeclaration, _ substitutions: Substitutions) {
        self.compiler = compiler
        self.function = function
        self.substitutions = substitutions
    }

    func words(_ type: RuntimeType) -> (UnsafeMutableRawPointer) -> Address {
        if let native = compiler.classType(type.type).native {
            return { native.peer(Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue()).words }
        }
        return { ($0 + ObjectOffset.instance).assumingMemoryBound(to: Int.self) }
    }

    func witness(_ type: RuntimeType) throws -> Found {
        if let last, last.type === type { return last.found }
        let found = try known[ObjectIdentifier(type)] ?? find(type)
        known[ObjectIdentifier(type)] = found
        last = (type, found)
        return found
    }

    private func find(_ type: RuntimeType) throws -> Found {
        let requirement: Declaration = function.accessorOf ?? function
        guard let proto = requirement.context.selfNominal else { throw Trap.internalFault("a requirement") }
        // A member of a class (`any SomeClass & P`), not a requirement.
        if proto.kind == .class {
            let code = compiler.classType(type.type).method(function, own: function.ownArguments(substitutions, compiler))
            return .function(code, isMutating: false)
        }
        var concrete = substitutions
        concrete.map[proto.selfParameter] = type.type
        if !requirementIsOwn(requirement, proto) {
            // A member of a protocol's extension: compiled for the dynamic type.
            return .function(compiler.code(for: function, concrete), isMutating: function.takesAddress)
        }
        guard let (found, made) = compiler.witness(requirement, concrete) else {
            throw Trap.internalFault("'\(type.name)' lacks '\(requirement.name)'")
        }
        let isClass = type.type.isClass
        if let variable = found as? VariableDeclaration {
            if !variable.isStatic, variable.isStored, !compiler.isPlain(variable) {
                guard let accessor = compiler.witnessAccessor(function.kind, of: variable) else {
                    throw Trap.internalFault("'\(variable.name)' has no accessor")
                }
                return .function(compiler.code(for: accessor, made), isMutating: accessor.takesAddress)
            }
            if variable.isStored, !variable.isStatic {
                if isClass {
                    let classType = compiler.classType(type.type)
                    let index = classType.index(of: variable)
                    return .field(index: index, isClass: true, type: classType.fields[index].type)
                }
                if case .stored(let index) = variable.storage {
                    return .field(index: index, isClass: false, type: type.memberRuntimeType(variable))
                }
            }
            if variable.isStored {
                let owner = variable.context.selfNominal.map { compiler.normalized(made.apply($0.declaredType)) }
                return .cell(
                    compiler.staticCell(variable, made, selfType: owner), type: compiler.runtimeType(made.apply(variable.type)))
            }
            guard let accessor = function.kind == .getter ? variable.getter : variable.setter else {
                throw Trap.internalFault("'\(variable.name)' has no accessor")
            }
            return reached(accessor, made, isClass, type)
        }
        if let item = found as? SubscriptDeclaration, let accessor = function.kind == .getter ? item.getter : item.setter {
            return reached(accessor, made, isClass, type)
        }
        guard let target = found as? FunctionDeclaration else { throw Trap.internalFault("a witness of '\(requirement.name)'") }
        return reached(target, made, isClass, type)
    }

    private func reached(_ target: FunctionDeclaration, _ substitutions: Substitutions, _ isClass: Bool, _ type: RuntimeType) -> Found {
        if target.context.selfNominal?.kind == .class, compiler.isInterpretedClass(type.type.nominal) {
            return .function(compiler.classType(type.type).method(target, own: target.ownArguments(substitutions, compiler)), isMutating: false)
        }
        return .function(compiler.code(for: target, substitutions), isMutating: target.takesAddress)
    }

    private func requirementIsOwn(_ requirement: Declaration, _ proto: NominalDeclaration) -> Bool {
        requirement.context is NominalDeclaration.MemberContext
            || (requirement.context as? FunctionContext)?.parent is NominalDeclaration.MemberContext
    }
}
