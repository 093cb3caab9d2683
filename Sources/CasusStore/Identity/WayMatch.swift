import CasusModel

/// Whether statements of an attack tell the same way in which it was made: with missiles, with drones,
/// from the air.
///
/// Some reports of an attack tell the way and others do not. Those that do not go with the only way
/// whose reports their objects and places agree with, see `docs/identity.md`.
enum WayMatch {
  /// Whether a statement may be of the same way, object and place as the statements of an event.
  static func agree(_ report: Report, with others: [Report]) -> Bool {
    guard let own = report.statement.mode else { return ObjectMatch.agree(report, with: others) }
    return others.allSatisfy { $0.statement.mode ?? own == own }
      && ObjectMatch.agree(report, with: others)
  }

  /// One part for each way, and of each of these those that `ObjectMatch` tells apart; `key` tells the
  /// parts apart and is `nil` when there is one.
  static func parts(of reports: [Report]) -> [(key: String?, members: [Report])] {
    // Most tell the same, which is sooner seen than grouped.
    let first = reports.first?.statement.mode
    guard reports.contains(where: { $0.statement.mode != first }) else {
      return ObjectMatch.parts(of: reports)
    }
    let ways = ways(of: reports)
    guard ways.count > 1 else { return ObjectMatch.parts(of: reports) }
    return ways.flatMap { way, members in
      ObjectMatch.parts(of: members).map { part in
        let keys = [part.key, "by \(way)"].compactMap(\.self)
        return (keys.joined(separator: " "), part.members)
      }
    }
  }

  /// The statements of each way; those of which nobody can say the way are one of their own, "".
  private static func ways(of reports: [Report]) -> [(way: String, members: [Report])] {
    let told = Dictionary(grouping: reports) { $0.statement.mode ?? "" }
    var ways = told.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
      .map { (way: $0.key, members: $0.value) }
    let settled = ways
    var rest: [Report] = []
    for report in told[""] ?? [] {
      var fitting = settled.indices.filter { ObjectMatch.agree(report, with: settled[$0].members) }
      if fitting.count > 1 {
        fitting.removeAll { index in
          !settled[index].members.contains { $0.articleID == report.articleID }
        }
      }
      if fitting.count == 1 {
        ways[fitting[0]].members.append(report)
      } else {
        rest.append(report)
      }
    }
    return ways + (rest.isEmpty ? [] : [("", rest)])
  }
}
