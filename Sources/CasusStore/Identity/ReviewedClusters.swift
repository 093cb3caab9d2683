/// What reviewers decided about the identity of events: it goes before every rule.
enum ReviewedClusters {
  /// Unites the clusters that a reviewer declared one event; the smallest name stays.
  static func united(_ clusters: [EventMerger.Cluster]) -> [EventMerger.Cluster] {
    var result: [EventMerger.Cluster] = []
    var unions: [Set<String>] = []
    for cluster in clusters.sorted(by: { $0.name < $1.name }) {
      var union = Set(cluster.members.flatMap { $0.marks.united ?? [] })
      var joined = cluster
      for index in result.indices.reversed() where !union.isDisjoint(with: unions[index]) {
        joined.name = min(joined.name, result[index].name)
        joined.members += result[index].members
        joined.newsDay = [joined.newsDay, result[index].newsDay].compactMap(\.self).min()
        union.formUnion(unions[index])
        result.remove(at: index)
        unions.remove(at: index)
      }
      result.append(joined)
      unions.append(union)
    }
    return result
  }

  /// The clusters of statements that a reviewer set apart.
  static func apart(_ reports: [Report]) -> [EventMerger.Cluster] {
    Dictionary(grouping: reports.filter { $0.marks.apart != nil }) { $0.marks.apart ?? "" }
      .sorted { $0.key < $1.key }
      .map { EventMerger.Cluster(name: "apart \($0.key)", members: $0.value) }
  }
}
