extension EventCatalog {
  /// What an event is called in one language, as a verb that agrees with who acts.
  public struct Label: Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    /// Of one: `signs an agreement with`.
    public let singular: String
    /// Of several: `sign an agreement with`; the same where the language makes no difference.
    public let plural: String

    /// Reads a label as the data files have it: one form, or two with ` | ` between them.
    public init(_ text: String) {
      guard let bar = text.utf8.firstIndex(of: UInt8(ascii: "|")) else {
        (singular, plural) = (text, text)
        return
      }
      let (first, second) = (text[..<bar], text[text.utf8.index(after: bar)...])
      let space = UInt8(ascii: " ")
      singular = String(first.utf8.last == space ? first.dropLast() : first)
      plural = String(second.utf8.first == space ? second.dropFirst() : second)
    }

    /// Reads a literal label.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// Whether who acts takes a verb in the plural: several, or one whose name is a plural.
  /// - Parameters:
  ///   - subjects: Who acts, as named in the sentence.
  ///   - language: The language, as a BCP 47 code.
  /// - Returns: Whether it does.
  public func isPlural(_ subjects: [ActorID], language: String) -> Bool {
    guard let first = subjects.first else { return false }
    return subjects.count > 1 || pluralNames[language]?.contains(first) == true
  }
}
