import CasusExtraction
import CasusKnowledge
import CasusModel

/// Everything needed to write and to read the news of one language.
struct NewsRoom {
  let language: NewsLanguage
  let knowledge: Knowledge
  let extractor: Extractor
  private let examples: [LanguageExample]

  /// Loads a language.
  init(_ language: NewsLanguage, _ setting: BenchSetting) {
    self.language = language
    knowledge = Knowledge.load(from: setting.data, languages: [language.code])
    extractor = Extractor(knowledge: knowledge)
    var problems: [DataProblem] = []
    examples = LanguageExample.load(language.code, from: setting.data, problems: &problems)
  }

  /// A generator that begins with the first article.
  var generator: ArticleGenerator {
    ArticleGenerator(language: language, actors: knowledge.actors, examples: examples)
  }

  /// Articles of so many bytes together.
  func articles(byteCount: Int) -> [Article] {
    var generator = generator
    var articles: [Article] = []
    var written = 0
    while written < byteCount {
      let article = generator.next()
      written += article.text.utf8.count
      articles.append(article)
    }
    return articles
  }

  /// The first so many articles.
  func articles(count: Int) -> [Article] {
    var generator = generator
    return (0..<count).map { _ in generator.next() }
  }

  /// The languages that can be both written and read.
  static func languages(_ setting: BenchSetting) -> [NewsLanguage] {
    let known = Knowledge.languages(in: setting.data)
    return NewsLanguage.all.filter { known.contains($0.code) }
  }
}
