import CasusKnowledge
import CasusModel

// What places are called.
extension ArticleReading {
  /// The name of the place that an item of the sentence names: its display name in the language of the
  /// article, where the gazetteer or the registry knows it, and else the words of the article.
  func placeName(_ item: Int) -> String {
    let named = sentence.items[item]
    let words = string(sentence.span(firstPart(of: item)..<lastPart(of: item) + 1))
    for meaning in lexicon.meanings(of: named.node) {
      if let name = name(meaning, as: words) { return name }
    }
    return words
  }

  /// The state that a place belongs to, as the gazetteer has it, or whose capital it is.
  func state(ofPlace item: Int) -> ActorID? {
    for meaning in lexicon.meanings(of: sentence.items[item].node) {
      switch meaning.kind {
      case .place: return knowledge.places.places[Int(meaning.index)].state
      case .actor where meaning.marks.contains(.capital):
        return knowledge.actors.rolledUp(at: Int(meaning.index))
      default: break
      }
    }
    return nil
  }

  private func name(_ meaning: LexiconEntry, as words: String) -> String? {
    switch meaning.kind {
    case .place:
      return knowledge.places.places[Int(meaning.index)].names[lexicon.language]?.first?.text
    case .actor:
      let isCapital = meaning.marks.contains(.capital)
      let names =
        knowledge.actors.entries[Int(meaning.index)].names[lexicon.language]?
        .filter { $0.marks.contains(.capital) == isCapital } ?? []
      guard isCapital else { return names.first?.text }
      // Seats of government may be several, Tel Aviv beside Jerusalem.
      return names.first { $0.text.prefix(Self.stem) == words.prefix(Self.stem) }?.text
        ?? names.first?.text
    default: return nil
    }
  }

  /// How many letters of a town's name stay the same in all its cases.
  private static let stem = 3

  /// The first word of an unknown name of several: "Chasiv Yar", "Selat Hormuz", "the Strait of Hormuz".
  private func firstPart(of item: Int) -> Int {
    guard sentence.items[item].kinds == .unknown else { return item }
    var first = item
    while first > 0, sentence.items[first - 1].isUnknownName { first -= 1 }
    if lexicon.nounHead == .first {
      return first > 0 && isPartOfName(first - 1) ? first - 1 : first
    }
    let isOf =
      first > 1 && sentence.items[first - 1].roles.contains(.preposition) && isPartOfName(first - 2)
    return isOf ? first - 2 : first
  }

  /// The last word of an unknown name that is an adjective: "Ормузском | проливе".
  private func lastPart(of item: Int) -> Int {
    let named = sentence.items[item]
    guard lexicon.usesCases, named.isCapitalised,
      !named.kinds.isDisjoint(with: [.unknownAdjective, .unknown]),
      item + 1 < sentence.items.count, !sentence.items[item + 1].isCapitalised,
      !sentence.items[item + 1].kinds.isDisjoint(with: [.noun, .unknown]),
      sentence.chunks.contains(where: {
        $0.kind == .nounPhrase && Int($0.firstItem) <= item && Int($0.endItem) > item + 1
          && Int($0.headItem) == item + 1
      })
    else { return item }
    return item + 1
  }

  /// Whether a noun is written as a part of the name beside it: "Strait", "Teluk".
  private func isPartOfName(_ item: Int) -> Bool {
    let noun = sentence.items[item]
    return noun.isCapitalised && noun.kinds.contains(.noun)
      && noun.kinds.isDisjoint(with: [.actor, .place, .eventNoun])
      && noun.roles.isDisjoint(with: .role)
  }
}
