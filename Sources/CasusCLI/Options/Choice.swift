import ArgumentParser

/// One of the named values of a type of another module, as an option takes it.
enum Choice {
  /// The value of a name; capitals do not matter.
  static func parse<Value: CaseIterable & RawRepresentable<String>>(_ name: String) throws -> Value
  {
    for value in Value.allCases where value.rawValue.lowercased() == name.lowercased() {
      return value
    }
    throw ValidationError("'\(name)' is not known; choose one of \(list(Value.self))")
  }

  /// What a shell offers for the option.
  static func completion<Value: CaseIterable & RawRepresentable<String>>(
    of type: Value.Type
  ) -> CompletionKind { .list(Value.allCases.map(\.rawValue)) }

  /// The names of a type, for help.
  static func list<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
