import CasusModel

/// Events of one group with their statements, and what these come to together with new ones.
struct GroupPart {
  /// The events as they stand, by key.
  var events: [Int64: EventRow]
  /// How many statements each of them has.
  var counts: [Int64: Int]
  /// What takes their place.
  var merged: [EventMerger.Merged]

  /// Whether an event that goes on surely has the actors that it had, because all of its statements,
  /// old and new, name the same ones.
  ///
  /// None of its `counts` statements may have gone to another event; whether any was withdrawn, the
  /// caller must know.
  func keepsSides(of event: Int64, in merged: EventMerger.Merged) -> Bool {
    guard let first = merged.reports.first?.statement else { return false }
    let stayed = merged.reports.count { $0.row?.event == event }
    return stayed > 0 && stayed == counts[event]
      && merged.reports.allSatisfy { $0.statement.hasSides(of: first) }
  }

  /// Whether an event has the very statements that it had.
  ///
  /// Whether any was withdrawn, the caller must know.
  func keepsStatements(of event: Int64, in merged: EventMerger.Merged) -> Bool {
    merged.reports.count == counts[event]
      && merged.reports.allSatisfy { $0.row?.event == event }
  }
}

/// Finds the part of a group that new statements can change, so that the rest is left alone.
///
/// A group may hold years of daily reports; what one more report can change lies around its date.
/// `arrivals` must be all that changes: where statements leave the group, it is taken whole.
/// `docs/identity.md` says why this comes to the same as working the whole group out anew.
struct GroupPartFinder {
  let table: EventTable
  let evidence: EvidenceTable
  let group: EventGroup
  let isSingular: Bool
  /// The new statements; the tag of each is its place.
  let arrivals: [Report]
  /// Whether any event of the table may hold a date other than a single day.
  private let holdsRoughDates: Bool
  /// Whether the table has no events at all, so that none need be looked for.
  private let isTableEmpty: Bool

  private var events: [Int64: EventRow] = [:]
  private var members: [Int64: [Report]] = [:]

  init(
    _ group: EventGroup, isSingular: Bool, arrivals: [Report], table: EventTable,
    evidence: EvidenceTable, holdsRoughDates: Bool = true, isTableEmpty: Bool = false
  ) {
    self.holdsRoughDates = holdsRoughDates
    self.isTableEmpty = isTableEmpty
    self.table = table
    self.evidence = evidence
    self.group = group
    self.isSingular = isSingular
    self.arrivals = arrivals
  }

  /// The whole group.
  func whole() throws -> GroupPart {
    var finder = self
    (finder.events, finder.members) = ([:], [:])
    if !isTableEmpty { try finder.load(try table.events(ofGroup: group.key)) }
    let reports = finder.members.sorted { $0.key < $1.key }.flatMap(\.value) + arrivals
    return GroupPart(
      events: finder.events, counts: finder.members.mapValues(\.count),
      merged: EventMerger.merge(reports, in: group, isSingular: isSingular))
  }

  /// The part that the new statements can change, or `nil` when that is not known.
  func part() throws -> GroupPart? {
    var finder = self
    return try finder.find()
  }

  /// The part that the new statements can change, or the whole group when that is not known.
  mutating func partOrWhole() throws -> GroupPart { try find() ?? whole() }

