import CasusKnowledge
import CasusModel

/// Chooses the date expression of a sentence that dates an event.
struct DateJudge {
  let sentence: Sentence
  let frames: FrameFinder
  /// Whether a year without a preposition behind a noun says which noun is meant.
  let hasYearsOfNouns: Bool

  /// The position in `sentence.dates` of the expression that dates a finding, or `nil`.
  func mention(for finding: Finding) -> Int? {
    let dates = sentence.chunks.indices.filter { sentence.chunks[$0].kind == .date }
    guard !dates.isEmpty else { return nil }
    if finding.datedBy >= 0 { return number(finding.datedBy) }
    if finding.isEcho {
      return dates.first { $0 > finding.echo && $0 <= finding.lastChunk + 1 }.map(number)
    }
    if finding.phrase >= 0 {
      return nominal(finding, dates).map(number)
    }
    // To summon an envoy is a deed with a day of its own; to condemn is no more than words.
    let isDeed = finding.mode.map { Self.deeds.contains($0) } ?? false
    let isWords = finding.type.isReaction && !isDeed || finding.type == .threaten
    let free = dates.filter {
      // "Vetoed the call for a truce on Monday": nobody refuses what was asked on a day of its own.
      !isYearOfNoun($0) && !isOwner($0)
        && !(isWords && finding.type != .reject && datesNoun($0, behind: finding.verb))
        // "Gave Iraq until 15 January": the last day to comply, and not that of the ultimatum.
        && !(finding.type == .threaten && sentence.dates[number($0)].isDeadline)
    }
    if isElsewhen(finding), sentence.links[finding.verb].link != .coordinate {
      return ownDate(of: finding.verb, free).map(number)
    }
    let found =
      verbal(finding.verb, free, isWords: isWords)
      ?? (isWords ? spoken(finding.verb, dates) : nil)
    if found == nil, finding.type == .consult, finding.lastChunk > finding.verb {
      // "Called off the talks with Syria that were to be held on Friday".
      return occasion(of: finding.lastChunk, dates).map(number)
    }
    if found == nil, finding.type == .consult, isReduced(finding.verb) {
      // "From April 12 they held talks mediated by Oman".
      return verbal(Int(sentence.links[finding.verb].governor), dates).map(number)
    }
    return
      (found ?? closing(finding.verb, free) ?? met(finding, dates)
      ?? (finding.type.isSaid || isWords ? framing(finding.verb, dates) : nil)).map(number)
  }

  /// "In a statement released on Tuesday, Tbilisi condemned": the day of the words that the sentence
  /// opens with.
  private func framing(_ verb: Int, _ dates: [Int]) -> Int? {
    let subject = Int(sentence.links[verb].subject)
    guard sentence.links[verb].link == .main, subject > 3, sentence.chunks.count > 4,
      sentence.chunks[0].kind == .preposition, sentence.chunks[1].kind == .nounPhrase,
      let comma = sentence.chunks[..<subject].firstIndex(where: { $0.kind == .comma }),
      let date = dates.first, date < comma,
      sentence.chunks[2..<date].allSatisfy({ $0.kind == .verb || $0.kind == .relative }),
      sentence.chunks[2..<date].contains(where: { $0.traits.contains(.isPassive) })
    else { return nil }
    return date
  }

  /// "On Monday he met Blinken, who reaffirmed his support": what someone is told to have said at a
  /// meeting, he said there.
  private func met(_ finding: Finding, _ dates: [Int]) -> Int? {
    let links = sentence.links[finding.verb]
    guard finding.type.isSaid || finding.type == .agree, links.link == .relative,
      sentence.chunks[finding.verb].traits.isDisjoint(with: [
        .isPerfect, .isPluperfect, .isPlanned, .isFuture, .isHypothetical,
      ]),
      let pronoun = sentence.chunks[..<finding.verb].lastIndex(where: { $0.kind == .relative }),
      pronoun > 1, sentence.chunks[pronoun - 1].kind == .comma,
      let meeting = verbBefore(pronoun),
      Int(links.subject) == pronoun - 2 || isThere(pronoun, links, meeting),
      let frame = frames.frame(of: meeting, sentence),
      frames.lexicon.frames[frame].frame.type == .consult
    else { return nil }
    return ownDate(of: meeting, dates)
  }

  /// "Met Duda in Warsaw, where he criticised Minsk": whether a relative of place goes on with whoever
  /// acts in the clause before it.
  private func isThere(_ relative: Int, _ links: VerbLinks, _ verb: Int) -> Bool {
    let subject = Int(links.subject)
    return sentence.chunks[relative].roles.contains(.locative) && subject > relative
      && sentence.chunks[subject].traits.contains(.isAnaphor) && verb < relative
  }

