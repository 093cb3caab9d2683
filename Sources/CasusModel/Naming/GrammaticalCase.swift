/// The case in which a verb or a preposition wants the name that follows it.
public enum GrammaticalCase: String, CaseIterable, Codable, Sendable {
  /// Of whoever acts: Украина, die Ukraine.
  case nominative
  /// Украины, der Ukraine.
  case genitive
  /// Украине, der Ukraine.
  case dative
  /// Украину, die Ukraine.
  case accusative
  /// Украиной.
  case instrumental

  /// Its place among the forms of a name.
  var place: Int {
    switch self {
    case .nominative: 0
    case .genitive: 1
    case .dative: 2
    case .accusative: 3
    case .instrumental: 4
    }
  }
}
