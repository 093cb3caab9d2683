/// Where a predicate's actor stands in its clause.
public enum Slot: Hashable, Sendable {
  /// The grammatical subject of the active clause.
  case subject
  /// The direct object of the active clause.
  case object
  /// A possessor, a demonym, or the bare noun after an Indonesian noun.
  case possessor
  /// Who says the clause: the subject of the verb of saying that it belongs to. Only as the source.
  case speaker
  /// After a preposition, in a case or in any.
  case preposition(String, FormFeatures)
  /// A bare noun phrase in a case.
  case grammaticalCase(FormFeatures)

  private static let caseNames: [String: FormFeatures] = [
    "nominative": .nominative, "dative": .dative, "accusative": .accusative,
    "instrumental": .instrumental, "locative": .locative,
    "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative,
    "ins": .instrumental, "loc": .locative,
  ]

  /// Reads the notation of `frames.yaml`; every unknown word is a preposition.
  /// - Returns: `nil` when the case after `+` is unknown.
  init?(_ text: String) {
    switch text {
    case "subject": self = .subject
    case "object": self = .object
    case "genitive", "possessor": self = .possessor
    case "speaker": self = .speaker
    default:
      if let found = Self.caseNames[text] {
        self = .grammaticalCase(found)
        return
      }
      let parts = text.split(separator: "+", maxSplits: 1).map(String.init)
      if parts.count == 1 {
        self = .preposition(text, [])
      } else if let found = Self.caseNames[parts[1]] ?? (parts[1] == "genitive" ? .genitive : nil) {
        self = .preposition(parts[0], found)
      } else {
        return nil
      }
    }
  }
}
