import CasusKnowledge
import CasusModel

/// Dates that events take over from others: of the same meeting, the same fighting, the same news.
extension ArticleReading {
  /// What the same sides do at a dated meeting has the date of the meeting.
  mutating func carryDates() {
    var episode: (sides: [ActorID], date: EDTF, sentence: Int)?
    var older: (date: EDTF, sentence: Int)?
    for i in statements.indices {
      let type = statements[i].type
      let status = statements[i].evidence.status
      if let date = statements[i].evidence.date {
        let isMeeting = type == .consult || type == .agree
        let isOlder =
          episode.map { $0.sides == sides(of: i) && date < $0.date } ?? false
        if isOlder { older = (date, origins[i]) }
        if isMeeting, status == .occurred, date.namesDay, !isOlder {
          episode = (sides(of: i), date, origins[i])
        } else if let known = episode, known.date.lowerBound < date.lowerBound,
          known.sides == sides(of: i)
        {
          episode = nil
        }
        continue
      }
      guard let known = episode, origins[i] - known.sentence <= Self.episodeLength,
        status == .occurred, !isOfOtherTime[i], !isPresent[i], type.quadClass.isCooperation,
        known.sides == sides(of: i), isToldByParties(i)
      else { continue }
      if let older, older.sentence == origins[i] {
        // "В декабре президент летал в США – тогда они согласились": the older date goes on.
        statements[i].evidence.date = older.date
        statements[i].evidence.dateBasis = .inherited
        continue
      }
      statements[i].evidence.date = known.date
      statements[i].evidence.dateBasis = .inherited
      episode?.sentence = origins[i]
    }
  }

  /// Whether nobody but those who take part tells of a statement: "Seoul accused both of trade in
  /// arms" is no part of their meeting.
  private func isToldByParties(_ statement: Int) -> Bool {
    let speakers = statements[statement].evidence.attribution
    guard !speakers.isEmpty, statements[statement].type != .consult else { return true }
    let parties = sides(of: statement).map(\.rawValue)
    return speakers.allSatisfy {
      let kind = knowledge.actors.kind(of: ActorID(rawValue: $0))
      return kind == nil || kind == .medium || parties.contains($0)
    }
  }

  /// The day that a sentence names.
  struct OpenDay {
    var day: EDTF
    /// Where its paragraph ends.
    var lineEnd: Int
    /// Whether an event of the sentence has taken the day.
    var isTold: Bool
  }

  /// Takes note of the one day of a sentence, which what follows may go on with.
  mutating func noteOpenDay(isTold: Bool = false) {
    guard sentence.dates.count == 1, let found = resolvedDates.first, let day = found?.edtf,
      day.namesDay, let published = narrative.published,
      (0...7).contains(published.upperBound.days(since: day.lowerBound)),
      let chunk = sentence.chunks.firstIndex(where: { $0.kind == .date }),
      let inner = dateJudge.verb(of: chunk), let verb = completed(by: inner),
      !sentence.chunks[verb].traits.contains(.isSpeech), !isParticiple(verb, before: chunk),
      // "Footage published on 24 June shows": not what the sentence tells.
      sentence.links[verb].link == .main || sentence.links[verb].link == .coordinate
    else { return }
    openDays[sentence.number] = OpenDay(day: day, lineEnd: lineRange.upperBound, isTold: isTold)
  }

  /// Whether a verb is a participle and no past tense: one without a subject, a passive, or one with
  /// another verb right behind its date ("footage published on 24 June shows").
  private func isParticiple(_ verb: Int, before date: Int) -> Bool {
    let traits = sentence.chunks[verb].traits
    guard traits.contains(.isParticiple) else { return false }
    let next = date + 1
    return traits.contains(.isPassive) || sentence.links[verb].subject < 0
      || next < sentence.chunks.count && sentence.chunks[next].kind == .verb
  }

  /// The verb that an infinitive or a particle completes: "stepped down on Wednesday".
  private func completed(by verb: Int) -> Int? {
    let links = sentence.links[verb]
    guard links.link == .infinitive, links.governor >= 0 else { return verb }
    return Int(links.governor)
  }

  /// Takes note of the day on which someone speaks in the sentence at hand.
  mutating func noteSpokenDay() {
    guard sentence.dates.count == 1, let day = resolvedDates.first??.edtf,
      day.namesDay || day.isWeek, let published = narrative.published,
      (0...(day.namesDay ? 7 : 14)).contains(published.upperBound.days(since: day.lowerBound)),
      let chunk = sentence.chunks.firstIndex(where: { $0.kind == .date }),
      let verb = dateJudge.verb(of: chunk), sentence.links[verb].link == .main,
      sentence.chunks[verb].traits.contains(.isSpeech),
      sentence.chunks[verb].traits.isDisjoint(with: [.isFuture, .isPlanned])
    else { return }
    spokenDays[sentence.number] = day
  }

