import CasusExport
import CasusModel
import CasusStore

/// Why relations stand as they do: their events, and the words that say so.
struct RelationGrounds {
  /// How many events of a part are told.
  static let told = 2

  private let events: [String: Event]
  private let articles: [String: Article]
  private let wording: EventWording

  /// Reads the events that opened, supported and closed some relations, a few of each.
  init(
    relations: [Relation], store: EventStore, language: String, catalog: EventCatalog
  ) throws {
    let ids = relations.flatMap { relation in
      [relation.opening, relation.supporting, relation.closing].flatMap { $0.prefix(Self.told) }
    }
    let found = try Set(ids).map { try store.event(idPrefix: $0) }
    events = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    let evidence = found.flatMap(\.evidence)
    articles = Dictionary(
      try store.articles(evidence.map(\.articleID), text: false).map { ($0.id, $0) }
    ) { first, _ in first }
    let ends = relations.flatMap { [$0.source, $0.target] }
    let speakers = evidence.flatMap(\.attribution).map { ActorID(rawValue: $0) }
    wording = EventWording(
      actors: try store.actors(found.flatMap(\.named) + ends + speakers),
      options: ExportOptions(language: language, catalog: catalog))
  }

  /// A relation in one line: `North Korea – Ukraine: diplomatic relations cut since 2022-07-13`.
  func headline(of relation: Relation) -> String {
    let arrow = relation.isSymmetric ? "–" : "→"
    let ends = "\(wording.name(of: relation.source)) \(arrow) \(wording.name(of: relation.target))"
    let kind = wording.label(ofRelation: relation.kind)
    return "\(ends): \(kind) \(Self.period(of: relation))"
  }

  /// The validity in words: `since 2022-07-13`, `from 2022-02 to 2022-11`, `at some time`.
  private static func period(of relation: Relation) -> String {
    guard let validity = relation.validity else { return "at some time" }
    let ends = validity.rawValue.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return "in \(validity)" }
    let until = ends[1] == ".." || ends[1].isEmpty ? nil : ends[1]
    switch (ends[0].isEmpty ? nil : ends[0], until) {
    case (let since?, nil) where relation.state == .planned: return "from \(since) on"
    case (let since?, let until?): return "from \(since) to \(until)"
    case (let since?, nil): return "since \(since)"
    case (nil, let until?): return "until \(until)"
    case (nil, nil): return "at some time"
    }
  }

  /// A relation with what opened and closed it; with what supports it where nothing opened it.
  func account(of relation: Relation, width: Int?) -> String {
    let isWeak = relation.opening.isEmpty
    return "\(headline(of: relation)), \(relation.state.rawValue)\n"
      + account(
        of: isWeak ? relation.supporting : relation.opening,
        further: isWeak ? relation.unnamedSupportCount : 0,
        verb: isWeak ? "told by" : "opened by", width: width)
      + account(of: relation.closing, verb: "closed by", width: width)
  }

  /// Some events with their surest words, and how many `further` ones there are.
  func account(of ids: [String], further: Int = 0, verb: String, width: Int?) -> String {
    let shown = ids.prefix(Self.told).compactMap { events[$0] }
    let rest = ids.count + further - shown.count
    return shown.map { event in
      let head = [
        verb, event.date?.rawValue ?? "undated", wording.headline(of: event),
        "(\(event.id.prefix(8)))",
      ].joined(separator: " ")
      return TextWrapping.paragraph(head, indent: "  ", width: width)
        + words(of: event, width: width)
    }.joined() + (rest > 0 && !shown.isEmpty ? "  … and \(rest) more\n" : "")
  }

  /// The surest words for an event, and those of who denies it where that is told of as well.
  private func words(of event: Event, width: Int?) -> String {
    let told = event.evidence.filter { $0.status != .denied }
    // Words that give the event's date say most.
    let dated = told.filter { $0.date == event.date && $0.dateBasis == event.dateBasis }
    guard let surest = Self.surest(dated) ?? Self.surest(told) ?? Self.surest(event.evidence) else {
      return ""
    }
    let denial = told.isEmpty ? nil : Self.surest(event.evidence.filter { $0.status == .denied })
    return words(surest, width: width)
      + (denial.map { words($0, after: "denied: ", width: width) } ?? "")
  }

  private static func surest(_ evidence: [Evidence]) -> Evidence? {
    evidence.max { a, b in a.confidence < b.confidence }
  }

  private func words(
    _ surest: Evidence, after opening: String = "", width: Int?
  ) -> String {
    let article = articles[surest.articleID]
    var speakers = surest.attribution.map { wording.name(of: ActorID(rawValue: $0)) }
    if let publisher = article?.publisher { speakers.append(publisher) }
    let origin =
      (speakers.isEmpty ? [article?.url ?? article?.path ?? ""] : speakers)
      + [article?.published?.rawValue ?? ""]
    let text =
      opening + EventAccount.marked(surest) + " — "
      + origin.filter { !$0.isEmpty }.joined(separator: ", ")
    return TextWrapping.paragraph(text, indent: "    ", width: width)
  }
}
