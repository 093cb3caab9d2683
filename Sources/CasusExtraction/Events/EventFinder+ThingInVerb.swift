import CasusKnowledge
import CasusModel

// What an act is about where a verb of several words names it: "menuntut penjelasan", "снял санкции".
extension EventFinder {
  /// "memasok senjata", "домовилися про | припинення вогню": what is given, asked for, agreed on or ended,
  /// in a verb of several words.
  func thingInVerb(of finding: Finding, _ sentence: Sentence) -> Range<Int>? {
    guard let words = nounsInVerb(of: finding, sentence) else { return nil }
    let (first, last) = (sentence.tokens[words.lowerBound], sentence.tokens[words.upperBound - 1])
    // "снял санкции | с сирийских банков".
    let whom = finding.verb + 2
    let end =
      isThing(words, sentence, of: sanctionClasses) && whom < sentence.chunks.count
        && Int(sentence.chunks[whom].prepositionChunk) == whom - 1
        && Int(sentence.chunks[whom].preposition) == finding.targetPreposition
        && !isBareName(whom, sentence)
      ? sentence.span(ofChunk: end(of: whom, finding, sentence)).upperBound : Int(last.end)
    return Int(first.start)..<end
  }

  /// "приостановили | экспорт | оружия", "menghentikan ekspor | senjata": where the words begin of which an
  /// object is but the genitive.
  func nounGoverning(
    _ object: Int, of finding: Finding, _ sentence: Sentence
  ) -> Int? {
    guard isHeadFirst, object == finding.verb + 1, sentence.chunks[object].prepositionChunk < 0,
      !lexicon.usesCases || sentence.chunks[object].features.contains(.genitive),
      let words = nounsInVerb(of: finding, sentence)
    else { return nil }
    return Int(sentence.tokens[words.lowerBound].start)
  }

  /// "снабжает | оружием | мятежников": what is given, where the noun of the verb shows it.
  func instrumentInVerb(of finding: Finding, _ sentence: Sentence) -> Range<Int>? {
    guard lexicon.usesCases, let words = nounsInVerb(of: finding, sentence) else { return nil }
    let last = sentence.tokens[words.upperBound - 1]
    let features = lexicon.meaning(of: lexicon.step(0, last.word), last, last)?.nounFeatures ?? []
    guard features.contains(.instrumental),
      features.isDisjoint(with: [.nominative, .accusative, .genitive])
    else { return nil }
    return Int(sentence.tokens[words.lowerBound].start)..<Int(last.end)
  }

  /// The last words of the verb where they are a noun for a thing.
  private func nounsInVerb(of finding: Finding, _ sentence: Sentence) -> Range<Int>? {
    guard finding.phrase < 0, finding.verb >= 0, mayNameThing(finding),
      sentence.chunks[finding.verb].verbItem >= 0
    else { return nil }
    let item = sentence.items[Int(sentence.chunks[finding.verb].verbItem)]
    let end = Int(item.endToken)
    return (Int(item.firstToken) + 1..<max(Int(item.firstToken) + 1, end))
      .first {
        isThing($0..<end, sentence, of: namedInVerbClasses)
          // "menuntut | penjelasan".
          || finding.type == .request && isHeadFirst && !lexicon.usesCases
            && lexicon.roles(of: sentence.tokens[$0].word).isEmpty
      }.map { $0..<end }
  }

  /// Whether the noun of a verb says more than the verb does: not so in "завдали удару", "took part".
  private func mayNameThing(_ finding: Finding) -> Bool {
    switch finding.type {
    case .agree: finding.mode == "ceasefire"
    case .aid, .cooperate, .request, .sanction, .retreat, .concede: true
    default: false
    }
  }

  private func isThing(
    _ tokens: Range<Int>, _ sentence: Sentence, of classes: ClassSet
  ) -> Bool {
    var node: UInt32 = 0
    for token in tokens {
      node = lexicon.step(node, sentence.tokens[token].word)
      if node == 0 { return false }
    }
    guard
      let meaning = lexicon.meaning(
        of: node, sentence.tokens[tokens.lowerBound], sentence.tokens[tokens.upperBound - 1])
    else { return false }
    return !meaning.kinds.isDisjoint(with: [.noun, .eventNoun])
      && lexicon.classSets[Int(meaning.classSet)].intersects(classes)
  }
}
