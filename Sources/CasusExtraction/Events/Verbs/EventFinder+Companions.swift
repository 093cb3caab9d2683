import CasusKnowledge
import CasusModel

// Those who act or are acted on together.
extension EventFinder {
  /// "Swedia bersama Finlandia mengajukan": a subject and those named with it.
  func addPartners(
    beside subject: Int32, before verb: Int, of frame: CompiledFrame, to filling: inout Filling,
    _ sentence: Sentence, _ resolver: inout ActorResolver
  ) {
    guard !filling.actors.isEmpty else { return }
    var at = Int(subject) + 2
    // "Belanda, bersama Denmark, berjanji".
    if isHeadFirst, at < verb, sentence.chunks[at - 1].kind == .comma { at += 1 }
    let isBeside = at < verb && sentence.chunks[at].traits.contains(.isCompanion)
    // "Bersama Prancis, Inggris mengirim": named first.
    let preposition = Int(sentence.chunks[0].preposition)
    let isFronted =
      isHeadFirst && subject > 2 && sentence.chunks[0].kind == .preposition
      && sentence.chunks[1].traits.contains(.isCompanion) && sentence.chunks[1].eventNoun < 0
      && sentence.chunks[Int(subject) - 1].kind == .comma
      && sentence.list(from: 1).max() == Int(subject) - 2
      // "Dengan Suriah, Qatar memutus hubungan": with whom, and not together with whom.
      && !frame.target.contains {
        if case .preposition(preposition, _) = $0 { true } else { false }
      }
    let free = isBeside || isFronted ? -1 : companion(before: verb, sentence)
    let ally = comrade(behind: verb, of: frame, sentence)
    for (holds, partner) in [(isBeside, at), (isFronted, 1), (free > 0, free), (ally > 0, ally)]
    where holds {
      for id in resolver.actors(ofList: Int32(partner), sentence)
      where !filling.actors.contains(id) {
        filling.actors.append(id)
      }
    }
  }

  /// "bertempur bersama M23 melawan tentara Kongo": those at whose side somebody fights; −1 when there are
  /// none.
  private func comrade(behind verb: Int, of frame: CompiledFrame, _ sentence: Sentence) -> Int {
    let at = verb + 2
    guard isHeadFirst, !lexicon.usesCases, frame.frame.type == .assault, at < sentence.chunks.count,
      sentence.chunks[at].kind == .nounPhrase, sentence.chunks[at].traits.contains(.isCompanion),
      Int(sentence.chunks[at].prepositionChunk) == verb + 1,
      !frame.target.contains(where: {
        if case .preposition(Int(sentence.chunks[at].preposition), _) = $0 { true } else { false }
      })
    else { return -1 }
    return at
  }

  /// "Вместе с Норвегией помощь выделила и Швеция": where word order is free, those named with the
  /// subject may stand anywhere before the verb; −1 when there are none.
  func companion(before verb: Int, _ sentence: Sentence) -> Int {
    guard lexicon.usesCases else { return -1 }
    var at = verb - 1
    while at > 0 {
      switch sentence.chunks[at].kind {
      case .nounPhrase where sentence.chunks[at].traits.contains(.isCompanion): return at
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return -1
      }
    }
    return -1
  }

  /// "joined Russia and Syria to recognise": those joined act as well.
  func addCompanions(
    of verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    // "joined others in tightening sanctions".
    let isGerund = verb > 0 && sentence.chunks[verb - 1].kind == .preposition
    guard links.link == .infinitive || links.link == .adverbial && isGerund, governor >= 0,
      sentence.chunks[governor].roles.contains(.joining)
    else { return }
    for at in (governor + 1)..<max(verb, governor + 1)
    where sentence.chunks[at].kind == .nounPhrase {
      for id in resolver.actors(of: at, sentence) where !filling.actors.contains(id) {
        filling.actors.append(id)
      }
    }
  }

  /// "Perundingan Serbia dengan Kosovo yang dimediasi Uni Eropa": the talks are mediated, hence both
  /// sides of them.
  func addSides(
    of phrase: Int32, mediatedBy verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    guard isHeadFirst, phrase > 1, sentence.links[verb].link == .relative,
      sentence.chunks[verb].traits.contains(.isPassive),
      Int(sentence.chunks[Int(phrase)].prepositionChunk) == Int(phrase) - 1,
      sentence.chunks[Int(phrase) - 2].kind == .nounPhrase,
      sentence.chunks[Int(phrase) - 2].eventNoun >= 0
    else { return }
    for id in resolver.actors(of: Int(phrase) - 2, sentence) where !filling.actors.contains(id) {
      filling.actors.append(id)
    }
  }