  /// "Majelis Umum mendesak Washington mencabut embargo, Rabu (29/10).": the day behind the comma that
  /// ends the sentence is that of the whole.
  private func closing(_ verb: Int, _ dates: [Int]) -> Int? {
    guard let date = dates.last, date > 0, sentence.chunks[date - 1].kind == .comma,
      sentence.chunks[(date + 1)...].allSatisfy({ $0.kind == .stop }),
      var inner = self.verb(of: date)
    else { return nil }
    for _ in 0..<3 {
      let links = sentence.links[inner]
      guard links.link == .content || links.link == .infinitive, links.governor >= 0,
        Int(links.governor) != inner
      else { return nil }
      inner = Int(links.governor)
      if inner == verb { return date }
    }
    return nil
  }

  /// "Впервые с выборов 2020 года позвонила", "приостановил договор 2018 года".
  private func isYearOfNoun(_ date: Int) -> Bool {
    guard hasYearsOfNouns, date > 0, sentence.chunks[date - 1].kind == .nounPhrase,
      sentence.dates[number(date)].isYearOnly
    else { return false }
    let first = sentence.items[Int(sentence.chunks[date].firstItem)].firstToken
    return sentence.tokens[Int(first)].kind == .number
  }

  /// "This year's chair of ASEAN": which chair.
  private func isOwner(_ date: Int) -> Bool {
    let last = sentence.span(ofChunk: date).upperBound
    return sentence.tokens.contains { $0.kind == .possessive && Int($0.start) == last }
  }

  /// "Talks mediated by Oman": a relative clause without a pronoun, of another verb.
  private func isReduced(_ verb: Int) -> Bool {
    let links = sentence.links[verb]
    return links.link == .relative && links.governor >= 0 && Int(links.governor) < verb && verb > 0
      && sentence.chunks[verb].traits.contains(.isPassive)
      && sentence.chunks[verb - 1].kind != .relative && !isSpeechAct(Int(links.governor))
  }

  /// What is done on a day, though its type is one of words: "resumed trade on 26 September".
  static let deeds: Set<String> = [
    "summon-ambassador", "restore-relations", "open-relations", "resume-contacts",
  ]

  /// "Condemned the shelling of the tower on 10 October": the day of the shelling.
  private func datesNoun(_ date: Int, behind verb: Int) -> Bool {
    var at = date - 1
    while at > verb {
      switch sentence.chunks[at].kind {
      case .nounPhrase where sentence.chunks[at].eventNoun >= 0:
        // "Condemned the raid on Sunday": a weekday right behind the bare noun is that of the words.
        if at == date - 1, at == verb + 1, sentence.dates[number(date)].isWeekday { return false }
        // "Lodged a protest on 9 January": the noun is the words themselves.
        return at != verb + 1 || !isOfWords(at)
      case .nounPhrase, .preposition, .conjunction: at -= 1
      // "The shelling of Naqoura, southern Lebanon, on 10 October".
      case .comma where at > verb + 2 && isPlaceAside(at - 1) && at == date - 1 && !isClosing(date):
        at -= 2
      default: return false
      }
    }
    return false
  }

  /// "…, Kamis (16/5).": the weekday behind the comma that ends the sentence is that of the whole.
  private func isClosing(_ date: Int) -> Bool {
    frames.lexicon.nounHead == .first && !frames.lexicon.usesCases && date > 0
      && sentence.chunks[date - 1].kind == .comma && sentence.dates[number(date)].namesWeekday
      && sentence.chunks[(date + 1)...].allSatisfy { $0.kind == .stop }
  }

  /// Whether the noun of a phrase is something said: "a protest", "an appeal".
  private func isOfWords(_ phrase: Int) -> Bool {
    let node = sentence.items[Int(sentence.chunks[phrase].eventNoun)].node
    return frames.lexicon.meanings(of: node).contains {
      $0.kind == .eventNoun && frames.lexicon.frames[Int($0.index)].frame.type?.isSaid ?? false
    }
  }

  private func number(_ chunk: Int) -> Int { sentence.date(ofChunk: chunk) }

  /// The date that a clause with "when" refines: "since February, when troops poured in".
  func anchor(of finding: Finding) -> Int? {
    guard finding.phrase < 0, let head = clauseHead(of: finding.verb) else { return nil }
    var at = head - 1
    while at > 1, sentence.chunks[at].kind != .subordinator { at -= 1 }
    guard at > 1, sentence.chunks[at].roles.contains(.whenever),
      sentence.chunks[at - 1].kind == .comma, sentence.chunks[at - 2].kind == .date
    else { return nil }
    return number(at - 2)
  }

