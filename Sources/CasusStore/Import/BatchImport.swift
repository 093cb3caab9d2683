import CasusModel
import GRDB

/// Reads, on whichever thread it is called, what the last transaction left.
typealias Snapshot = (_ body: (Database) throws -> Void) throws -> Void

/// One transaction of an import: articles first, then the events and relations that they touch.
struct BatchImport {
  private let articles: ArticleTable
  private let evidence: EvidenceTable
  private let events: EventTable
  /// New rows of both, which are written many at a time.
  private let new: NewRows
  private let relations: RelationTable
  private let rules: IdentityRules
  private let sources: SourceTable
  private let agencies: AgencyCredit
  private let reviews: ReviewTable
  private let actors: ActorKeys
  /// Lets another thread read what the last transaction left; `nil` where that is not to be done.
  private let snapshot: Snapshot?
  /// Whether anybody ever decided anything.
  private let isReviewed: Bool
  private var clock: RecordingClock
  private(set) var report = ImportReport()
  /// What changed in the graph, where that is asked for.
  private var log: ChangeLog?
  /// Whether what later versions change of earlier ones is told in the report.
  private let tellsCorrections: Bool
  /// Articles that replace earlier versions, and the groups whose events that concerns.
  private var corrections: (articles: Set<Int64>, groups: Set<EventGroup>) = ([], [])
  /// The pairs whose relations those may concern.
  private var correctedPairs: Set<ActorPair> = []

  private(set) var recordReport = RecordReport()
  /// The sources of rows of event tables, by identifier.
  private var records: [String: Record] = [:]
  /// The one met last: rows of one source mostly come one after another.
  private var lastRecord: (source: SharedSource, record: Record)?
  /// New rows of event tables with their sources.
  private var rows: [(record: Record, row: SourcedStatement, report: Report)] = []

  private final class Record {
    let key: Int64
    var source: SharedSource
    /// The first in the alphabet of the files that have it.
    private var path: String
    /// The rules of its evidence, by which rows are known.
    var rules: StringSet

    init(key: Int64, source: SharedSource, rules: Set<String> = []) {
      self.key = key
      self.source = source
      path = source.article.path
      self.rules = StringSet(rules)
    }

    /// Whether another file that has it comes before all others, in the order of the table.
    func isFirst(in file: String) -> Bool {
      guard file != path, file.utf8.lexicographicallyPrecedes(path.utf8) else { return false }
      path = file
      return true
    }
  }

  /// New articles that the full-text index does not have yet.
  private var unindexed: [(key: Int64, article: Article)] = []
  /// New articles with their statements, by key.
  private var fresh: [Int64: [Statement]] = [:]
  /// Addresses of which several versions may now be there.
  private var addresses: Set<String> = []
  /// Evidence that was taken into the count again, by key.
  private var restored: [Int64: Report] = [:]
  /// Older versions whose newer one has been taken out.
  private var revived: Set<Int64> = []
  /// The groups whose events must be worked out anew, with the statements that join them.
  private var touched: [EventGroup: [Arrival]] = [:]
  /// Hashes of the groups in which reviewers decided something: their events may unite statements
  /// from anywhere in the group.
  private var reviewed: Set<Int64> = []
  /// Those of them that statements leave, or whose rules changed.
  private var unsettled: Set<EventGroup> = []

  /// - Parameters:
  ///   - db: the database, within a transaction.
  ///   - catalog: the rules.
  ///   - now: microseconds since 1970-01-01, UTC.
  ///   - logsChanges: whether `changes` is to tell what happened to events and relations.
  ///   - tellsCorrections: whether `report` is to tell it of articles that a later version replaced.
  ///   - snapshot: reads, on whichever thread it is called, what the last transaction left.
  /// - Throws: what SQLite throws.
  init(
    _ db: Database, catalog: EventCatalog, now: Int, logsChanges: Bool = false,
    tellsCorrections: Bool = false, snapshot: Snapshot? = nil
  ) throws {
    actors = ActorKeys(db)
    self.snapshot = snapshot
    articles = ArticleTable(db: db)
    new = NewRows(db)
    events = EventTable(db: db, actors: actors, new: new)
    relations = RelationTable(db: db, actors: actors, catalog: catalog)
    rules = IdentityRules(catalog: catalog)
    sources = SourceTable(db: db)
    evidence = EvidenceTable(db: db, sources: sources, new: new, places: catalog.places)
    agencies = AgencyCredit(db: db)
    reviews = ReviewTable(db: db)
    isReviewed = try !reviews.isEmpty()
    clock = try RecordingClock(now: now, after: db)
    log = logsChanges ? ChangeLog() : nil
    self.tellsCorrections = tellsCorrections && !logsChanges
    // What refers to a new row may be written before that is.
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
  }