  /// What a speaker says next, he says on the same day.
  ///
  /// "On Tuesday Saakashvili announced that his country would leave. He called on Kyiv to follow."
  mutating func goOnFromSpeech() {
    for i in statements.indices where pronounStatements.contains(i) {
      let (evidence, before) = (statements[i].evidence, origins[i] - 1)
      guard evidence.date == nil, evidence.status == .occurred, evidence.attribution.isEmpty,
        !isOfOtherTime[i], !isPresent[i], statements[i].type.isSaid,
        dateCounts[origins[i]] == nil, let day = spokenDays[before] ?? dayOfWords(before: i)
      else { continue }
      let named = resolver.discourse.mentions.within(before...before)
      let source = rolledUp(statements[i].source)
      guard named.contains(where: { source.contains($0.actor) }) else { continue }
      statements[i].evidence.date = day
      statements[i].evidence.dateBasis = .inherited
    }
  }

  /// The day on which the speaker of a statement speaks, or meets someone, in the sentence before.
  ///
  /// "On Monday Harris accused Minsk. She also urged Kyiv".
  private func dayOfWords(before statement: Int) -> EDTF? {
    for i in (max(statement - Self.lookBack, 0)..<statement).reversed() {
      let (gap, evidence) = (origins[statement] - origins[i], statements[i].evidence)
      if gap > 1 { return nil }
      guard gap == 1, statements[i].type.isSaid || statements[i].type == .consult,
        evidence.status == .occurred, !isOfOtherTime[i],
        let day = evidence.date, day.namesDay, isOfSameSource(i, statement)
      else { continue }
      return day
    }
    return nil
  }

  /// Carries a day on into the next sentence of the paragraph, for what someone just named does.
  ///
  /// "Kim stepped down from his train on Wednesday. Putin received him." In the lead it goes on into
  /// the next paragraph.
  mutating func goOnFromDays() {
    guard !openDays.isEmpty else { return }
    for i in statements.indices {
      let (evidence, before) = (statements[i].evidence, origins[i] - 1)
      guard evidence.date == nil, evidence.status == .occurred, evidence.attribution.isEmpty,
        !isOfOtherTime[i], !isPresent[i], !statements[i].type.isSaid, let open = openDays[before],
        evidence.end <= open.lineEnd || origins[i] <= Self.leadEnd,
        dateCounts[origins[i]] == nil
      else { continue }
      let named = resolver.discourse.mentions.within(before...before)
      let sides = sides(of: i)
      // A new paragraph goes on with whom the one before began.
      let known = evidence.end <= open.lineEnd ? named : named.prefix(1)
      guard known.contains(where: { sides.contains($0.actor) }) else { continue }
      // What goes on from a deed of that day is another of the same kind by the same doer.
      if open.isTold {
        guard evidence.end <= open.lineEnd, isOfSameEpisode(i, before) else { continue }
      }
      statements[i].evidence.date = open.day
      statements[i].evidence.dateBasis = .inherited
    }
  }

  /// Whether one of those who did something in a sentence does more of the same kind, good or bad.
  private func isOfSameEpisode(_ statement: Int, _ sentence: Int) -> Bool {
    let isGood = statements[statement].type.quadClass.isCooperation
    let source = Set(rolledUp(statements[statement].source))
    return statements.indices.contains {
      origins[$0] == sentence && statements[$0].evidence.status == .occurred
        && statements[$0].evidence.date != nil && !statements[$0].type.isSaid
        && statements[$0].type.quadClass.isCooperation == isGood
        && !source.isDisjoint(with: rolledUp(statements[$0].source))
    }
  }

  /// What the same sides did, told right after, has the same day; so have further sanctions of one
  /// package, and further attacks in the same fighting, whichever side tells of them.
  mutating func continueDates() {
    for i in statements.indices.dropFirst() {
      guard statements[i].evidence.date == nil, statements[i].evidence.status == .occurred,
        !isOfOtherTime[i], !isPresent[i],
        let before = statements[i].type.isSaid ? deedBefore(words: i) : before(i)
      else { continue }
      statements[i].evidence.date = statements[before].evidence.date
      statements[i].evidence.dateBasis = .inherited
    }
  }

