import CasusKnowledge
import CasusModel

// The day that the article has given for a deed which it only names here.
extension ArticleReading {
  /// "On the same day as Syria's recognition": the day that the article has given for that deed, which may
  /// be another than the last that it named.
  func dayOfDeed(namedBehind number: Int) -> EDTF? {
    let chunks = sentence.chunks
    guard
      let date = chunks.indices.first(where: {
        chunks[$0].kind == .date && sentence.date(ofChunk: $0) == number
      }), date + 2 < chunks.count, chunks[date + 1].kind == .preposition
    else { return nil }
    return dayTold(by: date + 2, isOfDoer: true)
  }

  /// The day of the deed that a measure counts from, where a noun right behind it names the deed: "a day
  /// before the strike".
  func dayTold(behind measure: DateMention) -> EDTF? {
    let next = sentence.chunks.indices.first {
      Int(sentence.items[Int(sentence.chunks[$0].firstItem)].start) >= measure.end
    }
    return next.flatMap { dayTold(by: $0, isOfDoer: false) }
  }

  /// The day that the article has given for what a noun names; of the doer that stands with the noun,
  /// if one does or must.
  private func dayTold(by phrase: Int, isOfDoer: Bool) -> EDTF? {
    let chunk = sentence.chunks[phrase]
    guard chunk.kind == .nounPhrase, chunk.eventNoun >= 0 else { return nil }
    let types = stages.finder.types(ofNoun: chunk.eventNoun, sentence)
    var copy = resolver
    let doers = Set(rolledUp(copy.actors(of: phrase, sentence)))
    if isOfDoer, doers.isEmpty { return nil }
    let told = statements.indices.last { i in
      types.contains(statements[i].type) && statements[i].evidence.date?.namesDay == true
        && (doers.isEmpty || !doers.isDisjoint(with: rolledUp(statements[i].source)))
    }
    return told.flatMap { statements[$0].evidence.date }
  }

  /// "The decision came two days after rebels took the town", "it happened a week before the vote":
  /// the day of the deed told before, of which a clause without event says that it came about so
  /// long after or before something else.
  func dayOfDeed(comingAbout measure: DateMention, _ parts: DateParts) -> EDTF? {
    let chunks = sentence.chunks
    guard
      let verb = chunks.indices.last(where: {
        chunks[$0].kind == .verb && sentence.span(ofChunk: $0).upperBound <= measure.start
      }),
      sentence.links[verb].subject >= 0, comesAbout(verb, before: measure),
      !chunks[(verb + 1)...].contains(where: {
        $0.kind == .nounPhrase
          && Int(sentence.items[Int($0.firstItem)].start) < measure.start
      })
    else { return nil }
    let subject = Int(sentence.links[verb].subject)
    guard chunks[subject].kind == .nounPhrase else { return nil }
    if chunks[subject].eventNoun >= 0, let day = dayTold(by: subject, isOfDoer: false) {
      return day
    }
    guard stages.finder.namesDeedToldBefore(subject, sentence) else { return nil }
    let told = statements.indices.reversed().prefix {
      sentence.number - origins[$0] <= Self.deedReach
    }
    guard let latest = told.map({ origins[$0] }).filter({ $0 < sentence.number }).max() else {
      let isNear = sentence.number - lastDay <= Self.deedReach
      return isNear ? narrative.day.flatMap { isBase($0, for: parts) ? $0 : nil } : nil
    }
    // What the sentence tells first is mostly what it is about.
    return told.last { i in
      origins[i] == latest && !isOfOtherTime[i] && statements[i].evidence.status == .occurred
        && statements[i].evidence.date.map { isBase($0, for: parts) } ?? false
    }.flatMap { statements[$0].evidence.date }
  }

  /// Whether a verb says of its subject that it came about: "came", "took place", "was carried out", of a
  /// decision also "was announced".
  private func comesAbout(_ verb: Int, before measure: DateMention) -> Bool {
    let (traits, links) = (sentence.chunks[verb].traits, sentence.links[verb])
    let main = links.link == .infinitive && traits.contains(.isPassive) ? Int(links.governor) : verb
    guard main >= 0, sentence.links[main].link == .main,
      // "Happened | three days before": no object.
      links.object < 0
        || sentence.span(ofChunk: Int(links.object)).lowerBound >= measure.start,
      [traits, sentence.chunks[main].traits].allSatisfy({
        $0.isDisjoint(with: [.isNegated, .isPlanned, .isHypothetical, .isPluperfect])
      })
    else { return false }
    if traits.contains(.isPassive) {
      return traits.contains(.isSupport)
        || stages.frames.isDecision(sentence.chunks[Int(links.subject)])
    }
    return stages.frames.content(of: verb, sentence) == .occurred
  }

  /// How many sentences later a clause may still say when a deed came about.
  private static let deedReach = 2
}