  /// What changed in the graph so far.
  var changes: ChangeReport { log?.report ?? ChangeReport() }

  /// Takes in one article; `finish` completes the batch.
  mutating func add(_ item: ArticleStatements) throws {
    let now = clock.stamp()
    let record = ArticleRecord(
      article: item.article, statements: item.statements, recordedAt: now, codedAt: now,
      agency: try agencies.agency(of: item.article))
    guard let known = try articles.find(record.article.id) else { return try insert(record) }
    report.unchanged += 1
    _ = try articles.keepFirst(known.key, path: record.article.path, recordedAt: now)
    // The same words under other particulars, such as an agency report in two newspapers. One of
    // the two records stands for both, and it must not depend on the order which.
    if record.article.outranks(known.article) { try replace(known.key, known.article, by: record) }
  }

  /// Takes in one article of another database.
  mutating func merge(_ record: ArticleRecord) throws {
    guard !record.article.text.isEmpty else {
      // A source of event tables: each of its rows stands for itself.
      for statement in record.statements {
        try addRecord(SourcedStatement(statement, source: record.article))
      }
      try new.flushArticles()
      if let key = try articles.key(of: record.article.id) {
        _ = try articles.keepFirst(
          key, path: record.article.path, recordedAt: record.recordedAt)
      }
      return
    }
    guard let key = try articles.find(record.article.id)?.key,
      let known = try articles.record(key)
    else { return try insert(record) }
    report.unchanged += 1
    let isEarlier = try articles.keepFirst(
      key, path: record.article.path, recordedAt: record.recordedAt)
    if isEarlier, let url = known.article.url { addresses.insert(url) }
    if try record.outranks(known) { try replace(key, known.article, by: record) }
  }

  /// Reads an article for events anew: its statements are now these.
  mutating func recode(_ key: Int64, _ statements: [Statement]) throws {
    // Rows of event tables have no words to be read anew.
    guard let known = try articles.record(key), !known.article.text.isEmpty else { return }
    try articles.setCoded(key, at: clock.stamp())
    try withdraw(key)
    try evidence.delete(ofArticle: key)
    note(known.article, statements, key: key)
  }

  /// Applies the decisions about an article anew.
  mutating func review(_ key: Int64) throws {
    guard let known = try articles.record(key) else { return }
    try withdraw(key)
    try evidence.delete(ofArticle: key)
    note(known.article, known.statements, key: key)
  }

  /// Takes an article out; an older version with its address counts again.
  mutating func remove(_ key: Int64) throws {
    guard let known = try articles.record(key) else { return }
    try indexTexts()
    try withdraw(key)
    try evidence.delete(ofArticle: key)
    revived.formUnion(try articles.versions(supersededBy: key))
    revived.remove(key)
    try articles.delete(key)
    if let url = known.article.url { addresses.insert(url) }
  }

  /// Lets every event be worked out anew from its evidence.
  mutating func touchAll() throws {
    let keys = try Int64.fetchAll(
      articles.db, sql: "SELECT min(key) FROM event GROUP BY groupHash")
    for key in keys {
      let group = try events.group(of: key)
      touched[group, default: []] += []
      unsettled.insert(group)
    }
  }

  private mutating func insert(_ record: ArticleRecord) throws {
    let key = try add(record)
    unindexed.append((key, record.article))
    report.added += 1
    note(record.article, record.statements, key: key)
  }

  private func add(_ record: ArticleRecord) throws -> Int64 {
    try new.flushArticles()
    let sketch = TextSketch(record.article.text)
    let key = try articles.insert(record, sketch: sketch)
    sources.remember(record, key: key, sketch: sketch)
    return key
  }

  private mutating func indexTexts() throws {
    try articles.index(unindexed)
    unindexed = []
  }

