import CasusKnowledge

/// The stages that read articles of one language, made once for all of them.
final class ReadingStages: Sendable {
  let knowledge: Knowledge
  let lexicon: Lexicon
  let matcher: Matcher
  /// For languages that write nouns with a capital.
  let wordClasses: WordClasses?
  /// For languages whose verb stands second or last.
  let verbSecond: VerbSecond?
  /// For languages whose endings leave the words of a verb free to stand apart.
  let partedVerbs: PartedVerbs?
  let chunker: Chunker
  let parser: ClauseParser
  let actorNouns: ActorNouns
  let finder: EventFinder
  let frames: FrameFinder
  let statusJudge: StatusJudge
  let attributionFinder: AttributionFinder
  let dates: DateReader?
  /// For each frame its rules by form, in the order of `forms`.
  private let rules: [String]

  init(knowledge: Knowledge, lexicon: Lexicon, dates: DateGrammar?) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    self.dates = dates.map { DateReader(grammar: $0, lexicon: lexicon) }
    rules = lexicon.frames.flatMap { frame in
      Self.forms.map { frame.frame.origin + " " + $0 }
    }
    matcher = Matcher(lexicon: lexicon)
    wordClasses = lexicon.spelling.capitalisesNouns ? WordClasses(lexicon: lexicon) : nil
    verbSecond =
      lexicon.putsVerbSecond ? VerbSecond(lexicon: lexicon, actors: knowledge.actors) : nil
    partedVerbs = lexicon.usesCases ? PartedVerbs(lexicon: lexicon) : nil
    chunker = Chunker(lexicon: lexicon)
    frames = FrameFinder(lexicon: lexicon, places: knowledge.places)
    parser = ClauseParser(
      frames: frames, isHeadFirst: lexicon.nounHead == .first, usesCases: lexicon.usesCases)
    actorNouns = ActorNouns(lexicon: lexicon, ties: knowledge.ties)
    finder = EventFinder(knowledge: knowledge, frames: frames)
    statusJudge = StatusJudge(lexicon: lexicon, frames: frames)
    attributionFinder = AttributionFinder(knowledge: knowledge, frames: frames)
  }

  /// The rule by which a finding was made: where its frame stands, and the form that matched.
  func rule(_ frame: Int, _ form: String) -> String {
    guard frame >= 0 else { return "Languages/\(lexicon.language)/language.yaml \(form)" }
    let first = frame * Self.forms.count
    switch form {
    case "active": return rules[first]
    case "passive": return rules[first + 1]
    case "nominal": return rules[first + 2]
    case "support verb": return rules[first + 3]
    default: return lexicon.frames[frame].frame.origin + " " + form
    }
  }

  private static let forms = ["active", "passive", "nominal", "support verb"]
}
