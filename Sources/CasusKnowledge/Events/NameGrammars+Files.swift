import CasusData
import CasusModel
import Foundation

extension NameGrammars {
  /// Where the declension of a language is described, if its names change.
  static func file(_ language: String) -> String { "Languages/\(language)/declension.tsv" }

  /// The grammars of the languages of a data directory, each read when it is first asked for.
  /// - Parameter data: The data directory.
  convenience init(from data: DataDirectory) {
    self.init { language in
      guard let text = try? String(contentsOf: data.file(Self.file(language)), encoding: .utf8)
      else { return nil }
      return NameGrammar(tsv: text)
    }
  }

  /// What is wrong with the files of some languages.
  func problems(of languages: [String]) -> [DataProblem] {
    languages.flatMap { language in
      (self[language]?.faults ?? []).map {
        DataProblem(file: Self.file(language), line: $0.line, message: $0.message)
      }
    }
  }
}
