import CasusKnowledge
import CasusModel

/// Dates of old stories, in which one sentence goes on from the other.
extension ArticleReading {
  /// The date of a sentence that tells of a time long past.
  struct StoryDate {
    var date: EDTF
    var sentence: Int
  }

  /// How many sentences later a story still stands at its date, and at its day.
  private static let storyLength = 2

  /// The date that the sentence at hand goes on with, if it has none of its own.
  var storyBefore: StoryDate? {
    guard let storyDate, sentence.dates.isEmpty, sentence.measures.isEmpty,
      sentence.elsewhens.isEmpty, narrative.heading == nil, !narrative.isLive,
      sentence.number - storyDate.sentence <= (storyDate.date.namesDay ? 1 : Self.storyLength),
      sentence.number > storyDate.sentence
    else { return nil }
    return storyDate
  }

  /// Takes note of the date of the sentence at hand, where it has one and tells of a time long past.
  mutating func noteStory() {
    guard !sentence.dates.isEmpty else { return }
    storyDate = nil
    guard resolvedDates.count == 1, let found = resolvedDates[0],
      let chunk = sentence.chunks.firstIndex(where: { $0.kind == .date })
    else { return }
    // The date of a clause, and no aside: "whom a court sent to prison two years ago".
    if let verb = dateJudge.verb(of: chunk) {
      let traits = sentence.chunks[verb].traits
      guard sentence.links[verb].link == .main || sentence.links[verb].link == .coordinate,
        traits.isDisjoint(with: [.isSpeech, .isPerfect, .isPluperfect, .isPlanned, .isHypothetical])
      else { return }
    } else if chunk > 1 {
      return
    }
    noteStory(found, isAlone: true)
  }

  /// Takes note of a date that the text goes on from.
  mutating func noteStory(_ found: (edtf: EDTF, basis: DateBasis), isAlone: Bool) {
    storyDate = nil
    let date = found.edtf
    guard isAlone, found.basis == .explicit || found.basis == .relative, !date.isInterval,
      !date.isOpen, !date.lacksYear, let year = date.firstYear,
      date.namesDay || date.precision == .month || date.precision == .year,
      narrative.published.map({ year < ($0.firstYear ?? 0) - 1 }) ?? true
    else { return }
    storyDate = StoryDate(date: date, sentence: sentence.number)
  }

  /// Lets the deeds of an old story go on with the date of the sentence before.
  ///
  /// "In 1987 his men took the base. Libyan bombers struck in revenge".
  mutating func goOnWithStories() {
    for (i, story) in storyDates {
      let evidence = statements[i].evidence
      guard evidence.date == nil, evidence.status == .occurred, evidence.attribution.isEmpty,
        !isOfOtherTime[i], !isPresent[i], !nominalStatements.contains(i),
        !statements[i].type.isSaid, !statements[i].type.isReaction,
        statements[i].type != .threaten
      else { continue }
      if story.date.namesDay {
        let named = resolver.discourse.mentions.within(story.sentence...story.sentence)
        let sides = rolledUp(statements[i].source + statements[i].target)
        guard named.contains(where: { sides.contains($0.actor) }) else { continue }
      }
      statements[i].evidence.date = story.date
      statements[i].evidence.dateBasis = .inherited
    }
  }
}