  /// The dated deed that an undated one goes on with.
  private func before(_ statement: Int) -> Int? {
    let evidence = statements[statement].evidence
    let isAttack = statements[statement].type == .assault
    let hasDate = dateCounts[origins[statement]] != nil
    for i in (max(statement - Self.lookBack, 0)..<statement).reversed() {
      let gap = origins[statement] - origins[i]
      guard gap <= Self.fightLength else { return nil }
      let other = statements[i].evidence
      guard let date = other.date, other.status == .occurred else { continue }
      if gap == 0, !isAttack {
        // "They agreed on Sunday after talks brokered by Qatar".
        guard statements[statement].type == .consult, datesMeeting(i, statement),
          dateCounts[origins[i]] == 1
        else { continue }
      } else {
        guard sides(of: i) == sides(of: statement) else { continue }
      }
      guard date.namesDay else { return nil }
      if gap == 0 { return evidence.attribution == other.attribution ? i : nil }
      if evidence.attribution == other.attribution {
        if statements[statement].type == .sanction {
          // "With these sanctions Brussels bars Russian ships": one package.
          // What the other side answers with is of another day.
          guard statements[i].type == .sanction, isOfSameSource(i, statement) else { continue }
          return hasDate ? nil : i
        }
        // "On the 17th, after talks between the two": not on the day told before.
        if gap == 1, i == statement - 1 { return hasDate ? nil : i }
      }
      guard isAttack, statements[i].type == .assault, !hasDate else { return nil }
      let parties = sides(of: statement).map(\.rawValue)
      return evidence.attribution.allSatisfy(parties.contains) ? i : nil
    }
    return nil
  }

  /// The dated deed of the sentence before that its doer goes on to speak of.
  ///
  /// "In June 2017 Riyadh cut ties with Doha. It accused Doha of backing extremists."
  private func deedBefore(words statement: Int) -> Int? {
    let evidence = statements[statement].evidence
    // A threat or a refusal may be uttered again at any time.
    guard dateCounts[origins[statement]] == nil,
      [.accuse, .request, .support, .protest].contains(statements[statement].type)
    else { return nil }
    for i in (max(statement - Self.lookBack, 0)..<statement).reversed() {
      let gap = origins[statement] - origins[i]
      if gap == 0 { continue }
      guard gap == 1 else { return nil }
      let other = statements[i].evidence
      guard let date = other.date, date.namesDay || date.precision == .month,
        other.status == .occurred, other.attribution == evidence.attribution,
        !isOfOtherTime[i], isOfSameSource(i, statement),
        !Set(rolledUp(statements[i].target)).isDisjoint(
          with: rolledUp(statements[statement].target))
      else { continue }
      return i
    }
    return nil
  }

  private func isOfSameSource(_ one: Int, _ other: Int) -> Bool {
    Set(rolledUp(statements[one].source)) == Set(rolledUp(statements[other].source))
  }

  /// Whether the sides of a dated meeting or treaty take part in another meeting.
  private func datesMeeting(_ dated: Int, _ meeting: Int) -> Bool {
    guard statements[dated].type == .consult || statements[dated].type == .agree else {
      return false
    }
    return sides(of: meeting).contains(where: sides(of: dated).contains)
  }

  /// How many sentences later an article may still speak of the same fighting.
  private static let fightLength = 3
  /// How many statements before it may date one; a sentence without an end can hold thousands.
  private static let lookBack = 32

  /// Who takes part in a statement, each once, sorted.
  private func sides(of statement: Int) -> [ActorID] {
    var sides: [ActorID] = []
    for id in statements[statement].source + statements[statement].target {
      let side = knowledge.actors.rolledUp(id)
      if !sides.contains(side) { sides.append(side) }
    }
    return sides.inOrder
  }

  /// How many sentences later an article may still speak of the same meeting.
  private static let episodeLength = 5

  /// An event that the headline or lead tells without a date has the date that the article gives
  /// for it further on, when it gives just one.
  mutating func shareDates() {
    let undated = statements.indices.filter {
      statements[$0].evidence.date == nil
        && (origins[$0] <= 2 || liveHeadings[origins[$0]] != nil || isKnownAttack($0)
          || headings.contains(origins[$0]))
    }
    guard !undated.isEmpty else { return }
    let told = datesOfWhatIsTold()
    for i in undated {
      // A subhead tells what stands right below it.
      let isSubhead = origins[i] > 2 && headings.contains(origins[i])
      let dates = told[whatItTells(i)].map { dated in
        isSubhead
          ? Set((1...Self.subheadReach).flatMap { dated.bySentence[origins[i] + $0] ?? [] })
          : dated.all
      }
      var found = dates?.first
      let isShared = (dates?.count ?? 0) < 2
      if isShared {
        let lead = headlineDate(of: i)
        // "Shelled again": what the lead tells is the news, what comes further down went before it.
        if let known = found, known.namesDay {
          found = lead.map { max($0, known) } ?? known
        } else {
          found = lead ?? found
        }
      }
      let isReal =
        ![.planned, .hypothetical].contains(statements[i].evidence.status)
        && (origins[i] > keyPointsEnd || !statements[i].type.isReaction)
      guard isShared, let found = found ?? (isReal ? dayOfLiveHeading(i) : nil) else {
        continue
      }
      statements[i].evidence.date = found
      statements[i].evidence.dateBasis = .inherited
    }
  }

