import CasusModel

/// Unites the statements of one group into events, precision first.
///
/// The result is a function of the set of statements: it is worked out anew from all of them each
/// time the group changes, so that no import order and no way of cutting the imports matters.
/// `docs/identity.md` gives the reasons.
///
/// 1. **Dated statements** unite when their dates are equal, or when one is a rough date (a month
///    at most) and the other is the only one inside it. A rough date with two finer ones inside
///    stays on its own. Open intervals are compared by the end that is known. The status does not
///    matter: "will meet on the 13th" and "met on the 13th" are one event, and so are the report
///    and the denial of it.
/// 2. In material events, each union is parted again where the **objects** or the places differ
///    (`ObjectMatch`), and attacks where they were made in different ways (`WayMatch`).
/// 3. **Undated statements** join the only dated event that their article gives of the group, when
///    both say that it is so (or not so) or both that it may come.
/// 4. **The other undated statements** unite across articles when these appeared within three days
///    of the first of them; without a day of publication only within their article. Dates without
///    a year unite only with the same date in the same article.
/// 5. **Singular acts**, which two actors do once until they are undone, are the same whatever
///    their object, a rough date of any length unites with the only finer one inside it, and
///    "since" a day is on that day. An undated statement joins the only dated event of its outlook,
///    or, where none is dated, the others that say that it happened (`SingularMatch`).
/// 6. What **reviewers** set apart or united stays so (`ReviewedClusters`).
enum EventMerger {
  /// One event and the statements it is made of, in the order of its evidence.
  ///
  /// Of most events near a change only the identifier is needed; the rest is worked out when asked for.
  final class Merged {
    let id: String
    let mode: String?
    let reports: [Report]
    /// The first day of the news cycle that makes an undated event one.
    let newsDay: Int?
    private let group: EventGroup
    /// What the statements say together, without them.
    private(set) lazy var event =
      EventSummary(reports: reports, group: group).event(id: id, mode: mode)

    fileprivate init(_ cluster: Cluster, in group: EventGroup) {
      let mode = EventSummary(reports: cluster.members, group: group).mode
      let way = mode == group.mode ? nil : mode
      id = group.eventID(discriminator: way.map { "\(cluster.name) by \($0)" } ?? cluster.name)
      self.mode = mode
      reports =
        cluster.members.count > 1 ? cluster.members.sorted(by: Report.isBefore) : cluster.members
      newsDay = cluster.newsDay
      self.group = group
    }

    /// Whether any date of it is other than a single day.
    var holdsRoughDate: Bool {
      reports.contains { $0.span.map { $0.shape != .bounded || $0.width > 1 } ?? false }
    }
  }

  /// How many days after the first report a further undated one still tells the same news.
  static let newsCycle = 3

  /// Unites the statements of one group, sorted by event identifier.
  /// - Parameters:
  ///   - reports: all statements of the group.
  ///   - group: the group.
  ///   - isSingular: whether its events are acts that happen once, as the reports were told too.
  /// - Returns: the events.
  static func merge(
    _ reports: [Report], in group: EventGroup, isSingular: Bool = false
  ) -> [Merged] {
    let all = reports.sorted(by: Report.isBefore)
    let ordered = all.filter { $0.marks.apart == nil }
    let dated = ordered.filter { $0.span != nil }
    let undated = ordered.filter { $0.span == nil }
    var clusters = datedClusters(of: dated, isSingular: isSingular)
    var rest = join(undated, to: &clusters)
    if isSingular { rest = SingularMatch.join(rest, to: &clusters) }
    clusters += undatedClusters(of: rest)
    clusters = ReviewedClusters.united(clusters) + ReviewedClusters.apart(all)
    return events(of: clusters, in: group)
  }

  /// What the statements of each cluster say together, sorted by event identifier.
  static func events(of clusters: [Cluster], in group: EventGroup) -> [Merged] {
    let merged = clusters.map { Merged($0, in: group) }
    return merged.count > 1 ? merged.sorted { $0.id < $1.id } : merged
  }

  /// Statements on their way into one event.
  struct Cluster {
    /// What tells the cluster from the others of its group.
    var name: String
    var members: [Report]
    /// The first day of the news cycle that makes it one.
    var newsDay: Int?
  }

  /// Dated statements that unite, when there are no others near.
  static func datedClusters(of reports: [Report], isSingular: Bool) -> [Cluster] {
    let first = reports.first?.span
    if let first, reports.allSatisfy({ $0.span == first }) {
      return datedClusters(of: reports, anchors: [first: first])
    }
    return datedClusters(
      of: reports,
      anchors: DateSpan.anchors(
        of: Set(reports.compactMap(\.span)), roughest: DateSpan.roughest(isSingular: isSingular)))
  }

