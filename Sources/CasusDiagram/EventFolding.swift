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
    /// The identifiers of all events that it stands for, its own first.
    var members: [String]
    /// How many further events it stands for.
    var folded: Int { members.count - 1 }
  }

  /// The groups of a level: the weightiest event of each shown, in the order of the events.
  static func groups(
    _ events: [Event], level: Level, lane: (Event) -> Int, weight: (Event) -> Double
  ) -> [Group] {
    guard level != .none else { return events.map { Group(event: $0, members: [$0.id]) } }
    var places: [[String]: Int] = [:]
    var best: [(event: Event, weight: Double, ids: [String])] = []
    for event in events {
      // What is planned or denied never hides behind a mark of what occurred.
      let key = key(event, level: level, lane: lane(event)) + [event.status.rawValue]
      let value = weight(event)
      if let place = places[key] {
        best[place].ids.append(event.id)
        if value > best[place].weight {
          best[place].event = event
          best[place].weight = value
        }
      } else {
        places[key] = best.count
        best.append((event, value, [event.id]))
      }
    }
    return best.map { event, _, ids in
      Group(event: event, members: [event.id] + ids.filter { $0 != event.id })
    }
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
