public import CasusModel

/// Reads one table of events row by row; memory does not grow with the table.
public struct EventTableReader: IteratorProtocol {
  /// The file, with the name of its entry when it is an archive.
  public let path: String
  /// What table it is.
  public let layout: EventTableLayout
  /// How many bytes of the table have been read, decompressed.
  public var byteCount: Int { stream.offset }

  private let stream: ByteStream
  private var records: TableRecords
  private let columnCount: Int
  private let cells: Cells
  private let dates = RowDates()
  private var actors: RowActors
  private var events: RowEvents
  private var isAtEnd = false
  /// The source of the last row: many rows have the same one.
  private var lastArticle: Article?
  /// The last date that one cell gave, and the last date of publication: many rows are of one day.
  private var lastDate: (cell: Int, text: String, date: EDTF)?
  private var lastPublished: (text: String, date: EDTF?)?

  /// The place of each column that is read.
  private struct Cells {
    var record: [Int]
    var event: [Int]
    var source: [Int]
    var target: [Int]
    var dates: [(date: Int, end: Int?, precision: Int?)]
    var place: [Int]
    var object: Int?
    var url: Int?
    var publisher: Int?
    var published: (date: Int, end: Int?, precision: Int?)?
  }

  /// Starts to read; a table with a header is checked for the columns that the layout names.
  init(
    _ stream: ByteStream, layout: EventTableLayout, names: EventTableNames
  ) throws(ReadingProblem) {
    path = stream.path
    self.stream = stream
    self.layout = layout
    records = TableRecords(stream, delimiter: layout.delimiter, isQuoted: layout.isQuoted)
    actors = RowActors(names: names, emptyCells: layout.emptyCells)
    events = RowEvents(layout.event)
    var columns = layout.columns
    if columns.isEmpty {
      guard try records.next() else {
        throw ReadingProblem(file: stream.path, message: "is empty; it should begin with a header")
      }
      columns = records.cells.indices.map { [records] in records.text($0) }
    }
    columnCount = columns.count
    let places = ColumnPlaces(columns)
    let missing = layout.columnsRead.filter { places[$0] == nil }
    guard missing.isEmpty else {
      throw ReadingProblem(
        file: stream.path, line: 1,
        message: "has no column \(missing.map { "'\($0)'" }.joined(separator: ", ")), needed for "
          + "'\(layout.title)'; its columns: \(Self.named(columns))")
    }
    func date(_ column: EventTableLayout.DateColumn) -> (date: Int, end: Int?, precision: Int?) {
      (
        places[column.column] ?? 0, column.end.flatMap { places[$0] },
        column.precision.flatMap { places[$0.column] }
      )
    }
    cells = Cells(
      record: layout.record.compactMap { places[$0] },
      event: layout.event.columns.compactMap { places[$0] },
      source: layout.source.compactMap { places[$0.column] },
      target: layout.target.compactMap { places[$0.column] }, dates: layout.dates.map(date),
      place: layout.place.compactMap { places[$0] }, object: layout.object.flatMap { places[$0] },
      url: layout.url.flatMap { places[$0] }, publisher: layout.publisher.flatMap { places[$0] },
      published: layout.published.map(date))
  }

  /// Some columns by name, as many as one likes to read.
  private static func named(_ columns: [String]) -> String {
    let text = columns.joined(separator: ", ")
    return text.count > 160 ? text.prefix(159) + "…" : text
  }

  /// The next row; a file that cannot be read further ends with a row that says so.
  public mutating func next() -> EventTableRow? {
    guard !isAtEnd else { return nil }
    do throws(ReadingProblem) {
      guard try records.next() else {
        isAtEnd = true
        return nil
      }
    } catch {
      isAtEnd = true
      return .rejected(
        RejectedRow(
          file: path, line: records.line + 1, reason: error.message, kind: error.message,
          isSound: false, bytes: []))
    }
    do throws(RowFault) {
      return try row()
    } catch {
      return .rejected(
        RejectedRow(
          file: path, line: records.line, reason: error.reason, kind: error.kind,
          isSound: error.isSound, bytes: records.row))
    }
  }

