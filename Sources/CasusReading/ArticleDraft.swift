import CasusModel
import Foundation

/// An article as its file tells it, before the caller's options are applied.
struct ArticleDraft {
  /// Where it was read from.
  var path: String
  /// The line for messages, if the file holds several articles.
  var line: Int?
  /// The headline, or empty.
  var title: String
  /// The text as decoded.
  var text: String
  /// The language as declared, such as `id-ID`.
  var language: String?
  /// Whether the declaration may be a forgotten default, as `lang` in a site's template often is.
  var isLanguageDoubtful = false
  /// The publisher's name.
  var publisher: String?
  /// The canonical address.
  var url: String?
  /// The publication date.
  var published: EDTF?
  /// Short lines beside the headline, where one may be a date of publication that nothing else tells.
  var dateLines: [String] = []
  /// Whether the day of `published` is that of Greenwich, and may be another one where the publisher is.
  var isDayOfGreenwich = false
  /// Words of other articles of the same feed or channel, in whose language a text is read that is too short
  /// to tell its own.
  var neighbours = ""
  /// What is odd, but does not stop the article.
  var warnings: [ReadingProblem] = []
}

/// Turns drafts into articles.
struct ArticleFinisher {
  private let options: ReadingOptions
  private let detector: LanguageDetector
  private let dateLines = DateLines()

  /// How dates are written in the languages met so far, which takes a while to find out.
  private final class DateLines {
    private var known: [String: DateLine] = [:]

    func line(_ language: String) -> DateLine {
      if let line = known[language] { return line }
      let line = DateLine(language: language)
      if known.count < 100 { known[language] = line }
      return line
    }
  }

  init(options: ReadingOptions) {
    self.options = options
    detector = LanguageDetector(profiles: options.languageProfiles)
  }

  /// The article, after its warnings.
  ///
  /// What copies from elsewhere bring along is put right: see ``Swift/String/withoutStrayMarks``.
  func finish(_ draft: ArticleDraft) -> [Result<Article, ReadingProblem>] {
    var draft = draft
    draft.title = draft.title.withoutStrayMarks
    draft.text = draft.text.withoutStrayMarks
    guard draft.text.utf8.count <= options.limits.largestArticle else {
      return [
        .failure(
          ReadingProblem(
            file: draft.file, line: draft.line, message: options.limits.articleMessage))
      ]
    }
    let language = language(of: draft)
    let published = options.published ?? localDay(of: draft, language)
    var warnings = draft.warnings
    if let published, let today = options.today, published.lowerBound > today,
      published.lowerBound != .max
    {
      warnings.append(
        ReadingProblem(
          file: draft.file, line: draft.line,
          message: "is published on \(published), after today (\(EDTF.dayText(today))); "
            + "check the date", severity: .warning))
    }
    let article = Article(
      id: Article.identifier(ofText: draft.text), path: draft.path, title: draft.title,
      text: draft.text, language: language,
      publisher: options.publisher ?? draft.publisher, url: draft.url, published: published)
    return warnings.map { .failure($0) } + [.success(article)]
  }

  /// The day of publication where the publisher is: a line beside the headline knows it, where what the page
  /// declares is the time in Greenwich.
  private func localDay(of draft: ArticleDraft, _ language: String?) -> EDTF? {
    guard let published = draft.published else { return date(of: draft, language) }
    guard draft.isDayOfGreenwich,
      draft.dateLines.contains(where: { DateLine.mayGiveNeighbour(of: published, $0) }),
      let local = date(of: draft, language),
      abs(local.lowerBound - published.lowerBound) == 1
    else { return published }
    return local
  }

  private func date(of draft: ArticleDraft, _ language: String?) -> EDTF? {
    guard !draft.dateLines.isEmpty, let language else { return nil }
    // "en-GB" says more than "en"; where a site's template has another language, the line may be in that.
    let declared = draft.language.map { [$0] } ?? []
    let isSame = declared.contains { Self.primaryCode($0) == language }
    return ((isSame ? [] : [language]) + declared).lazy
      .compactMap { dateLines.line($0).date(in: draft.dateLines) }.first
  }

  private func language(of draft: ArticleDraft) -> String? {
    if let given = options.language { return given }
    guard let declared = draft.language.flatMap(code) else {
      return detector.language(of: draft.text) ?? detector.language(of: draft.neighbours)
    }
    guard draft.isLanguageDoubtful, detector.knows(declared) else { return declared }
    return detector.language(of: draft.text) ?? declared
  }

  /// The code of a language by its tag, or by its English name as news services give it.
  private func code(_ declared: String) -> String? {
    Self.primaryCode(declared) ?? detector.code(named: declared.trimmingWhiteSpace().lowercased())
  }

  /// `id-ID`, `ID_id` and the old code `in` give `id`.
  private static func primaryCode(_ tag: String) -> String? {
    let code = tag.trimmingWhiteSpace().lowercased().prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(code.count), code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return nil
    }
    return code == "in" ? "id" : String(code)
  }
}

extension ArticleDraft {
  /// So many bytes of words are enough to tell a language.
  private static let neighbourByteCount = 4096

  /// The first words of some texts, for ``neighbours``.
  static func neighbours(_ texts: some Sequence<String>) -> String {
    var words = ""
    for text in texts {
      words += text + "\n"
      if words.utf8.count >= neighbourByteCount { break }
    }
    return words
  }

  /// The path without the `#line` of a row.
  fileprivate var file: String {
    guard line != nil, let mark = path.lastIndex(of: "#") else { return path }
    return String(path[..<mark])
  }
}
