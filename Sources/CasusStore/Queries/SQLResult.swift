/// What a question in SQL gave: a table of values.
public struct SQLResult: Hashable, Sendable {
  /// One value.
  public enum Value: Hashable, Sendable {
    /// NULL.
    case null
    /// A whole number.
    case integer(Int64)
    /// A floating-point number.
    case real(Double)
    /// Text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
  }

  /// The names of the columns.
  public var columns: [String]
  /// The rows, each with one value a column.
  public var rows: [[Value]]
}

extension SQLResult.Value: CustomStringConvertible {
  /// The value as text: bytes as hexadecimal, NULL as nothing.
  public var description: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes):
      bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
  }
}
