import CasusModel

/// Cuts a graph into years.
enum RelationPeriods {
  /// One year: what is dated within it, and the relations that held in it.
  struct Period {
    let title: String
    let graph: EventGraph
  }

  private static let maximum = 12

  /// The years with events, at most the last twelve; of more than four those with hardly any are
  /// left out.
  static func years(of graph: EventGraph) -> [Period] {
    var events: [Int: [Event]] = [:]
    for event in graph.events {
      guard let days = TimelineMaterial.interval(event.date) else { continue }
      let first = CivilDay.date(of: days.lowerBound).year
      guard first == CivilDay.date(of: days.upperBound).year else { continue }
      events[first, default: []].append(event)
    }
    let busiest = events.values.map(\.count).max() ?? 0
    let least = events.count > 4 ? max(1, busiest / 20) : 0
    let years = events.keys.filter { events[$0, default: []].count > least }.sorted()
    return years.suffix(maximum).map { year in
      var part = graph
      part.events = events[year] ?? []
      let first = CivilDay.number(year: year, month: 1, day: 1)
      let last = CivilDay.number(year: year, month: 12, day: 31)
      part.relations = graph.relations.filter { relation in
        guard let validity = relation.validity else { return false }
        return validity.lowerBound <= last && validity.upperBound >= first
      }
      return Period(title: String(year), graph: part)
    }
  }
}
