import CasusModel
import CasusStore
import Foundation

/// Paths and neighbourhoods over the graph of pairs, beside networkx and DuckDB on the same pairs in
/// the same run, loading counted for all.
///
/// `$CASUS_BENCH_PYTHON` names a Python that has both; what is missing is skipped.
enum GraphPeers {
  private static let ends: [(ActorID, ActorID)] = [
    ("ORG:Actor 150", "ORG:Actor 900"), ("ORG:Actor 400", "ORG:Actor 1900"),
    ("ORG:Actor 300", "ORG:Actor 1700"),
  ]

  static func measure(
    _ setting: BenchSetting, folder: TemporaryFolder, database: String, label: String,
    into table: inout BenchTable
  ) throws {
    let python =
      ProcessInfo.processInfo.environment["CASUS_BENCH_PYTHON"] ?? ChildProcess.find("python3")
    let store = try EventStore(path: database, access: .reading)
    let paths = try CPUClock.measure {
      for (start, end) in ends { _ = try store.path(from: start, to: end, filter: oneEvent) }
    }
    let rings = try CPUClock.measure {
      for (start, _) in ends { _ = try store.neighbours(of: start, hops: 3, filter: few) }
    }
    try store.close()
    for (question, own) in [(Question.path, paths), (.neighbourhood, rings)] {
      let what = "\(label): \(question.rawValue)"
      let time = own / Double(ends.count)
      var isCompared = false
      for peer in ["networkx", "duckdb"] {
        guard let python,
          let theirs = try seconds(peer, question, python: python, folder, database)
        else {
          table.add(
            note: "\(peer) gave no answer and is left out; is it installed in $CASUS_BENCH_PYTHON?")
          continue
        }
        isCompared = true
        table.add(what, time, .seconds, peer: (peer, theirs), ratioBound: .atMost(1))
      }
      if !isCompared { table.add(what, time, .seconds) }
    }
  }

  /// What is asked of the graph.
  private enum Question: String {
    case path = "shortest path"
    case neighbourhood = "3-hop neighbourhood"
  }

  /// The nearest twenty, each with its number of events.
  private static let few = EventFilter(limit: 20)
  private static let oneEvent = EventFilter(limit: 1)

  /// The seconds of one answer, loading shared out; `nil` without the library.
  private static func seconds(
    _ peer: String, _ question: Question, python: String, _ folder: TemporaryFolder,
    _ database: String
  ) throws -> Double? {
    // Not by the name of the library, which the script would import in its place.
    let script = folder.file("ask-\(peer).py")
    let output = folder.file("\(peer).txt")
    let names = ends.map { "('\($0.0)', '\($0.1)')" }.joined(separator: ", ")
    let isPath = question == .path
    let loading = peer == "networkx" ? networkx : duckdb
    let asking =
      peer == "networkx"
      ? (isPath ? networkxPath : networkxRings) : (isPath ? duckdbPath : duckdbRings)
    let text = loading + asking + "print(time.process_time() - start)\n"
    try (head + "ends = [\(names)]\n" + text)
      .write(toFile: script, atomically: false, encoding: .utf8)
    guard (try? ChildProcess(python, [script, database], output: output)) != nil else { return nil }
    let answer = try String(contentsOfFile: output, encoding: .utf8)
    return Double(answer.trimmingCharacters(in: .whitespacesAndNewlines)).map {
      $0 / Double(ends.count)
    }
  }

  private static let head = """
    import sqlite3, sys, time

    """

  private static let networkx = """
    import networkx
    start = time.process_time()
    base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    graph = networkx.Graph()
    graph.add_edges_from(base.execute(
        "SELECT DISTINCT source, target FROM dyad WHERE statusCode IN (0, 1)"))
    keys = dict(base.execute("SELECT id, key FROM actor"))

    """

  private static let networkxPath = """
    for a, b in ends:
        networkx.shortest_path(graph, keys[a], keys[b])

    """

  private static let networkxRings = """
    for a, _ in ends:
        networkx.single_source_shortest_path_length(graph, keys[a], cutoff=3)

    """

  private static let duckdb = """
    import duckdb
    start = time.process_time()
    base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    keys = dict(base.execute("SELECT id, key FROM actor"))
    pairs = base.execute(
        "SELECT DISTINCT source, target FROM dyad WHERE statusCode IN (0, 1)").fetchall()
    import array, os, tempfile
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
        file.write("a,b\\n")
        file.writelines(f"{a},{b}\\n{b},{a}\\n" for a, b in pairs)
    memory = duckdb.connect()
    memory.execute("SET threads = 1")
    memory.execute(f"CREATE TABLE edge AS SELECT DISTINCT a, b FROM read_csv('{file.name}')")
    os.remove(file.name)

    """

  private static let duckdbPath = """
    for a, b in ends:
        memory.execute(
            "WITH RECURSIVE reached(node, hops) AS ("
            "SELECT ?::BIGINT, 0 UNION SELECT edge.b, hops + 1 FROM reached JOIN edge ON edge.a = node"
            " WHERE hops < 3) SELECT min(hops) FROM reached WHERE node = ?", [keys[a], keys[b]]).fetchall()

    """

  private static let duckdbRings = """
    for a, _ in ends:
        memory.execute(
            "WITH RECURSIVE reached(node, hops) AS ("
            "SELECT ?::BIGINT, 0 UNION SELECT edge.b, hops + 1 FROM reached JOIN edge ON edge.a = node"
            " WHERE hops < 3) SELECT node, min(hops) FROM reached GROUP BY node", [keys[a]]).fetchall()

    """
}
