import CasusKnowledge

/// The stages that read articles of one language, made once for all of them.
final class ReadingStages: Sendable {
  let knowledge: Knowledge
  let lexicon: Lexicon
  let matcher: Matcher
  let chunker: Chunker
  let parser: ClauseParser
  let finder: EventFinder
  let frames: FrameFinder
  let statusJudge: StatusJudge
  let attributionFinder: AttributionFinder
  let dates: DateReader?

  init(knowledge: Knowledge, lexicon: Lexicon, dates: DateGrammar?) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    self.dates = dates.map { DateReader(grammar: $0, lexicon: lexicon) }
    matcher = Matcher(lexicon: lexicon)
    chunker = Chunker(lexicon: lexicon)
    frames = FrameFinder(lexicon: lexicon)
    parser = ClauseParser(
      frames: frames, isHeadFirst: lexicon.nounHead == .first, usesCases: lexicon.usesCases)
    finder = EventFinder(knowledge: knowledge, lexicon: lexicon)
    statusJudge = StatusJudge(lexicon: lexicon, frames: frames)
    attributionFinder = AttributionFinder(knowledge: knowledge, frames: frames)
  }
}
