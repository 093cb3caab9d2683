import CasusModel

/// Values that tables keep as numbers: their places in a list that never changes.
///
/// The columns have names in `Code`; computed columns beside them show the words.
protocol ColumnCode: Equatable {
  static var inCodeOrder: [Self] { get }
}

extension ColumnCode {
  init?(code: Int) {
    guard Self.inCodeOrder.indices.contains(code) else { return nil }
    self = Self.inCodeOrder[code]
  }

  var code: Int { Self.inCodeOrder.firstIndex(of: self) ?? -1 }
}

extension EventType: ColumnCode {
  static let inCodeOrder: [EventType] = [
    .agree, .consult, .support, .concede, .cooperate, .aid, .retreat, .request, .accuse, .reject,
    .threaten, .protest, .sanction, .mobilize, .coerce, .assault,
  ]
}

extension EventStatus: ColumnCode {
  static let inCodeOrder: [EventStatus] = [.occurred, .planned, .hypothetical, .denied]
}

extension DateBasis: ColumnCode {
  static let inCodeOrder: [DateBasis] = [
    .explicit, .relative, .deictic, .inherited, .publication, .none,
  ]
}

extension RelationEvent.Part: ColumnCode {
  static let inCodeOrder: [RelationEvent.Part] = [.supports, .opens, .closes]
}

extension EDTF {
  /// The number of the day, where the date is a single day and nothing more; tables keep that.
  var plainDay: Int? {
    // Only a day of a year with four digits, without qualifiers, has ten characters.
    lowerBound == upperBound && rawValue.utf8.count == 10 ? lowerBound : nil
  }
}

extension ColumnValues {
  mutating func add(_ value: some ColumnCode) { add(value.code) }

  /// Adds a role as `participant.roleCode` has it: numbers for the two that every event has.
  mutating func add(role: String) {
    switch role {
    case "source": add(0)
    case "target": add(1)
    default: add(role)
    }
  }

  /// Adds a date as `evidence.dateCode` has it.
  mutating func add(dateCode date: EDTF?) {
    if let day = date?.plainDay { add(day) } else { add(date?.rawValue) }
  }
}

extension FastStatement.Columns {
  func code<Value: ColumnCode>(_ column: Int32) -> Value? { Value(code: int(column)) }

  /// A role of `participant.roleCode`.
  func role(_ column: Int32) -> String {
    guard isInteger(column) else { return text(column) }
    return int(column) == 0 ? "source" : "target"
  }

  /// A date of `evidence.dateCode`.
  func dateCode(_ column: Int32) -> EDTF? {
    isInteger(column) ? EDTF.day(int(column)) : optionalText(column).flatMap { EDTF($0) }
  }

  /// The date of three columns in a row: `dateText`, `day` and `lastDay` of an event.
  func eventDate(_ column: Int32) -> EDTF? {
    if let text = optionalText(column) { return EDTF(text) }
    let day = int(column + 1)
    return day == int(column + 2) ? EDTF.day(day) : nil
  }
}
