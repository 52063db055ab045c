/// The names that formulas use, and what they look like.
enum MathSymbols {
    /// Letters: set as identifiers.
    static let letters: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
        "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ",
        "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
        "psi": "ψ", "omega": "ω", "ell": "ℓ", "hbar": "ℏ", "imath": "ı", "jmath": "ȷ",
    ]

    /// Upright letters and signs that stand for values.
    static let uprights: [String: String] = [
        "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ",
        "Omega": "Ω", "infty": "∞", "partial": "∂", "nabla": "∇", "emptyset": "∅", "varnothing": "∅", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ",
        "top": "⊤", "bot": "⊥", "prime": "′",
    ]

    static let operators: [String: String] = [
        "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘", "bullet": "∙", "odot": "⊙",
        "oplus": "⊕", "otimes": "⊗", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "equiv": "≡",
        "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂",
        "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "cup": "∪", "cap": "∩", "setminus": "∖", "land": "∧", "wedge": "∧", "lor": "∨",
        "vee": "∨", "lnot": "¬", "neg": "¬", "forall": "∀", "exists": "∃", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←",
        "leftrightarrow": "↔", "Rightarrow": "⇒", "implies": "⟹", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⟺", "mapsto": "↦",
        "longrightarrow": "⟶", "uparrow": "↑", "downarrow": "↓", "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
        "mid": "∣", "parallel": "∥", "perp": "⊥", "angle": "∠", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
        "rceil": "⌉", "lVert": "‖", "rVert": "‖", "Vert": "‖", "lvert": "|", "rvert": "|", "vert": "|", "colon": ":", "backslash": "\\",
        "{": "{", "}": "}", "|": "‖", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "lbrace": "{", "rbrace": "}",
        "int": "∫", "iint": "∬", "oint": "∮", "triangleq": "≜", "coloneqq": "≔",
    ]

    /// Operators whose limits stand below and above.
    static let limits: [String: String] = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigotimes": "⨂", "bigvee": "⋁",
        "bigwedge": "⋀",
    ]

    /// Functions set in upright letters; those in `limitFunctions` take their limits below.
    static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "coth", "exp", "log", "ln", "lg",
        "det", "dim", "ker", "deg", "arg", "gcd", "hom", "Pr",
    ]
    static let limitFunctions: [String: String] = [
        "lim": "lim", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "limsup": "lim sup", "liminf": "lim inf", "argmax": "arg max",
        "argmin": "arg min",
    ]

    /// Widths of spaces in em.
    static let spaces: [String: String] = [
        ",": "0.1667", ":": "0.2222", ">": "0.2222", ";": "0.2778", " ": "0.25", "~": "0.25", "quad": "1", "qquad": "2", "!": "-0.1667",
        "enspace": "0.5", "thinspace": "0.1667",
    ]

    /// Marks above their argument.
    static let accents: [String: String] = [
        "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "vec": "→", "tilde": "~", "widetilde": "~", "dot": "˙", "ddot": "¨",
        "check": "ˇ", "breve": "˘", "overbrace": "⏞", "overrightarrow": "→",
    ]

    /// The letter or digit in another alphabet of Unicode's mathematical letters.
    static func styled(_ scalar: Unicode.Scalar, _ style: Style) -> Unicode.Scalar {
        if let special = style.specials[scalar] { return special }
        func shifted(_ base: UInt32?, from first: Unicode.Scalar) -> Unicode.Scalar {
            base.flatMap { Unicode.Scalar($0 + scalar.value - first.value) } ?? scalar
        }
        switch scalar {
        case "A"..."Z": return shifted(style.capital, from: "A")
        case "a"..."z": return shifted(style.small, from: "a")
        case "0"..."9": return shifted(style.digit, from: "0")
        default: return scalar
        }
    }

    struct Style {
        let capital: UInt32?
        let small: UInt32?
        let digit: UInt32?
        var specials: [Unicode.Scalar: Unicode.Scalar] = [:]
    }

    static let styles: [String: Style] = {
        let bold = Style(capital: 0x1D400, small: 0x1D41A, digit: 0x1D7CE)
        let boldItalic = Style(capital: 0x1D468, small: 0x1D482, digit: 0x1D7CE)
        let double = Style(
            capital: 0x1D538, small: 0x1D552, digit: 0x1D7D8,
            specials: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"])
        let script = Style(
            capital: 0x1D49C, small: 0x1D4B6, digit: nil,
            specials: [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ",
            ])
        let mono = Style(capital: 0x1D670, small: 0x1D68A, digit: 0x1D7F6)
        return [
            "mathbf": bold, "bm": boldItalic, "boldsymbol": boldItalic, "mathbb": double, "mathcal": script, "mathscr": script,
            "mathtt": mono,
        ]
    }()
}
