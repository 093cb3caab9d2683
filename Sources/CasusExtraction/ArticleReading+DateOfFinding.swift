import CasusKnowledge
import CasusModel

/// The date that an event takes from its sentence or from the heading above.
extension ArticleReading {
  /// The date of a finding: in its clause, else of the heading above it.
  mutating func date(
    of finding: Finding, _ status: EventStatus, _ mention: Int?
  ) -> (edtf: EDTF, basis: DateBasis)? {
    if !sentence.dates.isEmpty,
      let mention = dateJudge.anchor(of: finding),
      let found = resolvedDates[mention]
    {
      // "Since February, when": in February.
      let start =
        found.edtf.isOpenEnded ? EDTF(String(found.edtf.rawValue.prefix { $0 != "/" })) : nil
      return (start ?? found.edtf, found.basis)
    }
    if let dateReader = stages.dates, let mention {
      if isInvitation(finding, status, mention) || isNowadays(finding, mention)
        || isOfWhatIsSaid(finding, mention)
      {
        return nil
      }
      // "In return it may want satellites": not of the day told before.
      if status == .hypothetical, sentence.dates[mention].isOfAnchor { return nil }
      // "Decided on Thursday to close": the day of the decision is past, that of the deed is not.
      let isToCome =
        finding.phrase >= 0 || verb(ofDate: mention) == finding.verb
        || sentence.dates[mention].isDeadline
      var found =
        status == .planned && isToCome && !sentence.dates[mention].needsAnchor
        ? dateReader.resolve(sentence.dates[mention], in: narrative.ofEntry, tense: .future)
        : resolvedDates[mention]
      if let open = found,
        status == .planned || finding.type == .agree || begins(finding, mention),
        open.edtf.isOpenEnded, open.edtf.upperBound == .max
      {
        // "Will close its border from Thursday": on Thursday.
        found = EDTF(String(open.edtf.rawValue.prefix { $0 != "/" })).map { ($0, open.basis) }
      }
      return found.flatMap { mayDate(status, $0) ? $0 : nil }
    }
    guard let heading = narrative.heading, status != .planned, status != .hypothetical,
      !isElsewhen(finding), !isSpokenOf(finding),
      !finding.type.isReaction || heading.precision == .day || heading.isFewDays
        || finding.mode.map({ DateJudge.deeds.contains($0) }) ?? false,
      status != .denied || !isInFuture(finding)
    else { return nil }
    if narrative.isLive, sentence.isHeading {
      // The text below may say when.
      liveHeadings[sentence.number] = heading
      return nil
    }
    if narrative.isLive {
      if finding.verb >= 0, sentence.chunks[finding.verb].traits.contains(.isPluperfect) {
        return nil
      }
      // "On Thursday blasts shook Kabul; the army blamed Delhi": a look back.
      if let first = sentence.chunks.indices.first(where: { sentence.chunks[$0].kind == .date }),
        first <= 1, let found = resolvedDates[sentence.date(ofChunk: first)],
        found.edtf.upperBound < heading.lowerBound
      {
        return nil
      }
      // "Putin said on Wednesday that they had fired": not what the entry brings as news.
      let judge = dateJudge
      let isOlder = sentence.chunks.indices.contains { chunk in
        guard sentence.chunks[chunk].kind == .date else { return false }
        let date = sentence.date(ofChunk: chunk)
        guard let found = resolvedDates[date], found.edtf.upperBound < heading.lowerBound else {
          return false
        }
        return judge.datesSpeech(chunk)
      }
      if isOlder { return nil }
    }
    // "Brazil has already reinforced": not on the day of the heading; in a live blog, just now.
    if !narrative.isLive, heading.precision == .day, lexicon.nounHead == .last, finding.verb >= 0,
      sentence.chunks[finding.verb].traits.contains(.isPerfect)
    {
      return nil
    }
    return (heading, .inherited)
  }

  /// "Will not mediate": what is ruled out for the days to come.
  private func isInFuture(_ finding: Finding) -> Bool {
    guard let dateReader = stages.dates else { return false }
    let verb = sentence.verb(telling: finding)
    guard verb >= 0 else { return false }
    let span = sentence.span(ofChunk: verb)
    return dateReader.tense(
      in: text, span, near: span.upperBound..<span.upperBound, sentence.tokens) == .future
  }