  private mutating func replace(
    _ key: Int64, _ known: Article, by record: ArticleRecord
  ) throws {
    try indexTexts()
    sources.forget()
    if fresh[key] == nil { try withdraw(key) }
    try evidence.delete(ofArticle: key)
    try articles.update(key, to: record)
    if let url = known.url { addresses.insert(url) }
    note(record.article, record.statements, key: key)
  }

  /// Takes in a row of an event table: a statement without words, and its source without text.
  ///
  /// A source may have many rows, which come in any order; each is known by its rule.
  mutating func addRecord(_ row: SourcedStatement) throws {
    let record = try record(of: row.source)
    let report = row.take()
    guard record.rules.insert(report.evidence.rule) else {
      recordReport.known += 1
      return
    }
    recordReport.added += 1
    rows.append((record, row, report))
  }

  /// The source's row, made or brought up to date; its path does not depend on the order of files.
  private mutating func record(of source: SharedSource) throws -> Record {
    if let lastRecord, lastRecord.source === source { return lastRecord.record }
    let record = try bestRecord(of: source)
    lastRecord = (source, record)
    if record.isFirst(in: source.article.path) {
      try new.flushArticles()
      try articles.keepFirst(record.key, path: source.article.path)
    }
    return record
  }

  private mutating func bestRecord(of source: SharedSource) throws -> Record {
    let id = source.article.id
    let met = records[id]
    if let met, !source.article.outranks(met.source.article) { return met }
    guard let key = try met?.key ?? articles.key(of: id) else {
      try new.flushIfMany()
      let key = try articles.insert(source.article, recordedAt: clock.stamp(), new: new)
      let record = Record(key: key, source: source)
      records[id] = record
      return record
    }
    try new.flushArticles()
    guard let known = try articles.find(id)?.article else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "article \(id) is missing")
    }
    let isBetter = source.article.outranks(known)
    if isBetter {
      sources.forget()
      try withdraw(key)
      try articles.update(key, to: sourceRecord(source.article))
      try restore(key)
    }
    let record: Record
    if let met {
      record = met
    } else {
      record = Record(
        key: key, source: SharedSource(known), rules: try evidence.rules(ofArticle: key))
    }
    if isBetter { record.source = source }
    records[id] = record
    return record
  }

  private mutating func sourceRecord(_ source: Article) -> ArticleRecord {
    let now = clock.stamp()
    return ArticleRecord(
      article: source, statements: [], recordedAt: now, codedAt: now, agency: nil)
  }

  /// Works out versions, events and relations.
  mutating func finish() throws {
    for url in addresses.sorted() { try settleVersions(of: url) }
    if !corrections.articles.isEmpty { log = ChangeLog() }
    for key in fresh.keys.sorted() {
      guard let statements = fresh.removeValue(forKey: key) else { continue }
      try place(statements, ofArticle: key)
    }
    for (record, row, stated) in rows {
      var report = stated
      if rules.isSingular(row.group) {
        report = Report(
          statement: report.statement, article: record.source.particulars, isSingular: true)
      } else if record.source !== row.source {
        report.setArticle(record.source.particulars)
      }
      touched[row.group, default: []].append(Arrival(report: report, articleKey: record.key))
    }
    rows = []
    try noteChangeOfRules()
    correctedPairs = Set(corrections.groups.flatMap { relations.triggers.pairs(touchedBy: $0) })
    if isReviewed { reviewed = try evidence.reviewedGroups() }
    let groups = TouchedGroups(touched)
    touched = [:]
    let pairs = try settle(groups)
    try new.flush()
    try relations.markStale(pairs)
    (fresh, addresses, revived, unsettled, restored) = ([:], [], [], [], [:])
    (records, lastRecord) = ([:], nil)
    sources.forget()
    try indexTexts()
    if log != nil { try deriveRelations() }
    guard tellsCorrections, let log else { return }
    report.corrections += log.report
    self.log = nil
    corrections = ([], [])
  }

  private typealias PairChanges = [ActorPair: RelationTable.PairChange]

  /// Works out what new statements change of some groups, and writes that.
  private mutating func settle(_ groups: TouchedGroups) throws -> PairChanges {
    if let snapshot, groups.count >= Self.manyGroups, mayBeSettledBeside {
      return try settle(groups, reading: snapshot)
    }
    let reader = try GroupReader(
      events: events, evidence: evidence, sources: sources, rules: rules, reviewed: reviewed,
      unsettled: unsettled)
    let settler = settler
    var changes: PairChanges = [:]
    while let (group, arrivals) = groups.next() {
      let found = try reader.change(of: group, by: arrivals)
      let change = try settler.settle(group, arrivals, found, telling(of: group), log: &log)
      try new.flushIfMany()
      note(change, of: group, in: &changes)
    }
    return changes
  }

  private var settler: GroupSettler {
    GroupSettler(events: events, evidence: evidence, relations: relations)
  }

  private func telling(of group: EventGroup) -> GroupSettler.Telling {
    guard log != nil else { return .init() }
    guard tellsCorrections else { return .init(ofRelations: true, ofEvents: true) }
    let pairs = relations.triggers.pairs(touchedBy: group)
    return .init(
      ofRelations: !pairs.isDisjoint(with: correctedPairs),
      ofEvents: corrections.groups.contains(group))
  }

  /// Notes what a change of a group is to the relations of pairs.
  private func note(
    _ change: RelationTable.PairChange, of group: EventGroup, in changes: inout PairChanges
  ) {
    guard change.isWhole || !change.added.isEmpty else { return }
    for pair in relations.triggers.pairs(touchedBy: group) {
      changes[pair, default: .init()] += change
    }
  }

  /// Works out and writes the same, while another thread reads what the last transaction left and
  /// unites statements: that takes as long as writing what comes of it.
  private func settle(
    _ groups: TouchedGroups, reading snapshot: @escaping Snapshot
  ) throws -> PairChanges {
    let settler = settler
    var changes: PairChanges = [:]
    func settle(_ read: [GroupRead]) throws {
      var log: ChangeLog?
      for (group, arrivals, found) in read {
        let change = try settler.settle(group, arrivals, found, log: &log)
        try new.flushIfMany()
        note(change, of: group, in: &changes)
      }
    }
    try HandedWrites.beside { writes in
      try snapshot { db in
        let sources = SourceTable(db: db)
        let reader = try GroupReader(
          events: EventTable(db: db, actors: ActorKeys(db)),
          evidence: EvidenceTable(db: db, sources: sources, places: rules.catalog.places),
          sources: sources, rules: rules)
        var read: [GroupRead] = []
        var count = 0
        while let (group, arrivals) = groups.next() {
          read.append((group, arrivals, try reader.change(of: group, by: arrivals)))
          count += arrivals.count
          guard count >= Self.statementsAtOnce else { continue }
          let full = read
          try writes.add { try settle(full) }
          (read, count) = ([], 0)
        }
        let last = read
        try writes.add { try settle(last) }
      }
    }
    return changes
  }

  private typealias GroupRead = (group: EventGroup, arrivals: [Arrival], found: GroupChange)

  /// So many new statements are handed from one thread to the other at once.
  private static let statementsAtOnce = 500
  /// Fewer groups than this are sooner settled than another thread begins.
  private static let manyGroups = 256

  /// Whether a batch has only added to what the last transaction left, so that nothing of what it has
  /// changed need be read to settle its groups.
  private var mayBeSettledBeside: Bool { !isReviewed && log == nil && unsettled.isEmpty }

  /// Derives the relations of all pairs that wait for it, and notes what changed.
  private mutating func deriveRelations() throws {
    try relations.noteChangeOfRules()
    var changes: [RelationChange] = []
    while try relations.deriveStale(limit: 1024, noting: { changes += $0 }) {}
    for change in changes {
      let isAsked = !tellsCorrections || correctedPairs.contains { $0.isOf(change) }
      if isAsked { log?.note(change) }
    }
  }

  /// Keeps the statements whose words stand in the article.
  private mutating func note(_ article: Article, _ statements: [Statement], key: Int64) {
    if let url = article.url { addresses.insert(url) }
    var text = article.text
    let isSound = text.withUTF8 { text in
      statements.map { $0.evidence.articleID == article.id && $0.evidence.isFound(in: text) }
    }
    var sound = statements
    if isSound.contains(false) {
      sound = []
      for (statement, isSound) in zip(statements, isSound) {
        if isSound {
          sound.append(statement)
        } else {
          report.rejected.append(
            "\(article.path): evidence at bytes \(statement.evidence.start)–"
              + "\(statement.evidence.end) is not in the article; left out")
        }
      }
    }
    // Nearly all are as they were found, and none is copied.
    if sound.contains(where: { $0.evidence.object != nil || $0.evidence.language != nil }) {
      sound = sound.map(\.asFound)
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
      guard version.successor == nil, !revived.contains(version.key) else { continue }
      report.superseded += 1
      guard fresh[version.key] == nil else { continue }
      let groups = try withdraw(version.key)
      guard tellsCorrections else { continue }
      corrections.groups.formUnion(groups)
      corrections.articles.insert(current.key)
    }
    guard current.successor != nil || revived.contains(current.key) else { return }
    try current.setSuccessor(nil, in: articles.db)
    if fresh[current.key] == nil { try restore(current.key) }
  }

  /// Takes an article's evidence out of the count.
  /// - Returns: The groups that it was in.
  @discardableResult
  private mutating func withdraw(_ article: Int64) throws -> Set<EventGroup> {
    var groups: Set<EventGroup> = []
    for row in try evidence.rows(ofArticle: article) {
      guard let event = row.eventKey else { continue }
      let group = try events.group(of: event)
      let statement = try row.statement(in: group)
      try evidence.assign(
        row.key, to: nil, stated: try StatedEvent(statement).json())
      touched[group, default: []] += []
      unsettled.insert(group)
      groups.insert(group)
    }
    return groups
  }

  /// Takes an article's evidence into the count again.
  private mutating func restore(_ article: Int64) throws {
    for row in try evidence.rows(ofArticle: article) where row.eventKey == nil {
      guard let stated = row.stated, row.marks.isRejected != true else { continue }
      if let known = restored[row.key] {
        // The article came with better particulars once more.
        known.setArticle(try sources.article(article))
        continue
      }
      let statement = try JSONColumn.stated(in: stated)
        .statement(object: row.object, place: row.place, evidence: row.evidence)
      let group = EventGroup(statement)
      let report = Report(
        statement: statement, article: try sources.article(article),
        isSingular: rules.isSingular(group), marks: row.marks, objects: evidence.objects)
      restored[row.key] = report
      touched[group, default: []].append(
        Arrival(report: report, articleKey: article, evidenceKey: row.key))
    }
  }

  // MARK: Events

  /// Lets every event be worked out anew when the rules are not those of the last import.
  private mutating func noteChangeOfRules() throws {
    guard try !rules.areThose(of: articles.db) else { return }
    try events.regroup()
    try touchAll()
    try articles.db.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('identityRules', ?)",
      arguments: [rules.text])
  }

  /// Sends a new article's statements to their groups, or files them away when it does not count.
  private mutating func place(_ statements: [Statement], ofArticle key: Int64) throws {
    guard let isCurrent = try articles.isCurrent(key) else { return }
    let article = try sources.article(key)
    func place(
      _ statement: Statement, machine: Statement? = nil, marks: ReviewMarks = ReviewMarks()
    ) throws {
      guard isCurrent, marks.isRejected != true else {
        return try evidence.insert(
          statement, machine: machine, marks: marks, article: key, event: nil,
          stated: try StatedEvent(statement).json())
      }
      let group = EventGroup(statement)
      if corrections.articles.contains(key) { corrections.groups.insert(group) }
      let report = Report(
        statement: statement, article: article, isSingular: rules.isSingular(group), marks: marks,
        objects: evidence.objects)
      touched[group, default: []].append(
        Arrival(report: report, articleKey: key, machine: machine.map { Arrival.Found($0) }))
    }
    guard isReviewed else {
      for statement in statements { try place(statement) }
      return
    }
    let decisions = try reviews.decisions(aboutArticle: article.id)
    for reviewed in try ReviewRules(decisions).apply(to: statements, ofArticle: article.id) {
      try place(reviewed.statement, machine: reviewed.machine, marks: reviewed.marks)
    }
  }
}

extension ActorPair {
  /// Whether a relation is one between the two, whichever way.
  fileprivate func isOf(_ change: RelationChange) -> Bool {
    guard let relation = change.after ?? change.before else { return false }
    return (relation.source, relation.target) == (first, second)
      || (relation.source, relation.target) == (second, first)
  }
}

extension Evidence {
  /// Whether the words stand where they are said to stand.
  fileprivate func isFound(in article: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start >= 0, start <= end, end <= article.count, text.utf8.count == end - start else {
      return false
    }
    return article[start..<end].elementsEqual(text.utf8)
  }
}
