import CasusModel

/// Words events and actors for readers.
struct EventWording {
  private let options: ExportOptions
  private let actors: [ActorID: Actor]

  init(graph: EventGraph, options: ExportOptions) {
    self.options = options
    actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The display name of an actor, or its identifier.
  func name(of id: ActorID) -> String {
    actors[id]?.name(in: options.language) ?? id.rawValue
  }

  /// The label of an event's type or mode.
  func label(of event: Event) -> String {
    options.catalog.label(event.type, mode: event.mode, language: options.language)
  }

  /// The label of an event type.
  func label(of type: EventType) -> String {
    options.catalog.label(type, mode: nil, language: options.language)
  }

  /// The label of a relation kind.
  func label(ofRelation kind: String) -> String {
    let labels = options.catalog.relations[kind]?.labels
    return labels?[options.language] ?? labels?["en"] ?? kind
  }

  /// An event in one line: `Ukraine cuts relations with North Korea (embassy) [planned]`.
  func headline(of event: Event) -> String {
    let parts = [names(event.source), label(of: event), names(event.target)]
    let object = event.object.map { " (\($0))" } ?? ""
    let status = event.isContested ? "contested" : event.status.rawValue
    let mark = status == EventStatus.occurred.rawValue ? "" : " [\(status)]"
    return parts.filter { !$0.isEmpty }.joined(separator: " ") + object + mark
  }

  private func names(_ ids: [ActorID]) -> String {
    ids.map { name(of: $0) }.joined(separator: ", ")
  }
}
