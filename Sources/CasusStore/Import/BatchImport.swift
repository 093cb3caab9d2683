import CasusModel
import GRDB

/// One transaction of an import: articles first, then the events and relations that they touch.
struct BatchImport {
  private let articles: ArticleTable
  private let evidence: EvidenceTable
  private let events: EventTable
  private let relations: RelationTable
  private let rules: IdentityRules
  private let recordedAt: String
  private(set) var report = ImportReport()

  /// New articles with their statements, by key.
  private var fresh: [Int64: [Statement]] = [:]
  /// Addresses of which several versions may now be there.
  private var addresses: Set<String> = []
  /// The groups whose events must be worked out anew, with the statements that join them.
  private var touched: [EventGroup: [Arrival]] = [:]
  /// Those of them that statements leave, or whose rules changed.
  private var unsettled: Set<EventGroup> = []

  /// A statement on its way into an event.
  private struct Arrival {
    let statement: Statement
    let published: EDTF?
    let language: String?
    let articleKey: Int64
    /// The row, when it is there already.
    let evidenceKey: Int64?
  }

  init(_ db: Database, catalog: EventCatalog, recordedAt: String) {
    let actors = ActorKeys(db)
    articles = ArticleTable(db: db)
    evidence = EvidenceTable(db: db)
    events = EventTable(db: db, actors: actors)
    relations = RelationTable(db: db, actors: actors, catalog: catalog)
    rules = IdentityRules(catalog: catalog)
    self.recordedAt = recordedAt
  }

  /// Takes in one article; `finish` completes the batch.
  mutating func add(_ item: ArticleStatements) throws {
    let article = item.article
    guard let known = try articles.find(article.id) else {
      let key = try articles.insert(article, recordedAt: recordedAt)
      report.added += 1
      note(item, key: key)
      return
    }
    guard article.outranks(known.article) else {
      report.unchanged += 1
      return
    }
    // The same words under other particulars, such as an agency report in two newspapers. One of
    // the two records stands for both, and it must not depend on the order which.
    if fresh[known.key] == nil { try withdraw(known.key) }
    try evidence.delete(ofArticle: known.key)
    try articles.update(known.key, to: article)
    report.unchanged += 1
    if let url = known.article.url { addresses.insert(url) }
    note(item, key: known.key)
  }

  /// Works out versions, events and relations.
  mutating func finish() throws {
    for url in addresses.sorted() { try settleVersions(of: url) }
    for (key, statements) in fresh.sorted(by: { $0.key < $1.key }) {
      try place(statements, ofArticle: key)
    }
    try noteChangeOfRules()
    var dyads: Set<ActorPair> = []
    for (group, arrivals) in touched.sorted(by: { $0.key.text < $1.key.text }) {
      if try settle(group, arrivals) { dyads.formUnion(relations.dyads(touchedBy: group)) }
    }
    try relations.markStale(dyads)
  }

  /// Keeps the statements whose words stand in the article.
  private mutating func note(_ item: ArticleStatements, key: Int64) {
    if let url = item.article.url { addresses.insert(url) }
    let text = Array(item.article.text.utf8)
    var sound: [Statement] = []
    for statement in item.statements {
      if statement.evidence.isFound(in: text), statement.evidence.articleID == item.article.id {
        sound.append(statement)
      } else {
        report.rejected.append(
          "\(item.article.path): evidence at bytes \(statement.evidence.start)–"
            + "\(statement.evidence.end) is not in the article; left out")
      }
    }
    report.statements += sound.count
    fresh[key] = sound
  }

  // MARK: Versions of an article

  /// Lets the latest version of an address count, and takes the others out of the count.
  private mutating func settleVersions(of url: String) throws {
    let versions = try ArticleVersion.versions(of: url, in: articles.db)
    guard let current = ArticleVersion.current(of: versions) else { return }
    for version in versions where version.key != current.key {
      try version.setSuccessor(current.key, in: articles.db)
      guard version.successor == nil else { continue }
      report.superseded += 1
      if fresh[version.key] == nil { try withdraw(version.key) }
    }
    guard current.successor != nil else { return }
    try current.setSuccessor(nil, in: articles.db)
    if fresh[current.key] == nil { try restore(current.key) }
  }

