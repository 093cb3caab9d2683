/// How a language writes its words, where that differs from most languages.
public struct Spelling: Hashable, Sendable {
  /// Letters with marks that are letters of their own, so that "würde" is not "wurde".
  public var letters = ""
  /// Whether nouns, and of words inside a sentence only nouns and names, begin with a capital.
  public var capitalisesNouns = false
  /// Whether figures with a full stop are ordinals, not the end of a sentence.
  public var hasOrdinalStop = false
  /// What may stand between the parts of a compound noun ("Friede-ns-gespräch"); `nil` where nouns
  /// are not written as one word.
  public var compoundLinks: [String]?

  /// Whether names taken over from English are inflected as well: "Trumps Forderung".
  public var inflectsForeignNames = false

  /// Pairs of letters that stand for each other at the beginning of a word before a consonant, so that it
  /// sounds well behind the word before: "утретє" is "втретє".
  public var euphony: [[String]] = []

  /// The spelling of most languages.
  init() {}

  /// Reads `spelling` of `language.yaml`.
  init(_ value: YAMLValue?, problems: inout [DataProblem]) {
    for (key, item) in value?.pairs ?? [] {
      switch key {
      case "letters": letters = item.string ?? ""
      case "capitalNouns": capitalisesNouns = item.bool ?? false
      case "ordinalStop": hasOrdinalStop = item.bool ?? false
      case "foreignNames": inflectsForeignNames = item.string == "inflected"
      case "compounds": compoundLinks = item.strings
      case "euphony": euphony = item.items.map(\.strings)
      default: problems.append(item.problem("unknown key '\(key)' in 'spelling'"))
      }
    }
  }
}
