import CasusKnowledge
import CasusModel
import CasusStore
import Foundation

/// How long questions about pairs take, beside the same question as a join of participants.
enum QueryBenchmark {
  private static let eventCount = 100_000
  private static let actorLimit = 400
  private static let askedPairs = 400

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    let knowledge = Knowledge.load(from: setting.data, languages: [])
    try TemporaryFolder.with { folder in
      let generated = try GeneratedStore(
        path: folder.file("casus.db"), eventCount: setting.scaled(eventCount),
        actorLimit: actorLimit, knowledge: knowledge)
      let store = generated.store
      let pairs = Array(generated.pairs.prefix(askedPairs))
      let count = try store.eventCount()
      table.add(
        "import of statements", Double(count) / generated.importTime, .eventsPerSecond)
      let join = try ParticipantJoin(folder: folder, database: generated.path)
      let joined = try join?.times(pairs)
      var found = 0
      try add("events of a pair", pairs, peer: joined, to: &table) {
        found += try store.events(matching: EventFilter(between: $0)).count
      }
      let latest = try join?.times(pairs, limit: 100)
      try add("latest 100 of a pair", pairs, peer: latest, to: &table) {
        _ = try store.events(matching: EventFilter(between: $0, limit: 100, newestFirst: true))
      }
      try add("relations of a pair", pairs, peer: nil, to: &table) {
        _ = try store.relations(of: $0.first, and: $0.second)
      }
      table.add(
        note: "\(count) events, \(pairs.count) pairs asked for, "
          + "\(found / max(1, pairs.count)) events a pair; wall time in process; the join is the "
          + "processor time that sqlite3 gives for each query")
      try store.close()
    }
  }

  private static func add(
    _ what: String, _ pairs: [ActorPair], peer: [Double]?, to table: inout BenchTable,
    ask: (ActorPair) throws -> Void
  ) throws {
    for pair in pairs.prefix(20) { try ask(pair) }
    let times = try pairs.map { pair in try WallClock.measure { try ask(pair) } }
    for (name, share) in [("p50", 0.5), ("p99", 0.99)] {
      table.add(
        "\(what), \(name)", times.quantile(share), .seconds,
        peer: peer.map { ("join in sqlite3", $0.quantile(share)) })
    }
  }
}
