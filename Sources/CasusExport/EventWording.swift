package import CasusModel

/// Words events and actors for readers.
package struct EventWording {
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

  /// The label of an event's type or mode.
  package func label(of event: Event) -> String {
    options.catalog.label(event.type, mode: event.mode, language: options.language)
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
  package func sentence(of event: Event) -> String {
    let parts = [names(event.source), label(of: event), names(event.target)]
    let object = telling(event.object, in: event).map { " (\($0))" } ?? ""
    return parts.filter { !$0.isEmpty }.joined(separator: " ") + object
  }

  /// The object, unless it only names one of the actors over again.
  private func telling(_ object: String?, in event: Event) -> String? {
    guard let object else { return nil }
    let isName = (event.source + event.target).contains { id in
      actors[id]?.names.values.contains(object) ?? false
    }
    return isName ? nil : object
  }

  private func names(_ ids: [ActorID]) -> String {
    ids.map { name(of: $0) }.joined(separator: ", ")
  }
}