  /// Dated statements that unite, when it is known which dates do.
  static func datedClusters(of reports: [Report], anchors: [DateSpan: DateSpan]) -> [Cluster] {
    if reports.count == 1, let date = reports[0].evidence.date {
      return [Cluster(name: date.rawValue, members: reports)]
    }
    guard let first = reports.first?.span else { return [] }
    // Most are of one day.
    let united =
      reports.allSatisfy { $0.span == first }
      ? [reports]
      : Array(Dictionary(grouping: reports) { $0.span.flatMap { anchors[$0] } }.values)
    return united.flatMap { members in
      WayMatch.parts(of: members).map { part in
        let date = EventSummary.finestDate(of: part.members)?.rawValue ?? ""
        return Cluster(name: name(date, object: part.key), members: part.members)
      }
    }
  }

  /// Adds each undated statement to its article's only fitting event, and gives back the others.
  static func join(
    _ reports: [Report], to clusters: inout [Cluster]
  ) -> [Report] {
    guard !reports.isEmpty, !clusters.isEmpty else { return reports }
    var byArticle: [String: [Int]] = [:]
    for (index, cluster) in clusters.enumerated() {
      for article in Set(cluster.members.map(\.articleID)) {
        byArticle[article, default: []].append(index)
      }
    }
    let settled = clusters
    var rest: [Report] = []
    for report in reports {
      let fitting = (byArticle[report.articleID] ?? []).filter { index in
        let members = settled[index].members
        return members.contains {
          $0.articleID == report.articleID && $0.outlook == report.outlook
        } && WayMatch.agree(report, with: members)
      }
      if fitting.count == 1, report.evidence.date == nil {
        clusters[fitting[0]].members.append(report)
      } else {
        rest.append(report)
      }
    }
    return rest
  }

  /// Undated statements that unite; they must be all of the news cycles that they are in.
  static func undatedClusters(of reports: [Report]) -> [Cluster] {
    if reports.count == 1 {
      let bond = Bond(of: reports[0], window: reports[0].newsDay)
      return [Cluster(name: bond.text, members: reports, newsDay: bond.newsDay)]
    }
    let windows = newsWindows(of: Set(reports.compactMap(\.newsDay)))
    let united = Dictionary(grouping: reports) { report in
      Bond(of: report, window: report.newsDay.flatMap { windows[$0] })
    }
    return united.flatMap { bond, members in
      let text = bond.text
      return WayMatch.parts(of: members).map { part in
        Cluster(name: name(text, object: part.key), members: part.members, newsDay: bond.newsDay)
      }
    }
  }

  /// What undated statements must have in common.
  private enum Bond: Hashable {
    case date(EDTF, article: String)
    case newsCycle(Report.Outlook, start: Int)
    case article(Report.Outlook, String)

    init(of report: Report, window: Int?) {
      if let date = report.evidence.date {
        self = .date(date, article: report.articleID)
      } else if let window {
        self = .newsCycle(report.outlook, start: window)
      } else {
        self = .article(report.outlook, report.articleID)
      }
    }

    var newsDay: Int? {
      if case .newsCycle(_, let start) = self { start } else { nil }
    }

    var text: String {
      switch self {
      case .date(let date, let article): "\(date.rawValue) in \(article)"
      case .newsCycle(let outlook, let start): "\(outlook.rawValue) around \(EDTF.dayText(start))"
      case .article(let outlook, let article): "\(outlook.rawValue) in \(article)"
      }
    }
  }

  /// The first day of the news cycle that each day belongs to.
  static func newsWindows(of days: Set<Int>) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var start: Int?
    for day in days.sorted() {
      if let first = start, day - first <= newsCycle {
        result[day] = first
      } else {
        start = day
        result[day] = day
      }
    }
    return result
  }

  private static func name(_ key: String, object: String?) -> String {
    object.map { "\(key) object \($0)" } ?? key
  }
}

extension QuadClass {
  /// PLOVER's number of the quadrant, 1…4.
  var number: Int {
    switch self {
    case .verbalCooperation: 1
    case .materialCooperation: 2
    case .verbalConflict: 3
    case .materialConflict: 4
    }
  }

  /// The quadrant of a number, 1…4.
  init?(number: Int) {
    guard let found = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = found
  }
}
