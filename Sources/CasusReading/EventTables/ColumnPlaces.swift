/// Where the columns of a table stand; upper and lower case of their names do not matter where one has
/// no column by the very name.
struct ColumnPlaces {
  private var places: [String: Int] = [:]
  private var folded: [String: Int] = [:]

  init(_ columns: [String]) {
    for (place, column) in columns.enumerated() {
      if places[column] == nil { places[column] = place }
      let name = column.lowercased()
      if folded[name] == nil { folded[name] = place }
    }
  }

  /// The place of a column, from 0.
  subscript(column: String) -> Int? { places[column] ?? folded[column.lowercased()] }
}
