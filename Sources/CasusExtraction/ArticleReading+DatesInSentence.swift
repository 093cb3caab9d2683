import CasusKnowledge
import CasusModel

extension ArticleReading {
  /// An event of the sentence at hand, and the date expression that dates it.
  struct Dating {
    var finding: Finding
    /// The position in `sentence.dates`, or `nil`.
    var mention: Int?
  }

  /// Tells which dates of the sentence at hand belong to which of its events.
  var dateJudge: DateJudge {
    DateJudge(
      sentence: sentence, frames: stages.frames,
      hasYearsOfNouns: stages.dates?.hasYearsOfNouns ?? false)
  }

  /// The date expression of a finding, as a position in `sentence.dates`.
  func mention(of finding: Finding) -> Int? {
    guard !sentence.dates.isEmpty else { return nil }
    return dateJudge.mention(for: finding)
  }

  /// Whether words such as "earlier" put a finding at another time.
  func isElsewhen(_ finding: Finding) -> Bool {
    !sentence.elsewhens.isEmpty && dateJudge.isElsewhen(finding)
  }

  /// A date that stands behind a verb without event dates the event around it.
  ///
  /// "They revoked the deal that let troops stay in the country on 16 March": on that day they
  /// revoked it.
  mutating func claimDates(from firstDraft: Int, _ datings: inout [Dating]) {
    guard !sentence.dates.isEmpty, datings.contains(where: { $0.mention == nil }) else { return }
    let judge = dateJudge
    for chunk in sentence.chunks.indices where sentence.chunks[chunk].kind == .date {
      let date = sentence.date(ofChunk: chunk)
      guard let found = resolvedDates[date], !found.edtf.isOpenEnded,
        !datings.contains(where: { $0.mention == date }),
        let verb = judge.verb(of: chunk), verb < chunk,
        !sentence.chunks[verb].traits.contains(.isSpeech),
        !datings.contains(where: { $0.finding.verb == verb }),
        [.relative, .infinitive, .adverbial].contains(sentence.links[verb].link)
          || sentence.links[verb].link == .content
            && (sentence.chunks[verb].traits.contains(.isInfinitive) || isLetHappen(verb)),
        // "Hasina, sentenced on Monday": a participle behind a comma tells of its noun alone.
        !judge.tellsOfNoun(verb),
        // "Thanked Tokyo for the boats that it gave last year": words come later.
        let claimant = datings.lastIndex(where: { isAround(verb, $0.finding) }),
        datings[claimant].mention == nil, !datings[claimant].finding.type.isSaid,
        !hasNoPast(datings[claimant].finding), !looksBack(verb, datings[claimant].finding),
        statements[firstDraft + claimant].evidence.status == .occurred
      else { continue }
      datings[claimant].mention = date
      statements[firstDraft + claimant].evidence.date = found.edtf
      statements[firstDraft + claimant].evidence.dateBasis = found.basis
    }
  }

  /// "Has urged both to resume the talks that broke off in May": the English perfect goes with no
  /// date of the past.
  private func hasNoPast(_ finding: Finding) -> Bool {
    finding.verb >= 0 && lexicon.nounHead == .last && !lexicon.usesCases
      && sentence.chunks[finding.verb].traits.contains(.isPerfect)
  }

  /// "Let the hostages | go on 20 January": whether a verb is the bare form behind what somebody lets or makes happen.
  private func isLetHappen(_ verb: Int) -> Bool {
    let (chunk, governor) = (sentence.chunks[verb], Int(sentence.links[verb].governor))
    guard lexicon.nounHead == .last, !lexicon.usesCases, governor >= 0, chunk.verbItem >= 0,
      chunk.firstItem == chunk.verbItem, !sentence.chunks[governor].traits.contains(.isSpeech)
    else { return false }
    let features = sentence.items[Int(chunk.verbItem)].verbFeatures
    return features.contains(.base) && features.isDisjoint(with: [.past, .participle])
  }

  /// "Gave back all that they had taken in 1967": an earlier deed has its own day.
  private func looksBack(_ verb: Int, _ finding: Finding) -> Bool {
    sentence.chunks[verb].traits.contains(.isPluperfect)
      && (finding.verb < 0 || !sentence.chunks[finding.verb].traits.contains(.isPluperfect))
  }

