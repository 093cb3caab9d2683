import CasusModel

/// The relations of one kind and direction between two actors, as their events come by in order.
struct RelationHistory {
  /// One relation with the events that made it.
  struct Period {
    var opening: [RelationEvent] = []
    var supporting: [RelationEvent] = []
    var closing: [RelationEvent] = []
    /// Whether undated events would close it, or such as may tell of another place.
    var isDoubted = false
    var isPlanned = false
    /// Where what the opening events tell of holds; `nil` stands for a place that is not named.
    var places: Set<String?> = []
    /// Whether nothing but its end is known.
    var isToldByItsEnd = false
  }

  private var periods: [Period]
  /// How many periods came before those.
  private let earlierCount: Int
  private var undated: [(event: RelationEvent, entry: RelationTriggers.Entry)] = []
  private var planned: [RelationEvent] = []

  /// - Parameters:
  ///   - last: a period that has ended, when the events before it are not to be looked at again: it
  ///     comes first in what is `finished`.
  ///   - count: how many periods there are up to it.
  init(after last: Period? = nil, count: Int = 0) {
    periods = last.map { [$0] } ?? []
    earlierCount = max(0, count - 1)
  }

  /// Takes the next event.
  mutating func take(_ event: RelationEvent, by entry: RelationTriggers.Entry) {
    if event.isPlan {
      if entry.part == .opens { planned.append(event) }
      return
    }
    guard event.isActual else { return }
    guard event.isDated else {
      undated.append((event, entry))
      return
    }
    switch entry.part {
    case .opens: open(with: event)
    case .supports: support(with: event)
    case .closes: close(with: event, by: entry.trigger)
    }
  }

  /// The relations, once all events are in.
  func finished() -> [Period] {
    var history = self
    for part in [RelationEvent.Part.opens, .supports, .closes] {
      history.settleUndated(undated.filter { $0.entry.part == part }, as: part)
    }
    history.settlePlanned()
    return history.periods
  }

  private var isOpen: Bool {
    periods.last.map { $0.closing.isEmpty } ?? false
  }

  private mutating func open(with event: RelationEvent) {
    if !isOpen { periods.append(Period()) }
    let last = periods.count - 1
    periods[last].places.insert(event.place)
    periods[last].isDoubted = false
    if let first = periods[last].opening.first, !first.tellsOfSameDay(as: event) {
      periods[last].supporting.append(event)
    } else {
      periods[last].opening.append(event)
    }
  }

  private mutating func support(with event: RelationEvent) {
    if !isOpen { periods.append(Period()) }
    periods[periods.count - 1].supporting.append(event)
  }

  private mutating func close(with event: RelationEvent, by trigger: EventCatalog.Trigger) {
    guard let last = periods.indices.last else {
      if trigger.isTelling { periods = [Period(closing: [event], isToldByItsEnd: true)] }
      return
    }
    let closing = periods[last].closing(by: event, trigger)
    if isOpen, closing != .ends {
      periods[last].supporting.append(event)
      periods[last].places.remove(event.place)
      periods[last].isDoubted = closing == .mayEnd
    } else if isOpen || periods[last].closing.contains(where: { $0.tellsOfSameDay(as: event) })
      || closing == .ends && periods[last].closing.allSatisfy(\.isContested)
    {
      // What one side alone calls the end may not be it.
      periods[last].closing.append(event)
      periods[last].isDoubted = false
    }
  }

  private mutating func settleUndated(
    _ undated: [(event: RelationEvent, entry: RelationTriggers.Entry)],
    as part: RelationEvent.Part
  ) {
    guard !undated.isEmpty else { return }
    var events = undated.map(\.event)
    guard let last = periods.indices.last else {
      switch part {
      case .opens: periods = [Period(opening: events)]
      case .supports: periods = [Period(supporting: events)]
      case .closes: break
      }
      return
    }
    switch part {
    case .opens, .supports:
      if earlierCount + periods.count == 1 { periods[last].supporting += events }
    case .closes:
      if isOpen {
        // Nobody knows in which order they stand, so that each is asked for itself.
        events = undated.filter {
          periods[last].closing(by: $0.event, $0.entry.trigger) != .leaves
        }.map(\.event)
        if !events.isEmpty { periods[last].isDoubted = true }
      }
      periods[last].closing += events
    }
  }

  private mutating func settlePlanned() {
    guard !planned.isEmpty else { return }
    if let last = periods.indices.last, isOpen {
      periods[last].supporting += planned
    } else {
      periods.append(Period(opening: planned, isPlanned: true))
    }
  }
}