  /// "Trump mempertemukan Pashinyan dengan Aliyev": whoever brings two together meets both, and they
  /// meet each other.
  func broughtTogether(
    _ finding: Finding, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) -> [Finding] {
    guard isHeadFirst, finding.mode == "mediate", finding.form == "active",
      finding.targetPreposition == 0, !finding.source.isEmpty, !finding.target.isEmpty
    else { return [] }
    for case .preposition(let number, _) in frame.target {
      let other = prepositional(
        number, finding.verb, sentence, &resolver, rolled(finding.source + finding.target))
      guard !other.actors.isEmpty else { continue }
      var (first, second) = (finding, finding)
      first.target = other.actors
      second.source = finding.target
      second.target = other.actors
      second.mode = "meet"
      (first.lastChunk, second.lastChunk) = (other.last, other.last)
      return [first, second]
    }
    return []
  }

  /// "condemned and cut ties with Iran": the complement of the second verb is that of both.
  func raised(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let other = verb + 2
    guard other < sentence.chunks.count, sentence.chunks[verb + 1].kind == .conjunction,
      sentence.chunks[other].kind == .verb, sentence.links[other].link == .coordinate,
      Int(sentence.links[other].governor) == verb,
      sentence.chunks[verb].traits.contains(.isPassive)
        == sentence.chunks[other].traits.contains(.isPassive),
      let index = frames.frame(of: other, sentence), !lexicon.frames[index].frame.isReciprocal
    else { return Filling() }
    let frame = lexicon.frames[index]
    return fill(frame.target, other, frame, sentence, &resolver, excluding: excluding)
  }

  /// "memangkas tarif masing-masing", "expelled each other's diplomats", "reopened consulates in each other's
  /// cities": what each has against, from or with the other.
  func sharesObject(_ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence) -> Bool {
    guard !lexicon.usesCases else { return false }
    guard isHeadFirst else { return namesEachOthers(behind: verb, sentence) }
    let object = sentence.links[verb].object
    guard object >= 0,
      frame.frame.type == .sanction || LikeModes.relief.contains(frame.frame.mode)
    else { return false }
    let chunk = sentence.chunks[Int(object)]
    return sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains {
      $0.roles.contains(.reciprocal)
    }
  }

  /// "Iran and Iraq closed their border": whether what two shut or open is the border between them.
  func isCommonBorder(_ object: Int32, of type: EventType, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !lexicon.usesCases, object >= 0, type == .coerce || type == .concede
    else { return false }
    let chunk = sentence.chunks[Int(object)]
    return chunk.classes.intersects(borderClass)
      && chunk.ownerEnd == chunk.ownerStart + 1
      && sentence.owners[Int(chunk.ownerStart)].kind == .anaphor
      && !sentence.items[Int(chunk.endItem) - 1].nounFeatures.contains(.plural)
  }

  /// "each other's", "the other's": whether what follows a verb, in its own clause, is what one of several has
  /// of the other.
  private func namesEachOthers(behind verb: Int, _ sentence: Sentence) -> Bool {
    let ends: [Chunk.Kind] = [.verb, .comma, .stop]
    let end =
      sentence.chunks[(verb + 1)...].first { ends.contains($0.kind) }.map { Int($0.firstItem) }
      ?? sentence.items.count
    return (Int(sentence.chunks[verb].endItem)..<end).contains { at in
      sentence.items[at].roles.contains(.reciprocal)
        && (sentence.items[at].mark == .possessive
          || at + 1 < end && sentence.items[at + 1].mark == .possessive)
    }
  }

  /// "Ізраїль і Косово визнали одне одного": what one of several does to the others, they do to it.
  func eachOther(
    _ sides: Filling, _ verb: Int, _ index: Int, _ sentence: Sentence, as other: EventType? = nil
  ) -> [Finding] {
    let frame = lexicon.frames[index].frame
    guard let type = other ?? frame.type else { return [] }
    var finding = Finding(
      type: type, mode: frame.mode, source: sides.actors, target: [], verb: verb, phrase: -1,
      frame: index, firstChunk: min(verb, sides.first), lastChunk: max(verb, sides.last),
      object: -1, targetPreposition: 0, form: "active", usesAnaphor: sides.usesAnaphor,
      inheritsSubject: false, targetIsPlace: false)
    stand(&finding.source)
    return mutual(finding, distinct(finding.source))
  }
}
