import CasusModel

/// Puts events that are alike into one mark, coarser from level to level.
struct EventFolding {
  /// How coarse.
  enum Level: Int, CaseIterable, Comparable {
    case none, sameKindAndMonth, sameKindAndQuarter, sameClassAndQuarter, sameKindAndYear
    case sameClassAndYear, laneAndQuarter, laneAndYear

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    /// The number of months that one mark stands for at most.
    var months: Int {
      switch self {
      case .none, .sameKindAndMonth: 1
      case .sameKindAndQuarter, .sameClassAndQuarter, .laneAndQuarter: 3
      case .sameKindAndYear, .sameClassAndYear, .laneAndYear: 12
      }
    }
  }

  /// One event that stands for others.
  struct Group {
    /// The event that is shown.
    var event: Event
    /// Its place among the events.
    var index: Int
    /// How much the event matters.
    var weight: Double
    /// The identifiers of all events that it stands for, its own first.
    var members: [String]
    /// How many further events it stands for.
    var folded: Int { members.count - 1 }
  }

  /// What two events must have in common to share a mark.
  private struct Key: Hashable {
    var pair: Int
    var kind: Int
    var period: Int
    // What is planned or denied never hides behind a mark of what occurred.
    var status: EventStatus
  }

  private let events: [Event]
  private let weights: [Double]
  private let lanes: [Int]
  private let pairs: [Int]
  private let kinds: [Int]
  private let months: [Int?]

  /// Prepares events for folding.
  /// - Parameters:
  ///   - events: The events in the order of their dates.
  ///   - lane: The lane of each.
  ///   - weight: How much each matters.
  init(_ events: [Event], lane: (Event) -> Int, weight: (Event) -> Double) {
    self.events = events
    weights = events.map(weight)
    lanes = events.map(lane)
    var pairNumbers: [[ActorID]: Int] = [:]
    var kindNumbers: [String: Int] = [:]
    pairs = events.map { event in
      let key =
        event.source.map(\.rolledUp) + [ActorID(rawValue: "")] + event.target.map(\.rolledUp)
      return Self.number(key, in: &pairNumbers)
    }
    kinds = events.map { Self.number($0.type.rawValue + "/" + ($0.mode ?? ""), in: &kindNumbers) }
    months = events.map(Self.month)
  }

  private static func number<Value: Hashable>(_ value: Value, in numbers: inout [Value: Int]) -> Int
  {
    if let number = numbers[value] { return number }
    numbers[value] = numbers.count
    return numbers.count - 1
  }

  /// The groups of a level: the weightiest event of each shown, in the order of the events.
  func groups(_ level: Level) -> [Group] {
    guard level != .none else {
      return events.indices.map {
        Group(event: events[$0], index: $0, weight: weights[$0], members: [events[$0].id])
      }
    }
    var places: [Key: Int] = [:]
    var best: [(index: Int, all: [Int])] = []
    for index in events.indices {
      let key = key(index, level)
      if let place = places[key] {
        best[place].all.append(index)
        if weights[index] > weights[best[place].index] { best[place].index = index }
      } else {
        places[key] = best.count
        best.append((index, [index]))
      }
    }
    return best.sorted { $0.index < $1.index }.map { index, all in
      Group(
        event: events[index], index: index, weight: weights[index],
        members: [events[index].id] + all.filter { $0 != index }.map { events[$0].id })
    }
  }

  private func key(_ index: Int, _ level: Level) -> Key {
    let quad = QuadClass.allCases.firstIndex(of: events[index].quadClass) ?? 0
    // Undated events have no period that could tell them apart.
    let period = months[index].map { $0 / level.months } ?? Int.max
    let (pair, kind): (Int, Int) =
      switch level {
      case .none: (index, 0)
      case .sameKindAndMonth, .sameKindAndQuarter, .sameKindAndYear: (pairs[index], kinds[index])
      case .sameClassAndQuarter, .sameClassAndYear: (pairs[index], quad)
      case .laneAndQuarter, .laneAndYear: (lanes[index], quad)
      }
    return Key(pair: pair, kind: kind, period: period, status: events[index].status)
  }

  /// The month in which an event begins, counted from year 0; `nil` without a dated begin.
  private static func month(_ event: Event) -> Int? {
    guard let date = event.date, !date.lacksYear else { return nil }
    let day = date.lowerBound == .min ? date.upperBound : date.lowerBound
    guard day != .max, day != .min else { return nil }
    let (year, month, _) = CivilDay.date(of: day)
    return year * 12 + month - 1
  }
}
