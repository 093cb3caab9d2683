import CasusModel

/// What the codes of an event table stand for.
struct RowEvents {
  let columns: EventTableLayout.EventColumns
  private var known: [String: EventTableLayout.EventCode?] = [:]

  init(_ columns: EventTableLayout.EventColumns) {
    self.columns = columns
  }

  /// The kind of event, and whether source and target change places.
  /// - Parameters:
  ///   - code: the cells with ` / ` between them.
  ///   - cells: the same apart.
  /// - Returns: What the code stands for.
  /// - Throws: Where it stands for nothing that is kept.
  mutating func event(
    _ code: String, cells: @autoclosure () -> [String]
  ) throws(RowFault) -> (type: EventType, mode: String?, isReversed: Bool) {
    guard let meaning = look(up: code, cells) else {
      throw RowFault(
        reason: "\(columns.columns.joined(separator: ", ")): unknown code '\(code.prefix(60))'")
    }
    guard let type = meaning.type else {
      let place = columns.columns.joined(separator: ", ")
      throw RowFault(
        reason: "\(place): '\(code)' is no event of one actor towards another",
        kind: "\(place): codes that are no event of one actor towards another", isSound: true)
    }
    return (type, meaning.mode, columns.reversed.contains(code))
  }

  private mutating func look(
    up code: String, _ cells: () -> [String]
  ) -> EventTableLayout.EventCode? {
    if let found = known[code] { return found }
    let found = find(code, cells())
    if known.count < 10_000 { known[code] = .some(found) }
    return found
  }

  private func find(_ code: String, _ cells: [String]) -> EventTableLayout.EventCode? {
    guard columns.leastDigits > 0, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return findAsWritten(code, cells)
    }
    // Spreadsheets take codes for numbers and drop the zero at their front.
    let missing = max(0, columns.leastDigits - code.utf8.count)
    let whole = String(repeating: "0", count: missing) + code
    // "841" is 0841; but a code that nobody knows is not made one of the first two digits' kind.
    return findAsWritten(whole, cells) ?? findAsWritten("0" + whole, cells, shortest: 3)
  }

  private func findAsWritten(
    _ code: String, _ cells: [String], shortest: Int = 1
  ) -> EventTableLayout.EventCode? {
    if let found = columns.codes[code] { return found }
    for count in stride(from: cells.count - 1, to: 0, by: -1) {
      if let found = columns.codes[cells.prefix(count).joined(separator: " / ")] { return found }
    }
    guard columns.hasPrefixes, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    var shorter = code.dropLast()
    while shorter.count >= shortest {
      if let found = columns.codes[String(shorter)] { return found }
      shorter = shorter.dropLast()
    }
    return nil
  }
}
