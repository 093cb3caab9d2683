import CasusData
import CasusDiagram
import CasusModel
import Foundation

extension EventPage {
  /// A page in a language, whose `words` for diagrams are known, with the template of the data and its
  /// words for pages.
  /// - Throws: `CommandFailure`, when a file of them is missing or faulty.
  static func load(
    _ kind: Kind, graph: EventGraph, catalog: EventCatalog, words diagramWords: DiagramWords,
    language: String, from data: DataDirectory
  ) throws -> EventPage {
    let template = try PageTemplate { try text("Page/\($0)", in: data) }
    return EventPage(
      kind, graph: graph, catalog: catalog, words: diagramWords,
      pageWords: try words(language, from: data), template: template, language: language)
  }

  /// The words of the page, none missing that English has.
  private static func words(_ language: String, from data: DataDirectory) throws -> PageWords {
    do {
      let name = "Languages/\(language)/page.tsv"
      let words = try PageWords(tsv: text(name, in: data), name: name)
      let reference = "Languages/en/page.tsv"
      let missing = words.missing(
        from: try PageWords(tsv: text(reference, in: data), name: reference))
      guard missing.isEmpty else {
        throw CommandFailure(
          .badData, "\(name): missing \(missing.joined(separator: ", ")); add a line for each")
      }
      return words
    } catch let problem as DiagramWords.Problem {
      throw CommandFailure(.badData, problem.description)
    }
  }

  private static func text(_ name: String, in data: DataDirectory) throws(CommandFailure) -> String
  {
    guard let text = try? String(contentsOf: data.file(name), encoding: .utf8) else {
      throw CommandFailure(
        .unreadable, "\(data.file(name).path): cannot be read; the data folder is incomplete")
    }
    return text
  }
}
