public import CasusModel
import Foundation

/// JSON Lines: the whole graph without loss, for scripts, comparison and reading back.
///
/// One object a line, keys sorted, first a line of kind `graph`, then the articles, actors, events
/// and relations in the order of the graph:
///
/// | `kind` | further keys |
/// |---|---|
/// | `graph` | `filter`, `matchingEventCount`, `version` (1) |
/// | `article` | `id`, `path`, `title`, `text` (empty), `language`, `publisher`, `url`, `published` |
/// | `actor` | `id`, `actorKind`, `names`, `parent` |
/// | `event` | the properties of `Event`, with `evidence` as a list; offsets in UTF-8 bytes |
/// | `relation` | the properties of `Relation`, with its kind as `relationKind` |
public struct JSONLinesFormat: ExportFormat {
  /// The name on the command line.
  public let name = "jsonl"
  /// The usual file name extension.
  public let fileExtension = "jsonl"
  /// One line for the help.
  public let summary = "JSON Lines: everything, one object a line, to be read back or compared"

  /// Makes the format.
  public init() {}

  /// Writes the graph.
  public func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    Export { sink in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      func write(_ line: Line) throws {
        try sink(String(decoding: try encoder.encode(line), as: UTF8.self) + "\n")
      }
      let count = graph.matchingEventCount
      try write(.graph(Head(filter: graph.filter, matchingEventCount: count, version: 1)))
      for article in graph.articles { try write(.article(article)) }
      for actor in graph.actors { try write(.actor(actor)) }
      for event in graph.events { try write(.event(event)) }
      for relation in graph.relations { try write(.relation(relation)) }
    }
  }

  /// Reads a graph back from exported text.
  /// - Parameter text: What `export` wrote.
  /// - Returns: The graph, equal to the one that was written.
  /// - Throws: `JSONLinesFault` with the line at fault.
  public static func graph(from text: String) throws(JSONLinesFault) -> EventGraph {
    var graph = EventGraph(actors: [], events: [], relations: [], articles: [])
    let decoder = JSONDecoder()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let parsed = try? decoder.decode(Line.self, from: Data(line.utf8)) else {
        throw JSONLinesFault(line: index + 1)
      }
      switch parsed {
      case .graph(let head):
        graph.filter = head.filter
        graph.matchingEventCount = head.matchingEventCount
      case .article(let article): graph.articles.append(article)
      case .actor(let actor): graph.actors.append(actor)
      case .event(let event): graph.events.append(event)
      case .relation(let relation): graph.relations.append(relation)
      }
    }
    return graph
  }
}

/// A line of an exported graph that cannot be read back.
public struct JSONLinesFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int

  /// The fault in one line.
  public var description: String {
    "line \(line): not a line of a Casus JSON Lines export; export the graph again"
  }
}

/// What the first line says of the whole graph.
private struct Head: Codable {
  var filter: String
  var matchingEventCount: Int
  var version: Int
}

/// One line: a value of the graph and its kind.
private enum Line: Codable {
  case graph(Head)
  case article(Article)
  case actor(Actor)
  case event(Event)
  case relation(Relation)

  private enum Kind: String, Codable {
    case graph, article, actor, event, relation
  }

  private enum CodingKeys: String, CodingKey {
    case kind, actorKind, relationKind
    case id, names, parent
    case source, target, isSymmetric, polarity, validity, state, opening, supporting, closing
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .graph: self = .graph(try Head(from: decoder))
    case .article: self = .article(try Article(from: decoder))
    case .actor:
      self = .actor(
        Actor(
          id: try container.decode(ActorID.self, forKey: .id),
          kind: try container.decode(Actor.Kind.self, forKey: .actorKind),
          names: try container.decode([String: String].self, forKey: .names),
          parent: try container.decodeIfPresent(ActorID.self, forKey: .parent)))
    case .event: self = .event(try Event(from: decoder))
    case .relation: self = .relation(try Self.relation(in: container))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .graph(let head):
      try container.encode(Kind.graph, forKey: .kind)
      try head.encode(to: encoder)
    case .article(let article):
      try container.encode(Kind.article, forKey: .kind)
      try article.encode(to: encoder)
    case .actor(let actor):
      try container.encode(Kind.actor, forKey: .kind)
      try container.encode(actor.id, forKey: .id)
      try container.encode(actor.kind, forKey: .actorKind)
      try container.encode(actor.names, forKey: .names)
      try container.encodeIfPresent(actor.parent, forKey: .parent)
    case .event(let event):
      try container.encode(Kind.event, forKey: .kind)
      try event.encode(to: encoder)
    case .relation(let relation):
      try container.encode(Kind.relation, forKey: .kind)
      try Self.encode(relation, to: &container)
    }
  }

  /// Relations have a `kind` of their own, hence not their synthesised coding.
  private static func relation(
    in container: KeyedDecodingContainer<CodingKeys>
  ) throws -> Relation {
    Relation(
      id: try container.decode(String.self, forKey: .id),
      kind: try container.decode(String.self, forKey: .relationKind),
      source: try container.decode(ActorID.self, forKey: .source),
      target: try container.decode(ActorID.self, forKey: .target),
      isSymmetric: try container.decode(Bool.self, forKey: .isSymmetric),
      polarity: try container.decode(Int.self, forKey: .polarity),
      validity: try container.decodeIfPresent(EDTF.self, forKey: .validity),
      state: try container.decode(Relation.State.self, forKey: .state),
      opening: try container.decode([String].self, forKey: .opening),
      supporting: try container.decode([String].self, forKey: .supporting),
      closing: try container.decode([String].self, forKey: .closing))
  }

  private static func encode(
    _ relation: Relation, to container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    try container.encode(relation.id, forKey: .id)
    try container.encode(relation.kind, forKey: .relationKind)
    try container.encode(relation.source, forKey: .source)
    try container.encode(relation.target, forKey: .target)
    try container.encode(relation.isSymmetric, forKey: .isSymmetric)
    try container.encode(relation.polarity, forKey: .polarity)
    try container.encodeIfPresent(relation.validity, forKey: .validity)
    try container.encode(relation.state, forKey: .state)
    try container.encode(relation.opening, forKey: .opening)
    try container.encode(relation.supporting, forKey: .supporting)
    try container.encode(relation.closing, forKey: .closing)
  }
}
