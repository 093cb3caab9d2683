import CasusModel
import CasusStore
import Foundation

/// The events of a pair as one would ask for them without a table of dyads, in one `sqlite3`
/// process that times each query itself.
struct ParticipantJoin {
  private let program: String
  private let folder: TemporaryFolder
  private let database: String

  /// - Returns: `nil` when `sqlite3` is not installed.
  init?(folder: TemporaryFolder, database: String) throws {
    guard let program = ChildProcess.find("sqlite3") else { return nil }
    self.program = program
    self.folder = folder
    self.database = database
  }

  /// The processor seconds of each query.
  func times(_ pairs: [ActorPair], limit: Int? = nil) throws -> [Double] {
    let script = folder.file("join.sql")
    let output = folder.file("join.txt")
    let queries = pairs.map { query($0, limit: limit) }
    let text = (["PRAGMA cache_size = -65536;", ".output /dev/null", ".timer on"] + queries)
      .joined(separator: "\n")
    try text.write(toFile: script, atomically: false, encoding: .utf8)
    _ = try ChildProcess(program, ["-readonly", database], input: script, output: output)
    return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
      .compactMap(Self.seconds)
  }

  /// `Run Time: real 0.004 user 0.003512 sys 0.000120` gives 0.003632.
  private static func seconds(_ line: Substring) -> Double? {
    let words = line.split(separator: " ")
    guard let user = words.firstIndex(of: "user"), let system = words.firstIndex(of: "sys"),
      system + 1 < words.count, let first = Double(words[user + 1]),
      let second = Double(words[system + 1])
    else { return nil }
    return first + second
  }

  private func query(_ pair: ActorPair, limit: Int?) -> String {
    """
    SELECT DISTINCT event.*, evidence.text, evidence.sentence, article.id FROM event
    JOIN participant AS a ON a.event = event.key JOIN participant AS b ON b.event = event.key
    JOIN actor AS first ON first.key = a.rolledUp JOIN actor AS second ON second.key = b.rolledUp
    JOIN evidence ON evidence.event = event.key JOIN article ON article.key = evidence.article
    WHERE first.id = '\(pair.first)' AND second.id = '\(pair.second)' AND a.role <> b.role
    ORDER BY event.day\(limit.map { " DESC LIMIT \($0)" } ?? "");
    """
  }
}