extension RelationEvent {
  /// Whether two dates may be one: one is a month at most and holds the other.
  func tellsOfSameDay(as other: RelationEvent) -> Bool {
    guard let own = knownStart, let its = other.knownStart else { return false }
    let (rough, fine) = own.width > its.width ? (own, its) : (its, own)
    return rough.first <= fine.first && fine.last <= rough.last && rough.width <= DateSpan.roughest
  }

  /// The first day, as closely as it is known.
  private var knownStart: DateSpan? {
    date?.start.flatMap { EDTF($0) }.flatMap { DateSpan($0) }
  }
}

extension RelationHistory.Period {
  /// What an event that closes such relations does to one.
  fileprivate enum Closing {
    /// It ends it.
    case ends
    /// It may end it: what else is told of has no name and may be the same place.
    case mayEnd
    /// It leaves it in other places.
    case leaves
  }

  fileprivate func closing(by event: RelationEvent, _ trigger: EventCatalog.Trigger) -> Closing {
    let isWhole =
      trigger.extent == .whole || trigger.extent == .namedPlace && event.place == nil
    let others = isWhole ? [] : places.subtracting([event.place])
    if others.isEmpty { return .ends }
    return others == [nil] ? .mayEnd : .leaves
  }

  /// The relation that the period stands for.
  func relation(
    kind: String, info: EventCatalog.RelationInfo, between ends: ActorPair
  ) -> Relation {
    Relation(
      id: id(kind: kind, ends: ends), kind: kind, source: ends.first, target: ends.second,
      isSymmetric: info.isSymmetric, polarity: info.polarity, validity: validity, state: state,
      opening: Self.ids(opening), supporting: Self.ids(supporting), closing: Self.ids(closing))
  }

  /// The events by date, whatever rule brought them in.
  private static func ids(_ events: [RelationEvent]) -> [String] {
    events.sorted(by: RelationEvent.isBefore).map(\.id)
  }

  private func id(kind: String, ends: ActorPair) -> String {
    let first = isToldByItsEnd ? closing.first : opening.first ?? supporting.first
    let text = [
      kind, ends.first.rawValue, ends.second.rawValue, isPlanned ? "planned" : "",
      first?.id ?? "",
    ].joined(separator: "\u{1F}")
    return String(ContentHash.hex(of: text.utf8).prefix(32))
  }

  private var state: Relation.State {
    if isPlanned { return .planned }
    let founding = opening.isEmpty ? supporting : opening
    if isDoubted || !isToldByItsEnd && founding.allSatisfy(\.isContested) { return .contested }
    if closing.isEmpty { return .inForce }
    return closing.allSatisfy(\.isContested) ? .contested : .ended
  }

  private var validity: EDTF? {
    let since = opening.isEmpty ? weakStart : start
    let sure = closing.filter { !$0.isContested && $0.isDated }
    let until = (sure.isEmpty ? closing : sure).compactMap(\.date).compactMap(\.end).first
    guard let since else { return until.flatMap { EDTF("/\($0)") } }
    if let until, let found = EDTF("\(since)/\(until)") { return found }
    return EDTF("\(since)/\(closing.isEmpty ? ".." : "")")
  }

  /// The start by the finest of the opening events' dates.
  private var start: String? {
    let starts = opening.compactMap(\.date).compactMap(\.start).compactMap { EDTF($0) }
    return starts.min { a, b in
      ((DateSpan(a)?.width ?? .max), a.rawValue) < ((DateSpan(b)?.width ?? .max), b.rawValue)
    }?.rawValue
  }

  /// The first sign of a relation that nothing opened: it may have begun earlier.
  private var weakStart: String? {
    guard let start = supporting.first?.date?.start else { return nil }
    return start.utf8.contains(where: "~?%".utf8.contains) ? start : start + "?"
  }
}

extension EDTF {
  /// The text of the first of the days, as an interval may carry it; `nil` when open or unknown.
  var start: String? { edge(first: true) }

  /// The text of the last of the days; where the end is open, of the first.
  var end: String? { edge(first: false) ?? start }

  private func edge(first: Bool) -> String? {
    guard !lacksYear else { return nil }
    if rawValue.hasPrefix("[") {
      let day = first ? lowerBound : upperBound
      return EDTF.dayText(day)
    }
    let ends = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    guard let text = first ? ends.first : ends.last, !text.isEmpty, text != ".." else { return nil }
    return String(text)
  }
}