  /// What statements of the same event have in common.
  private struct Told: Hashable {
    let type: EventType
    let status: EventStatus
    let mode: String?
    let pair: [ActorID]
  }

  /// The dates of the statements that tell the same, which have dates of their own.
  private struct Dated {
    var all: Set<EDTF> = []
    var bySentence: [Int: Set<EDTF>] = [:]
  }

  private func datesOfWhatIsTold() -> [Told: Dated] {
    var result: [Told: Dated] = [:]
    for i in statements.indices {
      // "Recall that it fired one on 18 February": another time than that of the news.
      guard let date = statements[i].evidence.date, !backgroundSentences.contains(origins[i]) else {
        continue
      }
      let key = whatItTells(i)
      result[key, default: Dated()].all.insert(date)
      result[key, default: Dated()].bySentence[origins[i], default: []].insert(date)
    }
    return result
  }

  private func whatItTells(_ statement: Int) -> Told {
    Told(
      type: statements[statement].type, status: statements[statement].evidence.status,
      mode: statements[statement].mode, pair: pair(statement))
  }

  /// "Accused Iran of the attack on its refinery": what a noun names is told elsewhere.
  private func isKnownAttack(_ statement: Int) -> Bool {
    nominalStatements.contains(statement) && statements[statement].type == .assault
      && statements[statement].evidence.status == .occurred
      && dateCounts[origins[statement]] == nil
  }

  /// The day of the heading of an entry; where the text below says that someone spoke on another day,
  /// that day for words, and none for deeds.
  private func dayOfLiveHeading(_ statement: Int) -> EDTF? {
    let heading = liveHeadings[origins[statement]]
    guard heading != nil, origins[statement] > keyPointsEnd,
      let spoken = spokenDays[origins[statement] + 1], spoken != heading
    else { return heading }
    return statements[statement].type.isSaid ? spoken : nil
  }

  /// The day of what the lead tells of the sides of a headline: the headline tells the same news.
  private func headlineDate(of headline: Int) -> EDTF? {
    // A first sentence with dates of its own is no headline.
    guard origins[headline] == 1, statements[headline].evidence.status == .occurred,
      dateCounts[1] == nil
    else { return nil }
    let sides = sides(of: headline)
    let lead = statements.indices.filter { i in
      guard origins[i] > 1, origins[i] <= Self.leadEnd, !isOfOtherTime[i],
        !backgroundSentences.contains(origins[i]),
        statements[i].evidence.status == .occurred, let date = statements[i].evidence.date
      else { return false }
      let others = self.sides(of: i)
      return date.namesDay && sides.allSatisfy(others.contains)
    }
    // What was said is of the day on which the lead says it, and of no other.
    let isWords = statements[headline].type.isReaction || statements[headline].type == .threaten
    let alike = lead.filter { statements[$0].type == statements[headline].type }
    if alike.isEmpty, isWords { return nil }
    if alike.isEmpty, let leadDay, statements[headline].evidence.attribution.isEmpty,
      !statements.indices.contains(where: {
        isOfOtherTime[$0] && statements[$0].evidence.date == leadDay
      })
    {
      return leadDay
    }
    // The news is the latest of what the lead tells; the rest is what came before it.
    let latest = (alike.isEmpty ? lead : alike).compactMap { statements[$0].evidence.date }.max()
    if alike.isEmpty, let latest, let published = narrative.published,
      published.upperBound.days(since: latest.lowerBound) > Self.newsAge
    {
      // Another deed of weeks ago is what led to the news.
      return nil
    }
    return latest
  }

  /// Takes note of a day that the first sentences below the headline name.
  mutating func noteLeadDay(_ date: EDTF) {
    guard leadDay == nil, (2...Self.newsEnd).contains(sentence.number), date.namesDay,
      !backgroundSentences.contains(sentence.number),
      let published = narrative.published,
      date.upperBound <= published.upperBound,
      published.upperBound.days(since: date.lowerBound) <= 7
    else { return }
    leadDay = date
  }

  /// How many sentences below a subhead may tell it.
  private static let subheadReach = 3
  /// How many days old the news of an article may be.
  private static let newsAge = 10
  /// The last sentence that tells the news itself.
  private static let newsEnd = 4
  /// The last sentence of what may still be the lead of an article.
  private static let leadEnd = 8

  private func pair(_ statement: Int) -> [ActorID] {
    let actors = knowledge.actors
    let all = statements[statement].source + statements[statement].target
    let pair = all.map { actors.rolledUp($0) }
    return statements[statement].type.isSymmetric ? pair.sorted() : pair
  }
}
