import CasusData
import CasusDiagram
import Foundation

/// What is wrong with the words and colours of pictures and of the page.
struct DrawingDataCheck {
  let directory: DataDirectory

  /// The language that the others are compared with.
  private static let reference = "en"

  /// One line for each fault, as `file:line: what to do`.
  func problems() -> [String] {
    let languages = names(in: "Languages").filter {
      FileManager.default.fileExists(atPath: directory.file("Languages/\($0)/language.yaml").path)
    }
    return languages.flatMap(wordProblems) + names(in: "Themes").flatMap(themeProblems)
  }

  private func wordProblems(_ language: String) -> [String] {
    var problems: [String] = []
    for file in ["diagram.tsv", "page.tsv"] {
      let (name, other) = ("Languages/\(language)/\(file)", "Languages/\(Self.reference)/\(file)")
      guard let tsv = text(name) else {
        problems.append("\(name): cannot be read as UTF-8; write it after \(other)")
        continue
      }
      let reference = (tsv: text(other) ?? "", name: other)
      let faults =
        file == "page.tsv"
        ? PageWords.faults(tsv: tsv, name: name, reference: reference)
        : DiagramWords.faults(tsv: tsv, name: name, reference: reference)
      problems += faults.map(\.description)
    }
    return problems
  }

  private func themeProblems(_ file: String) -> [String] {
    let name = "Themes/\(file)"
    guard file.hasSuffix(".tsv") else { return [] }
    guard let tsv = text(name) else { return ["\(name): cannot be read as UTF-8"] }
    do {
      _ = try DiagramTheme(tsv: tsv, name: name)
      return []
    } catch {
      return ["\(error)"]
    }
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOf: directory.file(name), encoding: .utf8)
  }

  private func names(in folder: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: directory.file(folder).path)
    return (all ?? []).sorted()
  }
}
