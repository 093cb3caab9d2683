package import CasusKnowledge

/// The fields that a date expression fills.
package struct DateParts: Hashable, Sendable {
  private var values = SIMD16<Int16>(repeating: .min)

  package init() {}

  init(_ values: [DateSlot: Int]) {
    for (slot, value) in values { self[slot] = value }
  }

  /// The value of a field, or `nil` when the expression leaves it open.
  package subscript(_ slot: DateSlot) -> Int? {
    get {
      let value = values[slot.index]
      return value == .min ? nil : Int(value)
    }
    set { values[slot.index] = newValue.map { Int16(truncatingIfNeeded: $0) } ?? .min }
  }

  /// Whether no field is filled.
  package var isEmpty: Bool { values == SIMD16(repeating: .min) }

  /// Takes over the fields that another one fills.
  mutating func merge(_ other: DateParts) {
    values.replace(with: other.values, where: other.values .!= SIMD16(repeating: .min))
  }

  /// The unit, if one is named.
  package var unit: DateUnit? { self[.unit].flatMap(DateUnit.init(code:)) }
}
