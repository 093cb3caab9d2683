/// Whether a sentence speaks of what was or what will be.
public enum Tense: String, CaseIterable, Sendable {
  /// What happened.
  case past
  /// What is to happen.
  case future
  /// No sign of either.
  case none
}
