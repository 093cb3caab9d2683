import CasusModel
import GRDB

extension RelationEvent {
  /// The columns, in the order in which `init` reads them.
  static let selection = """
    event.key, event.id, event.typeCode, event.mode, event.dateText, event.day, event.lastDay,
    event.statusCode, event.isContested, event.place
    """

  /// The type and mode of a row, by which most rows are passed over.
  static func kind(_ row: FastStatement.Columns) -> (type: EventType, mode: String?)? {
    row.code(2).map { ($0, row.optionalText(3)) }
  }

  /// The place of a row, as relations compare it.
  static func place(_ row: FastStatement.Columns, _ triggers: TriggerKinds) -> String? {
    row.optionalText(9).map(triggers.place)
  }

  /// An event of the table, without its place and what it does to either of two actors.
  convenience init?(_ row: FastStatement.Columns) {
    guard let type: EventType = row.code(2) else { return nil }
    self.init(
      id: row.withBytes(1) { HexID.text(of: $0) }, type: type, mode: row.optionalText(3),
      date: row.eventDate(4), status: row.code(7) ?? .occurred, isContested: row.bool(8))
  }
}

extension RelationEvent.Part {
  /// Whether any event has this part in a relation.
  func isIn(_ relation: Int64, _ db: Database) throws -> Bool {
    let statement = try FastStatement(
      db, "SELECT 1 FROM relationEvent WHERE relation = ? AND partCode = ? LIMIT 1")
    return try statement.integer {
      $0.add(relation)
      $0.add(self)
    } != nil
  }
}
