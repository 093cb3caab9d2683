import CasusKnowledge
import CasusModel

// Crowds, and against whom they protest.
extension EventFinder {
  /// "rallied to oppose the Emirates": whom a crowd condemns is whom it protests against.
  func protested(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for other in sentence.chunks.indices
    where sentence.chunks[other].kind == .verb && Int(sentence.links[other].governor) == verb
      && sentence.links[other].object >= 0
      && [.infinitive, .adverbial, .coordinate].contains(sentence.links[other].link)
    {
      guard let frame = frames.frame(of: other, sentence),
        let type = lexicon.frames[frame].frame.type, type.isReaction, type != .support
      else { continue }
      var found = filling(sentence.links[other].object, sentence, &resolver, excluding: [])
      remove(excluding, from: &found)
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "In Seoul, thousands marched": an unnamed crowd is of the state where it gathers.
  func crowd(
    _ verb: Int, _ type: EventType, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let subject = sentence.links[verb].subject
    if lexicon.usesCases, type == .protest, subject >= 0,
      sentence.chunks[Int(subject)].traits.contains(.isOpaque),
      sentence.chunks[Int(subject)].classes.intersects(protesterClass)
    {
      // "Грузинская оппозиция вывела людей на улицы": against its own state, of which it is.
      let owners = sentence.owners[
        Int(sentence.chunks[Int(subject)].ownerStart)..<Int(sentence.chunks[Int(subject)].ownerEnd)]
      return Filling(
        actors: owners.flatMap { resolver.actors(of: $0, Int(subject), sentence) },
        first: Int(subject), last: Int(subject))
    }
    guard subject >= 0,
      (Int(sentence.chunks[Int(subject)].ownerStart)..<Int(sentence.chunks[Int(subject)].ownerEnd))
        .allSatisfy({ lexicon.usesCases && sentence.owners[$0].kind == .anaphor }),
      type == .protest && lexicon.usesCases
        && sentence.chunks[Int(subject)].traits.contains(.isOpaque)
        || sentence.chunks[Int(subject)].classes.intersects(peopleClass)
        || sentence.chunks[Int(subject)].classes.isEmpty
    else { return Filling() }
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.prepositionChunk >= 0 {
      let preposition = sentence.chunks[Int(chunk.prepositionChunk)]
      guard preposition.roles.contains(.locative), Int(preposition.preposition) != frames.ofNumber,
        abs(i - verb) < 8
      else { continue }
      if type != .protest, i > 2, !isHeadFirst, !lexicon.usesCases,
        Int(chunk.prepositionChunk) == i - 1,
        sentence.chunks[i - 2].eventNoun >= 0
          || i > verb && sentence.links[verb].object == Int32(i - 2)
      {
        // "condemned the coup in Niger": where it happened, not where they are.
        continue
      }
      let first = sentence.items[Int(chunk.firstItem)]
      let isSite =
        chunk.endItem - chunk.firstItem <= 2
        // "митинговали с украинским флагом": no place.
        && (!lexicon.usesCases || !first.kinds.contains(.adjectivalActor)
          || chunk.features.contains(.locative))
        && (first.kinds.contains(.place) || first.kinds.contains(.actor))
        // "In the capital".
        || chunk.roles.contains(.groupCountry)
        // "На улицы Белграда".
        || lexicon.usesCases && chunk.endItem - chunk.firstItem == 2
          && chunk.classes.intersects(streetClass) && chunk.ownerEnd > chunk.ownerStart
      guard isSite else { continue }
      let found = filling(Int32(i), sentence, &resolver, excluding: [])
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }
}
