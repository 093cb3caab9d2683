import CasusModel
import GRDB

/// Writes and reads rows of `evidence`.
struct EvidenceTable {
  let db: Database
  private let prepared: ImportStatements
  /// What remembers the articles of the evidence of events.
  private let sources: SourceTable
  /// Where new rows wait.
  private let new: NewRows
  /// The words of the objects and places of its statements, for those who compare them.
  let objects: ObjectMemory

  init(
    db: Database, sources: SourceTable? = nil, new: NewRows? = nil, places: PlaceKeys? = nil
  ) {
    self.db = db
    objects = ObjectMemory(places: places)
    self.new = new ?? NewRows(db)
    self.sources = sources ?? SourceTable(db: db)
    prepared = ImportStatements(db)
  }

  /// Adds a statement, and what the program found and reviewers decided where that is something else.
  ///
  /// `event` is `nil` for one that does not count, of a superseded article. The row waits in `NewRows`.
  func insert(
    _ statement: Statement, machine: Statement?, marks: ReviewMarks, article: Int64, event: Int64?,
    stated: String?
  ) throws {
    let evidence = statement.evidence
    let attribution = try JSONColumn.text(of: evidence.attribution)
    let machine = try machine.map { try JSONColumn.encode($0) }
    let marks = marks.isEmpty ? nil : try JSONColumn.encode(marks)
    new.evidence.add {
      $0.add(event)
      $0.add(article)
      $0.add(evidence.start)
      $0.add(evidence.end)
      $0.add(evidence.text)
      $0.add(evidence.sentence)
      $0.add(attribution)
      $0.add(evidence.status)
      $0.add(dateCode: evidence.date)
      $0.add(evidence.dateBasis)
      $0.add(evidence.rule)
      $0.add(evidence.confidence)
      $0.add(statement.object)
      $0.add(statement.place)
      $0.add(stated)
      $0.add(machine)
      $0.add(marks)
    }
  }

  /// Hands evidence to an event, or takes it out of the count with `nil`.
  func assign(_ key: Int64, to event: Int64?, stated: String?) throws {
    try prepared.evidenceAssignment.get().run {
      $0.add(event)
      $0.add(stated)
      $0.add(key)
    }
  }

  func delete(ofArticle article: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM evidence WHERE article = ?")
      .execute(arguments: [article])
  }

  /// What found the evidence of an article.
  func rules(ofArticle article: Int64) throws -> Set<String> {
    try String.fetchSet(
      db.cachedStatement(sql: "SELECT rule FROM evidence WHERE article = ?"),
      arguments: [article])
  }

  func rows(ofArticle article: Int64) throws -> [EvidenceRow] {
    try rows(prepared.evidenceOfArticle, article)
  }

  func rows(ofEvent event: Int64) throws -> [EvidenceRow] {
    try rows(prepared.evidenceOfEvent, event)
  }

  /// The statements of an event as identity needs them; where they do not say otherwise, their mode is
  /// that of the event.
  func reports(
    ofEvent event: Int64, mode: String?, in group: EventGroup, isSingular: Bool
  ) throws -> [Report] {
    var reports: [Report] = []
    try prepared.reportsOfEvent.get().forEach({ $0.add(event) }) { row in
      reports.append(
        try Report(
          row, ofEvent: event, mode: mode, in: group, article: sources.article(row.integer(1)),
          isSingular: isSingular, objects: objects))
    }
    return reports
  }

  /// Where the dated statements of an event lie.
  func spans(ofEvent event: Int64, isSingular: Bool) throws -> [DateSpan] {
    var result: [DateSpan] = []
    try prepared.datesOfEvent.get().forEach({ $0.add(event) }) { row in
      let date = row.dateCode(0)
      if let span = date.flatMap({ DateSpan($0, isSingular: isSingular) }) { result.append(span) }
    }
    return result
  }

  /// Whether an article has undated evidence in a group's events other than some.
  func hasUndated(
    ofArticle id: String, inGroup hash: Int64, apartFrom events: Set<Int64>
  ) throws -> Bool {
    try prepared.undatedOfArticle.get().integers {
      $0.add(id)
      $0.add(hash)
    }.contains { !events.contains($0) }
  }

  /// Hashes of the groups with evidence that reviewers decided about.
  func reviewedGroups() throws -> Set<Int64> {
    // The index holds that evidence alone.
    let statement = try db.cachedStatement(
      sql: """
        SELECT event.groupHash FROM evidence INDEXED BY evidenceByReview
        JOIN event ON event.key = evidence.event WHERE evidence.review IS NOT NULL
        """)
    return Set(try Int64.fetchAll(statement))
  }

  private func rows(
    _ statement: Result<FastStatement, any Error>, _ argument: Int64
  ) throws -> [EvidenceRow] {
    var rows: [EvidenceRow] = []
    try statement.get().forEach({ $0.add(argument) }) { rows.append(try EvidenceRow($0)) }
    return rows
  }
}