  private func verbal(_ verb: Int, _ dates: [Int], isWords: Bool = false) -> Int? {
    if let own = ownDate(of: verb, dates) {
      guard sentence.dates[number(own)].isYearOnly else { return own }
      // "On Monday patience ran out: Seoul suspended the pact of 2018".
      return introduced(verb, dates, isWords: isWords) ?? own
    }
    if let outer = dateBefore(clauseOf: verb) { return outer }
    // Verbs that share a subject or depend on each other without a clause between share a date.
    var at = verb
    for _ in 0..<4 {
      let links = sentence.links[at]
      let governor = Int(links.governor)
      guard governor >= 0, governor != at else { break }
      switch links.link {
      case .coordinate
      where !sentence.chunks[at].traits.isDisjoint(with: [.isHypothetical, .isPlanned])
        && sentence.chunks[governor].traits.isDisjoint(with: [
          .isHypothetical, .isPlanned, .isInfinitive,
        ]):
        // "summoned the envoy on Tuesday and is considering": another time.
        return nil
      case .coordinate where at != verb && isThought(at):
        return nil
      case .coordinate where endsRelative(governor, before: at):
        // "France, which left Mali last year, has accused": another time.
        return nil
      case .coordinate
      where frames.lexicon.nounHead == .last && !frames.lexicon.usesCases
        && sentence.chunks[at].traits.contains(.isPerfect)
        && !sentence.chunks[governor].traits.contains(.isPerfect):
        // "A state that ended its aid last autumn, have collected": the perfect has no such date.
        return nil
      case .coordinate, .adverbial: break
      case .content
      where isWords && isSpeechAct(governor)
        && (links.subject == sentence.links[governor].subject || isFirstPerson(at)):
        // "Wrote this week that he backs the plan": the words are what he wrote.
        break
      case .content
      where !isSpeechAct(governor) && !frames.tellsEvent(governor, sentence)
        // "Ruled on Friday that they had broken the law": what had been is of no day of the ruling.
        && !sentence.chunks[at].traits.contains(.isPluperfect):
        break
      case _ where isOwnClaim(at, dates):
        // "Raided the post on Saturday and said they had killed ten": of the raid.
        at = governor
        continue
      case .infinitive where isCommitment(governor): return nil
      case .infinitive where !sentence.chunks[governor].traits.contains(.isSpeech): break
      default: return nil
      }
      if let found = nearest(dates.filter({ self.verb(of: $0) == governor }), to: verb) {
        return found
      }
      at = governor
    }
    for other in sentence.chunks.indices where other > verb && sentence.chunks[other].kind == .verb
    {
      let links = sentence.links[other]
      guard Int(links.governor) == verb, links.link == .infinitive || links.link == .adverbial
      else {
        continue
      }
      // "Agreed to meet next Thursday": the date of what is agreed.
      if links.link == .infinitive, isCommitment(verb) { continue }
      // "…, but on 27 December others followed": a clause of its own.
      if sentence.chunks[verb..<other].contains(where: { $0.kind == .contrast || $0.kind == .stop })
      {
        continue
      }
      if let found = nearest(dates.filter({ self.verb(of: $0) == other }), to: verb)
        ?? shared(other, dates)
      {
        return found
      }
    }
    return fronted(verb, dates, isWords: isWords) ?? opening(verb, dates) ?? shared(verb, dates)
      ?? trailingClause(verb, dates) ?? introduced(verb, dates, isWords: isWords)
      ?? dateOfClauseAround(verb, dates)
  }

  /// "Raided the post on Saturday and said they had killed ten": whether the clause is what those
  /// who did the dated deed before it say of their own.
  private func isOwnClaim(_ verb: Int, _ dates: [Int]) -> Bool {
    let speech = Int(sentence.links[verb].governor)
    // "Mengaku menewaskan": a bare verb, in languages without infinitives.
    let isBare =
      sentence.links[verb].link == .infinitive && frames.lexicon.nounHead == .first
      && !frames.lexicon.usesCases
    guard sentence.links[verb].link == .content || isBare, speech >= 0, isSpeechAct(speech),
      !isCommitment(speech), sentence.links[speech].link == .coordinate,
      sentence.chunks[verb].traits.isDisjoint(with: [.isPlanned, .isFuture, .isHypothetical])
    else { return false }
    let deed = Int(sentence.links[speech].governor)
    guard deed >= 0, !isSpeechAct(deed), !dates.contains(where: { self.verb(of: $0) == speech })
    else { return false }
    let subject = Int(sentence.links[verb].subject)
    return subject < 0 || sentence.links[verb].subject == sentence.links[speech].subject
      || sentence.chunks[subject].traits.contains(.isAnaphor)
  }

