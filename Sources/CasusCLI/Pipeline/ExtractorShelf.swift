import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusReading

/// The extractors of the languages met so far; each is loaded when its first article comes.
struct ExtractorShelf {
  let data: DataDirectory
  /// The languages that can be extracted, sorted.
  let languages: [String]
  private var extractors: [String: Extractor] = [:]

  init(data: DataDirectory) {
    self.data = data
    languages = Knowledge.languages(in: data)
  }

  /// The extractor for an article, or why there is none.
  mutating func extractor(for article: Article) -> Result<Extractor, ReadingProblem> {
    let known = languages.joined(separator: ", ")
    guard let language = article.language else {
      return .failure(
        Self.problem(article, "the language is not recognised; give it with --language (\(known))"))
    }
    if let extractor = extractors[language] { return .success(extractor) }
    guard languages.contains(language) else {
      return .failure(
        Self.problem(article, "events cannot be read in language '\(language)'; only \(known)"))
    }
    let extractor = Extractor(knowledge: Knowledge.load(from: data, languages: [language]))
    extractors[language] = extractor
    return .success(extractor)
  }

  private static func problem(_ article: Article, _ message: String) -> ReadingProblem {
    guard let mark = article.path.lastIndex(of: "#"),
      let line = Int(article.path[article.path.index(after: mark)...])
    else { return ReadingProblem(file: article.path, message: message) }
    return ReadingProblem(file: String(article.path[..<mark]), line: line, message: message)
  }
}
