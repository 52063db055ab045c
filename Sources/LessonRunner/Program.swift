/// The program's own facts.
public enum Program {
    /// The version that records carry and `lessons --version` prints.
    public static let version = "0.1.0"
}
