import CasusKnowledge
import CasusModel

extension EventFinder {
  /// "A Qatar-brokered truce between Congo and the M23": whoever the name before the hyphen is has
  /// mediated between those who agree or talk.
  func brokered(_ found: [Finding], _ sentence: Sentence, _ resolver: ActorResolver) -> [Finding] {
    guard let talk = found.first, talk.phrase >= 0, talk.type == .agree || talk.type == .consult
    else { return [] }
    let chunk = sentence.chunks[talk.phrase]
    let brokers = (Int(chunk.firstItem)..<Int(chunk.endItem))
      .filter { lexicon.isBroker($0, sentence.items) }
      .compactMap { resolver.actor(sentence.items[$0]) }
    let sides = distinct(found.flatMap { $0.source + $0.target })
      .filter { !rolled(brokers).contains(knowledge.actors.rolledUp($0)) }
    guard !brokers.isEmpty, !sides.isEmpty else { return [] }
    var mediation = talk
    mediation.type = .consult
    mediation.mode = "mediate"
    mediation.source = brokers
    mediation.target = sides
    return [mediation]
  }
}
