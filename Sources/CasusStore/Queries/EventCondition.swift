import CasusModel
import GRDB

/// The conditions of a filter on what `event` holds, apart from who takes part.
struct EventCondition {
  let sql: String
  let arguments: StatementArguments
  /// Whether there is none.
  let isEmpty: Bool

  init(_ filter: EventFilter) {
    var terms: [String] = []
    var values: [any DatabaseValueConvertible] = []
    func add(_ term: String, _ value: any DatabaseValueConvertible) {
      terms.append(term)
      values.append(value)
    }
    func addList(_ column: String, _ list: [any DatabaseValueConvertible]) {
      guard !list.isEmpty else { return }
      terms.append("\(column) IN (\(list.map { _ in "?" }.joined(separator: ", ")))")
      values += list
    }
    addList("event.typeCode", filter.types.map(\.code))
    addList("event.quad", filter.quads.map(\.number))
    addList("event.statusCode", filter.statuses.map(\.code))
    if let least = filter.minConfidence { add("event.confidence >= ?", least) }
    if filter.isContested { add("event.isContested = ?", true) }
    if let least = filter.minSources { add("event.sources >= ?", least) }
    if filter.from != nil || filter.to != nil {
      terms.append("event.day <= event.lastDay")
      if let from = filter.from { add("event.lastDay >= ?", from.lowerBound) }
      if let to = filter.to { add("event.day <= ?", to.upperBound) }
    }
    isEmpty = terms.isEmpty
    sql = terms.isEmpty ? "true" : terms.joined(separator: " AND ")
    arguments = StatementArguments(values)
  }
}
