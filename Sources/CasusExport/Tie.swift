import CasusModel

/// All events of one type between two actors, or one relation, as one edge over time.
///
/// Network programs merge parallel edges of the same kind and lose their dates, so the events are
/// merged here, and the edge says when it exists.
struct Tie {
  /// The two actors.
  var dyad: Dyad
  /// `event` or `relation`.
  var category: String
  /// The event type or the relation kind.
  var kind: String
  /// The kind in words.
  var label: String
  /// How many events it stands for.
  var weight: Int
  /// How many of them have no date.
  var undatedCount: Int
  /// The days it exists on, sorted and without overlap.
  var spells: [ClosedRange<Int>]

  /// The identifier, unique in the graph.
  var id: String { "\(category):\(kind):\(dyad.source):\(dyad.target)" }

  /// The ties of a graph, events first, sorted by actors and kind.
  static func all(in graph: EventGraph, options: ExportOptions) -> [Tie] {
    let wording = EventWording(graph: graph, options: options)
    return eventTies(graph, wording) + relationTies(graph, wording)
  }

  private struct Key: Hashable, Comparable {
    var dyad: Dyad
    var kind: String

    static func < (a: Key, b: Key) -> Bool { (a.dyad, a.kind) < (b.dyad, b.kind) }
  }

  private static func eventTies(_ graph: EventGraph, _ wording: EventWording) -> [Tie] {
    var groups: [Key: [Event]] = [:]
    for event in graph.events {
      for dyad in Dyad.all(of: event) {
        groups[Key(dyad: dyad, kind: event.type.rawValue), default: []].append(event)
      }
    }
    return groups.sorted { $0.key < $1.key }.map { key, events in
      let dates = events.compactMap(\.date).filter { !$0.lacksYear }
      return Tie(
        dyad: key.dyad, category: "event", kind: key.kind,
        label: EventType(rawValue: key.kind).map { wording.label(of: $0) } ?? key.kind,
        weight: events.count, undatedCount: events.count - dates.count,
        spells: union(of: dates))
    }
  }

  /// Relations of one kind between two actors may follow each other: they are one tie as well.
  private static func relationTies(_ graph: EventGraph, _ wording: EventWording) -> [Tie] {
    var groups: [Key: [Relation]] = [:]
    for relation in graph.relations {
      let dyad = Dyad(
        source: relation.source, target: relation.target, isSymmetric: relation.isSymmetric)
      groups[Key(dyad: dyad, kind: relation.kind), default: []].append(relation)
    }
    return groups.sorted { $0.key < $1.key }.map { key, relations in
      let dates = relations.compactMap(\.validity).filter { !$0.lacksYear }
      let events = relations.flatMap { $0.opening + $0.supporting + $0.closing }
      return Tie(
        dyad: key.dyad, category: "relation", kind: key.kind,
        label: wording.label(ofRelation: key.kind), weight: max(1, Set(events).count),
        undatedCount: relations.count - dates.count, spells: union(of: dates))
    }
  }

  /// The days that some of the dates cover, as few ranges as possible.
  private static func union(of dates: [EDTF]) -> [ClosedRange<Int>] {
    var spells: [ClosedRange<Int>] = []
    for date in dates.sorted() {
      guard let last = spells.last,
        last.upperBound == .max || date.lowerBound <= last.upperBound + 1
      else {
        spells.append(date.lowerBound...date.upperBound)
        continue
      }
      spells[spells.count - 1] = last.lowerBound...max(last.upperBound, date.upperBound)
    }
    return spells
  }
}
