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
  private var knowledge: Knowledge?

  /// Starts without extractors.
  /// - Parameters:
  ///   - data: the knowledge files.
  ///   - knowledge: what was read of them already and need not be read again.
  init(data: DataDirectory, knowledge: Knowledge? = nil) {
    self.data = data
    self.knowledge = knowledge
    languages = Knowledge.languages(in: data)
  }

  /// The extractor for an article, or why there is none.
  mutating func extractor(for article: Article) -> Result<Extractor, ReadingProblem> {
    let known = languages.joined(separator: ", ")
    guard let language = article.language else {
      return .failure(
        ReadingProblem(
          article: article,
          message: "the language is not recognised; give it with --language (\(known))"))
    }
    if let extractor = extractors[language] { return .success(extractor) }
    guard languages.contains(language) else {
      return .failure(
        ReadingProblem(
          article: article,
          message: "events cannot be read in language '\(language)'; only \(known)"))
    }
    let loaded = Knowledge.load(
      from: data, languages: [language], sharing: knowledge, cache: .standard())
    let extractor = Extractor(knowledge: loaded)
    knowledge = loaded
    extractors[language] = extractor
    return .success(extractor)
  }
}
