extension EventCatalog {
  /// What an event is called in one language, as a verb that agrees with who acts.
  ///
  /// Braces show where the name of a target stands: the preposition, if any, and the case that the
  /// verb wants, as in `nimmt Menschen {aus dative} fest` and `обвиняет {accusative}`.
  public struct Label: Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    /// One form, or two with ` | ` between them, as the data files have it.
    private let text: String

    /// Reads a label as the data files have it: one form, or two with ` | ` between them.
    public init(_ text: String) { self.text = text }

    /// Of one, without a place for a target: `signs an agreement with`.
    public var singular: String { Self.bare(singularForm) }

    /// Of several, without a place for a target: `sign an agreement with`.
    public var plural: String { Self.bare(pluralForm) }

    /// Of one, as the data files have it.
    var singularForm: String {
      bar.map { bar in
        let form = text[..<bar]
        return String(form.utf8.last == UInt8(ascii: " ") ? form.dropLast() : form)
      } ?? text
    }

    /// Of several, as the data files have it; the same where the language makes no difference.
    var pluralForm: String {
      bar.map { bar in
        let form = text[text.utf8.index(after: bar)...]
        return String(form.utf8.first == UInt8(ascii: " ") ? form.dropFirst() : form)
      } ?? text
    }

    /// A form without the place for a target and its preposition: `nimmt Menschen fest`.
    static func bare(_ form: String) -> String {
      guard let place = Place(form) else { return form }
      return [place.before, place.after].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var bar: String.Index? { text.utf8.firstIndex(of: UInt8(ascii: "|")) }

    /// Reads a label from its text.
    public init(from decoder: any Decoder) throws {
      text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes a label as its text.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
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