  /// Whether a verb depends on what a finding tells, with no new clause between them.
  private func isAround(_ verb: Int, _ finding: Finding) -> Bool {
    let outer = finding.phrase >= 0 ? finding.phrase : finding.verb
    guard outer >= 0, outer < verb else { return false }
    return !sentence.chunks[outer..<verb].contains {
      switch $0.kind {
      case .stop, .contrast, .subordinator, .conditional, .complementizer, .openQuote, .closeQuote:
        true
      default: false
      }
    }
  }

  /// What is told as so long after or before something else is dated by it, or dates it.
  ///
  /// "Niger cut ties on Tuesday, two days after Mali did": Mali on Sunday.
  mutating func measureDates(from firstDraft: Int, _ datings: [Dating]) {
    guard let measure = sentence.measures.first, sentence.measures.count == 1,
      case .fromEvent(let parts, let sign) = measure.expression
    else { return }
    let opensSentence = measure.start - sentence.range.lowerBound <= 2
    let border = end(ofClauseBehind: measure)
    // What happened first or last, and what is measured from it.
    var inner: [Int] = []
    var outer: [Int] = []
    for i in datings.indices where statements[firstDraft + i].evidence.status == .occurred {
      let place = start(of: datings[i].finding)
      if place >= measure.end, place < border {
        inner.append(i)
      } else if opensSentence ? place >= border : place < measure.start {
        outer.append(i)
      }
    }
    if let ago = age(by: measure, parts, sign, opensSentence ? border : nil),
      outer.allSatisfy({ datings[$0].mention == nil })
    {
      give(ago, to: inner.filter { datings[$0].mention == nil }, firstDraft)
      return
    }
    if let day = dayOfMeasured(measure, parts, border, inner, datings),
      outer.allSatisfy({ datings[$0].mention.map { isBehind(measure, border, $0) } ?? true })
    {
      // "Struck six days after Tehran's attack of 13 April": that is the day of the attack.
      give(moved(day, parts, sign), to: outer, firstDraft)
      return
    }
    let outerDay =
      outer.isEmpty
      ? dayOfClause(around: measure, parts, border: opensSentence ? border : nil)
        ?? dayOfDeed(comingAbout: measure, parts)
      : outer.compactMap { ownDay(of: $0, parts, firstDraft) }.last
    guard !outer.isEmpty || outerDay != nil else { return }
    let innerDay = inner.compactMap { i -> EDTF? in
      guard let mention = datings[i].mention, sentence.dates[mention].start >= measure.end else {
        return nil
      }
      return ownDay(of: i, parts, firstDraft)
    }.last
    if outerDay == nil, innerDay == nil, let day = dayTold(behind: measure) {
      // "On the eve of the recognition", "two days after the attack", of which the text has told.
      give(moved(day, parts, sign), to: outer.filter { datings[$0].mention == nil }, firstDraft)
    } else if let outerDay, innerDay == nil {
      give(moved(outerDay, parts, -sign), to: inner, firstDraft)
    } else if outerDay == nil, let innerDay {
      give(moved(innerDay, parts, sign), to: outer, firstDraft)
    } else if outerDay == nil, inner.isEmpty, let day = narrative.day,
      day == narrative.dayBefore || sign < 0 && sentence.number - lastDay <= Self.dayReach
    {
      // "The day before the fighting broke out": before the day that the text has just named.
      give(
        moved(day, parts, sign), to: outer.filter { datings[$0].mention == nil }, firstDraft)
    }
  }

  /// Whether a date stands in the clause or phrase that a measure counts from.
  private func isBehind(_ measure: DateMention, _ border: Int, _ mention: Int) -> Bool {
    let date = sentence.dates[mention]
    return date.start >= measure.end && date.end <= border
  }

  /// The day that stands with the noun that a measure counts from, with no verb between them.
  private func dayOfMeasured(
    _ measure: DateMention, _ parts: DateParts, _ border: Int, _ inner: [Int], _ datings: [Dating]
  ) -> EDTF? {
    guard inner.allSatisfy({ datings[$0].finding.phrase >= 0 }) else { return nil }
    let days = sentence.dates.indices.filter { isBehind(measure, border, $0) }
    guard days.count == 1, let day = resolvedDates[days[0]]?.edtf, isBase(day, for: parts),
      !sentence.chunks.indices.contains(where: {
        guard sentence.chunks[$0].kind == .verb else { return false }
        let start = sentence.span(ofChunk: $0).lowerBound
        return start >= measure.end && start < sentence.dates[days[0]].start
      })
    else { return nil }
    return day
  }

