public import CasusModel
import Foundation

/// A file with one table of events, or an archive with several.
public struct EventTableFile {
  /// What event tables there are.
  public struct Options: Sendable {
    /// The layouts by which tables are recognised.
    public var layouts: [EventTableLayout]
    /// What codes and names stand for; asked for when a table is read.
    public var names: @Sendable () -> EventTableNames
    /// The layout of every table, whatever it looks like; `nil` lets them be recognised.
    public var layout: EventTableLayout?
    /// How much compressed files may grow.
    public var limits: ReadingLimits

    /// Makes options.
    public init(
      layouts: [EventTableLayout], names: @autoclosure @escaping @Sendable () -> EventTableNames,
      layout: EventTableLayout? = nil, limits: ReadingLimits = ReadingLimits()
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

  /// What is wrong with further tables of an archive, which are not read.
  public private(set) var problems: [ReadingProblem] = []

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
      (tables, problems) = Self.tables(in: archive, options)
      if tables.isEmpty, !holdsArticles, let problem = problems.first { throw problem }
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
    return try EventTableReader(table.open(), layout: table.layout, names: options.names())
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

  /// The tables of an archive, and what is wrong with those that are not known.
  private static func tables(
    in archive: ZipArchive, _ options: Options
  ) -> (tables: [ArchivedTable], problems: [ReadingProblem]) {
    var tables: [ArchivedTable] = []
    var problems: [ReadingProblem] = []
    for entry in archive.entries where hasTableExtension(entry.name) || options.layout != nil {
      let path = "\(archive.path)#\(entry.name)"
      let open = { () throws(ReadingProblem) in try archive.stream(of: entry, path: path) }
      do throws(ReadingProblem) {
        if let table = try table(open, name: entry.name, options) { tables.append(table) }
      } catch {
        problems.append(error)
      }
    }
    return (tables, problems)
  }

  private static func table(
    _ open: @escaping () throws(ReadingProblem) -> ByteStream, name: String, _ options: Options
  ) throws(ReadingProblem) -> ArchivedTable? {
    let stream = try open()
    let head = Array(try stream.peek(1 << 16))
    let recognition = EventTableRecognition(head: head)
    let isTable = options.layout != nil || hasTableExtension(name)
    if isTable, let order = utf16ByteOrder(of: head) {
      throw ReadingProblem(
        file: stream.path,
        message: "is in UTF-16; convert it first, for example with: iconv -f UTF-16"
          + "\(order) -t UTF-8")
    }
    if isTable, head.allSatisfy({ $0 <= 0x20 }) {
      throw ReadingProblem(file: stream.path, message: "is empty; a table of events has rows")
    }
    if let layout = options.layout {
      return ArchivedTable(open: open, layout: recognition.fitted(layout))
    }
    if let layout = recognition.layout(among: options.layouts) {
      return ArchivedTable(open: open, layout: layout)
    }
    guard hasTableExtension(name) else { return nil }
    let known = options.layouts.map(\.name).joined(separator: ", ")
    throw ReadingProblem(
      file: stream.path,
      message: "is no table of events that is known; say which it is with --format (\(known)) or "
        + "describe it with --mapping (docs/event-data.md)")
  }

  /// What `iconv` is to be told after "UTF-16" of a table in it: nothing where the file says itself
  /// which byte comes first; `nil` for a table that is not in UTF-16.
  private static func utf16ByteOrder(of head: [UInt8]) -> String? {
    guard TextDecoding.utf16ByteOrder(of: head) == nil else { return "" }
    // Headers, codes and delimiters are ASCII, of which UTF-16 has a NUL beside each byte.
    let pairs = head.prefix(64)
    guard pairs.count == 64 else { return nil }
    let zeros = pairs.indices.filter { pairs[$0] == 0 }
    guard zeros.count >= 24 else { return nil }
    if zeros.allSatisfy({ !$0.isMultiple(of: 2) }) { return "LE" }
    return zeros.allSatisfy { $0.isMultiple(of: 2) } ? "BE" : nil
  }

  private static func hasTableExtension(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return fileExtensions.contains(name[name.index(after: dot)...].lowercased())
  }
}
