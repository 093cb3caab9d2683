extension EventCatalog.Label {
  /// Where a form of a label has the name of a target: `{aus dative}` in `nimmt Menschen {aus dative} fest`.
  public struct Place: Hashable, Sendable {
    /// What stands before it.
    public var before: String
    /// The preposition, if any.
    public var preposition: String?
    /// The case; `nil` where no such case exists.
    public var wanted: GrammaticalCase?
    /// What stands behind it.
    public var after: String

    /// Finds the place in a form; `nil` where it has none.
    public init?(_ form: String) {
      guard let open = form.utf8.firstIndex(of: UInt8(ascii: "{")),
        let close = form.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      before = String(form[..<open]).trimmedOfSpaces
      after = String(form[form.utf8.index(after: close)...]).trimmedOfSpaces
      let inside = form[form.utf8.index(after: open)..<close].split(separator: " ")
      wanted = inside.last.flatMap { GrammaticalCase(rawValue: String($0)) }
      preposition = inside.count > 1 ? inside.dropLast().joined(separator: " ") : nil
    }
  }

  /// The places of its forms, one for each that has one.
  public var places: [Place] {
    [singularForm, pluralForm].compactMap { Place($0) }
  }
}

extension EventCatalog {
  /// What an event's subject does, with the name of the target where and in which case the label wants it.
  /// - Parameters:
  ///   - event: The event.
  ///   - language: The language, as a BCP 47 code.
  ///   - subjects: Who is named before the label; it agrees with them.
  ///   - isPlural: Whether the label is of several, where the subjects do not tell.
  ///   - targetKind: What all targets are, if they are all of one kind.
  ///   - targets: The names of the targets in a case.
  /// - Returns: The words; `nil` where there is a target and the label does not say where it stands.
  public func predicate(
    of event: Event, language: String, subjects: [ActorID], isPlural: Bool? = nil,
    targetKind: Actor.Kind?,
    targets: (GrammaticalCase) -> String
  ) -> String? {
    let form = form(
      of: event, language: language, subjects: subjects, isPlural: isPlural, targetKind: targetKind)
    guard !event.target.isEmpty else { return Label.bare(form) }
    guard let place = Label.Place(form), let wanted = place.wanted else { return nil }
    var names = targets(wanted)
    if let preposition = place.preposition {
      names = self.names[language]?.joined(preposition, names) ?? preposition + " " + names
    }
    return [place.before, names, place.after].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    var text = utf8[...]
    while text.first == UInt8(ascii: " ") { text.removeFirst() }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    return String(Substring(text))
  }
}
