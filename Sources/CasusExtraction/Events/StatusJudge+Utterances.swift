import CasusKnowledge
import CasusModel

/// What is said in the meeting, the call or the letter that it is the purpose of.
extension StatusJudge {
  /// "phoned Putin to congratulate him", "summoned the envoy to demand an apology", "позвонил, чтобы попросить":
  /// whoever meets, calls or summons somebody to say something says it.
  func isUttered(_ verb: Int, _ governor: Int, _ sentence: Sentence) -> Bool {
    guard governor >= 0, governor < verb,
      frames.lexicon.nounHead == .first
        || sentence.chunks[verb].traits.contains(.isInfinitive),
      sentence.links[verb].subject == sentence.links[governor].subject,
      let told = frames.frame(of: verb, sentence).map({ lexicon.frames[$0].frame }),
      let type = told.type, Self.spoken.contains(type), told.mode != "recognise"
    else { return false }
    guard let index = frames.frame(of: governor, sentence) else {
      // "approached Pyongyang to request shells".
      let object = sentence.links[governor].object
      return type == .request && object > governor
        && sentence.chunks[Int(object)].traits.contains(.isAgentive)
        && !frames.governs(governor, sentence)
    }
    let contact = lexicon.frames[index].frame
    return contact.mode == "summon-ambassador"
      || contact.type == .consult && contact.mode != "visit" && contact.status == nil
  }

  /// Acts that words do.
  private static let spoken: Set<EventType> = [.request, .accuse, .threaten, .reject, .support]
}
