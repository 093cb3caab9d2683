public import CasusModel
import Foundation

/// A file with one table of events, or an archive with several.
public struct EventTableFile {
  /// What event tables there are.
  public struct Options: Sendable {
    /// The layouts by which tables are recognised.
    public var layouts: [EventTableLayout]
    /// What codes and names stand for.
    public var names: EventTableNames
    /// The layout of every table, whatever it looks like; `nil` lets them be recognised.
    public var layout: EventTableLayout?
    /// How much compressed files may grow.
    public var limits: ReadingLimits

    /// Makes options.
    public init(
      layouts: [EventTableLayout], names: EventTableNames, layout: EventTableLayout? = nil,
      limits: ReadingLimits = ReadingLimits()
    ) {
      self.layouts = layouts
      self.names = names
      self.layout = layout
      self.limits = limits
    }
  }

  /// The file name extensions of tables, in lower case.
  public static let fileExtensions = ["csv", "tab", "tsv"]

  /// The path of the file.
  public let path: String
  private let options: Options
  private var tables: [ArchivedTable]
  private let isCompressed: Bool
  /// Whether it is an archive with articles beside the tables.
  public let holdsArticles: Bool

  private struct ArchivedTable {
    let open: () throws(ReadingProblem) -> ByteStream
    let layout: EventTableLayout
  }

  /// Looks at a file.
  /// - Returns: `nil` when it holds no table of events.
  /// - Throws: `ReadingProblem`, when it cannot be read, or is a table that is not recognised.
  public init?(path: String, options: Options) throws(ReadingProblem) {
    self.path = path
    self.options = options
    let stream = try Self.open(path, options.limits)
    let head = try stream.peek(4)
    let isZip = head.starts(with: [0x50, 0x4b, 0x03, 0x04])
    let isGzip = head.starts(with: [0x1f, 0x8b])
    isCompressed = isZip || isGzip
    if isZip {
      let archive = try ZipArchive(stream.readAllMapped(), path: path, limits: options.limits)
      holdsArticles =
        options.layout == nil
        && archive.entries.contains { ArticleReaders.reader(forPath: $0.name) != nil }
      tables = try Self.tables(in: archive, areAll: !holdsArticles, options)
      guard !tables.isEmpty else { return nil }
      return
    }
    holdsArticles = false
    if isGzip {
      let open = { () throws(ReadingProblem) in
        ByteStream(
          source: InflatedBytes(try Self.open(path, options.limits), format: .gzip), path: path,
          limits: options.limits)
      }
      tables = try Self.table(open, name: String(path.dropLast(3)), options).map { [$0] } ?? []
    } else {
      let open = { () throws(ReadingProblem) in try Self.open(path, options.limits) }
      tables = try Self.table(open, name: path, options).map { [$0] } ?? []
    }
    guard !tables.isEmpty else { return nil }
  }

  /// How many bytes of tables it holds; 0 when it is compressed, so that nobody knows.
  public var size: Int {
    guard tables.count == 1, !isCompressed else { return 0 }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int) ?? 0
  }

  /// The next table; `nil` after the last.
  public mutating func nextTable() throws(ReadingProblem) -> EventTableReader? {
    guard !tables.isEmpty else { return nil }
    let table = tables.removeFirst()
    return try EventTableReader(table.open(), layout: table.layout, names: options.names)
  }

  private static func open(
    _ path: String, _ limits: ReadingLimits
  ) throws(ReadingProblem) -> ByteStream {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ReadingProblem(
        file: path, message: "cannot be opened; check its path and permissions", kind: .unreadable)
    }
    return ByteStream(handle: handle, path: path, limits: limits)
  }

  /// The tables of an archive; one that is not known is a problem when there is nothing else.
  private static func tables(
    in archive: ZipArchive, areAll: Bool, _ options: Options
  ) throws(ReadingProblem) -> [ArchivedTable] {
    var tables: [ArchivedTable] = []
    for entry in archive.entries where hasTableExtension(entry.name) || options.layout != nil {
      let path = "\(archive.path)#\(entry.name)"
      let open = { () throws(ReadingProblem) in try archive.stream(of: entry, path: path) }
      do throws(ReadingProblem) {
        if let table = try table(open, name: entry.name, options) { tables.append(table) }
      } catch {
        if areAll { throw error }
      }
    }
    return tables
  }

  private static func table(
    _ open: @escaping () throws(ReadingProblem) -> ByteStream, name: String, _ options: Options
  ) throws(ReadingProblem) -> ArchivedTable? {
    if let layout = options.layout { return ArchivedTable(open: open, layout: layout) }
    let stream = try open()
    let head = Array(try stream.peek(1 << 16))
    if let layout = EventTableRecognition(head: head).layout(among: options.layouts) {
      return ArchivedTable(open: open, layout: layout)
    }
    guard hasTableExtension(name) else { return nil }
    let isUTF16 = TextDecoding.utf16ByteOrder(of: head) != nil
    let known = options.layouts.map(\.name).joined(separator: ", ")
    throw ReadingProblem(
      file: stream.path,
      message: isUTF16
        ? "is in UTF-16; convert it first, for example with: iconv -f UTF-16 -t UTF-8"
        : "is no table of events that is known; say which it is with --format (\(known)) or "
          + "describe it with --mapping (docs/event-data.md)")
  }

  private static func hasTableExtension(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return fileExtensions.contains(name[name.index(after: dot)...].lowercased())
  }
}