  /// "Broke the news on Thursday when the two met in Delhi": a clause with "when" behind the clause
  /// that has the date.
  private func dateOfClauseAround(_ verb: Int, _ dates: [Int]) -> Int? {
    guard let head = clauseHead(of: verb) else { return nil }
    var at = head - 1
    while at > 0, sentence.chunks[at].kind != .subordinator {
      guard sentence.chunks[at].kind != .verb, sentence.chunks[at].kind != .stop else { return nil }
      at -= 1
    }
    guard at > 0, sentence.chunks[at].roles.contains(.whenever),
      let around = verbBefore(at),
      sentence.links[around].link == .main
        || sentence.links[around].link == .coordinate
    else { return nil }
    return ownDate(of: around, dates)
  }

  /// The nearest date of a verb; one that stands by itself before one that counts from another.
  ///
  /// "In return the EU lifted its sanctions in January 2016".
  private func ownDate(of verb: Int, _ dates: [Int]) -> Int? {
    var own = dates.filter { self.verb(of: $0) == verb }
    guard own.count > 1 else { return own.first }
    // "On 28 November it froze the talks until 2028": when, and not up to when.
    let starts = own.filter { !sentence.dates[number($0)].isDeadline }
    if !starts.isEmpty { own = starts }
    return nearest(own.filter { !sentence.dates[number($0)].needsAnchor }, to: verb)
      ?? nearest(own, to: verb)
  }

  /// "Rallied against the Emirates and burned its flag on Monday": the date that ends the clause
  /// dates both verbs.
  private func shared(_ verb: Int, _ dates: [Int]) -> Int? {
    guard !isSpeechAct(verb) else { return nil }
    let unreal: Chunk.Traits = [.isHypothetical, .isPlanned]
    for other in sentence.chunks.indices where other > verb && sentence.chunks[other].kind == .verb
    {
      let links = sentence.links[other]
      guard Int(links.governor) == verb, links.link == .coordinate, !isSpeechAct(other),
        !tellsOfNoun(other),
        sentence.chunks[other].traits.intersection(unreal)
          == sentence.chunks[verb].traits.intersection(unreal)
      else { continue }
      // "… and left a day later" tells of another day.
      if let found = dates.first(where: {
        $0 > other && self.verb(of: $0) == other && !sentence.dates[number($0)].needsAnchor
      }) {
        return found
      }
    }
    return nil
  }

