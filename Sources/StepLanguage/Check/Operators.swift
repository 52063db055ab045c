import SwiftOperators
import SwiftSyntax

/// The operators and precedence groups in force: the standard library's, those of interface text, and a program's.
struct Operators {
    private(set) var table = OperatorTable.standardOperators
    private var groups = Dictionary(uniqueKeysWithValues: standardGroups.map { ($0.name, $0) })
    private var operators: [Operator] = []

    /// Adds what a file declares at its top level; a name that exists keeps its first meaning.
    ///
    /// Gives the groups that must not be named after `lowerThan`: the program's own, and those that nobody declares.
    mutating func add(_ file: SourceFileSyntax) -> [PrecedenceGroupNameSyntax] {
        var wrong: [PrecedenceGroupNameSyntax] = []
        var declaresGroups = false
        var added: [Operator] = []
        for item in file.statements {
            guard case .decl(let declaration) = item.item else { continue }
            if let group = declaration.as(PrecedenceGroupDeclSyntax.self) {
                declaresGroups = true
                wrong += declare(group)
            } else if let made = declaration.as(OperatorDeclSyntax.self) {
                added.append(
                    Operator(
                        kind: OperatorKind(rawValue: made.fixitySpecifier.text) ?? .infix, name: made.name.text,
                        precedenceGroup: made.operatorPrecedenceAndTypes?.precedenceGroup.text, syntax: made))
            }
        }
        guard declaresGroups || !added.isEmpty else { return wrong }
        operators += added
        let names = groups.keys.sorted()
        table = OperatorTable(
            precedenceGroups: names.compactMap { groups[$0] }, operators: Self.standardOperators + operators
        ) { _ in }
        return wrong
    }

    /// Enters a group. What it is lower than is entered as that group's being higher: `OperatorTable` reads
    /// `lowerThan` the wrong way round, and follows relations in one direction at a time.
    private mutating func declare(_ syntax: PrecedenceGroupDeclSyntax) -> [PrecedenceGroupNameSyntax] {
        var wrong: [PrecedenceGroupNameSyntax] = []
        let name = syntax.name.text
        guard groups[name] == nil else { return [] }
        var made = PrecedenceGroup(name: name, syntax: syntax)
        for attribute in syntax.groupAttributes {
            switch attribute {
            case .precedenceGroupAssignment(let assignment): made.assignment = assignment.value.text == "true"
            case .precedenceGroupAssociativity(let associativity):
                made.associativity = Associativity(rawValue: associativity.value.text) ?? .none
            case .precedenceGroupRelation(let relation):
                let isLower = relation.higherThanOrLowerThanLabel.text == "lowerThan"
                for other in relation.precedenceGroups {
                    if !isLower {
                        made.relations.append(.higherThan(other.name.text, syntax: other))
                    } else if groups[other.name.text]?.syntax == nil, groups[other.name.text] != nil {
                        groups[other.name.text]?.relations.append(.higherThan(name))
                    } else {
                        wrong.append(other)
                    }
                }
            }
        }
        groups[name] = made
        return wrong
    }

    private static let standardGroups: [PrecedenceGroup] = {
        var below: String?
        func group(_ name: String, _ associativity: Associativity = .none, above other: String? = nil) -> PrecedenceGroup {
            defer { below = name + "Precedence" }
            return PrecedenceGroup(
                name: name + "Precedence", associativity: associativity, assignment: name == "Assignment",
                relations: (other ?? below).map { [.higherThan($0)] } ?? [])
        }
        return [
            group("Assignment", .right), group("FunctionArrow", .right), group("Ternary", .right), group("Default"),
            group("LogicalDisjunction", .left, above: "TernaryPrecedence"), group("LogicalConjunction", .left),
            group("Comparison"), group("NilCoalescing", .right), group("Casting"), group("RangeFormation"),
            group("Addition", .left), group("Multiplication", .left), group("BitwiseShift"),
        ]
    }()

    private static let standardOperators: [Operator] = {
        let table = OperatorTable.standardOperators
        let infix =
            "<< &<< >> &>> * &* / % & + &+ - &- | ^ ... ..< ?? < <= > >= == != === !== ~= && || *= &*= /= %= += &+= -= "
            + "&-= <<= &<<= >>= &>>= &= ^= |="
        return infix.split(separator: " ").compactMap { table.infixOperator(named: String($0)) }
            + "! ~ + - ... ..<".split(separator: " ").compactMap { table.prefixOperator(named: String($0)) }
            + [table.postfixOperator(named: "...")].compactMap { $0 }
    }()
}
