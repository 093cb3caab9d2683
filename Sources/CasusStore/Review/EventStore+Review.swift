public import CasusModel
import GRDB

extension EventStore {
  /// Decides about an event: what a person says wins over what the program found.
  ///
  /// ```swift
  /// let review = Review([.status(.denied)], reviewer: "Ana", decidedAt: "2026-03-01T10:00:00Z")
  /// let (decisions, changes) = try store.review("98f6c5dd", review)
  /// ```
  /// - Parameters:
  ///   - idPrefix: the event's identifier, or how it begins.
  ///   - review: what is said.
  /// - Returns: the decisions, and what they changed.
  /// - Throws: `StoreError.unknownEvent`, `.ambiguousEvent`, or `.impossibleDecision`, when a decision
  ///   makes no sense for the event; then nothing is decided.
  @discardableResult
  public func review(
    _ idPrefix: String, _ review: Review
  ) throws -> (decisions: [ReviewDecision], changes: ChangeReport) {
    let now = Self.now
    return try write { db, catalog in
      let event = try Self.eventKey(idPrefix: idPrefix, in: db)
      let decisions = try ReviewSession(db, catalog: catalog).decisions(review, on: event)
      let table = ReviewTable(db: db)
      for decision in decisions { try table.insert(decision) }
      return (decisions, try Self.apply(decisions, in: db, catalog: catalog, now: now))
    }
  }

  /// Takes a decision back; it stays in the list.
  /// - Parameters:
  ///   - idPrefix: the decision's identifier, or how it begins.
  ///   - reviewer: who takes it back.
  ///   - time: when, in UTC (ISO 8601).
  /// - Returns: the decision, and what changed.
  /// - Throws: `StoreError.unknownDecision`, `.ambiguousDecision`, or `.impossibleDecision`, when it has
  ///   been taken back already.
  @discardableResult
  public func undoReview(
    _ idPrefix: String, by reviewer: String, at time: String
  ) throws -> (decision: ReviewDecision, changes: ChangeReport) {
    let now = Self.now
    return try write { db, catalog in
      let table = ReviewTable(db: db)
      let found = try table.decisions(idPrefix: idPrefix)
      guard let decision = found.first else {
        throw StoreError.unknownDecision(prefix: idPrefix)
      }
      guard found.count == 1 else {
        throw StoreError.ambiguousDecision(
          prefix: idPrefix, candidates: found.prefix(5).map(\.id).sorted())
      }
      if let by = decision.undoneBy, let at = decision.undoneAt {
        throw StoreError.impossibleDecision(
          reason: "decision \(decision.id.prefix(8)) was taken back by \(by) at \(at)")
      }
      try table.undo(decision.id, by: reviewer, at: time)
      let changes = try Self.apply([decision], in: db, catalog: catalog, now: now)
      return (try table.decisions(idPrefix: decision.id).first ?? decision, changes)
    }
  }

  /// All decisions, those taken back too, earlier ones first.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func reviewDecisions() throws -> [ReviewDecision] {
    try read { try ReviewTable(db: $0).all() }
  }

  /// The decisions about words of an event, earlier ones first.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func reviewDecisions(about event: Event) throws -> [ReviewDecision] {
    try read { db in
      let table = ReviewTable(db: db)
      guard try !table.isEmpty() else { return [] }
      let places = Set(event.evidence.map(\.place))
      let found = try Set(event.evidence.map(\.articleID)).flatMap {
        try table.decisions(aboutArticle: $0)
      }
      return Set(found).filter { decision in
        (decision.statements + decision.others).contains { places.contains($0.evidence.place) }
      }.sorted(by: ReviewDecision.isBefore)
    }
  }

  /// The events that a person should look at: contested, or found with little confidence, and not
  /// decided about yet; by date.
  /// - Parameters:
  ///   - filter: which events; its limit counts those given back.
  ///   - confidence: what is little.
  /// - Returns: the events with their evidence.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func eventsToReview(
    matching filter: EventFilter = EventFilter(), below confidence: Double = 0.6
  ) throws -> [Event] {
    try read { db in
      var result: [Event] = []
      guard filter.limit != 0 else { return [] }
      let table = ReviewTable(db: db)
      let isReviewed = try !table.isEmpty()
      try EventQuery(filter, in: db).forEach(fullEvents: true) { event in
        guard event.isContested || event.confidence < confidence else { return true }
        if isReviewed, try table.hasDecided(event) { return true }
        result.append(event)
        return result.count != filter.limit
      }
      return result
    }
  }

  /// Works out anew what some decisions concern.
  private static func apply(
    _ decisions: [ReviewDecision], in db: Database, catalog: EventCatalog, now: Int
  ) throws -> ChangeReport {
    var batch = try BatchImport(db, catalog: catalog, now: now, logsChanges: true)
    let articles = ArticleTable(db: db)
    for id in Set(decisions.flatMap(ReviewTable.articles)).sorted() {
      if let key = try articles.find(id)?.key { try batch.review(key) }
    }
    try batch.finish()
    return batch.changes
  }

  /// The key of the event whose identifier starts with some hexadecimal digits.
  static func eventKey(idPrefix: String, in db: Database) throws -> Int64 {
    guard let range = HexID.range(ofPrefix: idPrefix) else {
      throw StoreError.unknownEvent(prefix: idPrefix)
    }
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT key, lower(hex(id)) FROM event WHERE id BETWEEN ? AND ?
        LIMIT \(StoreError.candidateCount)
        """,
      arguments: [range.first, range.last])
    guard let first = found.first else {
      throw try FormerEvents(db: db).correction(idPrefix: idPrefix)
        ?? StoreError.unknownEvent(prefix: idPrefix)
    }
    guard found.count == 1 else {
      throw StoreError.ambiguousEvent(prefix: idPrefix, candidates: found.map { $0[1] })
    }
    return first[0]
  }
}

extension Evidence {
  /// Where the words stand; what has no words is known by its rule.
  fileprivate var place: [String] {
    [articleID, "\(start)", "\(end)", text.isEmpty ? rule : ""]
  }
}

extension ReviewTable {
  /// Whether somebody has decided about words of an event; a note decides nothing.
  func hasDecided(_ event: Event) throws -> Bool {
    let places = Set(event.evidence.map(\.place))
    return try Set(event.evidence.map(\.articleID)).contains { article in
      try decisions(aboutArticle: article).contains { decision in
        !decision.isUndone && decision.kind != .note
          && (decision.statements + decision.others).contains { places.contains($0.evidence.place) }
      }
    }
  }
}
