import CasusModel

/// What several statements say of their event together.
struct EventSummary {
  /// The statements, in the order of an event's evidence; at least one.
  let reports: [Report]
  let group: EventGroup

  /// The event under its identifier, without its evidence.
  func event(id: String) -> Event { event(id: id, mode: mode) }

  /// The same where the mode is known.
  func event(id: String, mode: String?) -> Event {
    if reports.count == 1 { return event(id: id, of: reports[0]) }
    let date = Self.finestDate(of: reports)
    let (source, target, roles) = sides
    return Event(
      id: id, type: group.type, mode: mode, source: source, target: target, roles: roles,
      object: best { $0.object }, place: best { $0.place }, date: date, dateBasis: basis(of: date),
      status: status, isContested: isContested, confidence: confidence, evidence: [])
  }

  /// What a statement says that stands alone, as most do.
  private func event(id: String, of report: Report) -> Event {
    let statement = report.statement
    return Event(
      id: id, type: group.type, mode: statement.mode, source: Self.named(statement.source),
      target: Self.named(statement.target), roles: Self.named(statement.roles),
      object: statement.object, place: statement.place, date: statement.evidence.date,
      dateBasis: statement.evidence.dateBasis,
      status: report.marks.status ?? statement.evidence.status,
      confidence: confidence, evidence: [])
  }

  /// What all have in common, or what some tell of the way in which it was done.
  ///
  /// Only reviewers unite what tells several ways.
  var mode: String? {
    guard group.hasWays else { return group.mode }
    return reports.count == 1
      ? reports[0].statement.mode : reports.lazy.compactMap { $0.statement.mode }.min()
  }

  /// The date that says most: the narrowest, then one without "about", then the smaller text.
  static func finestDate(of reports: [Report]) -> EDTF? {
    let first = reports.first?.evidence.date
    // Most statements of an event give one date, or none.
    if reports.allSatisfy({ $0.evidence.date == first }) { return first }
    let dates = Set(reports.compactMap(\.evidence.date))
    return dates.min { a, b in
      let widthA = DateSpan(a)?.width ?? .max
      let widthB = DateSpan(b)?.width ?? .max
      if widthA != widthB { return widthA < widthB }
      if a.isQualified != b.isQualified { return b.isQualified }
      return a.rawValue < b.rawValue
    }
  }

  private func basis(of date: EDTF?) -> DateBasis {
    let found = reports.filter { $0.evidence.date == date }.map(\.evidence.dateBasis)
    return found.min { $0.rank < $1.rank } ?? .none
  }

  /// What a reviewer decided, else the most frequent status; of equally frequent ones, that of the
  /// latest statement.
  private var status: EventStatus {
    if let decided = reports.last(where: { $0.marks.status != nil })?.marks.status {
      return decided
    }
    let first = reports[0].evidence.status
    if reports.allSatisfy({ $0.evidence.status == first }) { return first }
    var count: [EventStatus: Int] = [:]
    for report in reports { count[report.evidence.status, default: 0] += 1 }
    let most = count.values.max() ?? 0
    return reports.last { count[$0.evidence.status] == most }?.evidence.status ?? .occurred
  }

  private var isContested: Bool {
    reports.allSatisfy { $0.marks.status == nil }
      && reports.contains { $0.evidence.status == .occurred }
      && reports.contains { $0.evidence.status == .denied }
  }

  /// 1 − ∏(1 − c) over the articles, each with the confidence of its surest statement: an article
  /// that says a thing twice is no surer of it.
  private var confidence: Double {
    if reports.count == 1 {
      return 1 - (1 - min(max(reports[0].statement.evidence.confidence, 0), 1))
    }
    // A product in sorted order rounds the same way on every machine.
    let doubt = surest.sorted().reduce(1.0) { $0 * (1 - min(max($1, 0), 1)) }
    return 1 - doubt
  }

  /// How sure the surest statement of each article is, in any order.
  private var surest: [Double] {
    guard reports.count <= [Report].few else {
      var surest: [String: Double] = [:]
      for report in reports {
        surest[report.articleID] = max(
          surest[report.articleID] ?? 0, report.statement.evidence.confidence)
      }
      return Array(surest.values)
    }
    var surest: [Double] = []
    surest.reserveCapacity(reports.count)
    for (index, report) in reports.enumerated() {
      let article = report.articleID
      if reports[..<index].contains(where: { $0.articleID == article }) { continue }
      var most = 0.0
      for other in reports[index...] where other.articleID == article {
        most = max(most, other.statement.evidence.confidence)
      }
      surest.append(most)
    }
    return surest
  }