  /// Takes an article's evidence out of the count.
  private mutating func withdraw(_ article: Int64) throws {
    for row in try evidence.rows(ofArticle: article) {
      guard let event = row.eventKey else { continue }
      let group = try events.group(of: event)
      let statement = try row.statement(in: group)
      try evidence.assign(
        row.key, to: nil, stated: try JSONColumn.encode(StatedEvent(statement)))
      touched[group, default: []] += []
      unsettled.insert(group)
    }
  }

  /// Takes an article's evidence into the count again.
  private mutating func restore(_ article: Int64) throws {
    for row in try evidence.rows(ofArticle: article) where row.eventKey == nil {
      guard let stated = row.stated else { continue }
      let statement = try JSONColumn.stated(in: stated)
        .statement(object: row.object, place: row.place, evidence: row.evidence)
      touched[EventGroup(statement), default: []].append(
        Arrival(
          statement: statement, published: row.published, language: row.language,
          articleKey: article, evidenceKey: row.key))
    }
  }

  // MARK: Events

  /// Lets every event be worked out anew when the rules are not those of the last import.
  private mutating func noteChangeOfRules() throws {
    let db = articles.db
    let known = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = 'identityRules'"))
    guard known != rules.text else { return }
    for key in try Int64.fetchAll(db, sql: "SELECT min(key) FROM event GROUP BY groupHash") {
      let group = try events.group(of: key)
      touched[group, default: []] += []
      unsettled.insert(group)
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('identityRules', ?)",
      arguments: [rules.text])
  }

  /// Sends a new article's statements to their groups, or files them away when it does not count.
  private mutating func place(_ statements: [Statement], ofArticle key: Int64) throws {
    let row = try Row.fetchOne(
      articles.db.cachedStatement(
        sql: "SELECT published, language, supersededBy FROM article WHERE key = ?"),
      arguments: [key])
    guard let row else { return }
    let isCurrent = (row[2] as Int64?) == nil
    let published = (row[0] as String?).flatMap { EDTF($0) }
    for statement in statements {
      guard isCurrent else {
        try evidence.insert(
          statement, article: key, event: nil,
          stated: try JSONColumn.encode(StatedEvent(statement)))
        continue
      }
      touched[EventGroup(statement), default: []].append(
        Arrival(
          statement: statement, published: published, language: row[1], articleKey: key,
          evidenceKey: nil))
    }
  }

  /// Works out anew what new statements change of a group; `true` when any event changed.
  private func settle(_ group: EventGroup, _ arrivals: [Arrival]) throws -> Bool {
    let hash = group.key
    let isSingular = rules.isSingular(group)
    let reports = arrivals.enumerated().map { index, arrival in
      Report(
        statement: arrival.statement, published: arrival.published, language: arrival.language,
        isSingular: isSingular, tag: index)
    }
    let finder = GroupPartFinder(
      group, hash: hash, isSingular: isSingular, arrivals: reports, table: events,
      evidence: evidence)
    let part = try unsettled.contains(group) ? finder.whole() : finder.part() ?? finder.whole()
    var old = part.events
    let keys = Dictionary(old.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var hasChanged = false
    for merged in part.merged {
      let key: Int64
      if let known = keys[merged.event.id], let row = old.removeValue(forKey: known) {
        key = known
        if try events.update(known, from: row, to: merged) { hasChanged = true }
      } else {
        key = try events.insert(merged, groupHash: hash)
        hasChanged = true
      }
      for report in merged.reports {
        if report.tag < arrivals.count {
          try assign(arrivals[report.tag], to: key, in: group)
        } else {
          let row = part.present[report.tag - arrivals.count]
          guard row.eventKey != key else { continue }
          try evidence.assign(row.key, to: key, stated: row.stated)
        }
      }
    }
    for (key, row) in old.sorted(by: { $0.key < $1.key }) {
      try events.delete(key, day: row.bounds.day)
      hasChanged = true
    }
    return hasChanged
  }

  private func assign(_ arrival: Arrival, to event: Int64, in group: EventGroup) throws {
    let own = StatedEvent(arrival.statement)
    let stated = own == StatedEvent(group) ? nil : try JSONColumn.encode(own)
    if let key = arrival.evidenceKey {
      try evidence.assign(key, to: event, stated: stated)
    } else {
      try evidence.insert(
        arrival.statement, article: arrival.articleKey, event: event, stated: stated)
    }
  }
}

extension Evidence {
  /// Whether the words stand where they are said to stand.
  fileprivate func isFound(in article: [UInt8]) -> Bool {
    guard start >= 0, start <= end, end <= article.count else { return false }
    return article[start..<end].elementsEqual(text.utf8)
  }
}
