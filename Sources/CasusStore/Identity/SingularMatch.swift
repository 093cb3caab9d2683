import CasusModel

/// Where undated statements of singular acts belong: acts that two actors do once, such as cutting
/// relations, until they are undone.
enum SingularMatch {
  /// How many days a report may seem older than what it reports, because of time zones.
  static let slack = 1

  /// Adds what can only mean one event to it, and gives back the others.
  ///
  /// - With dated events: a statement joins the only one of its outlook, unless it was published
  ///   too early to report it or too late to announce it. With several, the act was undone and done
  ///   again, or the sources disagree; nobody can say which is meant.
  /// - With none: the statements that it happened are one event, and so are the denials that came
  ///   after the first of them.
  static func join(_ reports: [Report], to clusters: inout [EventMerger.Cluster]) -> [Report] {
    let isDated = clusters.contains { $0.members.contains { $0.span != nil } }
    return isDated ? joinDated(reports, to: &clusters) : unite(reports, in: &clusters)
  }

  private static func joinDated(
    _ reports: [Report], to clusters: inout [EventMerger.Cluster]
  ) -> [Report] {
    var joining: [Int: [Report]] = [:]
    var rest: [Report] = []
    for report in reports {
      let fitting = clusters.indices.filter { index in
        clusters[index].members.contains { $0.span != nil && $0.outlook == report.outlook }
      }
      if fitting.count == 1, report.evidence.date == nil,
        mayMean(report, days(of: clusters[fitting[0]].members))
      {
        joining[fitting[0], default: []].append(report)
      } else {
        rest.append(report)
      }
    }
    for (index, members) in joining { clusters[index].members += members }
    return rest
  }

  private static func unite(
    _ reports: [Report], in clusters: inout [EventMerger.Cluster]
  ) -> [Report] {
    let told = reports.filter { $0.evidence.date == nil && $0.evidence.status == .occurred }
    guard !told.isEmpty else { return reports }
    let first = told.compactMap(\.publicationDay).min() ?? .max
    var members: [Report] = []
    var rest: [Report] = []
    for report in reports {
      let isLaterDenial =
        report.evidence.status == .denied && (report.publicationDay ?? .min) >= first
      if report.evidence.date == nil, report.evidence.status == .occurred || isLaterDenial {
        members.append(report)
      } else {
        rest.append(report)
      }
    }
    clusters.append(EventMerger.Cluster(name: "once", members: members))
    return rest
  }

  /// The first and last day of the finest date given.
  private static func days(of members: [Report]) -> (first: Int, last: Int) {
    let finest = members.compactMap(\.span).min(by: DateSpan.isFiner)
    return (finest?.first ?? .min, finest?.last ?? .max)
  }

  /// Whether a statement may be about what happened on certain days, by when it was published.
  ///
  /// A denial without a day of publication may be older than the event: "has not recognised it".
  private static func mayMean(_ report: Report, _ days: (first: Int, last: Int)) -> Bool {
    guard let day = report.publicationDay else { return report.evidence.status != .denied }
    switch report.outlook {
    case .actual: return day + slack >= days.first
    case .prospective: return day - slack <= days.last
    }
  }
}
