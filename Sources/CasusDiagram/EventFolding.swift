import CasusModel

/// Puts events that are alike into one mark, coarser from level to level.
struct EventFolding {
  /// How coarse.
  enum Level: Int, CaseIterable, Comparable {
    case none, sameKindAndMonth, sameClassAndMonth, sameClassAndQuarter, sameSignAndYear
    case laneAndQuarter, laneAndYear, laneAndClass

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// One event that stands for others.
  struct Group {
    /// The event that is shown.
    var event: Event
    /// How many further events it stands for.
    var folded: Int
  }

  /// The groups of a level: the weightiest event of each shown, in the order of the events.
  static func groups(
    _ events: [Event], level: Level, lane: (Event) -> Int, weight: (Event) -> Double
  ) -> [Group] {
    guard level != .none else { return events.map { Group(event: $0, folded: 0) } }
    var places: [[String]: Int] = [:]
    var best: [(event: Event, weight: Double, count: Int)] = []
    for event in events {
      // What is planned or denied never hides behind a mark of what occurred.
      let key = key(event, level: level, lane: lane(event)) + [event.status.rawValue]
      let value = weight(event)
      if let place = places[key] {
        best[place].count += 1
        if value > best[place].weight {
          best[place].event = event
          best[place].weight = value
        }
      } else {
        places[key] = best.count
        best.append((event, value, 1))
      }
    }
    return best.map { Group(event: $0.event, folded: $0.count - 1) }
  }

  private static func key(_ event: Event, level: Level, lane: Int) -> [String] {
    let pair = [
      event.source.map(\.rolledUp.rawValue).joined(separator: "+"),
      event.target.map(\.rolledUp.rawValue).joined(separator: "+"),
    ]
    let sign = event.quadClass.isCooperation ? "+" : "-"
    switch level {
    case .none: return [event.id]
    case .sameKindAndMonth:
      return pair + [
        event.type.rawValue, event.mode ?? "", period(event, months: 1),
      ]
    case .sameClassAndMonth: return pair + [event.quadClass.rawValue, period(event, months: 1)]
    case .sameClassAndQuarter: return pair + [event.quadClass.rawValue, period(event, months: 3)]
    case .sameSignAndYear: return pair + [sign, period(event, months: 12)]
    case .laneAndQuarter:
      return [String(lane), event.quadClass.rawValue, period(event, months: 3)]
    case .laneAndYear: return [String(lane), event.quadClass.rawValue, period(event, months: 12)]
    case .laneAndClass: return [String(lane), sign, period(event, months: 120)]
    }
  }

  /// The month, quarter, year… in which an event begins.
  private static func period(_ event: Event, months: Int) -> String {
    guard let date = event.date, !date.lacksYear else { return "" }
    let day = date.lowerBound == .min ? date.upperBound : date.lowerBound
    guard day != .max, day != .min else { return "" }
    let (year, month, _) = CivilDay.date(of: day)
    return String((year * 12 + month - 1) / months)
  }
}
