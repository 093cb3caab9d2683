public import Foundation

/// Reads articles from files, folders and standard input.
///
/// ```swift
/// for result in ArticleReaders.read(paths: ["news/", "-"], options: options) {
///   switch result {
///   case .success(let article): use(article)
///   case .failure(let problem): report(problem)
///   }
/// }
/// ```
public enum ArticleReaders {
  /// The input formats.
  ///
  /// A new one is a file in `Formats/` and a line here.
  static let all: [any ArticleReader] = [
    PlainTextReader(), MarkdownReader(), HTMLReader(), JSONReader(), JSONLinesReader(),
    FeedReader(), OutlineReader(), WARCReader(), WordReader(), PDFReader(), GzipReader(),
    ZipReader(),
  ]

  /// The file name extensions that are read in folders, sorted, without the dot.
  public static var fileExtensions: [String] {
    all.flatMap(\.fileExtensions).sorted()
  }

  /// Reads everything at the paths, one article at a time, in the order given.
  ///
  /// Folders are walked in sorted order; hidden files, READMEs and other extensions are passed
  /// over. A file named outright may have any extension: unknown ones, and `-` for standard input,
  /// are told by their first bytes. A problem stands in the place of its article and nothing stops
  /// the rest; a warning comes right before its article. The sequence can be iterated once for
  /// standard input.
  public static func read(
    paths: [String], options: ReadingOptions, standardInput: FileHandle = .standardInput
  ) -> ArticleSequence {
    ArticleSequence(paths: paths, options: options, standardInput: standardInput)
  }

  /// The format with the extension of a path.
  static func reader(forPath path: String) -> (any ArticleReader)? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let fileExtension = name[name.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(fileExtension) }
  }

  /// The format of a file, by its extension or else by its first bytes.
  static func reader(for stream: ByteStream) throws(ReadingProblem) -> any ArticleReader {
    if let known = reader(forPath: stream.path) { return known }
    return try reader(sniffing: stream)
  }

  /// The format that the first bytes look like; plain text when they look like none.
  static func reader(sniffing stream: ByteStream) throws(ReadingProblem) -> any ArticleReader {
    let bytes = try stream.peek(4096)
    if let reader = binaryReader(bytes) { return reader }
    let head = String(decoding: bytes, as: UTF8.self).trimmingWhiteSpace()
    let start = head.hasPrefix("\u{FEFF}") ? head.dropFirst().trimmingWhiteSpace() : head
    if let refused = RefusedFormat(startOf: start) { return refused }
    if start.hasPrefix("[{") || start.hasPrefix("[") && opensObject(start.dropFirst()) {
      return JSONReader()
    }
    if start.hasPrefix("{") { return isOneLineObject(start) ? JSONLinesReader() : JSONReader() }
    if start.hasPrefix("---") { return MarkdownReader() }
    if start.hasPrefix("WARC/") { return WARCReader() }
    if let reader = XMLRoot.reader(of: start) { return reader }
    let lowercased = start.prefix(16).lowercased()
    let isPage = ["<!doctype html", "<html", "<?xml", "<!--", "<head", "<body", "<article", "<div"]
      .contains { lowercased.hasPrefix($0) }
    return isPage ? HTMLReader() : PlainTextReader()
  }

  /// The format of files that are no text.
  private static func binaryReader(_ bytes: ArraySlice<UInt8>) -> (any ArticleReader)? {
    if bytes.starts(with: [0x1f, 0x8b]) { return GzipReader() }
    if bytes.starts(with: Array("%PDF-".utf8)) { return PDFReader() }
    guard bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) else { return nil }
    let head = String(decoding: bytes, as: UTF8.self)
    if let refused = RefusedFormat(startOfArchive: head) { return refused }
    return head.contains("[Content_Types].xml") ? WordReader() : ZipReader()
  }

  private static func opensObject(_ text: Substring) -> Bool {
    let rest = text.trimmingWhiteSpace()
    return rest.hasPrefix("{") || rest.hasPrefix("]")
  }

  /// A pretty-printed object breaks its first line after `{` or after a comma.
  private static func isOneLineObject(_ text: String) -> Bool {
    let line = text.prefix { !$0.isNewline }.trimmingWhiteSpace()
    return line != "{" && !(line.count < text.count && line.hasSuffix(","))
  }
}
