package import CasusModel

/// Words events and actors for readers.
package struct EventWording: Sendable {
  private let options: ExportOptions
  private let actors: [ActorID: Actor]

  init(graph: EventGraph, options: ExportOptions) {
    self.init(actors: graph.actors, options: options)
  }

  package init(actors: [Actor], options: ExportOptions) {
    self.options = options
    self.actors = Dictionary(actors.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The display name of an actor, or its identifier.
  package func name(of id: ActorID) -> String {
    actors[id]?.name(in: options.language) ?? id.rawValue
  }

  /// The name of an actor in a case of the language.
  private func name(of id: ActorID, in wanted: GrammaticalCase) -> String {
    guard let grammar = options.catalog.names[options.language] else { return name(of: id) }
    return grammar.form(of: name(of: id), kind: actors[id]?.kind, id: id, in: wanted)
  }

  /// The label of an event's type or mode.
  package func label(of event: Event) -> String {
    options.catalog.label(of: event, language: options.language)
  }

  /// The label of an event type.
  package func label(of type: EventType) -> String {
    options.catalog.label(type, mode: nil, language: options.language)
  }

  /// The label of a relation kind.
  package func label(ofRelation kind: String) -> String {
    let labels = options.catalog.relations[kind]?.labels
    return labels?[options.language] ?? labels?["en"] ?? kind
  }

  /// An event in one line: `Ukraine cuts relations with North Korea (embassy) [planned]`.
  package func headline(of event: Event) -> String {
    let status = event.isContested ? "contested" : event.status.rawValue
    let mark = status == EventStatus.occurred.rawValue ? "" : " [\(status)]"
    return sentence(of: event) + mark
  }

  /// Who does what to whom, whether it happened or not.
  ///
  /// Several people of one state are named as that state: they need not have acted together.
  package func sentence(of event: Event) -> String {
    let source = subjects(event.source)
    let kind = actors.commonKind(of: event.target)
    let predicate =
      options.catalog.predicate(
        of: event, language: options.language, subjects: source, targetKind: kind,
        targets: { list(event.target, in: $0) })
      ?? options.catalog.label(
        of: event, language: options.language, subjects: source, targetKind: kind) + " "
      + list(event.target, in: .nominative)
    let text = [list(source, in: .nominative), predicate].filter { !$0.isEmpty }
      .joined(separator: " ").capitalizedAtStart
    let particular = [object(of: event), place(of: event)].compactMap(\.self)
      .first { !text.contains($0) }
    return particular.map { "\(text) (\($0))" } ?? text
  }

  /// The surest words for the object in the reader's language, else in any; `nil` where they say
  /// nothing new.
  private func object(of event: Event) -> String? {
    guard event.namesThing else { return nil }
    let own = event.objects(in: options.language)
    let words = own.isEmpty ? [event.object].compactMap(\.self) : own
    return words.first { words in
      !event.repeatsName(words) { actors[$0]?.names.values.map(\.self) ?? [] }
    }
  }

  /// Where it happens, as the reader's language has it or at least writes it.
  private func place(of event: Event) -> String? {
    if let own = event.place(in: options.language) { return own }
    let names = event.source.first.map { name(of: $0) } ?? ""
    return event.place.flatMap { Self.isLatin($0) == Self.isLatin(names) ? $0 : nil }
  }

  /// Whether a name begins with a Latin letter.
  private static func isLatin(_ name: String) -> Bool {
    // Behind the last of them, U+024F, come phonetic letters, Greek and Cyrillic.
    name.unicodeScalars.first.map { $0.value < 0x250 } ?? true
  }

  /// The actors, those of one state as that state when there are several.
  private func subjects(_ ids: [ActorID]) -> [ActorID] {
    let count = Dictionary(ids.map { ($0.rolledUp, 1) }, uniquingKeysWith: +)
    var result: [ActorID] = []
    for id in ids {
      let isOne = count[id.rolledUp, default: 0] < 2 || actors[id.rolledUp] == nil
      let subject = isOne ? id : id.rolledUp
      if !result.contains(subject) { result.append(subject) }
    }
    return result
  }

  private func list(_ ids: [ActorID], in wanted: GrammaticalCase) -> String {
    NameList.text(ids.map { name(of: $0, in: wanted) }, language: options.language)
  }
}
