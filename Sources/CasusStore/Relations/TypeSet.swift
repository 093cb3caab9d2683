import CasusModel

/// Some types of events, which are few enough to be the bits of one number.
struct TypeSet {
  private var bits = 0

  init(_ types: some Sequence<EventType>) {
    for type in types { bits |= 1 << type.code }
  }

  func contains(_ type: EventType) -> Bool { bits >> type.code & 1 == 1 }

  func isDisjoint(with other: TypeSet) -> Bool { bits & other.bits == 0 }
}