  private mutating func find() throws -> GroupPart? {
    guard try !isSingular || leavesSingularMatchesAlone() else { return nil }
    let dated = arrivals.filter { $0.span != nil }
    var clusters: [EventMerger.Cluster] = []
    var undated = arrivals.filter { $0.span == nil }
    var touched: Set<Int64> = []
    if !dated.isEmpty {
      var near = GroupNeighbours(
        table: table, evidence: evidence, hash: group.key, isSingular: isSingular,
        holdsRoughDates: holdsRoughDates, isTableEmpty: isTableEmpty)
      guard try near.find(around: Set(dated.compactMap(\.span))) else { return nil }
      if near.spans.isEmpty {
        // By far the most frequent case: nothing else is near.
        clusters = EventMerger.datedClusters(of: dated, isSingular: isSingular)
      } else {
        guard let change = try change(by: dated, near: near), try !moves(change) else {
          return nil
        }
        touched = change.events
        clusters = change.clusters
        undated += change.joined
      }
    }
    let rest = undated.isEmpty ? [] : EventMerger.join(undated, to: &clusters)
    // A statement that no longer finds its event, for what it must be compared with is not here.
    guard rest.allSatisfy({ $0.row == nil }) else { return nil }
    let cycles = try loadNewsCycles(of: rest)
    touched.formUnion(cycles)
    if !rest.isEmpty {
      let told = rest + cycles.sorted().flatMap { members[$0] ?? [] }
      clusters += EventMerger.undatedClusters(of: told)
    }
    let isAll = touched.count == events.count
    return GroupPart(
      events: isAll ? events : events.filter { touched.contains($0.key) },
      counts: members.mapValues(\.count), merged: EventMerger.events(of: clusters, in: group))
  }

  private mutating func load(_ rows: [Int64: EventRow]) throws {
    for (key, row) in rows.sorted(by: { $0.key < $1.key }) { try load(key, row) }
  }

  private mutating func load(_ key: Int64, _ row: EventRow) throws {
    guard events[key] == nil else { return }
    events[key] = row
    members[key] = try evidence.reports(
      ofEvent: key, mode: row.mode, in: group, isSingular: isSingular)
  }

  // MARK: Dated statements

  /// What new dates change: the events concerned, what their dated statements come to with the new
  /// ones, and the undated statements that had joined them.
  private struct Change {
    var events: Set<Int64>
    var clusters: [EventMerger.Cluster]
    var joined: [Report]
  }

  /// Works out what new dates change, and loads the events concerned alone; `nil` when one is
  /// concerned in part only.
  private mutating func change(
    by dated: [Report], near: GroupNeighbours
  ) throws -> Change? {
    let spans = near.spans
    // Most are of the day of all that is near.
    if let first = dated.first?.span, dated.allSatisfy({ $0.span == first }),
      spans.values.allSatisfy({ $0.allSatisfy { $0 == first } })
    {
      let events = spans.filter { !$0.value.isEmpty }.map(\.key)
      return try change(of: events, by: dated, near: near, anchors: [first: first])
    }
    let roughest = DateSpan.roughest(isSingular: isSingular)
    let oldSpans = Set(spans.values.joined())
    let newSpans = Set(dated.compactMap(\.span))
    let before = DateSpan.anchors(of: oldSpans, roughest: roughest)
    let after = DateSpan.anchors(of: oldSpans.union(newSpans), roughest: roughest)
    var anchors = Set(newSpans.compactMap { after[$0] })
    for span in oldSpans where before[span] != after[span] {
      for anchor in [before[span], after[span]] { if let anchor { anchors.insert(anchor) } }
    }
    let concerned = oldSpans.filter { span in
      after[span].map { anchors.contains($0) } ?? false
        || before[span].map { anchors.contains($0) } ?? false
    }
    var events: [Int64] = []
    for (event, own) in spans {
      let count = own.count(where: concerned.contains)
      guard count == 0 || count == own.count else { return nil }
      if count > 0 { events.append(event) }
    }
    return try change(of: events, by: dated, near: near, anchors: after)
  }

  /// Loads some events, which new dates concern, and unites them with these.
  private mutating func change(
    of events: [Int64], by dated: [Report], near: GroupNeighbours, anchors: [DateSpan: DateSpan]
  ) throws -> Change {
    var change = Change(events: Set(events), clusters: [], joined: [])
    var reports = dated
    for event in events.sorted() {
      guard let row = try near.rows[event] ?? table.row(event) else { continue }
      try load(event, row)
      for report in members[event] ?? [] {
        if report.span == nil { change.joined.append(report) } else { reports.append(report) }
      }
    }
    change.clusters = EventMerger.datedClusters(of: reports, anchors: anchors)
    return change
  }

