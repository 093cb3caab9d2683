public import CasusModel
import GRDB

extension EventStore {
  /// How an actor stands to all others, or to one of them; sorted by kind, actors and beginning.
  ///
  /// With a day, the relations as they stood then: those that had begun, with the ones that ended
  /// later still in force. Those whose days are not known are among them when they had been told of
  /// by then.
  /// - Parameters:
  ///   - actor: the actor; its people and bodies stand for it.
  ///   - other: the other one, or `nil` for all.
  ///   - at: a day or longer time, or `nil` for everything known.
  ///   - supportLimit: how many of the events that support a relation are named, the first of them;
  ///     the others are only counted, as `unnamedSupportCount`. Actors with very many events are
  ///     answered far sooner so. `nil` names all.
  ///   - catalog: the rules by which relations follow from events; with them it is told from which
  ///     day on it is in doubt whether an occupation has ended.
  ///   - weighs: whether the `confidence` of each is to be worked out.
  /// - Returns: the relations; none for an actor without events.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func relations(
    of actor: ActorID, and other: ActorID? = nil, at: EDTF? = nil, supportLimit: Int? = nil,
    catalog: EventCatalog? = nil, weighs: Bool = false
  ) throws -> [Relation] {
    try read { db in
      let all = try Self.relations(of: actor, and: other, supportLimit, in: db)
      var found = try Self.asOf(at, all, catalog, in: db)
      if weighs { try RelationConfidence(db: db).weigh(&found) }
      return found
    }
  }

  /// The relations that follow from the events that pass a filter.
  ///
  /// So it is told how actors stand according to one source, by what was known on a day, or by what
  /// several sources confirm. The filter's types, quadrants, period, limit and actors are not looked
  /// at: a relation rests on events of many kinds and days.
  /// - Parameters:
  ///   - actor: the actor; its people and bodies stand for it.
  ///   - other: the other one, or `nil` for all.
  ///   - at: a day or longer time, or `nil` for everything known.
  ///   - filter: conditions on the events.
  ///   - catalog: the rules by which relations follow from events.
  ///   - supportLimit: how many of the events that support a relation are named, `nil` for all.
  ///   - weighs: whether the `confidence` of each is to be worked out.
  /// - Returns: the relations.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func relations(
    of actor: ActorID, and other: ActorID? = nil, at: EDTF? = nil,
    fromEventsMatching filter: EventFilter, catalog: EventCatalog, supportLimit: Int? = nil,
    weighs: Bool = false
  ) throws -> [Relation] {
    let conditions = filter.conditionsOnReports
    guard conditions != EventFilter() else {
      return try relations(
        of: actor, and: other, at: at, supportLimit: supportLimit, catalog: catalog,
        weighs: weighs)
    }
    return try read { db in
      var filter = conditions
      if let other {
        filter.between = ActorPair(actor.rolledUp, other.rolledUp)
      } else {
        filter.actors = [actor.rolledUp]
      }
      let triggers = TriggerKinds(catalog)
      var events: [ActorPair: [RelationEvent]] = [:]
      try EventQuery(filter, in: db).forEach(fullEvents: true) { event in
        guard triggers.concern(event.type, mode: event.mode) else {
          return true
        }
        for pair in Set(event.dyads.map(\.ordered)) where pair.concerns(actor, other) {
          events[pair, default: []].append(RelationEvent(event, pair: pair, triggers: triggers))
        }
        return true
      }
      let deriver = RelationDeriver(catalog: catalog)
      let found = events.flatMap { deriver.relations(of: $0, from: $1) }
      var relations = try Self.asOf(at, found, catalog, in: db)
      if weighs { try RelationConfidence(db: db).weigh(&relations) }
      if let supportLimit {
        for place in relations.indices { relations[place].keepSupport(supportLimit) }
      }
      return relations
    }
  }

  static func relations(
    of actor: ActorID, and other: ActorID?, _ supportLimit: Int? = nil, in db: Database
  ) throws -> [Relation] {
    guard let scope = try ActorScope(actor, in: db) else { return [] }
    let table = RelationReader(db: db, supportLimit: supportLimit)
    guard let other else { return try table.relations(of: scope.rolledUp) }
    guard let otherScope = try ActorScope(other, in: db) else { return [] }
    return try table.relations(of: scope.rolledUp, otherScope.rolledUp)
  }

  private static func asOf(
    _ date: EDTF?, _ relations: [Relation], _ catalog: EventCatalog?, in db: Database
  ) throws -> [Relation] {
    let sorted = relations.sorted(by: RelationReader.isBefore)
    guard let date else { return sorted }
    let ends = DisputedEnds(db: db, catalog: catalog)
    return try sorted.compactMap { relation in
      guard let plain = relation.state(at: date), try isToldOf(relation, by: date, in: db) else {
        return nil
      }
      let state = try ends.state(of: relation, at: date) ?? plain
      var relation = relation
      relation.state = state
      return relation
    }
  }

  /// Whether a relation has days of its own, or was told of by a day; also when no report has a date.
  private static func isToldOf(
    _ relation: Relation, by date: EDTF, in db: Database
  ) throws -> Bool {
    guard relation.validity == nil else { return true }
    var events = relation.opening + relation.supporting
    if relation.unnamedSupportCount > 0 {
      let pair = ActorPair(relation.source, relation.target)
      events += try RelationReader(db: db).relations(of: pair).filter { $0.id == relation.id }
        .flatMap(\.supporting)
    }
    let statement = try FastStatement(
      db,
      """
      SELECT min(article.publishedDay)
      FROM event JOIN evidence ON evidence.event = event.key
        JOIN article ON article.key = evidence.article
      WHERE event.id = ?
      """)
    var first: Int?
    for event in events {
      var day: Int?
      try statement.first({ $0.add(HexID.array(of: event)) }) { day = $0.optionalInt(0) }
      first = [first, day].compactMap { $0 }.min()
    }
    return first.map { $0 <= date.upperBound } ?? true
  }
}

extension Relation {
  /// Whether the relation held on a day or in a longer time, by what is known now; `nil` when it had
  /// not begun.
  ///
  /// What may have begun by the last of the days counts as begun, and what may not have ended yet as
  /// in force. A relation whose days are not known is as it is now: when it was first told of must be
  /// asked of the database.
  public func state(at date: EDTF) -> State? {
    guard let validity else { return state }
    guard validity.lowerBound <= date.upperBound else { return nil }
    return state == .ended && validity.upperBound > date.upperBound ? .inForce : state
  }
}

extension ActorPair {
  /// The pair with the smaller identifier first.
  fileprivate var ordered: ActorPair {
    first < second ? self : ActorPair(second, first)
  }

  /// Whether it is a pair of two, one of them the actor, and the other the one asked for.
  fileprivate func concerns(_ actor: ActorID, _ other: ActorID?) -> Bool {
    guard first != second else { return false }
    let ends = [first, second]
    return ends.contains(actor.rolledUp) && (other.map { ends.contains($0.rolledUp) } ?? true)
  }
}

extension EventFilter {
  /// The conditions on who said what when, and how surely.
  fileprivate var conditionsOnReports: EventFilter {
    EventFilter(
      statuses: statuses, source: source, knownOn: knownOn, language: language,
      minConfidence: minConfidence, isContested: isContested, minSources: minSources,
      recordedOn: recordedOn)
  }
}
