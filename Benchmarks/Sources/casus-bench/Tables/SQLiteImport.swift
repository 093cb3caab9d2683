import Foundation

/// The rows of a Casus database, imported by `sqlite3` from CSV into tables with the same columns and
/// indexes.
///
/// The tables check nothing and have no foreign keys, and the identifiers of events are text of
/// 16 characters: CSV knows neither bytes nor NULL. What is empty stands for NULL, in indexes too.
struct SQLiteImport {
  /// The imported tables.
  private static let tables = ["article", "actor", "event", "participant", "dyad", "evidence"]

  private let program: String
  private let folder: TemporaryFolder
  private let database: String

  /// - Returns: `nil` when `sqlite3` is not installed.
  init?(folder: TemporaryFolder, database: String) {
    guard let program = ChildProcess.find("sqlite3") else { return nil }
    self.program = program
    self.folder = folder
    self.database = database
  }

  /// Runs the import and gives what it took.
  func run() throws -> ChildProcess {
    for table in Self.tables {
      let columns = table == "event" ? "substr(hex(id), 1, 16), " : ""
      let rest =
        table == "event" ? try names(of: table).filter { $0 != "id" } : try names(of: table)
      _ = try ChildProcess(
        program,
        [
          "-readonly", "-csv", database,
          "SELECT \(columns)\(rest.joined(separator: ", ")) FROM \(table)",
        ], output: folder.file("\(table).csv"))
    }
    var script = ["PRAGMA journal_mode = WAL;", "PRAGMA synchronous = NORMAL;"]
    script.append("PRAGMA cache_size = -65536;")
    for table in Self.tables { script += try schema(of: table) }
    script.append(".mode csv")
    script += Self.tables.map { ".import \(folder.file("\($0).csv")) \($0)" }
    let input = folder.file("import.sql")
    try script.joined(separator: "\n").write(toFile: input, atomically: false, encoding: .utf8)
    return try ChildProcess(program, [folder.file("peer.db")], input: input)
  }

  /// The table without its rules, and its indexes.
  private func schema(of table: String) throws -> [String] {
    let key = try text(
      "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info('\(table)') "
        + "WHERE pk > 0 ORDER BY pk)")
    var columns = try names(of: table)
    if table == "event" { columns = ["id"] + columns.filter { $0 != "id" } }
    let isRowID = key == "key"
    let head = columns.map { $0 == "key" ? "key INTEGER PRIMARY KEY" : $0 }.joined(separator: ", ")
    let create =
      "CREATE TABLE \(table) (\(head)"
      + (isRowID ? ");" : ", PRIMARY KEY (\(key))) WITHOUT ROWID;")
    let unique = try text(
      "SELECT count(*) FROM pragma_index_list('\(table)') WHERE origin = 'u'")
    let indexes = try text(
      "SELECT group_concat(replace(sql, 'IS NOT NULL', '<> ''''') || ';', char(10)) "
        + "FROM sqlite_schema WHERE type = 'index' AND tbl_name = '\(table)' AND sql IS NOT NULL")
    return [create] + (unique == "0" ? [] : ["CREATE UNIQUE INDEX \(table)ID ON \(table) (id);"])
      + [indexes]
  }

  private func names(of table: String) throws -> [String] {
    try text("SELECT group_concat(name, ',') FROM pragma_table_info('\(table)')")
      .split(separator: ",").map { String($0) }
  }

  private func text(_ query: String) throws -> String {
    let output = folder.file("answer.txt")
    _ = try ChildProcess(program, ["-readonly", database, query], output: output)
    return try String(contentsOfFile: output, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