  /// "ратифікувала договір, підписаний 19 червня": a participle behind a comma dates its noun alone.
  func tellsOfNoun(_ verb: Int) -> Bool {
    verb > 0 && sentence.chunks[verb - 1].kind == .comma
      && sentence.chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive])
      && sentence.chunks[verb].firstItem == sentence.chunks[verb].verbItem
  }

  /// Whether a verb stands behind the comma that ends a relative clause.
  private func endsRelative(_ relative: Int, before verb: Int) -> Bool {
    guard sentence.links[relative].link == .relative, verb > 0, relative < verb,
      sentence.chunks[verb - 1].kind == .comma,
      let pronoun = sentence.chunks[..<relative].lastIndex(where: { $0.kind == .relative })
    else { return false }
    return pronoun > 0 && sentence.chunks[pronoun - 1].kind == .comma
  }

  /// "“We will retaliate,” the general said on Monday": the words are what he said.
  private func spoken(_ verb: Int, _ dates: [Int]) -> Int? {
    guard isFirstPerson(verb), let speech = sentence.trailingSpeech(behind: verb) else {
      return nil
    }
    return nearest(dates.filter { self.verb(of: $0) == speech }, to: speech)
  }

  /// Whether the subject of a verb is the speaker: "we will retaliate".
  private func isFirstPerson(_ verb: Int) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    return sentence.chunks[verb].traits.contains(.isFirstPerson)
      || subject >= 0 && sentence.chunks[subject].roles.contains(.firstPerson)
  }

  /// "On Friday the guns spoke again: both armies fired": what a colon explains is of the same day,
  /// and so is what follows a semicolon, unless it is an answer, which may come at any time.
  private func introduced(_ verb: Int, _ dates: [Int], isWords: Bool) -> Int? {
    let first = firstEqual(of: verb)
    guard sentence.links[first].link == .main,
      sentence.chunks[verb].traits.isDisjoint(with: [
        .isPerfect, .isPluperfect, .isPlanned, .isFuture, .isHypothetical,
      ]),
      let colon = sentence.chunks[..<first].lastIndex(where: { $0.kind == .stop }),
      sentence.joinsClauses(colon), !isWords || sentence.isColon(colon),
      let main = sentence.chunks[..<colon].lastIndex(where: { $0.kind == .verb }),
      !sentence.chunks[..<colon].contains(where: { $0.kind == .stop }), !isSpeechAct(main)
    else { return nil }
    // "Since Saturday gas has been flowing again: the Union paid for it": who knows when.
    return dates.first { $0 < colon && !sentence.dates[number($0)].isOpen }
  }

  /// "They signed the treaty when Putin visited Pyongyang on 18 June": the date of the clause with
  /// "when" is that of the clause before it.
  private func trailingClause(_ verb: Int, _ dates: [Int]) -> Int? {
    guard sentence.links[verb].link == .main || sentence.links[verb].link == .coordinate,
      !isSpeechAct(verb)
    else { return nil }
    var at = verb + 1
    while at < sentence.chunks.count, sentence.chunks[at].kind != .subordinator {
      guard sentence.chunks[at].kind != .verb, sentence.chunks[at].kind != .stop else { return nil }
      at += 1
    }
    guard at < sentence.chunks.count, sentence.chunks[at].roles.contains(.whenever),
      let inner = sentence.chunks[at...].firstIndex(where: { $0.kind == .verb })
    else { return nil }
    return dates.first { $0 > at && self.verb(of: $0) == inner }
  }

  /// "On Sunday its troops took the zone, and its aircraft struck": the date that opens the sentence
  /// dates its equal clauses.
  private func fronted(_ verb: Int, _ dates: [Int], isWords: Bool) -> Int? {
    if let date = frontedClause(verb, dates) { return date }
    // "In March Chad complained to the Council, and Cairo called the charge absurd": an answer may
    // come at any time.
    if isWords, sentence.chunks[..<verb].contains(where: { $0.kind == .verb }),
      sentence.links[verb].link == .main
    {
      return nil
    }
    guard dates.count == 1, let date = dates.first, date <= 1,
      frames.lexicon.usesCases || sentence.chunks[date + 1].kind == .comma,
      sentence.links[verb].link == .main || sentence.links[verb].link == .coordinate,
      !sentence.chunks[..<verb].contains(where: { $0.kind == .stop || $0.kind == .complementizer })
    else { return nil }
    return date
  }

  /// "Speaking in Oslo on Monday, the minister warned Minsk": the date of the phrase that opens the
  /// sentence, about whoever acts in it.
  private func opening(_ verb: Int, _ dates: [Int]) -> Int? {
    let first = firstEqual(of: verb)
    guard sentence.chunks.first?.kind == .verb, first > 0, sentence.links[first].link == .main,
      sentence.links[first].subject > 0, sentence.links[0].subject == sentence.links[first].subject,
      sentence.chunks[verb].traits.isDisjoint(with: [
        .isPerfect, .isPluperfect, .isPlanned, .isFuture, .isHypothetical,
      ]),
      let comma = sentence.chunks[..<first].firstIndex(where: { $0.kind == .comma })
    else { return nil }
    return dates.first { $0 < comma && self.verb(of: $0) == 0 }
  }

  /// The first of the verbs that stand side by side with a verb.
  private func firstEqual(of verb: Int) -> Int {
    var first = verb
    for _ in 0..<4 {
      let links = sentence.links[first]
      guard links.link == .coordinate, links.governor >= 0, Int(links.governor) < first else {
        break
      }
      first = Int(links.governor)
    }
    return first
  }

  /// "When they met in Hanoi in 2019, Kim asked": the date of the clause that opens the sentence.
  private func frontedClause(_ verb: Int, _ dates: [Int]) -> Int? {
    guard let first = sentence.chunks.first, first.kind == .subordinator,
      first.roles.contains(.whenever), sentence.links[verb].link == .main,
      let opening = sentence.chunks[..<verb].firstIndex(where: { $0.kind == .verb })
    else { return nil }
    return dates.first { $0 < verb && self.verb(of: $0) == opening }
  }

  /// "in September 2019, when the two exchanged prisoners": the date before "when".
  private func dateBefore(clauseOf verb: Int) -> Int? {
    guard let head = clauseHead(of: verb) else { return nil }
    var at = head - 1
    while at > 0, sentence.chunks[at].kind != .subordinator { at -= 1 }
    guard at > 1, sentence.chunks[at - 1].kind == .comma, sentence.chunks[at - 2].kind == .date
    else { return nil }
    return at - 2
  }

  /// The verb of the subordinate clause that a verb belongs to, itself, as an infinitive or as an equal.
  private func clauseHead(of verb: Int) -> Int? {
    var at = verb
    for _ in 0..<3 {
      let links = sentence.links[at]
      if links.link == .subordinate { return at }
      // "Since August, when they besieged the Yazidis and beheaded two hostages".
      guard links.link == .infinitive || links.link == .coordinate, links.governor >= 0,
        Int(links.governor) < at
      else { return nil }
      at = Int(links.governor)
    }
    return nil
  }

  private func nominal(_ finding: Finding, _ dates: [Int]) -> Int? {
    let phrase = finding.phrase
    let isPlan =
      finding.form == "support verb" && !sentence.chunks[finding.verb].traits.contains(.isSupport)
    if finding.form == "support verb", !isPlan {
      return verbal(finding.verb, dates) ?? occasion(of: phrase, dates)
    }
    // Behind the noun and its complements, before any verb: "serangan ke Kharkiv pada Senin".
    var at = phrase + 1
    while at < sentence.chunks.count {
      switch sentence.chunks[at].kind {
      // "Condemned the attack on Libya and on Wednesday closed": of the next verb.
      case .date where sentence.chunks[at - 1].kind != .conjunction: return at
      case .preposition, .conjunction: at += 1
      case .nounPhrase
      where sentence.chunks[at].prepositionChunk >= 0 || isPossessor(at, of: phrase): at += 1
      case .comma where isPlaceAside(at + 1): at += 3
      default: at = sentence.chunks.count
      }
    }
    // "With the mediation of the premier, who chairs the bloc this year": he, not the mediation.
    if finding.mode != "mediate", let found = occasion(of: phrase, dates) { return found }
    guard finding.verb < 0 || !isSpeechAct(finding.verb) && !isReaction(finding.verb), !isPlan
    else {
      return nil
    }
    if finding.verb >= 0 { return verbal(finding.verb, dates) }
    if finding.type == .consult, sentence.chunks[phrase].prepositionChunk >= 0,
      let verb = verbBefore(phrase), !isSpeechAct(verb)
    {
      // "The talks began in April with German mediation".
      return verbal(verb, dates)
    }
    // The noun is the subject: the date of its verb, unless that only speaks of it.
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb {
      let subject = Int(sentence.links[verb].subject)
      if subject == phrase || subject >= 0 && subject == whole(of: phrase) {
        return verbal(verb, dates)
      }
    }
    return nil
  }

  /// "The next round of talks is set for Friday": what a noun behind "of" is a part of.
  func whole(of phrase: Int) -> Int? {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard preposition > 0, preposition == phrase - 1,
      sentence.chunks[phrase].preposition == ofNumber,
      sentence.chunks[preposition - 1].kind == .nounPhrase,
      sentence.chunks[preposition - 1].eventNoun < 0
    else { return nil }
    return preposition - 1
  }

  /// The number of "of".
  private var ofNumber: Int32 { Int32(frames.lexicon.prepositions["of"] ?? -1) }

  /// "Pertemuan para negosiator AS dan China di Jenewa": whose meeting it is stands right behind.
  private func isPossessor(_ phrase: Int, of noun: Int) -> Bool {
    guard frames.lexicon.nounHead == .first, !frames.lexicon.usesCases else { return false }
    return sentence.chunks[(noun + 1)..<phrase].allSatisfy {
      $0.kind == .conjunction || $0.kind == .nounPhrase && $0.prepositionChunk < 0
    }
  }

  /// "An attack in Leyton, east London, in March": a phrase between commas that says where.
  private func isPlaceAside(_ phrase: Int) -> Bool {
    phrase + 1 < sentence.chunks.count && sentence.chunks[phrase].kind == .nounPhrase
      && sentence.chunks[phrase + 1].kind == .comma
      && sentence.chunks[phrase - 2].prepositionChunk >= 0
  }

  /// "The meeting in Granada that was to be held today": the date of the relative clause that says
  /// no more of an event than that it takes place.
  private func occasion(of phrase: Int, _ dates: [Int]) -> Int? {
    var at = phrase + 1
    while at < sentence.chunks.count, sentence.chunks[at].kind != .relative {
      switch sentence.chunks[at].kind {
      case .comma where isPlaceAside(at + 1): at += 3
      case .preposition, .comma: at += 1
      case .nounPhrase where sentence.chunks[at].prepositionChunk >= 0: at += 1
      default: return nil
      }
    }
    guard at < sentence.chunks.count,
      let verb = sentence.chunks[at...].firstIndex(where: { $0.kind == .verb }), verb - at <= 2,
      sentence.links[verb].link == .relative, !isSpeechAct(verb), !frames.tellsEvent(verb, sentence)
    else { return nil }
    return nearest(dates.filter { self.verb(of: $0) == verb }, to: verb)
  }

  /// Whether a verb tells what someone said to the deed of another.
  private func isReaction(_ verb: Int) -> Bool {
    guard let index = frames.frame(of: verb, sentence) else { return false }
    return frames.lexicon.frames[index].frame.type?.isReaction ?? false
  }

  /// Whether what depends on a verb is no more than a thought: "is considering cutting".
  private func isThought(_ verb: Int) -> Bool {
    guard let index = frames.frame(of: verb, sentence) else { return false }
    return frames.lexicon.frames[index].frame.content == .hypothetical
  }

  private func isSpeechAct(_ verb: Int) -> Bool {
    sentence.chunks[verb].traits.contains(.isSpeech)
  }

  private func nearest(_ dates: [Int], to verb: Int) -> Int? {
    dates.min { abs($0 - verb) < abs($1 - verb) }
  }

  /// Whether a verb is an event of its own that speaks of another: agree to, promise to, refuse to.
  private func isCommitment(_ verb: Int) -> Bool {
    guard let index = frames.frame(of: verb, sentence) else { return false }
    let frame = frames.lexicon.frames[index].frame
    return frame.type != nil && frame.content != nil
  }

  /// Whether a date says when a speaker spoke: "Putin said on Wednesday that they had fired".
  func datesSpeech(_ date: Int) -> Bool {
    nearestVerb(to: date).map(isSpeechAct) ?? false
  }

  /// The verb that a date belongs to; of "agreed to send … on Monday" the first.
  func verb(of date: Int) -> Int? {
    guard var verb = nearestVerb(to: date) else { return nil }
    if sentence.isFreeRelative(verb), sentence.links[verb].link == .relative,
      sentence.links[verb].governor >= 0
    {
      // "fired what may be a missile on Sunday".
      verb = Int(sentence.links[verb].governor)
    }
    // "Has agreed to meet him next Thursday": they agreed before.
    if sentence.dates[number(date)].isAhead { return verb }
    if isClosing(date), sentence.links[verb].link == .content {
      let governor = Int(sentence.links[verb].governor)
      if governor >= 0, isReaction(governor) { return governor }
    }
    for _ in 0..<3 {
      let links = sentence.links[verb]
      let governor = Int(links.governor)
      guard links.link == .infinitive, governor >= 0, governor != verb, isCommitment(governor)
      else {
        break
      }
      verb = governor
    }
    return verb
  }

  /// The verb before a date in its clause, else the one after it.
  private func nearestVerb(to date: Int) -> Int? {
    if let cleft = verb(cleftFrom: date) { return cleft }
    let before = verbBefore(date)
    let after = verbAfter(date)
    guard let before else { return after }
    if isOfGap(date) { return nil }
    guard let after else { return before }
    // "Spain, which since October has sold nothing": the date opens the relative clause.
    if sentence.chunks[date - 1].kind == .relative { return after }
    // "Rammed a boat, on Wednesday, said Manila": who says so stands behind.
    if after == date + 2, sentence.chunks[date + 1].kind == .comma,
      sentence.links[after].isTrailingSpeech, Int(sentence.links[after].subject) > after
    {
      return before
    }
    // "…, Ukraine on Monday called": a subject before the date makes it the next verb's.
    return startsClause(between: before, and: date) ? after : before
  }

  /// "It was on 3 May that Iran struck": the verb of the clause behind, of a date that is set off before it.
  private func verb(cleftFrom date: Int) -> Int? {
    let chunks = sentence.chunks
    guard frames.lexicon.nounHead == .last, !frames.lexicon.usesCases, date <= 2,
      chunks[0].kind == .nounPhrase, chunks[0].roles.contains(.thingPronoun),
      let joint = chunks[...min(date + 2, chunks.count - 1)].firstIndex(where: {
        $0.kind == .relative || $0.kind == .complementizer
      }), joint > date, chunks[1..<joint].allSatisfy({ $0.kind == .date || $0.kind == .verb })
    else { return nil }
    return chunks[joint...].firstIndex { $0.kind == .verb }
  }

  /// "Nicaragua did the same, and this May Syria": the date of a clause whose verb is understood.
  private func isOfGap(_ date: Int) -> Bool {
    let chunks = sentence.chunks
    var at = date - 1
    let isBetweenCommas = at > 0 && chunks[at].kind == .comma
    if isBetweenCommas { at -= 1 }
    guard at >= 0, chunks[at].kind == .conjunction || chunks[at].kind == .contrast,
      verbAfter(date) == nil
    else { return false }
    let next = date + (isBetweenCommas ? 2 : 1)
    return next < chunks.count && chunks[next].kind == .nounPhrase
      && chunks[next].prepositionChunk < 0
  }

  private func verbBefore(_ date: Int) -> Int? {
    var at = date - 1
    while at >= 0 {
      switch sentence.chunks[at].kind {
      case .verb where isParenthetical(at, before: date): at -= 1
      case .verb: return at
      case .stop where sentence.isColon(at) && isList(behind: at): at -= 1
      // "Rejected that the same day": no clause of its own.
      case .complementizer where !sentence.chunks[at...].contains(where: { $0.kind == .verb }):
        at -= 1
      case .stop, .subordinator, .conditional, .contrast, .complementizer: return nil
      default: at -= 1
      }
    }
    return nil
  }

  /// "Sanctions on both: one on 7 January, the other nine days later": no verb behind the colon.
  private func isList(behind colon: Int) -> Bool {
    !sentence.chunks[colon...].contains { $0.kind == .verb }
  }

  /// "blocked the corridor, the only road linking both, since December": the participle stands
  /// between commas, the date behind them belongs to the clause around.
  private func isParenthetical(_ verb: Int, before date: Int) -> Bool {
    guard date > 0, sentence.chunks[date - 1].kind == .comma,
      !sentence.chunks[verb].traits.isDisjoint(with: [.isGerund, .isParticiple]),
      sentence.links[verb].link != .coordinate
    else { return false }
    let hasComma = sentence.chunks[..<verb].contains { $0.kind == .comma }
    return hasComma && sentence.chunks[..<verb].contains { $0.kind == .verb }
  }

  private func verbAfter(_ date: Int) -> Int? {
    var at = date + 1
    while at < sentence.chunks.count {
      switch sentence.chunks[at].kind {
      case .verb where isAside(at, behind: date): at += 1
      case .verb: return at
      // "In May, the day after he took office, he called": between commas, what is counted from something else.
      case .date
      where at == date + 2 && sentence.chunks[date + 1].kind == .comma
        && sentence.dates[number(at)].needsAnchor && opensClause(at):
        guard let end = sentence.chunks[at...].firstIndex(where: { $0.kind == .comma }) else {
          return nil
        }
        at = end + 1
      // "In July, however, it accused".
      case .contrast where isBetweenCommas(at): at += 1
      case .stop, .subordinator, .conditional, .contrast, .complementizer, .relative: return nil
      default: at += 1
      }
    }
    return nil
  }

  /// "The day after | he took office": whether a date opens a clause with a verb of its own before the next comma.
  private func opensClause(_ date: Int) -> Bool {
    sentence.chunks[(date + 1)...].prefix { $0.kind != .comma && $0.kind != .stop }
      .contains { $0.kind == .verb }
  }

  private func isBetweenCommas(_ at: Int) -> Bool {
    at > 0 && at + 1 < sentence.chunks.count && sentence.chunks[at - 1].kind == .comma
      && sentence.chunks[at + 1].kind == .comma
  }

  /// "On Tuesday, Tehran says, its drones wrecked": who says it stands between commas.
  private func isAside(_ verb: Int, behind date: Int) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    return isSpeechAct(verb) && subject == date + 2 && sentence.chunks[date + 1].kind == .comma
      && verb + 1 < sentence.chunks.count && sentence.chunks[verb + 1].kind == .comma
  }

  /// "When they last met, in Hanoi in 2019, Kim …": the date still belongs to the fronted clause.
  private func endsFronted(_ verb: Int, _ date: Int) -> Bool {
    sentence.links[verb].link == .subordinate && date + 1 < sentence.chunks.count
      && sentence.chunks[date + 1].kind == .comma
      && sentence.chunks[date - 1].kind == .nounPhrase
  }

  /// "Met over dinner on the last night, 6 July, and it was over": between commas, before a joint.
  private func isAppended(_ date: Int) -> Bool {
    date + 2 < sentence.chunks.count && sentence.chunks[date - 1].kind == .comma
      && sentence.chunks[date + 1].kind == .comma && sentence.chunks[date + 2].kind == .conjunction
  }

  /// Whether a new clause has begun before the date: a joint, or a comma, and then a subject.
  private func startsClause(between verb: Int, and date: Int) -> Bool {
    var sawJoint = false
    var at = verb + 1
    while at < date {
      switch sentence.chunks[at].kind {
      case .comma, .conjunction, .closeQuote, .relative: sawJoint = true
      case .nounPhrase where sawJoint && sentence.chunks[at].prepositionChunk < 0:
        // A subject, when a verb follows the date and takes it.
        if let after = verbAfter(date), Int(sentence.links[after].subject) == at { return true }
        // "out of Shire and Axum on Friday, two residents": the joint was one of a list.
        sawJoint = false
      default: break
      }
      at += 1
    }
    if sawJoint, let after = verbAfter(date), !endsFronted(verb, date), !isAppended(date) {
      // "They met and on Tuesday signed": the date behind the joint is that of the next verb.
      let joint = sentence.chunks[date - 1].kind
      // "protested on Monday and, on the 6th, withdrew".
      let isSetOff =
        joint == .comma && date > 1 && sentence.chunks[date - 2].kind == .conjunction
        && after == date + 2 && sentence.chunks[date + 1].kind == .comma
      if joint == .conjunction || joint == .comma && after == date + 1 || isSetOff,
        sentence.links[after].link == .coordinate
      {
        return true
      }
      let subject = Int(sentence.links[after].subject)
      // "The minister, who was in Oslo on Monday, will on Friday land": behind the relative clause.
      if joint == .comma, sentence.links[verb].link == .relative,
        sentence.links[after].link != .relative, subject >= 0, subject < verb,
        sentence.chunks[subject..<verb].contains(where: { $0.kind == .comma })
      {
        return true
      }
      // ", on Monday, Russia attacked": the date opens the clause.
      return subject > date
    }
    return false
  }
}
