import CasusModel
import GRDB

extension RelationEvent {
  /// The columns, in the order in which `init` reads them.
  static let selection = """
    event.key, event.id, event.type, event.mode, event.date, event.status, event.isContested
    """

  /// An event of the table, without what it does to either of two actors.
  init?(_ row: FastStatement.Columns) {
    guard let type = EventType(rawValue: row.text(2)) else { return nil }
    self.init(
      id: row.withBytes(1) { HexID.text(of: $0) }, type: type, mode: row.optionalText(3),
      date: row.optionalText(4).flatMap { EDTF($0) },
      status: EventStatus(rawValue: row.text(5)) ?? .occurred, isContested: row.bool(6))
  }
}
