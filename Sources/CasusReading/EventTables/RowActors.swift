import CasusModel

/// Finds the actors that the cells of an event table name.
struct RowActors {
  typealias Column = EventTableLayout.ActorColumn

  let names: EventTableNames
  let emptyCells: Set<String>
  private var known: [Cell: Found] = [:]

  private struct Cell: Hashable {
    let reading: Column.Reading
    let text: String

    init(_ reading: Column.Reading, _ text: String) {
      self.reading = reading
      self.text = text
    }
  }

  /// What a cell gives.
  enum Found {
    case actors([ActorID])
    /// It names nobody, and that is no fault: it is empty, a region, or no name that is known.
    case nobody
    case unknownCode
  }

  /// Names are remembered up to this many.
  private static let memory = 100_000

  init(names: EventTableNames, emptyCells: Set<String>) {
    self.names = names
    self.emptyCells = emptyCells
  }

  /// The actors of the first column that names any, sorted, as they were on the date of the row;
  /// `text` gives the text of each column.
  mutating func actors(
    _ columns: [Column], on date: EDTF, text: (Int) -> String
  ) throws(RowFault) -> [ActorID] {
    let found = try actors(columns, text: text)
    if found.count == 1 {
      let bearer = names.bearer(of: found[0], on: date)
      return bearer == found[0] ? found : [bearer]
    }
    return Set(found.map { names.bearer(of: $0, on: date) }).sorted()
  }

  private mutating func actors(
    _ columns: [Column], text: (Int) -> String
  ) throws(RowFault) -> [ActorID] {
    var fault: RowFault?
    for (place, column) in columns.enumerated() {
      let cell = text(place)
      guard !cell.isEmpty, !emptyCells.contains(cell) else { continue }
      if column.separator == nil, case .actors(let found)? = known[Cell(column.reading, cell)],
        found.count == 1
      {
        // By far the most frequent case; rows that name the same actor have one list.
        return found
      }
      var found: [ActorID] = []
      let parts = column.separator.map { cell.split(separator: $0).map { String($0) } } ?? [cell]
      for part in parts {
        let name = part.trimmingWhiteSpace()
        guard !name.isEmpty, !emptyCells.contains(name) else { continue }
        switch look(up: Cell(column.reading, name)) {
        case .actors(let actors): found += actors
        case .nobody: break
        case .unknownCode:
          fault = fault ?? RowFault(reason: "\(column.column): unknown code '\(name.prefix(40))'")
        }
      }
      if !found.isEmpty { return found.count == 1 ? found : Set(found).sorted() }
    }
    if let fault { throw fault }
    return []
  }

  private mutating func look(up cell: Cell) -> Found {
    if let found = known[cell] { return found }
    let found = find(cell)
    if known.count >= Self.memory { known.removeAll() }
    known[cell] = found
    return found
  }

  private func find(_ cell: Cell) -> Found {
    let name = cell.text
    switch cell.reading {
    case .code:
      guard let actor = names.codes[name] else { return .unknownCode }
      return actor.map { .actors([$0]) } ?? .nobody
    case .id: return .actors([ActorID(rawValue: name)])
    case .knownName: return names.actor(name).map { .actors([$0]) } ?? .nobody
    case .country: return names.country(name).map { .actors([$0]) } ?? .nobody
    case .name:
      if let actor = names.actor(name) ?? names.countryInPhrase(name) { return .actors([actor]) }
      return .actors([ActorID(rawValue: "ORG:" + name.foldingWhiteSpace())])
    }
  }
}
