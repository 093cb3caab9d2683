import CasusKnowledge
import CasusModel

// Whom "тот" means: the other one.
extension ActorResolver {
  /// Not who acts in the clause before, but whom it names besides, an object before what stands behind a
  /// preposition.
  ///
  /// "Литва обвинила Белоруссию. Та всё отрицает."
  mutating func latter(
    _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    if excluded.isEmpty, let accused = accusedBefore(phrase, sentence) { return accused }
    let actsBefore = sentence.chunks[..<phrase].contains { $0.kind == .verb }
    guard !actsBefore else { return latter(before: phrase, agreement, sentence, excluded) }
    let word = sentence.items[Int(sentence.chunks[phrase].firstItem)]
    if !word.roles.contains(.demonstrative) { return lastNamed(agreement, apartFrom: excluded) }
    let acting = discourse.referents.filter { $0.standing == .subject }.flatMap(\.actors)
    for standing in [Referent.Standing.object, .complement] {
      let meant = discourse.referents.first { referent in
        referent.standing == standing && agreement.fits(referent.traits)
          && !referent.actors.contains { acting.contains($0) || excluded.contains($0) }
      }
      if let meant { return meant.actors }
    }
    return []
  }

  /// Whoever is named last in the sentence before.
  ///
  /// "Прибыли Клинтон и Кэмерон. Последний заявил".
  private func lastNamed(_ agreement: Agreement, apartFrom excluded: [ActorID]) -> [ActorID] {
    let last = discourse.referents.filter { $0.actors.count > 1 || agreement.fits($0.traits) }
      .max { $0.place < $1.place }
    guard let last else { return [] }
    let meant = agreement.isSeveral ? last.actors : last.actors.suffix(1)
    return meant.contains(where: excluded.contains) ? [] : Array(meant)
  }

  /// The other one that the clauses before in the sentence name.
  private mutating func latter(
    before phrase: Int, _ agreement: Agreement, _ sentence: Sentence, _ excluded: [ActorID]
  ) -> [ActorID] {
    let subjects = sentence.links.lazy.map { Int($0.subject) }.filter { $0 >= 0 && $0 < phrase }
    var acting = excluded
    for subject in Set(subjects) {
      acting += actors(ofList: Int32(subject), sentence).map { knowledge.actors.rolledUp($0) }
    }
    let item = sentence.chunks[phrase].firstItem
    let objects = (0..<phrase).filter { sentence.chunks[$0].prepositionChunk < 0 }
    for at in objects.reversed() where !subjects.contains(at) {
      let found = fitting(agreement, before: item, in: at..<(at + 1), sentence, apartFrom: acting)
      if let found { return found }
    }
    return fitting(agreement, before: item, in: 0..<phrase, sentence, apartFrom: acting) ?? []
  }
}