  /// Whether a change may make undated statements elsewhere in the group belong to other events.
  private func moves(_ change: Change) throws -> Bool {
    guard !keepsMatches(change) else { return false }
    guard !isSingular else { return true }
    let articles = Set(change.events.flatMap { members[$0] ?? [] }.map(\.articleID))
    for article in articles.sorted() {
      let isMoved = try evidence.hasUndated(
        ofArticle: article, inGroup: group.key, apartFrom: change.events)
      if isMoved { return true }
    }
    return false
  }

  /// Whether each old event is one again, with nothing else to compare with than before.
  private func keepsMatches(_ change: Change) -> Bool {
    var seen: Set<Int64> = []
    for cluster in change.clusters {
      let old = cluster.members.filter { $0.row != nil }
      if let event = old.first?.row?.event {
        guard old.allSatisfy({ $0.row?.event == event }), seen.insert(event).inserted else {
          return false
        }
      }
      guard let first = old.first, !isSingular, ObjectMatch.concerns(group.type) else { continue }
      // Most say the same, which is sooner seen than looked up.
      if cluster.members.allSatisfy({ $0.hasParticulars(of: first) }) { continue }
      let known = Set(old.map(\.particulars))
      guard cluster.members.allSatisfy({ known.contains($0.particulars) }) else {
        return false
      }
    }
    return true
  }

  /// Whether undated statements of acts that happen once stay where they are: with several dated
  /// events of an outlook nobody can say which of them is meant.
  private func leavesSingularMatchesAlone() throws -> Bool {
    guard try !isTableEmpty && table.hasTwoDated(ofGroup: group.key, (.occurred, .denied)) else {
      return false
    }
    return try !arrivals.contains { $0.outlook == .prospective }
      || table.hasTwoDated(ofGroup: group.key, (.planned, .hypothetical))
  }

  // MARK: Undated statements

  /// Loads the news cycles that further undated statements belong to or shift; gives their events.
  private mutating func loadNewsCycles(of reports: [Report]) throws -> Set<Int64> {
    guard !isTableEmpty else { return [] }
    let length = EventMerger.newsCycle
    var days = Set(reports.compactMap(\.newsDay))
    guard let first = days.min(), let last = days.max() else { return [] }
    // By far the most frequent case: there is no news of those days yet.
    if first == last,
      try table.newsDays(ofGroup: group.key, in: first - length...first + length).isEmpty
    {
      return []
    }
    var starts: Set<Int> = []
    var found: Set<Int64> = []
    var pending: Set<Int> = []
    for day in days {
      pending.formUnion(try table.newsDays(ofGroup: group.key, in: day - length...day))
    }
    while true {
      for start in pending.sorted() {
        let rows = try table.events(ofGroup: group.key, newsDay: start)
        try load(rows)
        found.formUnion(rows.keys)
        days.formUnion(rows.keys.flatMap { members[$0] ?? [] }.compactMap(\.newsDay))
      }
      starts.formUnion(pending)
      pending = []
      // A cycle that begins inside another one no longer begins there.
      for start in Set(EventMerger.newsWindows(of: days).values) {
        pending.formUnion(try table.newsDays(ofGroup: group.key, in: start...start + length))
      }
      pending.subtract(starts)
      if pending.isEmpty { return found }
    }
  }
}

extension Report {
  /// What an undated statement is compared with.
  fileprivate struct Particulars: Hashable {
    let mode: String?
    let object: ObjectWords?
    let place: ObjectWords?
    let language: String?
  }

  fileprivate var particulars: Particulars {
    Particulars(mode: statement.mode, object: object, place: place, language: language)
  }

  fileprivate func hasParticulars(of other: Report) -> Bool {
    self === other
      || statement.mode == other.statement.mode && language == other.language
        && object == other.object && place == other.place
  }
}
