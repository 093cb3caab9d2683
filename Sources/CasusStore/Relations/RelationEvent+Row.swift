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
      status: EventStatus(rawValue: row.text(5)) ?? .occurred, isContested: row.bool(6),
      isForward: false, isBackward: false, givesForward: false, givesBackward: false)
  }

  /// Which way goods go, where an event names a supplier and a recipient.
  static func goods(
    of event: Int64, _ first: Int64, _ second: Int64, in db: Database
  ) throws -> (forward: Bool, backward: Bool) {
    let statement = try FastStatement(
      db,
      """
      SELECT role, rolledUp FROM participant
      WHERE event = ? AND role IN ('supplier', 'recipient')
      """)
    var supplier: [Int64] = []
    var recipient: [Int64] = []
    try statement.forEach({ $0.add(event) }) { row in
      if row.text(0) == "supplier" {
        supplier.append(row.integer(1))
      } else {
        recipient.append(row.integer(1))
      }
    }
    return (
      supplier.contains(first) && recipient.contains(second),
      supplier.contains(second) && recipient.contains(first)
    )
  }
}