  /// The words of the surest statement that has any; of those that somebody confirmed, all equally
  /// sure now, that of which the program was surest.
  private func best(_ words: (Statement) -> String?) -> String? {
    var found: (words: String, confidence: Double, before: Double)?
    for report in reports {
      guard let text = words(report.statement) else { continue }
      let confidence = report.evidence.confidence
      let before = report.marks.foundConfidence ?? confidence
      if let found, (found.confidence, found.before) >= (confidence, before) { continue }
      found = (text, confidence, before)
    }
    return found?.words
  }

  private typealias Sides = (
    source: [ActorID], target: [ActorID], roles: [String: [ActorID]]
  )

  /// The actors of the event.
  private var sides: Sides {
    let first = reports[0].statement
    // Most statements of an event name the same actors, which then stand as they have them.
    if reports.allSatisfy({ $0.statement.hasSides(of: first) }) {
      return (Self.named(first.source), Self.named(first.target), Self.named(first.roles))
    }
    if let sides = exchangedSides { return sides }
    let all = participants
    return (
      all["source"] ?? [], all["target"] ?? [],
      all.filter { $0.key != "source" && $0.key != "target" }
    )
  }

  /// The actors where all statements name the same two sides and no more, some in the other order.
  ///
  /// They stand as most have them. `nil` where it is not so.
  private var exchangedSides: Sides? {
    let first = reports[0].statement
    guard first.roles.isEmpty else { return nil }
    var reversed = first
    (reversed.source, reversed.target) = (first.target, first.source)
    let isSwapped = group.isSwapped(first)
    guard group.isSwapped(reversed) != isSwapped else { return nil }
    var (same, other) = (0, 0)
    for report in reports {
      guard report.statement.roles.isEmpty else { return nil }
      if report.statement.source == first.source, report.statement.target == first.target {
        same += 1
      } else if report.statement.source == first.target, report.statement.target == first.source {
        other += 1
      } else {
        return nil
      }
    }
    let swapped = isSwapped ? same : other
    // Half of them do not turn them round.
    let isAsFirst = swapped * 2 > reports.count ? isSwapped : !isSwapped
    let sides = isAsFirst ? first : reversed
    return (Self.named(sides.source), Self.named(sides.target), [:])
  }

  private static func named(_ roles: [String: [ActorID]]) -> [String: [ActorID]] {
    roles.isEmpty ? roles : roles.filter { !$0.value.isEmpty }.mapValues(named)
  }

  /// The actors by role as finely as named; a state is left out where one of its own is named.
  ///
  /// Where the sides may be exchanged, they stand as most statements have them.
  private var participants: [String: [ActorID]] {
    var named: [String: Set<ActorID>] = [:]
    var swapped = 0
    for report in reports {
      let isSwapped = group.isSwapped(report.statement)
      swapped += isSwapped ? 1 : 0
      for (role, actors) in report.statement.participants {
        named[isSwapped ? role.otherSide : role, default: []].formUnion(actors)
      }
    }
    if swapped * 2 > reports.count {
      (named["source"], named["target"]) = (named["target"], named["source"])
    }
    return named.mapValues { Self.named($0) }
  }

  /// Actors sorted, without the states of which one of its own is named too.
  private static func named(_ actors: [ActorID]) -> [ActorID] {
    actors.count < 2 ? actors : named(Set(actors))
  }

  private static func named(_ actors: Set<ActorID>) -> [ActorID] {
    if actors.count < 2 { return Array(actors) }
    let covered = Set(actors.filter { $0 != $0.rolledUp }.map(\.rolledUp))
    return actors.subtracting(covered).sorted()
  }
}

extension EventGroup {
  /// The identifier of an event of the group: the hash of the group and of what tells the event from
  /// the group's others.
  func eventID(discriminator: String) -> String {
    ContentHash.hex(of: "\(text)\n\(discriminator)".utf8, count: 32)
  }
}

extension EDTF {
  /// Whether the text says "about", "perhaps" or both.
  fileprivate var isQualified: Bool { rawValue.contains { "~?%".contains($0) } }
}

extension DateBasis {
  /// Firmer ways to know a date come first.
  fileprivate var rank: Int {
    switch self {
    case .explicit: 0
    case .deictic: 1
    case .relative: 2
    case .inherited: 3
    case .publication: 4
    case .none: 5
    }
  }
}

extension String {
  /// The opposite of the roles `source` and `target`, any other role itself.
  fileprivate var otherSide: String {
    switch self {
    case "source": "target"
    case "target": "source"
    default: self
    }
  }
}