  /// The day that the clause beside a measure names, where that clause tells no event: "the pact took
  /// effect on Monday, two days after they signed".
  private func dayOfClause(
    around measure: DateMention, _ parts: DateParts, border: Int?
  ) -> EDTF? {
    let days = sentence.dates.indices.filter { number in
      guard let found = resolvedDates[number], isBase(found.edtf, for: parts) else { return false }
      let date = sentence.dates[number]
      return border.map { date.start >= $0 } ?? (date.end <= measure.start)
    }
    return days.count == 1 ? resolvedDates[days[0]]?.edtf : nil
  }

  /// What the present is told to come so long after: "the departure comes two months after they
  /// signed", "eighteen months after it sent troops, the arrangement has acquired an invoice".
  private func age(by measure: DateMention, _ parts: DateParts, _ sign: Int, _ border: Int?)
    -> EDTF?
  {
    guard sign > 0, let published = narrative.published, narrative.heading == nil,
      let unit = parts.unit, unit != .day, let dateReader = stages.dates
    else { return nil }
    let verbs = sentence.chunks.indices.filter { sentence.chunks[$0].kind == .verb }
    let main =
      border.map { border in verbs.first { sentence.span(ofChunk: $0).lowerBound >= border } }
      ?? verbs.last { sentence.span(ofChunk: $0).lowerBound < measure.start }
    guard let main, sentence.links[main].link == .main else { return nil }
    let traits = sentence.chunks[main].traits
    guard !traits.contains(.isPluperfect), !traits.contains(.isPlanned) else { return nil }
    let isPresent =
      dateReader.tense(
        in: text, sentence.span(ofChunk: main), near: measure.range, sentence.tokens) == .none
    guard traits.contains(.isPerfect) || isPresent && lexicon.nounHead == .last else { return nil }
    return moved(published, parts, -1).map { date in
      unit == .year ? date : EDTF(date.rawValue + "~") ?? date
    }
  }

  /// How many sentences later "the day before" still counts from the last day told.
  private static let dayReach = 4

  private mutating func give(_ date: EDTF?, to drafts: [Int], _ firstDraft: Int) {
    guard let date else { return }
    for draft in drafts {
      statements[firstDraft + draft].evidence.date = date
      statements[firstDraft + draft].evidence.dateBasis = .relative
    }
  }

  private func moved(_ date: EDTF, _ parts: DateParts, _ sign: Int) -> EDTF? {
    var from = Reckoning(DateResolver.Context())
    from.anchor = date
    return from.date(of: .fromAnchor(parts, sign: sign))
  }

  /// The date of a draft that an expression of the sentence or the heading above gives.
  private func ownDay(of draft: Int, _ parts: DateParts, _ firstDraft: Int) -> EDTF? {
    let date = statements[firstDraft + draft].evidence.date
    return date.flatMap { isBase($0, for: parts) ? $0 : nil }
  }

  /// Whether so much time can be counted from a date: months and years also from a month.
  func isBase(_ date: EDTF, for parts: DateParts) -> Bool {
    date.namesDay
      || date.precision == .month && !date.lacksYear
        && (parts.unit == .month || parts.unit == .year)
  }

  /// The first byte behind the clause or noun that follows a measure: at the next comma or joint, or
  /// at the next subject ("two hours before the handshake the North fired").
  private func end(ofClauseBehind measure: DateMention) -> Int {
    var isFirst = true
    for (at, chunk) in sentence.chunks.enumerated() {
      let item = sentence.items[Int(chunk.firstItem)]
      guard Int(item.start) >= measure.end else { continue }
      defer { isFirst = false }
      switch chunk.kind {
      case .nounPhrase where !isFirst && sentence.chunks[at - 1].kind == .nounPhrase:
        let opensClause = sentence.chunks[at...].indices.contains {
          sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].subject) == at
        }
        if opensClause { return Int(item.start) }
      case .comma, .stop, .contrast, .relative: return Int(item.start)
      default: continue
      }
    }
    return sentence.range.upperBound
  }

  private func start(of finding: Finding) -> Int {
    let isNominal = finding.phrase >= 0 && finding.form == "nominal"
    let chunk = isNominal || finding.verb < 0 ? finding.phrase : finding.verb
    guard chunk >= 0 else { return sentence.range.lowerBound }
    return Int(sentence.items[Int(sentence.chunks[chunk].firstItem)].start)
  }
}
