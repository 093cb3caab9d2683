import CasusModel
import GRDB

/// One row of `event`, without its participants and evidence.
struct EventRow: Hashable {
  /// The 16 bytes of the identifier, as lower-case hexadecimal.
  let id: String
  let type: EventType
  let mode: String?
  let object: String?
  let place: String?
  let date: EDTF?
  let dateBasis: DateBasis
  let status: EventStatus
  let isContested: Bool
  let confidence: Double
  let articles: Int
  /// The first day of the news cycle that makes an undated event one.
  let newsDay: Int?
  /// Whether any date of its evidence is other than a single day.
  let holdsRoughDate: Bool
  /// How many sources that do not copy each other say so.
  let sources: Int

  /// The columns, in the order in which `init` reads them.
  static let selection = """
    event.key, event.id, event.typeCode, event.mode, event.object, event.place, event.dateText,
    event.day, event.lastDay, event.dateBasisCode, event.statusCode, event.isContested,
    event.confidence, event.articles, event.newsDay, event.holdsRoughDate, event.sources
    """

  init(_ row: FastStatement.Columns) throws {
    id = row.withBytes(1) { HexID.text(of: $0) }
    guard let type: EventType = row.code(2) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    self.type = type
    mode = row.optionalText(3)
    object = row.optionalText(4)
    place = row.optionalText(5)
    date = row.eventDate(6)
    dateBasis = row.code(9) ?? DateBasis.none
    status = row.code(10) ?? .occurred
    isContested = row.bool(11)
    confidence = row.double(12)
    articles = row.int(13)
    newsDay = row.optionalInt(14)
    holdsRoughDate = row.bool(15)
    sources = row.int(16)
  }

  init(_ merged: EventMerger.Merged, sources: Int) {
    self.init(
      merged.event, articles: merged.reports.articleCount, newsDay: merged.newsDay,
      holdsRoughDate: merged.holdsRoughDate, sources: sources)
  }

  init(
    _ event: Event, articles: Int, newsDay: Int? = nil, holdsRoughDate: Bool = false, sources: Int
  ) {
    id = event.id
    type = event.type
    mode = event.mode
    object = event.object
    place = event.place
    date = event.date
    dateBasis = event.dateBasis
    status = event.status
    isContested = event.isContested
    confidence = event.confidence
    self.articles = articles
    self.newsDay = newsDay
    self.holdsRoughDate = holdsRoughDate
    self.sources = sources
  }

  /// What `dateText` holds: the date, where it is not the single day of `day`.
  var dateText: String? { Self.dateText(of: date) }

  static func dateText(of date: EDTF?) -> String? { date?.plainDay == nil ? date?.rawValue : nil }

  /// The first and last day, for sorting.
  var bounds: (day: Int, lastDay: Int) { SortDay.bounds(of: date) }
}
