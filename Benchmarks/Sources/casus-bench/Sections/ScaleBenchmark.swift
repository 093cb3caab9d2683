import CasusKnowledge
import CasusModel
import CasusStore
import Foundation

/// What a database of a million and of ten million events among 20,000 actors takes, and how quickly
/// it answers.
enum ScaleBenchmark {
  private static let actorCount = 20_000
  private static let askedPairs = 400
  private static let rowsAtOnce = 20_000
  private static let added = 5_000

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    let small = setting.isQuick ? 30_000 : 1_000_000
    let knowledge = Knowledge.load(from: setting.data, languages: [])
    var lesser: Answers?
    for eventCount in [small, 10 * small] {
      try TemporaryFolder.with { folder in
        let path = folder.file("casus.db")
        var generator = RecordGenerator(actorCount: actorCount)
        let store = try EventStore(path: path, access: .writing(knowledge.catalog))
        let time = try WallClock.measure { try fill(store, with: &generator, count: eventCount) }
        table.add(
          "\(label(eventCount)): import of rows, wall", Double(eventCount) / time, .rowsPerSecond)
        try addSize(folder, path, label(eventCount), to: &table)
        let answers = try Answers(store, &generator, count: askedPairs)
        add(answers, of: label(eventCount), beside: lesser, to: &table)
        let rows = generator.next(added)
        let adding = try WallClock.measure { _ = try store.addRecords(rows) }
        table.add(
          "\(label(eventCount)): \(added) further rows", adding, .seconds,
          peer: lesser.map { ("at \(label(small))", $0.adding) })
        let deriving = try WallClock.measure { try store.deriveRelations() }
        table.add(
          "\(label(eventCount)): relations after them", deriving, .seconds,
          peer: lesser.map { ("at \(label(small))", $0.deriving) })
        try store.close()
        if lesser == nil { lesser = answers.with(adding: adding, deriving: deriving) }
        try GraphPeers.measure(
          setting, folder: folder, database: path, label: label(eventCount), into: &table)
        try addMemory(setting, path, label(eventCount), to: &table)
      }
    }
    table.add(
      note:
        "\(actorCount) actors met with Zipf's skew, \(askedPairs) pairs asked for, each as often "
        + "as it is met; times in process")
  }

  /// Asks databases that are there already, without changing them.
  static func ask(_ paths: [String], _ setting: BenchSetting, into table: inout BenchTable) throws {
    var lesser: Answers?
    for path in paths {
      var generator = RecordGenerator(actorCount: actorCount)
      let store = try EventStore(path: path, access: .reading)
      let label = label(try store.summary().events)
      let answers = try Answers(store, &generator, count: askedPairs)
      try store.close()
      add(answers, of: label, beside: lesser, to: &table)
      lesser = lesser ?? answers
      try TemporaryFolder.with { folder in
        try addSize(folder, path, label, to: &table)
        try GraphPeers.measure(
          setting, folder: folder, database: path, label: label, into: &table)
      }
      try addMemory(setting, path, label, to: &table)
    }
  }

  private static func add(
    _ answers: Answers, of label: String, beside lesser: Answers?, to table: inout BenchTable
  ) {
    for (what, times) in answers.times {
      let before = lesser?.times.first { $0.0 == what }?.1
      for (name, share, limit) in [("p50", 0.5, 0.5e-3), ("p99", 0.99, 5e-3)] {
        table.add(
          "\(label): \(what), \(name)", times.quantile(share), .seconds,
          peer: before.map { ("the smaller one", $0.quantile(share)) }, bound: .atMost(limit))
      }
    }
  }

  private static func label(_ count: Int) -> String {
    count >= 1_000_000 ? "\(count / 1_000_000) M" : "\(count / 1000) k"
  }

  private static func fill(
    _ store: EventStore, with generator: inout RecordGenerator, count: Int
  ) throws {
    var rest = count
    while rest > 0 {
      let rows = generator.next(min(rest, rowsAtOnce))
      _ = try store.addRecords(rows)
      rest -= rows.count
    }
    try store.deriveRelations()
  }

  /// Bytes an event: of all tables but those of sources, which are text.
  private static func addSize(
    _ folder: TemporaryFolder, _ path: String, _ label: String, to table: inout BenchTable
  ) throws {
    guard let program = ChildProcess.find("sqlite3") else { return }
    let output = folder.file("size.txt")
    let query =
      "SELECT sum(pgsize) * 1.0 / (SELECT count(*) FROM event) FROM dbstat "
      + "WHERE aggregate = TRUE AND name NOT LIKE 'article%' "
      + "AND name NOT LIKE 'sqlite_autoindex_article%' AND name NOT LIKE 'actorName%'"
    guard (try? ChildProcess(program, ["-readonly", path, query], output: output)) != nil,
      let text = try? String(contentsOfFile: output, encoding: .utf8),
      let bytes = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return table.add(note: "this sqlite3 cannot say how large tables are") }
    table.add("\(label): bytes an event", bytes, .bytes, bound: .atMost(400))
  }

  /// The most memory that commands hold, as `time` tells it.
  private static func addMemory(
    _ setting: BenchSetting, _ path: String, _ label: String, to table: inout BenchTable
  ) throws {
    guard let time = ChildProcess.find("time") else {
      return table.add(note: "GNU time is not installed: no memory figures")
    }
    let first = "ORG:Actor 0"
    let commands = [
      ["relations", first, "ORG:Actor 1"], ["events", "--actor", first, "--limit", "20"],
      ["path", "ORG:Actor 900", "ORG:Actor 1900"], ["check-data"],
    ]
    for command in commands.prefix(3) {
      try TemporaryFolder.with { folder in
        let file = folder.file("time.txt")
        _ = try ChildProcess(
          time, ["-f", "%M", "-o", file, setting.casus] + command + ["--db", path])
        let text = try String(contentsOfFile: file, encoding: .utf8)
        guard let kilobytes = text.split(separator: "\n").last.flatMap({ Double($0) }) else {
          return
        }
        table.add(
          "\(label): memory of casus \(command[0])", kilobytes / 1000, .megabytes,
          bound: .atMost(300))
      }
    }
  }

  /// How long questions take.
  private struct Answers {
    var times: [(String, [Double])] = []
    var adding = 0.0
    var deriving = 0.0

    init(_ store: EventStore, _ generator: inout RecordGenerator, count: Int) throws {
      let pairs = (0..<count).map { _ in generator.pair() }
      func ask(_ what: String, _ question: ((ActorID, ActorID)) throws -> Void) throws {
        for pair in pairs.prefix(20) { try question(pair) }
        times.append((what, try pairs.map { pair in try CPUClock.measure { try question(pair) } }))
      }
      try ask("latest 20 of a pair") { pair in
        _ = try store.events(
          matching: EventFilter(
            between: ActorPair(pair.0, pair.1), limit: 20, newestFirst: true))
      }
      try ask("relations of a pair") { pair in
        _ = try store.relations(of: pair.0, and: pair.1, supportLimit: 20)
      }
      try ask("relations of a pair, all events named") { pair in
        _ = try store.relations(of: pair.0, and: pair.1)
      }
      try ask("latest 20 of an actor") { pair in
        _ = try store.events(
          matching: EventFilter(actors: [pair.0], limit: 20, newestFirst: true))
      }
    }

    func with(adding: Double, deriving: Double) -> Answers {
      var copy = self
      (copy.adding, copy.deriving) = (adding, deriving)
      return copy
    }
  }
}