  /// "Menutup perbatasan mulai Rabu", "с сегодняшнего дня закрыла": what was done from a day on, and
  /// not what has been going on since.
  private func begins(_ finding: Finding, _ mention: Int) -> Bool {
    guard sentence.dates[mention].isBeginning, let dateReader = stages.dates else { return false }
    switch finding.type {
    case .sanction, .coerce, .retreat, .concede: break
    default: return false
    }
    guard lexicon.usesCases, finding.verb >= 0 else { return true }
    let verb = sentence.span(ofChunk: finding.verb)
    return dateReader.tense(in: text, verb, near: sentence.dates[mention].range, sentence.tokens)
      == .past
  }

  /// "The next round is set for 25 October": what has its own date in the days to come.
  func isToCome(_ finding: Finding, _ mention: Int) -> Bool {
    guard let published = narrative.published, let found = resolvedDates[mention],
      found.basis != .publication, found.edtf.lowerBound > published.upperBound,
      let chunk = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .date && sentence.date(ofChunk: $0) == mention
      })
    else { return false }
    let phrase = finding.phrase
    guard phrase >= 0 else { return dateJudge.verb(of: chunk) == finding.verb }
    if phrase + 1 == chunk { return true }
    guard let verb = dateJudge.verb(of: chunk) else { return false }
    return Int(sentence.links[verb].subject) == dateJudge.whole(of: phrase) ?? phrase
      || Int(sentence.links[verb].object) == phrase
      || finding.mode == "mediate"
  }

  /// "Strongly condemns the shelling of the port on 9 May": what is said now is of no day before.
  private func isOfWhatIsSaid(_ finding: Finding, _ mention: Int) -> Bool {
    guard finding.type.isReaction, finding.phrase < 0, !narrative.hasEntries,
      !sentence.isHeading, let published = narrative.published,
      let found = resolvedDates[mention], found.edtf.upperBound < published.lowerBound,
      let chunk = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .date && sentence.date(ofChunk: $0) == mention
      }), chunk > finding.verb
    else { return false }
    return tellsPresent(finding)
  }

  /// "Today the two trade freely": these days, and not on this one.
  private func isNowadays(_ finding: Finding, _ mention: Int) -> Bool {
    finding.type == .cooperate && !narrative.isLive && sentence.dates[mention].isToday
      && tellsPresent(finding)
  }

  /// Whether an event of some status can have been, or be, at a date.
  private func mayDate(_ status: EventStatus, _ found: (edtf: EDTF, basis: DateBasis)) -> Bool {
    // "Now", "these days" say that it is so, not since when.
    if found.basis == .publication { return false }
    guard status == .occurred || status == .denied, let published = narrative.published else {
      return true
    }
    // "So far", "until now" say nothing of when.
    if found.edtf.lowerBound == .min { return found.edtf.upperBound < published.upperBound }
    // "Talks on Monday on ending the fighting": what has been is not of a day to come.
    return status == .denied || found.edtf.lowerBound <= published.upperBound
  }

  /// "Crowds protested the American strikes": what is spoken of came before the entry.
  func isSpokenOf(_ finding: Finding) -> Bool {
    guard finding.phrase >= 0, finding.form == "nominal" else { return false }
    return sentence.chunks.indices.contains { verb in
      guard sentence.chunks[verb].kind == .verb, Int(sentence.links[verb].object) == finding.phrase
      else { return false }
      // "Stressed its full support": that is said here and now.
      if sentence.chunks[verb].traits.contains(.isSpeech), !finding.type.isSaid { return true }
      guard let index = stages.frames.frame(of: verb, sentence) else { return false }
      return lexicon.frames[index].frame.type.map { $0.isReaction || $0 == .protest } ?? false
    }
  }

  /// "On Wednesday the king invited Assad": the day of the invitation, not of the visit.
  private func isInvitation(_ finding: Finding, _ status: EventStatus, _ mention: Int) -> Bool {
    guard status == .planned, finding.phrase < 0, finding.verb >= 0, finding.frame >= 0,
      lexicon.frames[finding.frame].frame.status == .planned,
      sentence.chunks[finding.verb].traits.isDisjoint(with: [
        .isPlanned, .isFuture, .isInfinitive, .isHypothetical,
      ]),
      let dateReader = stages.dates, verb(ofDate: mention) == finding.verb,
      !sentence.dates[mention].isAhead
    else { return false }
    // "Was invited in February".
    if sentence.chunks[finding.verb].traits.contains(.isPassive) { return true }
    return dateReader.tense(
      in: text, sentence.span(ofChunk: finding.verb), near: sentence.dates[mention].range,
      sentence.tokens) == .past
  }
}
