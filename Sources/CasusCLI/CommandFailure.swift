import CasusStore

/// Why a command could not do its work: one line for the user and an exit code.
struct CommandFailure: Error, CustomStringConvertible {
  /// Kinds of failure by exit code (`sysexits.h`).
  enum Kind: Int32 {
    /// Bad data: exit code 65.
    case badData = 65
    /// A file that cannot be read or written: exit code 74.
    case unreadable = 74
    /// Wrong use: exit code 64.
    case usage = 64
  }

  let kind: Kind
  let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// What the database says, with names that it does not hold counted as bad data.
  init(_ error: StoreError) {
    let kind: Kind =
      switch error {
      case .unknownActor, .ambiguousActor, .unknownSource: .badData
      case .unknownEvent, .correctedEvent, .ambiguousEvent: .badData
      case .unknownArticle, .ambiguousArticle, .unknownDecision, .ambiguousDecision: .badData
      default: Kind(rawValue: error.exitCode) ?? .unreadable
      }
    self.init(kind, error.description)
  }
}
