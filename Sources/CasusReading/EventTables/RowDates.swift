import CasusModel

/// Reads the dates of an event table, each as finely as the table says that it is known.
struct RowDates {
  typealias Column = EventTableLayout.DateColumn

  /// The years that a table of events may speak of.
  static let years = 1000...2200

  /// The date in a cell; `end` and `precision` are the cells beside it where the layout names them.
  func date(
    _ text: String, end: String?, precision: String?, in column: Column
  ) throws(RowFault) -> EDTF {
    if column.form == .edtf, let date = EDTF(text) {
      guard isInRange(date) else { throw fault(text, column) }
      return date
    }
    let first = try span(text, column)
    guard let codes = column.precision?.codes else {
      guard let end, !end.isEmpty else { return first }
      return try between(first, try span(end, column), column)
    }
    guard let code = precision, let known = codes[code] else {
      let name = column.precision?.column ?? ""
      throw RowFault(reason: "\(name): unknown code '\(precision ?? "")'")
    }
    guard first.lowerBound == first.upperBound else { return first }
    let day = CivilDay.date(of: first.lowerBound)
    let month = first.rawValue.prefix(7)
    switch known {
    case .day: return first
    case .week: return try interval(first.lowerBound - 3, first.lowerBound + 3, column)
    case .month: return try parsed(String(month), column)
    case .year: return try parsed(Self.padded(day.year, 4), column)
    case .span:
      guard let end, !end.isEmpty else { throw RowFault(reason: "\(column.end ?? ""): is empty") }
      return try between(first, try span(end, column), column)
    }
  }

  private func between(_ first: EDTF, _ last: EDTF, _ column: Column) throws(RowFault) -> EDTF {
    guard first.lowerBound <= last.upperBound else {
      throw RowFault(reason: "\(column.end ?? ""): '\(last)' lies before '\(first)'")
    }
    return try interval(first.lowerBound, last.upperBound, column)
  }

  /// The days from one to another: a day, a whole month or year, or an interval.
  private func interval(_ first: Int, _ last: Int, _ column: Column) throws(RowFault) -> EDTF {
    let from = EDTF.dayText(first)
    guard first != last else { return try parsed(from, column) }
    for length in [7, 4] {
      if let whole = EDTF(String(from.prefix(length))), whole.lowerBound == first,
        whole.upperBound == last
      {
        return whole
      }
    }
    return try parsed("\(from)/\(EDTF.dayText(last))", column)
  }

  // MARK: Forms

  private func span(_ text: String, _ column: Column) throws(RowFault) -> EDTF {
    let written: String? =
      switch column.form {
      case .digits: digits(text)
      case .day: isoDay(text) ?? wordyDay(text)
      case .dayMonthYear: figures(text, day: 0, month: 1) ?? isoDay(text) ?? wordyDay(text)
      case .monthDayYear: figures(text, day: 1, month: 0) ?? isoDay(text) ?? wordyDay(text)
      case .fraction: fraction(text)
      case .edtf: dottedDay(text) ?? wordyDay(text)
      }
    guard let written, let date = EDTF(written), isInRange(date) else { throw fault(text, column) }
    return date
  }

  private func parsed(_ text: String, _ column: Column) throws(RowFault) -> EDTF {
    guard let date = EDTF(text) else { throw fault(text, column) }
    return date
  }

  private func isInRange(_ date: EDTF) -> Bool {
    guard let year = Int(date.rawValue.prefix(4)) else { return true }
    return Self.years.contains(year)
  }

  private func fault(_ text: String, _ column: Column) -> RowFault {
    RowFault(reason: "\(column.column): no date, or out of range: '\(text.prefix(40))'")
  }

  /// `20220713`, with a time after it perhaps; zeros for the day, or month and day, leave them open.
  private func digits(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let year = text.prefix(4)
    switch text.utf8.count {
    case 4: return text
    case 6: return month(year, text.dropFirst(4).prefix(2))
    case 8, 10, 12, 14:
      let day = text.dropFirst(6).prefix(2)
      let short = month(year, text.dropFirst(4).prefix(2))
      return day == "00" ? short : short + "-" + day
    default: return nil
    }
  }

  private func month(_ year: Substring, _ month: Substring) -> String {
    month == "00" ? String(year) : "\(year)-\(month)"
  }

  /// `2022-07-13`, followed by a time of day perhaps.
  private func isoDay(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else {
      return bytes.count == 4 ? text : nil
    }
    guard bytes.count > 10 else { return text }
    guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T") else { return nil }
    return String(text.prefix(10))
  }

  /// `13.07.2022`: with dots between them, the day comes first everywhere.
  private func dottedDay(_ text: String) -> String? {
    text.contains("/") || text.contains("-") ? nil : figures(text, day: 0, month: 1)
  }

  /// `13 July 2022`, `13-Jul-2022`.
  private func wordyDay(_ text: String) -> String? {
    let parts = text.split { $0 == " " || $0 == "-" }
    guard parts.count == 3, let day = Int(parts[0]), parts[2].count == 4 else { return nil }
    let name = parts[1].prefix(3).lowercased()
    guard parts[1].count >= 3, let month = Self.months.firstIndex(of: name) else { return nil }
    return "\(parts[2])-\(Self.padded(month + 1, 2))-\(Self.padded(day, 2))"
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private func figures(_ text: String, day: Int, month: Int) -> String? {
    let date = text.prefix { $0 != " " && $0 != "T" }
    let parts = date.split { $0 == "/" || $0 == "." || $0 == "-" }
    guard parts.count == 3, parts[2].count == 4, let day = Int(parts[day]),
      let month = Int(parts[month])
    else { return nil }
    return "\(parts[2])-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// `2022.5342`: GDELT writes (30 × month + day) / 365, of which about the month can be had back.
  private func fraction(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let share = Double("0.\(parts[1])") else {
      return nil
    }
    let month = min(12, max(1, Int((share * 365 - 1) / 30)))
    return "\(parts[0])-\(Self.padded(month, 2))~"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