  private mutating func row() throws(RowFault) -> EventTableRow {
    let isWhole = records.cells.count == columnCount && !records.endsInQuote
    if !isWhole, records.keepFirstLine() || records.endsInQuote {
      throw RowFault(reason: "opens a quotation mark that is not closed where it should be")
    }
    guard isWhole else {
      let count = records.cells.count
      throw RowFault(reason: "has \(count) column\(count == 1 ? "" : "s"), not \(columnCount)")
    }
    guard records.isUTF8 else {
      throw RowFault(
        reason: "is not UTF-8; convert the file first, for example with: iconv -f WINDOWS-1252 "
          + "-t UTF-8")
    }
    let kind = try events.event(
      texts(cells.event, " / "), cells: cells.event.map { records.text($0) })
    let date = try date()
    var source = try actors.actors(layout.source, on: date) { records.text(cells.source[$0]) }
    var target = try actors.actors(layout.target, on: date) { records.text(cells.target[$0]) }
    if kind.isReversed { swap(&source, &target) }
    guard !source.isEmpty else {
      throw RowFault(reason: "names no actor that acts and is known", isSound: true)
    }
    let record = "\(layout.name):\(identifier)"
    let article = article(record: record)
    let evidence = Evidence(
      articleID: article.id, text: "", start: 0, end: 0, sentence: "", attribution: [],
      status: .occurred, date: date, dateBasis: .explicit, rule: record,
      confidence: layout.confidence)
    let statement = Statement(
      type: kind.type, mode: kind.mode, source: source, target: target, object: text(cells.object),
      place: firstText(cells.place), evidence: evidence)
    return .statement(statement, source: article)
  }

  /// The texts of some cells, with a separator between them.
  private func texts(_ cells: [Int], _ separator: String) -> String {
    guard let first = cells.first else { return "" }
    return cells.dropFirst().reduce(records.text(first)) { $0 + separator + records.text($1) }
  }

  private func firstText(_ cells: [Int]) -> String? {
    for cell in cells { if let text = text(cell) { return text } }
    return nil
  }

  /// The text of a cell; `nil` when it is empty.
  private func text(_ cell: Int?) -> String? {
    guard let cell else { return nil }
    let text = records.text(cell)
    return text.isEmpty || layout.emptyCells.contains(text) ? nil : text
  }

  /// What tells the row from all others of such tables.
  private var identifier: String {
    var parts = ""
    for cell in cells.record {
      guard let text = text(cell) else { continue }
      parts = parts.isEmpty ? text : parts + ":" + text
    }
    guard parts.isEmpty else { return parts }
    return String(ContentHash.hex(of: records.row).prefix(24))
  }

  private mutating func date() throws(RowFault) -> EDTF {
    for (column, place) in zip(layout.dates, cells.dates) {
      guard let text = text(place.date) else { continue }
      if let lastDate, lastDate.cell == place.date, lastDate.text == text { return lastDate.date }
      let date = try dates.date(
        text, end: self.text(place.end), precision: self.text(place.precision),
        in: column)
      if place.end == nil, place.precision == nil { lastDate = (place.date, text, date) }
      return date
    }
    throw RowFault(reason: "\(layout.dates.map(\.column).joined(separator: ", ")): is empty")
  }

  /// The source of the row: an article known by its address, or else by the row.
  private mutating func article(record: String) -> Article {
    let published = published()
    if let last = lastArticle, let cell = cells.url, cells.publisher == nil,
      last.published == published, let address = last.url, records.isText(cell, address)
    {
      return last
    }
    let url = text(cells.url)
    let address = url.flatMap { Self.schemeEnd(of: $0) == nil ? nil : $0 }
    let article = Article(
      id: address.map { Article.sourceID(address: $0) } ?? record, path: path, title: "", text: "",
      publisher: text(cells.publisher) ?? url.flatMap(Self.host), url: address,
      published: published)
    lastArticle = article
    return article
  }

  private mutating func published() -> EDTF? {
    guard let column = layout.published, let place = cells.published, let text = text(place.date)
    else { return nil }
    if let lastPublished, lastPublished.text == text { return lastPublished.date }
    let date = try? dates.date(
      text, end: self.text(place.end), precision: self.text(place.precision), in: column)
    if place.end == nil, place.precision == nil { lastPublished = (text, date) }
    return date
  }

  /// Where the `://` of an address ends; `nil` where there is none.
  private static func schemeEnd(of url: String) -> String.Index? {
    let bytes = url.utf8
    var start = bytes.startIndex
    while let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) {
      if bytes[colon...].starts(with: "://".utf8) { return bytes.index(colon, offsetBy: 3) }
      start = bytes.index(after: colon)
    }
    return nil
  }

  /// `www.example.org` of an address, without the `www.`.
  private static func host(of url: String) -> String? {
    var url = url
    return url.withUTF8 { bytes in
      var host = bytes[...]
      if let colon = host.firstIndex(of: UInt8(ascii: ":")), host[colon...].starts(with: "://".utf8)
      {
        host = host[(colon + 3)...]
      }
      host = host.prefix {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?")
      }
      guard !host.isEmpty else { return nil }
      if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
      return String(decoding: host, as: UTF8.self)
    }
  }
}
