/// What takes the values of columns one after another: the parameters of a statement, or a row of many.
protocol ColumnValues {
  mutating func add(_ value: Int64)
  mutating func add(_ value: Double)
  mutating func add(_ value: String)
  mutating func add(_ value: [UInt8])
  mutating func addNull()
}

extension ColumnValues {
  mutating func add(_ value: Int) { add(Int64(value)) }

  mutating func add(_ value: Bool) { add(value ? 1 as Int64 : 0) }

  mutating func add(_ value: Int64?) {
    if let value { add(value) } else { addNull() }
  }

  mutating func add(_ value: Int?) { add(value.map { Int64($0) }) }

  mutating func add(_ value: String?) {
    if let value { add(value) } else { addNull() }
  }

  mutating func add(_ value: [UInt8]?) {
    if let value { add(value) } else { addNull() }
  }
}
