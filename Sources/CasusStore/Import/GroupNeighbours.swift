import CasusModel

/// The dates of the events of a group that new dates may have to do with.
///
/// Which events a new date concerns is told by dates alone. Where there are reports of every day and
/// of the month, few of them are concerned, and reading the evidence of all would cost far more than
/// everything else.
struct GroupNeighbours {
  let table: EventTable
  let evidence: EvidenceTable
  let hash: Int64
  let isSingular: Bool
  /// Whether any event of the table may hold a date other than a single day.
  let holdsRoughDates: Bool
  /// Whether the table has no events at all.
  let isTableEmpty: Bool
  /// Where the dated statements of each event lie, by its key.
  private(set) var spans: [Int64: [DateSpan]] = [:]
  /// Events that were read as a whole to find them.
  private(set) var rows: [Int64: EventRow] = [:]

  init(
    table: EventTable, evidence: EvidenceTable, hash: Int64, isSingular: Bool,
    holdsRoughDates: Bool, isTableEmpty: Bool
  ) {
    self.holdsRoughDates = holdsRoughDates
    self.isTableEmpty = isTableEmpty
    self.table = table
    self.evidence = evidence
    self.hash = hash
    self.isSingular = isSingular
  }

  /// Finds every event that some new spans may have to do with; `false` when that is not bounded.
  mutating func find(around new: Set<DateSpan>) throws -> Bool {
    guard new.allSatisfy({ $0.shape != .openStart }) else { return false }
    guard !isTableEmpty else { return true }
    let roughest = DateSpan.roughest(isSingular: isSingular)
    if isSingular {
      try addRough(in: SortDay.openStart...SortDay.undated - 1)
    } else {
      let reach = 2 * DateSpan.roughest
      for span in new where span.width <= roughest {
        try addRough(in: span.first - reach...span.last + reach)
      }
    }
    let rough = spans.values.joined().filter { $0.width <= roughest }
    for span in new {
      var (first, last) = (span.first, span.first)
      if span.width <= roughest {
        // What lies inside a span that holds the new one decides what that span unites with.
        last = span.last
        for other in rough where other.contains(span) {
          first = min(first, other.first)
          last = max(last, other.last)
        }
      } else if !isSingular {
        try addRough(in: first...last)
      }
      // All dated statements of the others are of the day of their event.
      if first == last {
        // All of them are concerned.
        for (event, row) in try table.events(ofGroup: hash, day: first) {
          rows[event] = row
          if spans[event] == nil { spans[event] = [DateSpan(day: first)] }
        }
        continue
      }
      for (event, day) in try table.days(ofGroup: hash, in: first...last) where spans[event] == nil
      {
        spans[event] = [DateSpan(day: day)]
      }
    }
    return true
  }

  /// Adds the events that begin in some days and have dates other than a single day.
  private mutating func addRough(in days: ClosedRange<Int>) throws {
    guard holdsRoughDates else { return }
    for event in try table.roughEvents(ofGroup: hash, in: days) where spans[event] == nil {
      spans[event] = try evidence.spans(ofEvent: event, isSingular: isSingular)
    }
  }
}
