/// A Word document (Office Open XML): its paragraphs as text, deleted words left out.
struct WordReader: ArticleReader {
  let fileExtensions = ["docx"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    let result = DraftResult { () throws(ReadingProblem) in
      let archive = try ZipArchive(
        stream.readAllMapped(), path: stream.path, limits: stream.limits)
      guard let document = try Self.document("word/document.xml", in: archive),
        let root = document.root
      else {
        throw ReadingProblem(file: stream.path, message: Self.advice(on: archive))
      }
      let paragraphs = Self.paragraphs(below: root)
      guard let first = paragraphs.first else {
        throw ReadingProblem(
          file: stream.path, message: "has no text; put the article's text in it")
      }
      let properties = try Self.document("docProps/core.xml", in: archive)
      let title = Self.property("title", of: properties)
      var draft = ArticleDraft(
        path: stream.path, title: title ?? first.firstLineWithText(),
        text: paragraphs.joined(separator: "\n\n"))
      draft.language = Self.property("language", of: properties)
      draft.isLanguageDoubtful = true
      return draft
    }
    return CollectionOfOne(result).makeIterator()
  }

  /// What to do with a document of another program of the same family.
  private static func advice(on archive: ZipArchive) -> String {
    let names = archive.entries.map(\.name)
    if names.contains("xl/workbook.xml") {
      return "is a spreadsheet; save its table as .csv (docs/event-data.md)"
    }
    return names.contains("ppt/presentation.xml")
      ? "is a presentation; save its text as .txt"
      : "is no Word document; save it again as .docx or .txt"
  }

  /// An XML part of the document; `nil` when there is none.
  private static func document(
    _ name: String, in archive: ZipArchive
  ) throws(ReadingProblem) -> XMLDocument? {
    guard let entry = archive.entries.first(where: { $0.name == name }) else { return nil }
    let stream = try archive.stream(of: entry, path: archive.path)
    let document = XMLDocument(try stream.readWhole())
    guard document?.isTooDeep(stream.limits) != true else {
      throw ReadingProblem(file: archive.path, message: stream.limits.nestingMessage)
    }
    return document
  }

  private static func property(_ name: String, of document: XMLDocument?) -> String? {
    let text = document?.root?.children.first { $0.name == name }?.text.foldingWhiteSpace()
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The paragraphs that have text, in order, those of tables and text boxes among them.
  private static func paragraphs(below node: HTMLNode) -> [String] {
    var result: [String] = []
    for child in node.children where child.isElement && child.name != "Fallback" {
      guard child.name == "p" else {
        result += paragraphs(below: child)
        continue
      }
      let text = text(of: child).trimmingWhiteSpace()
      if !text.isEmpty { result.append(text) }
    }
    return result
  }

  private static func text(of node: HTMLNode) -> String {
    var text = ""
    for child in node.children where child.isElement {
      switch child.name {
      case "t": text += child.text
      case "tab": text += " "
      case "br", "cr": text += "\n"
      case "noBreakHyphen": text += "-"
      case "del", "moveFrom", "instrText", "Fallback", "pPr", "rPr": continue
      default: text += self.text(of: child)
      }
    }
    return text
  }
}
