import CasusData
import CasusDiagram
import Foundation

extension DiagramWords {
  /// The words of a language.
  /// - Throws: `CommandFailure`, when the data has none for the language or they are faulty.
  static func load(_ language: String, from data: DataDirectory) throws -> DiagramWords {
    let name = "Languages/\(language)/diagram.tsv"
    guard let table = try? String(contentsOf: data.file(name), encoding: .utf8) else {
      throw CommandFailure(
        .badData,
        "no words for diagrams in language '\(language)'; choose one of "
          + "\(languages(in: data).joined(separator: ", ")) with --label-language")
    }
    do {
      return try DiagramWords(tsv: table, name: name)
    } catch let problem as Problem {
      throw CommandFailure(.badData, problem.description)
    }
  }

  private static func languages(in data: DataDirectory) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: data.file("Languages").path))
    return (all ?? []).filter {
      FileManager.default.fileExists(atPath: data.file("Languages/\($0)/diagram.tsv").path)
    }.sorted()
  }
}
