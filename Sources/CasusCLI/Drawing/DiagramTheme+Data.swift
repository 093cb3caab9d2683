import CasusData
import CasusDiagram
import Foundation

extension DiagramTheme {
  /// The theme of a name, from `Themes/<name>.tsv`.
  /// - Throws: `CommandFailure`, when the data has none of this name or it is faulty.
  static func load(_ name: String, from data: DataDirectory) throws -> DiagramTheme {
    let path = "Themes/\(name).tsv"
    let known = names(in: data)
    guard known.contains(name),
      let table = try? String(contentsOf: data.file(path), encoding: .utf8)
    else {
      throw CommandFailure(
        .usage, "no theme '\(name)'; choose one of \(known.joined(separator: ", ")) with --theme")
    }
    do {
      return try DiagramTheme(tsv: table, name: path)
    } catch let problem as Problem {
      throw CommandFailure(.badData, problem.description)
    }
  }

  private static func names(in data: DataDirectory) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: data.file("Themes").path)) ?? []
    return all.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }
}
