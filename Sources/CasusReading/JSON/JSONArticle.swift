import CasusModel
import Foundation

/// One article as a JSON object.
///
/// Our own form has `text` and, if known, `title`, `language`, `published`, `publisher` and `url`. Feeds,
/// news services, crawlers and data sets call the same things otherwise.
struct JSONArticle {
  private let fields: JSONFields
  private let source: JSONSource

  init(_ object: [String: Any], of source: JSONSource) {
    var object = object
    // The Guardian keeps the text apart from what is told of it.
    if let inner = object["fields"] as? [String: Any] {
      object.merge(inner) { own, _ in own }
    }
    fields = JSONFields(object)
    self.source = source
  }

  /// Checks the fields; the path is that of the file, and the row makes it unique within.
  func draft(in place: JSONPlace) throws(ReadingProblem) -> ArticleDraft {
    for name in ["text", "title", "language", "published", "publisher", "url"]
    where fields[name] is NSNumber || name == "text" && fields[name] is [String: Any] {
      throw place.problem("\"\(name)\" is not a string; quote its value")
    }
    let written = try writtenText(place)
    let heading = written.text.firstLineWithText()
    var draft = ArticleDraft(
      path: place.path, line: place.line, title: written.title ?? heading, text: written.text)
    draft.language = fields.words(["language", "lang", "inlanguage"]) ?? source.language
    draft.publisher = publisher ?? source.name
    draft.url =
      fields.words(["url"])
      ?? fields.address([
        "weburl", "link", "permalink", "canonicalurl", "externalurl", "guid", "source", "id",
      ])
    draft.neighbours = source.neighbours
    if let published = fields.words(["published"]), PublicationDate.parse(published) == nil {
      throw place.problem(
        "\"published\" is \"\(published)\", which is no date; write it as 2022-09-06, 2022-09 or 2022"
      )
    }
    let (date, wrong) = fields.date(Self.dates)
    draft.published = date
    if date == nil, let wrong {
      var warning = place.problem(
        "gives \"\(wrong.trimmingWhiteSpace().prefix(40))\" as its date, which is none; "
          + "pass the date with --published")
      warning.severity = .warning
      draft.warnings.append(warning)
    }
    return draft
  }

  private func writtenText(
    _ place: JSONPlace
  ) throws(ReadingProblem) -> (title: String?, text: String) {
    if let pieces = fields["text"] as? [Any] {
      return (nil, try given(Self.joined(pieces), place))
    }
    if let text = fields["text"] as? String {
      return (fields.words(["title", "headline"]), try given(text, place))
    }
    guard let main = fields.words(Self.texts) else {
      throw place.problem("has no \"text\"; add the field")
    }
    let title = fields.words(["title", "headline", "webtitle"]).map(titleAlone)
    var paragraphs = Self.paragraphs(of: main)
    if let cut = CutText(paragraphs.last ?? "") {
      paragraphs[paragraphs.count - 1] = cut.whole
      let lead = fields.words(["description", "summary"]).map(Self.paragraphs) ?? []
      if let first = lead.first, !main.contains(first.prefix(40)) { paragraphs = lead + paragraphs }
    }
    paragraphs.removeAll { $0.isBlank }
    if let title, paragraphs.first?.hasPrefix(title) != true { paragraphs.insert(title, at: 0) }
    return (title, try given(paragraphs.joined(separator: "\n\n"), place))
  }

  private func given(_ text: String, _ place: JSONPlace) throws(ReadingProblem) -> String {
    guard !text.firstLineWithText().isEmpty else {
      throw place.problem("has an empty \"text\"; put the article's text in it")
    }
    return text
  }

  /// Search services put the publisher behind the headline: "Talks fail - Larkfield Times".
  private func titleAlone(_ title: String) -> String {
    let title = MarkupText.words(of: title)
    for mark in [" - ", " | ", " – "] {
      if let publisher, title.hasSuffix(mark + publisher) {
        return String(title.dropLast(mark.count + publisher.count))
      }
    }
    return title
  }

  private var publisher: String? {
    Self.publishers.lazy.compactMap { fields.words([$0]) }.first { !JSONFields.isAddress($0) }
  }

  private static func paragraphs(of text: String) -> [String] {
    if ["</", "<p", "<br"].contains(where: text.contains) {
      return MarkupText.paragraphs(of: text)
    }
    return [text.trimmingWhiteSpace()]
  }

  /// The words of a message whose links and bold words stand in objects of their own.
  private static func joined(_ pieces: [Any]) -> String {
    pieces.map { $0 as? String ?? ($0 as? [String: Any])?["text"] as? String ?? "" }.joined()
  }

  /// What is written in it, title and all; empty for messages that show only a picture.
  var words: String {
    if let pieces = fields["text"] as? [Any] { return Self.joined(pieces) }
    return [fields.words(["title", "headline"]), fields.words(["text"] + Self.texts)]
      .compactMap(\.self).joined(separator: "\n")
  }

  /// By which names the text goes, the whole before the excerpt.
  private static let texts = [
    "contenthtml", "contenttext", "maintext", "articletext", "articlebody", "fulltext", "bodytext",
    "body", "content", "leadparagraph", "description", "summary", "abstract", "snippet", "excerpt",
  ]

  private static let publishers = [
    "publisher", "forwardedfrom", "sourcename", "sitename", "source", "sourcehostname", "outlet",
    "sourcedomain", "domain", "hostname",
  ]

  /// By which names the day of publication goes; when it was changed or found is another one.
  private static let dates = [
    "published", "datepublished", "publishedat", "publisheddate", "publishdate", "datepublish",
    "pubdate", "publicationdate", "webpublicationdate", "publishedon", "publishedtime",
    "publishtime", "date", "createdat", "timestamp", "timestampms",
  ]
}

/// The beginning of a text, as news services give it: "… the minister said… [+2345 chars]".
private struct CutText {
  /// The sentences that are whole.
  let whole: String

  init?(_ text: String) {
    guard text.hasSuffix("chars]"), let mark = text.lastIndex(of: "["),
      text[mark...].contains(where: \.isNumber)
    else { return nil }
    var rest = text[..<mark].trimmingWhiteSpace()[...]
    while let last = rest.last, last == "…" || last == "." { rest.removeLast() }
    let end = rest.indices.last { at in
      ".!?".contains(rest[at]) && rest.index(after: at) < rest.endIndex
        && rest[rest.index(after: at)].isWhitespace
    }
    whole = end.map { String(rest[...$0]) } ?? String(rest)
  }
}
