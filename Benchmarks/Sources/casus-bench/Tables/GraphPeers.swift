import CasusModel
import CasusStore
import Foundation

/// Paths over the graph of pairs, beside networkx and DuckDB on the same pairs in the same run,
/// loading counted for all.
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
    let store = try EventStore(path: database, access: .reading)
    let own = try WallClock.measure {
      for (start, end) in ends { _ = try store.path(from: start, to: end, filter: oneEvent) }
    }
    try store.close()
    let perPath = own / Double(ends.count)
    let python =
      ProcessInfo.processInfo.environment["CASUS_BENCH_PYTHON"] ?? ChildProcess.find("python3")
    var isCompared = false
    for peer in ["networkx", "duckdb"] {
      guard let python, let time = try seconds(peer, python: python, folder, database) else {
        table.add(note: "\(peer) is not installed (set $CASUS_BENCH_PYTHON); left out")
        continue
      }
      isCompared = true
      table.add(
        "\(label): shortest path", perPath, .seconds, peer: (peer, time), ratioBound: .atMost(1))
    }
    if !isCompared { table.add("\(label): shortest path", perPath, .seconds) }
  }

  private static let oneEvent = EventFilter(limit: 1)

  /// The seconds of one path, loading shared out; `nil` without the library.
  private static func seconds(
    _ peer: String, python: String, _ folder: TemporaryFolder, _ database: String
  ) throws -> Double? {
    let script = folder.file("\(peer).py")
    let output = folder.file("\(peer).txt")
    let names = ends.map { "('\($0.0)', '\($0.1)')" }.joined(separator: ", ")
    let text = peer == "networkx" ? networkx : duckdb
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
    start = time.perf_counter()
    base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    graph = networkx.Graph()
    graph.add_edges_from(base.execute(
        "SELECT DISTINCT source, target FROM dyad WHERE status IN ('occurred', 'planned')"))
    keys = dict(base.execute("SELECT id, key FROM actor"))
    for a, b in ends:
        networkx.shortest_path(graph, keys[a], keys[b])
    print(time.perf_counter() - start)

    """

  private static let duckdb = """
    import duckdb
    start = time.perf_counter()
    base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    keys = dict(base.execute("SELECT id, key FROM actor"))
    pairs = base.execute(
        "SELECT DISTINCT source, target FROM dyad WHERE status IN ('occurred', 'planned')").fetchall()
    import array, os, tempfile
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
        file.write("a,b\\n")
        file.writelines(f"{a},{b}\\n{b},{a}\\n" for a, b in pairs)
    memory = duckdb.connect()
    memory.execute("SET threads = 1")
    memory.execute(f"CREATE TABLE edge AS SELECT DISTINCT a, b FROM read_csv('{file.name}')")
    os.remove(file.name)
    for a, b in ends:
        memory.execute(
            "WITH RECURSIVE reached(node, hops) AS ("
            "SELECT ?::BIGINT, 0 UNION SELECT edge.b, hops + 1 FROM reached JOIN edge ON edge.a = node"
            " WHERE hops < 3) SELECT min(hops) FROM reached WHERE node = ?", [keys[a], keys[b]]).fetchall()
    print(time.perf_counter() - start)

    """
}
