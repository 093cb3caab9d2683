import CasusModel
import Foundation

/// What stands at an edge of a relation diagram, and how broad the edge is.
struct RelationTieLabel {
  static let style = TextStyle(size: 7.5, color: .ink)

  /// How much to say at each edge, by how many there are.
  enum Detail {
    /// The two most frequent kinds of event.
    case two
    /// The most frequent kind.
    case one
    /// Only the number.
    case count

    init(tieCount: Int) {
      self = tieCount <= 24 ? .two : tieCount <= 45 ? .one : .count
    }
  }

  let tie: RelationNetwork.Tie
  let lines: [String]
  /// The most frequent kind and one relation, for where all does not fit.
  let briefLines: [String]
  /// The number of events alone, for where not even these fit.
  let shortLines: [String]
  let width: Double
  let tooltip: String

  /// The colour of the text: a darker shade of the edge's.
  var color: Tone {
    guard !tie.events.isEmpty else { return .ink }
    switch tie.cooperationShare {
    case 1: return .role(.cooperationInk)
    case 0: return .role(.conflictInk)
    default: return .ink
    }
  }

  /// Prepares the label of a tie.
  ///
  /// - Parameters:
  ///   - tie: The tie.
  ///   - most: How many events the strongest tie has.
  ///   - wording: The language.
  ///   - detail: How much to say.
  ///   - maximumRelations: How many relations to name.
  init(
    _ tie: RelationNetwork.Tie, most: Int, wording: EventWording, detail: Detail,
    maximumRelations: Int = 6
  ) {
    self.tie = tie
    let scale = most > 20 ? 3.6 / Double(most).squareRoot() : 0.8
    width = 1 + Double(max(0, tie.events.count - 1)).squareRoot() * scale
    let verbs = Self.verbs(tie.events, wording)
    let relations = tie.relations.map { relation in
      let text = Self.text(relation, wording)
      guard tie.isMutual, !relation.isSymmetric else { return text }
      return "→ \(wording.name(relation.target)): \(text)"
    }
    func words(kinds: Int, relations most: Int) -> [String] {
      let all =
        Self.kinds(verbs, first: kinds, status: tie.status, wording)
        + Self.first(most, of: relations, wording)
      return all.flatMap { Self.style.balanced($0, width: 120, lines: 3) }
    }
    shortLines = tie.events.count > 1 ? ["×\(tie.events.count)"] : []
    (lines, briefLines) =
      switch detail {
      case .two: (words(kinds: 2, relations: maximumRelations), words(kinds: 1, relations: 1))
      case .one: (words(kinds: 1, relations: 1), words(kinds: 1, relations: 0))
      case .count: (shortLines, shortLines)
      }
    tooltip = Self.tooltip(tie, verbs, relations, wording)
  }

  /// The first kinds in words, with the number of the others and the status of all.
  private static func kinds(
    _ verbs: [(verb: String, count: Int)], first: Int, status: EventStatus, _ wording: EventWording
  ) -> [String] {
    var lines = verbs.prefix(first).map { $0.count > 1 ? "\($0.verb) ×\($0.count)" : $0.verb }
    guard !lines.isEmpty else { return [] }
    let rest = verbs.dropFirst(first).map(\.count).reduce(0, +)
    if rest > 0 {
      let more = wording.words.filled(.more, ["count": wording.words.grouped(rest)])
      // "+3 more" reads by itself, "ещё 3" does not.
      lines[lines.count - 1] +=
        (more.hasPrefix("+") ? " " : " · ") + more.replacing(" ", with: "\u{A0}")
    }
    if let status = wording.statusWord(status) { lines[lines.count - 1] += " · " + status }
    return lines
  }

  /// The first relations in words, and the number of the others.
  private static func first(_ most: Int, of relations: [String], _ wording: EventWording)
    -> [String]
  {
    guard most > 0 else { return [] }
    let rest = relations.count - most
    guard rest > 0 else { return relations }
    return relations.prefix(most)
      + [wording.words.filled(.more, ["count": wording.words.grouped(rest)])]
  }

  /// The kinds of event with their numbers, most frequent first.
  private static func verbs(_ events: [Event], _ wording: EventWording)
    -> [(verb: String, count: Int)]
  {
    var counts: [String: Int] = [:]
    for event in events { counts[wording.verb(event), default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (verb: $0.key, count: $0.value) }
  }

  /// `alliance since 19 Jun 2024`; a relation that ended begins with a cross.
  static func text(_ relation: Relation, _ wording: EventWording) -> String {
    let words = wording.words
    var text = wording.relation(relation.kind)
    if let validity = relation.validity {
      text = words.filled(
        .datedRelation,
        [
          "relation": text,
          "validity": wording.dates.text(validity).replacing(" ", with: "\u{A0}"),
        ])
    } else if relation.state == .ended {
      text += " · " + words[.relationEnded]
    }
    switch relation.state {
    case .ended: return "✕ " + text
    case .planned: return text + " · " + words[.relationPlanned]
    case .contested: return text + " · " + words[.relationContested]
    case .inForce: return text
    }
  }

  private static func tooltip(
    _ tie: RelationNetwork.Tie, _ verbs: [(verb: String, count: Int)], _ relations: [String],
    _ wording: EventWording
  ) -> String {
    let arrow = tie.isMutual ? " – " : " → "
    let head = wording.name(tie.source) + arrow + wording.name(tie.target)
    let kinds = verbs.prefix(8).map { "\($0.verb) ×\($0.count)" } + relations
    let count = wording.words.count(.events, tie.events.count)
    return "\(head): \(count). " + kinds.joined(separator: "; ")
  }
}
